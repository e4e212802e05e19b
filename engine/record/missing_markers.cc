// SPDX-License-Identifier: MPL-2.0

#include "engine/record/missing_markers.h"

#include <algorithm>
#include <utility>

namespace sigte {
namespace {

char SmallAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char LargeAscii(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool SameWithoutCase(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](char x, char y) { return SmallAscii(x) == SmallAscii(y); });
}

}  // namespace

MissingMarkers::MissingMarkers(std::vector<std::string> texts)
    : texts_(std::move(texts)) {
  for (const std::string& text : texts_) {
    const std::string_view trimmed = Trimmed(text);
    sizes_ |= std::uint64_t{1} << SizeBit(trimmed.size());
    if (trimmed.empty()) continue;
    firsts_[static_cast<unsigned char>(SmallAscii(trimmed.front()))] = true;
    firsts_[static_cast<unsigned char>(LargeAscii(trimmed.front()))] = true;
  }
}

bool MissingMarkers::IsOneOf(std::string_view trimmed) const {
  const char first = SmallAscii(trimmed.front());
  return std::ranges::any_of(texts_, [&](std::string_view text) {
    if (text.size() > trimmed.size()) {
      if (text.front() > ' ' && text.back() > ' ') return false;
      text = Trimmed(text);
    }
    return text.size() == trimmed.size() && SmallAscii(text.front()) == first &&
           SameWithoutCase(trimmed, text);
  });
}

}  // namespace sigte
