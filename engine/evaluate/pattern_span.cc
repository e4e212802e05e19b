// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/pattern_span.h"

#include <re2/re2.h>

#include <string>

#include "engine/base/ascii.h"
#include "engine/base/plain_text.h"

namespace sigte {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool IsInWord(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// In the plain text, which is what conditions read.
std::optional<Span> FirstFound(const re2::RE2& regex, std::string_view text) {
  re2::StringPiece found;
  if (!regex.Match({text.data(), text.size()}, 0, text.size(),
                   re2::RE2::UNANCHORED, &found, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return Span{begin, begin + found.size()};
}

}  // namespace

std::optional<Span> PatternSpan(const Program& program,
                                std::uint32_t expression,
                                std::string_view text) {
  const re2::RE2& regex = *program.expressions[expression];
  std::string made;
  const bool is_plain = IsPlain(text);
  if (!is_plain) made = PlainOf(text);
  const std::optional<Span> found = FirstFound(regex, is_plain ? text : made);
  if (!found) return std::nullopt;
  Span span = *found;
  if (!is_plain) {
    span = {OffsetBeforePlain(text, span.begin),
            OffsetBeforePlain(text, span.end)};
  }
  while (span.begin < span.end && IsBlank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && IsBlank(text[span.end - 1])) --span.end;
  if (span.begin == span.end) return span;
  while (span.begin > 0 && IsInWord(text[span.begin]) &&
         IsInWord(text[span.begin - 1])) {
    --span.begin;
  }
  while (span.end < text.size() && IsInWord(text[span.end - 1]) &&
         IsInWord(text[span.end])) {
    ++span.end;
  }
  return span;
}

}  // namespace sigte
