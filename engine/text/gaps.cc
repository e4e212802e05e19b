// SPDX-License-Identifier: MPL-2.0

#include "engine/text/gaps.h"

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

bool IsDigitAt(std::string_view text, std::size_t at) {
  return at < text.size() && IsDigit(text[at]);
}

// Whether at least kFullLine characters stand before `at` in its line.
bool IsFullLine(std::string_view text, std::size_t at) {
  constexpr int kFullLine = 20;
  int characters = 0;
  while (at > 0 && characters < kFullLine) {
    const char c = text[--at];
    if (c == '\n' || c == '\r') return false;
    if (!IsContinuation(c)) ++characters;
  }
  return characters == kFullLine;
}

// A text that was broken into lines goes on with a small letter after a full
// line; what stands in short lines is a list.
bool LineBreakEndsClause(std::string_view text, std::size_t at,
                         std::size_t next) {
  if (text[at] == '\r' && next < text.size() && text[next] == '\n') {
    return false;  // the second of the two says it
  }
  if (text[at] == '\n' && at > 0 && text[at - 1] == '\r') --at;
  std::size_t after = 0;
  CharKind kind = KindAt(text, next, &after);
  while (kind == CharKind::kBlank) {
    next = after;
    kind = KindAt(text, next, &after);
  }
  return kind != CharKind::kLetter || !IsLower(NextCodePoint(text, &next)) ||
         !IsFullLine(text, at);
}

// The code point before `at`; 0 where there is none.
char32_t CodePointBefore(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = BeginOfLast(text, at);
  return NextCodePoint(text, &begin);
}

// An abbreviation's full stop is followed by something that begins no sentence.
bool StopEndsClause(std::string_view text, std::size_t at, std::size_t next) {
  if (next < text.size() && (text[next] == '/' || text[next] == ',')) {
    return false;
  }
  std::size_t after = 0;
  CharKind kind = KindAt(text, next, &after);
  // "i huset.Der er": a blank was forgotten.
  if (kind == CharKind::kLetter) {
    return IsUpper(NextCodePoint(text, &next)) &&
           IsLower(CodePointBefore(text, at));
  }
  while (kind == CharKind::kBlank ||
         (kind == CharKind::kLineBreak &&
          !LineBreakEndsClause(text, next, after))) {
    next = after;
    kind = KindAt(text, next, &after);
  }
  if (kind == CharKind::kDigit) return false;
  return kind != CharKind::kLetter || !IsLower(NextCodePoint(text, &next));
}

bool BlankBefore(std::string_view text, std::size_t at) {
  return at == 0 || KindOf(CodePointBefore(text, at)) == CharKind::kBlank;
}

bool IsBetweenBlanks(std::string_view text, std::size_t at, std::size_t next) {
  std::size_t after = 0;
  const bool blank_after =
      next >= text.size() || KindAt(text, next, &after) == CharKind::kBlank;
  return blank_after && BlankBefore(text, at);
}

}  // namespace

bool IsBlankAt(std::string_view text, std::size_t at) {
  std::size_t after = 0;
  const CharKind kind = KindAt(text, at, &after);
  return kind == CharKind::kBlank || kind == CharKind::kLineBreak;
}

std::uint8_t GapOf(CharKind kind, std::string_view text, std::size_t at,
                   std::size_t next) {
  switch (kind) {
    case CharKind::kClauseEnd: return kClauseGap;
    case CharKind::kLineBreak:
      return LineBreakEndsClause(text, at, next) ? kClauseGap : 0;
    case CharKind::kStop:
      return StopEndsClause(text, at, next) ? kClauseGap : 0;
    case CharKind::kComma: {
      const bool is_decimal =
          at > 0 && IsDigitAt(text, at - 1) && IsDigitAt(text, next);
      return is_decimal ? 0 : kCommaGap;
    }
    case CharKind::kHyphen:
    case CharKind::kDash:
      return IsBetweenBlanks(text, at, next) ? kClauseGap : 0;
    default: return 0;
  }
}

}  // namespace sigte
