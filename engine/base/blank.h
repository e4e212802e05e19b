// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string_view>

#include "engine/base/utf8.h"

/// What looks like nothing around a text: Unicode's White_Space.
namespace sigte {

constexpr bool IsBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Bytes of the blank that `text` begins with, or ends with; 0: none.
inline std::size_t BlankAtStart(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return IsBlank(first) ? 1 : 0;
  std::size_t size = 0;
  return IsBlank(NextCodePoint(text, &size)) ? size : 0;
}
inline std::size_t BlankAtEnd(std::string_view text) {
  if (text.empty()) return 0;
  const auto last = static_cast<unsigned char>(text.back());
  if (last < 0x80) return IsBlank(last) ? 1 : 0;
  constexpr std::size_t kLongest = 3;
  for (std::size_t size = 2; size <= kLongest && size <= text.size(); ++size) {
    if (BlankAtStart(text.substr(text.size() - size)) == size) return size;
  }
  return 0;
}

/// `text` without the blanks around it.
inline std::string_view Trimmed(std::string_view text) {
  while (const std::size_t size = BlankAtStart(text)) text.remove_prefix(size);
  while (const std::size_t size = BlankAtEnd(text)) text.remove_suffix(size);
  return text;
}

}  // namespace sigte
