// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reads back one value that we wrote or quoted ourselves, to say it in words.
/// Submissions are read by engine/read.
namespace sigte {

struct JsonLiteral {
  enum class Kind : std::uint8_t {
    kNull,
    kTrue,
    kFalse,
    kNumber,
    kText,
    kList,
  };
  Kind kind = Kind::kNull;
  std::string text;  ///< of a text without its escapes; of others as written
  std::vector<JsonLiteral> items;  ///< of a list; no lists among them
  bool cut = false;                ///< its end is missing
};

/// `text`: null, true, false, a number, a text, or a list of those. One whose
/// end was cut off, with or without "…" there, has what is left of it. nullopt
/// where it is none of them, or where something stands behind it.
std::optional<JsonLiteral> ReadJsonLiteral(std::string_view text);

}  // namespace sigte
