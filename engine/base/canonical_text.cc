// SPDX-License-Identifier: MPL-2.0

// Texts that read the same become the same bytes.

#include "engine/base/canonical_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

bool IsLineBreak(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c & 0x80) == 0; });
}

std::string Composed(std::string_view text) {
  if (IsAscii(text) || FindInvalidUtf8(text) != std::string_view::npos) {
    return std::string(text);
  }
  utf8proc_uint8_t* made = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &made,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string out(text);
  if (size >= 0) {
    out.assign(reinterpret_cast<const char*>(made),
               static_cast<std::size_t>(size));
  }
  std::free(made);
  return out;
}

}  // namespace

std::string CanonicalText(std::string_view text) {
  const std::string composed = Composed(text);
  std::string out;
  bool blank = false;
  bool line_break = false;
  for (std::size_t at = 0; at < composed.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(composed, &at);
    if (c == kSoftHyphen) continue;
    if (IsBlank(c)) {
      blank = true;
      line_break |= IsLineBreak(c);
      continue;
    }
    if (blank && !out.empty()) out.push_back(line_break ? '\n' : ' ');
    blank = line_break = false;
    out.append(composed, begin, at - begin);
  }
  return out;
}

}  // namespace sigte
