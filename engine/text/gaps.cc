// SPDX-License-Identifier: MPL-2.0

#include "engine/text/gaps.h"

#include "engine/base/utf8.h"

namespace sigte {
namespace {

bool IsDigitAt(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// An abbreviation's full stop is followed by something that begins no sentence.
bool StopEndsClause(std::string_view text, std::size_t next) {
  if (next < text.size() && (text[next] == '/' || text[next] == ',')) {
    return false;
  }
  std::size_t after = 0;
  CharKind kind = KindAt(text, next, &after);
  if (kind == CharKind::kLetter) return false;
  while (kind == CharKind::kBlank) {
    next = after;
    kind = KindAt(text, next, &after);
  }
  if (kind == CharKind::kDigit) return false;
  return kind != CharKind::kLetter || !IsLower(NextCodePoint(text, &next));
}

bool BlankBefore(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char c = text[at - 1];
  if (static_cast<unsigned char>(c) < 0x80) {
    return KindOf(static_cast<char32_t>(c)) == CharKind::kBlank;
  }
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (text[begin] & 0xC0) == 0x80) {
    --begin;
  }
  std::size_t after = 0;
  return KindAt(text, begin, &after) == CharKind::kBlank;
}

bool IsBetweenBlanks(std::string_view text, std::size_t at, std::size_t next) {
  std::size_t after = 0;
  const bool blank_after =
      next >= text.size() || KindAt(text, next, &after) == CharKind::kBlank;
  return blank_after && BlankBefore(text, at);
}

}  // namespace

std::uint8_t GapOf(CharKind kind, std::string_view text, std::size_t at,
                   std::size_t next) {
  switch (kind) {
    case CharKind::kClauseEnd: return kClauseGap;
    case CharKind::kStop: return StopEndsClause(text, next) ? kClauseGap : 0;
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
