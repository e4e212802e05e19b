// SPDX-License-Identifier: MPL-2.0

// Hides the digits of numbers that a ruleset calls private.

#include "engine/base/redaction.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

namespace sigte {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The first digit from `at` on, or the text's size. Nearly all bytes of most
// texts are none: eight are looked at together.
std::size_t FindDigit(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  while (at + 8 <= text.size()) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    // '0' to '9' become 0 to 9: adding 0x76 then leaves the high bit alone.
    const std::uint64_t turned = bytes ^ (kEach * '0');
    const std::uint64_t others =
        ((turned & (kEach * 0x7F)) + kEach * 0x76) | turned;
    if ((~others & (kEach * 0x80)) != 0) break;
    at += 8;
  }
  while (at < text.size() && !IsDigit(text[at])) ++at;
  return at;
}

bool IsSeparator(char c) { return c == '-' || c == ' '; }

// The end of `pattern` matched at `begin`, if it stands there as a whole
// number.
std::optional<std::size_t> MatchAt(std::string_view text, std::size_t begin,
                                   std::string_view pattern) {
  std::size_t at = begin;
  for (const char wanted : pattern) {
    if (wanted == '-') {
      if (at < text.size() && IsSeparator(text[at])) ++at;
    } else {
      if (at >= text.size() || !IsDigit(text[at])) return std::nullopt;
      ++at;
    }
  }
  if (at < text.size() && IsDigit(text[at])) return std::nullopt;
  return at;
}

void Hide(std::string* text, std::size_t begin, std::string_view pattern) {
  std::size_t at = begin;
  for (const char wanted : pattern) {
    if (wanted == '-') {
      if (at < text->size() && IsSeparator((*text)[at])) ++at;
      continue;
    }
    if (wanted == '#') (*text)[at] = '*';
    ++at;
  }
}

}  // namespace

bool Redaction::IsPattern(std::string_view pattern) {
  const auto known = [](char c) { return c == '0' || c == '#' || c == '-'; };
  return std::ranges::all_of(pattern, known) &&
         pattern.find('#') != std::string_view::npos;
}

void Redaction::Apply(std::string* text) const {
  for (std::size_t i = FindDigit(*text, 0); i < text->size();
       i = FindDigit(*text, i + 1)) {
    for (const std::string& pattern : patterns_) {
      if (const auto end = MatchAt(*text, i, pattern)) {
        Hide(text, i, pattern);
        i = *end - 1;
        break;
      }
    }
    while (i + 1 < text->size() && IsDigit((*text)[i + 1])) ++i;
  }
}

}  // namespace sigte
