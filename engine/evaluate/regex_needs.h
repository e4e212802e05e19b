// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

/// What a text must have for a regular expression to be found in it: a test
/// that costs less than the search.
namespace sigte {

/// The least number of ASCII digits in any text that `pattern` (RE2 syntax,
/// valid) is found in. Never too large; 0 where the pattern has something that
/// is not looked into.
std::size_t LeastDigits(std::string_view pattern);

/// Whether `text` has at least `least` ASCII digits.
bool HasDigits(std::string_view text, std::size_t least);

}  // namespace sigte
