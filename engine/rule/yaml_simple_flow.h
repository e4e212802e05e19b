// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

/// Lists and maps in brackets that are so simple that no two readers of YAML
/// could differ about them: {given: {title: 'x'}, expect: true}.
namespace sigte {

struct FlowPart {
  enum class Kind : std::uint8_t {
    kList,     ///< its opening bracket; all up to its end is inside
    kListEnd,  ///< the closing bracket
    kMap,      ///< its opening brace; key, value, key, value up to its end
    kMapEnd,
    kQuoted,  ///< with its quotes; what is between them is the text
    kWord,    ///< a plain scalar, or a key
  };
  Kind kind = Kind::kWord;
  Span span;
};

/// The end of the list or map whose bracket is at `at`, its parts appended to
/// `parts`. npos, and nothing appended, where it is not simple.
///
/// Simple is: on one line, in few levels and of at most 1,000 parts; keys and
/// plain scalars are words of ASCII letters, digits and "_-." that begin with a
/// letter or digit, and not null; quoted ones are their text as it stands.
/// Blanks may be anywhere between, a comma behind the last element nowhere.
std::size_t ReadSimpleFlow(std::string_view text, std::size_t at,
                           std::vector<FlowPart>* parts);

/// The end of the quoted scalar that begins at `at`, if it ends on its line and
/// what is between its quotes is its text; otherwise npos.
std::size_t EndOfSimpleQuoted(std::string_view text, std::size_t at);

}  // namespace sigte
