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

}  // namespace sigte
