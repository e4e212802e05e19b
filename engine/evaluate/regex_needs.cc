// SPDX-License-Identifier: MPL-2.0

// A descent over the pattern that adds up digits; it gives up on whatever it
// does not know, which is never wrong.

#include "engine/evaluate/regex_needs.h"

#include <algorithm>
#include <optional>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sigte {
namespace {

constexpr std::size_t kMost = 1000;  // digits worth counting
constexpr std::size_t kMaxDepth = 100;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits that are always there, of a stretch of the pattern; nullopt where it
/// has something unknown.
using Digits = std::optional<std::size_t>;

class DigitCounter {
 public:
  explicit DigitCounter(std::string_view pattern) : rest_(pattern) {}

  Digits Count() {
    const Digits digits = Alternatives(0);
    return rest_.empty() ? digits : std::nullopt;
  }

 private:
  bool Take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  char TakeOne() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  Digits Alternatives(std::size_t depth) {
    if (depth > kMaxDepth) return std::nullopt;
    Digits least = Sequence(depth);
    while (least && Take("|")) {
      const Digits other = Sequence(depth);
      least = other ? std::min(*least, *other) : other;
    }
    return least;
  }

  Digits Sequence(std::size_t depth) {
    std::size_t sum = 0;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      const Digits piece = Repeated(depth);
      if (!piece) return piece;
      sum = std::min(sum + *piece, kMost);
    }
    return sum;
  }

  Digits Repeated(std::size_t depth) {
    Digits digits = Atom(depth);
    while (digits) {
      if (Take("*") || Take("?")) {
        digits = 0;
      } else if (Take("{")) {
        const std::optional<std::size_t> times = LeastTimes();
        digits =
            times ? Digits(std::min(*digits * *times, kMost)) : std::nullopt;
      } else if (!Take("+")) {
        break;
      }
    }
    return digits;
  }

  // Of "{6}", "{2,}", "{2,4}".
  std::optional<std::size_t> LeastTimes() {
    std::size_t times = 0;
    const bool begins = !rest_.empty() && IsDigit(rest_.front());
    while (!rest_.empty() && IsDigit(rest_.front())) {
      times = std::min(times * 10 + static_cast<std::size_t>(TakeOne() - '0'),
                       kMost);
    }
    if (Take(",")) {
      while (!rest_.empty() && IsDigit(rest_.front())) (void)TakeOne();
    }
    return begins && Take("}") ? std::optional(times) : std::nullopt;
  }

  Digits Atom(std::size_t depth) {
    const char c = TakeOne();
    switch (c) {
      case '(': return Group(depth);
      case '[': return Class();
      case '\\': return Escape();
      case '*':
      case '+':
      case '?':
      case '{': return std::nullopt;
      default: return IsDigit(c) ? 1 : 0;
    }
  }

  Digits Group(std::size_t depth) {
    if (rest_.starts_with('?') && !Take("?:") && !Take("?i:")) {
      // "(?i)" is no group: it holds for what follows.
      return Take("?i)") ? Digits(0) : std::nullopt;
    }
    const Digits digits = Alternatives(depth + 1);
    return Take(")") ? digits : std::nullopt;
  }

  // One digit where nothing else is in it. "[]a]" and classes with names or
  // escapes are not looked into.
  Digits Class() {
    const std::size_t end = rest_.find(']');
    if (end == rest_.npos || end == 0) return std::nullopt;
    const std::string_view set = rest_.substr(0, end);
    if (set == "^" || set.find_first_of("[\\") != set.npos) return std::nullopt;
    rest_.remove_prefix(end + 1);
    return IsOfDigits(set) ? 1 : 0;
  }

  // "0-9", "013", "0-35"; not "-9" or "1-3-5", which have a hyphen in them, nor
  // "^0".
  static bool IsOfDigits(std::string_view set) {
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (!IsDigit(set[i])) return false;
      if (i + 2 >= set.size() || set[i + 1] != '-') continue;
      i += 2;
      if (!IsDigit(set[i])) return false;
    }
    return true;
  }

  Digits Escape() {
    if (rest_.empty()) return std::nullopt;
    const char c = TakeOne();
    if (c == 'd') return 1;
    if (std::string_view("DsSwWbB").find(c) != std::string_view::npos) return 0;
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || IsDigit(c) ? std::nullopt : Digits(0);
  }

  std::string_view rest_;
};

#if defined(__SSE2__)

std::size_t CountDigits(const char* bytes) {
  const __m128i loaded =
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  // Shifted so that the digits begin at the lowest signed byte.
  const __m128i digits = _mm_cmplt_epi8(
      _mm_sub_epi8(loaded, _mm_set1_epi8('0' - 128)), _mm_set1_epi8(-128 + 10));
  const __m128i sums = _mm_sad_epu8(_mm_sub_epi8(_mm_setzero_si128(), digits),
                                    _mm_setzero_si128());
  return static_cast<std::size_t>(_mm_cvtsi128_si32(sums)) +
         static_cast<std::size_t>(_mm_extract_epi16(sums, 4));
}

#else

std::size_t CountDigits(const char* bytes) {
  return static_cast<std::size_t>(std::count_if(bytes, bytes + 16, IsDigit));
}

#endif

}  // namespace

std::size_t LeastDigits(std::string_view pattern) {
  return DigitCounter(pattern).Count().value_or(0);
}

bool HasDigits(std::string_view text, std::size_t least) {
  if (text.size() < least) return false;
  std::size_t count = 0;
  for (; text.size() >= 16 && count < least; text.remove_prefix(16)) {
    count += CountDigits(text.data());
  }
  for (; !text.empty() && count < least; text.remove_prefix(1)) {
    if (IsDigit(text.front())) ++count;
  }
  return count >= least;
}

}  // namespace sigte
