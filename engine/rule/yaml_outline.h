// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

/// A YAML text without the insides of its quoted and literal scalars: yaml-cpp
/// takes 50 ns a byte to find their ends, and most of a ruleset is inside them.
/// Knows no grammar: it guesses where scalars are, and whoever parses the
/// outline must see that the parser found each of them (yaml_outline_events.h).
namespace sigte {

/// A scalar that the outline has emptied.
struct EmptiedScalar {
  std::size_t at = 0;      ///< of its first byte in the outline
  std::size_t length = 0;  ///< in the outline
  /// In the text: quotes included; of a literal, from '|' to its last line
  /// break.
  Span span;
  /// Of a literal: the blanks that each of its lines begins with; 0: quoted.
  std::size_t indent = 0;
};

struct YamlOutline {
  std::string text;
  std::vector<EmptiedScalar> scalars;  ///< in the text's order
};

/// What the parser must find in place of an emptied literal.
inline constexpr std::string_view kEmptiedLiteral = "x\n";

/// The outline of `text`, which has no byte order mark. Emptied are scalars
/// whose text is what stands between their quotes, on one line, and literals
/// without a blank line; of a text with tabs or carriage returns none. No
/// scalar that is a key: yaml-cpp counts the bytes of keys.
YamlOutline OutlineOf(std::string_view text);

/// What the parser would have said of the scalar. `text` is the outline's.
std::string TextOf(const EmptiedScalar& scalar, std::string_view text);

}  // namespace sigte
