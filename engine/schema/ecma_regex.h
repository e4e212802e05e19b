// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/messages.h"

namespace sigte::schema {

/// A regular expression of ECMA-262 (with the u flag) in RE2's words, or why it
/// cannot be had.
struct RegexTranslation {
  std::string re2;     ///< empty where `fault` is set
  LocalText fault;     ///< empty where the translation succeeded
  std::size_t at = 0;  ///< bytes into the pattern: where the fault lies
};

/// Means the same for every text: \d \w \b are ASCII, \s is Unicode's, '.'
/// stops at all four line ends, '$' is the end of the text. Lookaround and
/// back-references are refused, as no linear-time engine has them. Letters that
/// are escaped without need are refused as the u flag does, other signs are
/// not. RE2 has the last word on what this leaves (nesting, repeat counts).
RegexTranslation TranslateRegex(std::string_view pattern);

/// Whether `pattern` is one at all, for those who do not run it: in `re2`
/// something that RE2 takes where it has the form of one, whatever RE2 thinks
/// of lookaround, back-references, large counts and properties.
RegexTranslation FormOfRegex(std::string_view pattern);

}  // namespace sigte::schema
