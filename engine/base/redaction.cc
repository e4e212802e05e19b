// SPDX-License-Identifier: MPL-2.0

// Hides the digits of numbers that a ruleset calls private.

#include "engine/base/redaction.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/byte_block.h"
#include "engine/base/unprintable.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr int kMaxBlanks = 2;

// The first digit from `at` on, or the text's size. Most texts have few.
std::size_t FindDigit(std::string_view text, std::size_t at) {
  return FindFirst(text, at,
                   [](const ByteBlock& block) { return block.Digits(); });
}

/// What may stand between the digits of a number, as somebody writes it or a
/// program that wraps and sets text makes of it.
enum class Mark : std::uint8_t {
  kNone,
  kHyphen,
  kSlash,
  kPoint,
  kBlank,
  kReturn,  // a line's end that a line feed may follow
  kBreak,
  kJoiner
};

Mark MarkOf(char32_t c) {
  switch (c) {
    case '-': return Mark::kHyphen;
    case '/': return Mark::kSlash;
    case '.': return Mark::kPoint;
    case ' ':
    case '\t': return Mark::kBlank;
    case '\r': return Mark::kReturn;
    case '\n':
    case 0x85:
    case 0x2028:
    case 0x2029: return Mark::kBreak;
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return Mark::kBlank;
    case 0xAD:  // a soft hyphen is seen where a line ends only
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF: return Mark::kJoiner;
    case 0x2043:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D: return Mark::kHyphen;
    default: break;
  }
  if (IsControl(c)) return Mark::kJoiner;
  if (c >= 0x2000 && c <= 0x200A) return Mark::kBlank;
  return c >= 0x2010 && c <= 0x2015 ? Mark::kHyphen : Mark::kNone;
}

// "\n", "\/", "\u2013" and the like, as they stand in a line of JSON.
Mark EscapedMark(std::string_view text, std::size_t* at) {
  constexpr std::size_t kDigits = 4;
  const char kind = *at + 1 < text.size() ? text[*at + 1] : '\0';
  const char denoted = kind == 'n'   ? '\n'
                       : kind == 'r' ? '\r'
                       : kind == 't' ? '\t'
                       : kind == 'b' ? '\b'
                       : kind == 'f' ? '\f'
                       : kind == '/' ? '/'
                                     : '\0';
  if (denoted != '\0') {
    *at += 2;
    return MarkOf(static_cast<char32_t>(denoted));
  }
  if (kind != 'u' || *at + 2 + kDigits > text.size()) return Mark::kNone;
  std::uint32_t c = 0;
  const char* const begin = text.data() + *at + 2;
  const auto [end, error] = std::from_chars(begin, begin + kDigits, c, 16);
  if (error != std::errc() || end != begin + kDigits) return Mark::kNone;
  *at += 2 + kDigits;
  return MarkOf(c);
}

// The mark at `*at`, which moves past it; kNone: it may stay where it is.
Mark ReadMark(std::string_view text, std::size_t* at) {
  if (*at >= text.size()) return Mark::kNone;
  if (text[*at] == '\\') return EscapedMark(text, at);
  return MarkOf(NextCodePoint(text, at));
}

std::size_t SkipJoiners(std::string_view text, std::size_t at) {
  for (std::size_t next = at; ReadMark(text, &next) == Mark::kJoiner;) {
    at = next;
  }
  return at;
}

// A line's end, or `at`.
std::size_t SkipBreak(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const Mark mark = ReadMark(text, &next);
  if (mark != Mark::kBreak && mark != Mark::kReturn) return at;
  at = next;
  const bool is_pair =
      mark == Mark::kReturn && ReadMark(text, &next) == Mark::kBreak;
  return is_pair ? next : at;
}

// At most two blanks and a line's end; more divide columns and paragraphs.
std::size_t SkipBlanks(std::string_view text, std::size_t at) {
  bool broken = false;
  for (int blanks = 0;;) {
    std::size_t next = at = SkipJoiners(text, at);
    if (ReadMark(text, &next) == Mark::kBlank) {
      if (++blanks > kMaxBlanks) return at;
    } else {
      next = SkipBreak(text, at);
      if (next == at || broken) return at;
      broken = true;
    }
    at = next;
  }
}

// A hyphen of any kind with blanks on either side, each of which may lack.
std::size_t SkipSeparator(std::string_view text, std::size_t at) {
  std::size_t next = at = SkipBlanks(text, at);
  return ReadMark(text, &next) == Mark::kHyphen ? SkipBlanks(text, next) : at;
}

// The same where something must stand there; `at` where it does not.
std::size_t SkipDivider(std::string_view text, std::size_t at, char wanted) {
  const std::size_t behind_blanks = SkipBlanks(text, at);
  std::size_t next = behind_blanks;
  const Mark mark = ReadMark(text, &next);
  const bool is_point = wanted == '.' && mark == Mark::kPoint;
  if (is_point || mark == Mark::kHyphen || mark == Mark::kSlash) {
    return SkipBlanks(text, next);
  }
  return wanted == '.' ? behind_blanks : at;
}

// The end of `pattern` matched at `begin`, if it stands there as a whole
// number. `hide` is called with where each digit is that may not be shown.
template <typename Hide>
std::optional<std::size_t> MatchAt(std::string_view text, std::size_t begin,
                                   std::string_view pattern, Hide hide) {
  std::size_t at = begin;
  for (const char wanted : pattern) {
    if (wanted == '-') {
      at = SkipSeparator(text, at);
      continue;
    }
    if (wanted == '.' || wanted == '/') {
      const std::size_t next = SkipDivider(text, at, wanted);
      if (next == at) return std::nullopt;
      at = next;
      continue;
    }
    if (at != begin && at < text.size() && !IsDigit(text[at])) {
      at = SkipJoiners(text, at);
    }
    if (at >= text.size() || !IsDigit(text[at])) return std::nullopt;
    if (wanted == '#') hide(at);
    ++at;
  }
  if (at < text.size() && IsDigit(text[at])) return std::nullopt;
  return at;
}

bool IsDigestDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); }

// A SHA-256 as programs write it has digits by chance: `at` lies in one, and
// this is where it ends. Else `at`.
std::size_t EndOfDigest(std::string_view text, std::size_t at) {
  constexpr std::size_t kDigest = 64;
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > 0 && at - begin < kDigest && IsDigestDigit(text[begin - 1])) {
    --begin;
  }
  while (end < text.size() && end - at <= kDigest && IsDigestDigit(text[end])) {
    ++end;
  }
  return end - begin == kDigest ? end : at;
}

}  // namespace

bool Redaction::IsPattern(std::string_view pattern) {
  return pattern.find_first_not_of("0#-./") == std::string_view::npos &&
         pattern.find('#') != std::string_view::npos;
}

Redaction::Redaction(std::vector<std::string> patterns)
    : patterns_(std::move(patterns)) {
  for (const std::string& pattern : patterns_) {
    const auto digits = std::ranges::count_if(
        pattern, [](char c) { return c == '0' || c == '#'; });
    shortest_ = std::min(shortest_, static_cast<std::size_t>(digits));
  }
}

std::optional<Redaction::Found> Redaction::FindFrom(std::string_view text,
                                                    std::size_t from) const {
  // What is too near the end to begin a whole number is not looked at.
  for (std::size_t i = FindDigit(text, from); i + shortest_ <= text.size();
       i = FindDigit(text, i + 1)) {
    for (const std::string& pattern : patterns_) {
      const auto end = MatchAt(text, i, pattern, [](std::size_t) {});
      if (end && *end > EndOfDigest(text, i)) return Found{i, *end, &pattern};
    }
    while (i + 1 < text.size() && IsDigit(text[i + 1])) ++i;
  }
  return std::nullopt;
}

void Redaction::Hide(std::string* text) const {
  for (auto found = FindFrom(*text, 0); found;
       found = FindFrom(*text, found->end)) {
    MatchAt(*text, found->begin, *found->pattern,
            [&](std::size_t at) { (*text)[at] = kMask; });
  }
}

std::string Hidden(std::string text, std::span<const Redaction> by) {
  for (const Redaction& redaction : by) redaction.Apply(&text);
  return text;
}

}  // namespace sigte
