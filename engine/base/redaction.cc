// SPDX-License-Identifier: MPL-2.0

// Hides the digits of numbers that a ruleset calls private.

#include "engine/base/redaction.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/byte_block.h"

namespace sigte {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The first digit from `at` on, or the text's size. Most texts have few.
std::size_t FindDigit(std::string_view text, std::size_t at) {
  return FindFirst(text, at,
                   [](const ByteBlock& block) { return block.Digits(); });
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

void Cover(std::string* text, std::size_t begin, std::string_view pattern) {
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

Redaction::Redaction(std::vector<std::string> patterns)
    : patterns_(std::move(patterns)) {
  for (const std::string& pattern : patterns_) {
    const auto separators = std::ranges::count(pattern, '-');
    shortest_ = std::min(shortest_,
                         pattern.size() - static_cast<std::size_t>(separators));
  }
}

void Redaction::Hide(std::string* text) const {
  // What is too near the end to begin a whole number is not looked at.
  for (std::size_t i = FindDigit(*text, 0); i + shortest_ <= text->size();
       i = FindDigit(*text, i + 1)) {
    for (const std::string& pattern : patterns_) {
      if (const auto end = MatchAt(*text, i, pattern)) {
        Cover(text, i, pattern);
        i = *end - 1;
        break;
      }
    }
    while (i + 1 < text->size() && IsDigit((*text)[i + 1])) ++i;
  }
}

}  // namespace sigte
