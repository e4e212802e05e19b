// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

namespace sigte {

/// U+FEFF in UTF-8, with which some programs begin their files: it says how
/// they are encoded and is none of their text (Unicode Standard, 23.8).
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The length of the byte order mark that `text` begins with: 0 or 3.
constexpr std::size_t ByteOrderMark(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

/// Whether `text` begins as UTF-16 does: with its byte order mark, or with two
/// letters of which each has a byte of nothing.
constexpr bool LooksLikeUtf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  if (text.size() < 4) return false;
  const bool low = text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0;
  const bool high =
      text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0;
  return low || high;
}

}  // namespace sigte
