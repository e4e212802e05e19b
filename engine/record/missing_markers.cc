// SPDX-License-Identifier: MPL-2.0

#include "engine/record/missing_markers.h"

#include <algorithm>
#include <utility>

#include "engine/base/blank.h"
#include "engine/base/utf8.h"

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

// What people put around a word, or in place of one. '+', '%' and the like say
// something.
constexpr bool IsSign(char32_t c) {
  constexpr std::u32string_view kSigns =
      U"-.,;:!?()[]{}\"'*_/\\\u00AB\u00B4\u00B7\u00BB\u2010\u2011\u2012\u2013"
      U"\u2014\u2015\u2018\u2019\u201A\u201C\u201D\u201E\u2022\u2026\u2212";
  return kSigns.find(c) != kSigns.npos;
}

// Nearly all texts begin and end with a letter or a digit.
constexpr std::array<bool, 128> kAsciiAround = [] {
  std::array<bool, 128> around{};
  for (char32_t c = 0; c < around.size(); ++c) {
    around[c] = IsSign(c) || IsBlank(c);
  }
  return around;
}();

bool IsAround(char32_t c) {
  return c < kAsciiAround.size() ? kAsciiAround[c] : IsSign(c) || IsBlank(c);
}

// Bytes of the sign or blank that `text` ends with; 0: none.
std::size_t SignAtEnd(std::string_view text) {
  const std::size_t begin = BeginOfLast(text, text.size());
  std::size_t end = begin;
  const bool is_around = IsAround(NextCodePoint(text, &end));
  return is_around && end == text.size() ? end - begin : 0;
}

}  // namespace

MissingMarkers::MissingMarkers(std::vector<std::string> texts)
    : texts_(std::move(texts)) {
  for (const std::string& text : texts_) {
    const std::string_view core = WithoutSigns(text);
    if (core.empty()) {
      for (std::size_t at = 0; at < text.size();) {
        signs_.push_back(NextCodePoint(text, &at));
      }
      continue;
    }
    cores_.emplace_back(core);
    sizes_ |= std::uint64_t{1} << SizeBit(core.size());
    firsts_[static_cast<unsigned char>(SmallAscii(core.front()))] = true;
    firsts_[static_cast<unsigned char>(LargeAscii(core.front()))] = true;
  }
}

std::string_view MissingMarkers::WithoutSigns(std::string_view text) {
  while (!text.empty()) {
    std::size_t size = 0;
    if (!IsAround(NextCodePoint(text, &size))) break;
    text.remove_prefix(size);
  }
  while (!text.empty()) {
    const std::size_t size = SignAtEnd(text);
    if (size == 0) break;
    text.remove_suffix(size);
  }
  return text;
}

bool MissingMarkers::HasSigns(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (!IsBlank(c) && std::ranges::find(signs_, c) == signs_.end()) {
      return false;
    }
  }
  return true;
}

bool MissingMarkers::IsOneOf(std::string_view core) const {
  return std::ranges::any_of(cores_, [&](std::string_view marker) {
    return marker.size() == core.size() && SameWithoutCase(core, marker);
  });
}

}  // namespace sigte
