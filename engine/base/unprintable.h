// SPDX-License-Identifier: MPL-2.0

#pragma once

/// Which characters must not reach a terminal as they are, or show nothing
/// there.
namespace sigte {

/// Of C0, DEL and C1.
constexpr bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// Turns the direction of writing round (Unicode annex 9), or breaks the line.
constexpr bool SteersLayout(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 ||
         c == 0x2029;
}

/// Shows nothing, and shapes no letter beside it: the soft hyphen, and what has
/// no width. Not the joiners, which make one sign of several.
constexpr bool IsUnseen(char32_t c) {
  return c == 0xAD || c == 0x200B || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF;
}

}  // namespace sigte
