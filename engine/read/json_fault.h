// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"

namespace sigte {

/// What is wrong with a JSON text, and where.
struct JsonFault {
  MessageKey message;
  Span span;                    ///< bytes of the text
  std::vector<LocalText> args;  ///< all but `first`
  /// A place that the message names too, after `args`: where the other member
  /// of that name stands, or the bracket that is never closed.
  std::optional<std::size_t> first;
};

/// The first fault in the order of the text, by the strict grammar of RFC 8259
/// and our bounds (json_reader.h); nullopt when there is none. For texts that
/// were refused: it takes its time.
std::optional<JsonFault> FindJsonFault(std::string_view text);

}  // namespace sigte
