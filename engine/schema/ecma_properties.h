// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

/// The properties of characters that ECMA-262 knows in \p{…}.
namespace sigte::schema {

/// What \s and \S are, as the inside of one of RE2's classes.
inline constexpr std::string_view kSpaces =
    R"(\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
inline constexpr std::string_view kNoSpaces =
    R"(\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";

/// The short name of a general category, which RE2 knows ("L" of "Letter");
/// any other name as it is.
std::string_view ShortCategory(std::string_view name);

/// Whether `name` is a property that a character has or has not
/// ("Alphabetic"), long or short (ECMA-262, table 68).
bool IsBinaryProperty(std::string_view name);

}  // namespace sigte::schema
