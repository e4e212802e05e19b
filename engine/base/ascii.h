// SPDX-License-Identifier: MPL-2.0

#pragma once

/// Bytes of ASCII, whatever locale the process has.
namespace sigte {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// The value of a hexadecimal digit, or -1.
constexpr int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
constexpr bool IsHexDigit(char c) { return HexValue(c) >= 0; }

}  // namespace sigte
