// Hides the digits of numbers that a ruleset calls private.

#include "engine/base/redaction.h"

#include <algorithm>
#include <optional>

namespace sigte {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

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
  for (std::size_t i = 0; i < text->size(); ++i) {
    if (!IsDigit((*text)[i])) continue;
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
