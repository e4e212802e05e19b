// SPDX-License-Identifier: MPL-2.0

#pragma once

/// Which characters must not reach a terminal as they are.
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

}  // namespace sigte
