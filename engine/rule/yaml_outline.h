// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"
#include "engine/rule/yaml_simple_flow.h"

/// A YAML text without the insides of its quoted and literal scalars and of its
/// simple lists and maps in brackets: yaml-cpp takes 50 ns a byte and 1,000 ns
/// a scalar, and most of a ruleset is inside them. Knows no grammar beyond: it
/// guesses where they are, and whoever parses the outline must see that the
/// parser found each of them (yaml_outline_events.h).
namespace sigte {

/// What the outline has emptied.
struct Emptied {
  enum class Kind : std::uint8_t { kQuoted, kLiteral, kFlow };
  Kind kind = Kind::kQuoted;
  std::size_t at = 0;      ///< of its first byte in the outline
  std::size_t length = 0;  ///< in the outline
  /// In the text: with quotes or brackets; of a literal, from '|' to its last
  /// line break.
  Span span;
  std::size_t indent = 0;      ///< of a literal: the blanks before each line
  std::size_t first_part = 0;  ///< of kFlow: of the outline's `parts`
  std::size_t part_count = 0;
};

struct YamlOutline {
  std::string text;
  std::vector<Emptied> emptied;  ///< in the text's order
  std::vector<FlowPart> parts;
};

/// What the parser must find in place of an emptied literal; of anything else,
/// an empty text in quotes.
inline constexpr std::string_view kEmptiedLiteral = "x\n";

/// The outline of `text`, which has no byte order mark. Emptied are scalars
/// whose text is what stands between their quotes, on one line; literals
/// without a blank line; and what ReadSimpleFlow reads. Nothing that is a key,
/// of which yaml-cpp counts the bytes; and nothing at all in a text with tabs,
/// carriage returns or more than kMaxYamlNodes of those.
YamlOutline OutlineOf(std::string_view text);

/// The text of an emptied literal. `text` is the outline's.
std::string LiteralText(const Emptied& literal, std::string_view text);

}  // namespace sigte
