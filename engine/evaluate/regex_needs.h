// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What a text must have for a regular expression to be found in it: a test
/// that costs less than the search.
namespace sigte {

struct RegexNeeds {
  /// The least number of ASCII digits; never too large.
  std::size_t digits = 0;
  /// Of each of these sets one stands in the text, but for the case of letters.
  /// What says most comes first; none where nothing is known. At most kMostSets
  /// of at most kMostParts of at most kLongestPart bytes, none of them empty.
  std::vector<std::vector<std::string>> any_of;
};
inline constexpr std::size_t kMostSets = 2;
inline constexpr std::size_t kMostParts = 64;
inline constexpr std::size_t kLongestPart = 32;

/// Of any text that `pattern` (RE2 syntax, valid, UTF-8) is found in. What it
/// does not look into asks for nothing.
RegexNeeds NeedsOf(std::string_view pattern);

}  // namespace sigte
