// SPDX-License-Identifier: MPL-2.0

// A descent over the pattern that adds up digits and puts strings together; it
// gives up on whatever it does not know, which is never wrong.

#include "engine/evaluate/regex_needs.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/base/byte_block.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kMostDigits = 1000;  // worth counting
constexpr std::size_t kMaxDepth = 100;
constexpr std::size_t kMostOfClass = 8;  // signs that are told one by one

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

using Strings = std::vector<std::string>;

/// What is so of every text that a stretch of the pattern matches.
struct Piece {
  std::size_t digits = 0;  // it has as many
  bool is_whole = false;   // it is one of `strings`; else one stands in it, if
  Strings strings;         // there are any
};

Piece Nothing(std::size_t digits = 0) { return {digits, false, {}}; }
Piece Whole(std::string text) {
  return {
      IsDigit(text.empty() ? 'x' : text[0]) ? 1U : 0U, true, {std::move(text)}};
}

std::size_t Shortest(const Strings& strings) {
  std::size_t least = strings.empty() ? 0 : strings.front().size();
  for (const std::string& text : strings) least = std::min(least, text.size());
  return least;
}

// What says most: long strings, and few.
Strings Better(Strings a, Strings b) {
  const std::size_t of_a = Shortest(a);
  const std::size_t of_b = Shortest(b);
  const bool is_a = of_a == of_b ? a.size() <= b.size() : of_a > of_b;
  return is_a ? std::move(a) : std::move(b);
}

std::size_t Longest(const Strings& strings) {
  std::size_t most = 0;
  for (const std::string& text : strings) most = std::max(most, text.size());
  return most;
}

// Puts every string of `tails` behind every one of `heads`; false where they
// would be too many or too long.
bool Join(const Strings& tails, Strings* heads) {
  if (heads->size() * tails.size() > kMostParts ||
      Longest(*heads) + Longest(tails) > kLongestPart) {
    return false;
  }
  if (tails.size() == 1) {
    for (std::string& head : *heads) head += tails.front();
    return true;
  }
  Strings joined;
  for (const std::string& head : *heads) {
    for (const std::string& tail : tails) joined.push_back(head + tail);
  }
  *heads = std::move(joined);
  return true;
}

// Letters that have no case but the two of ASCII and Latin-1: what else there
// is, "ÿ" and "µ" among them, is not looked into.
bool IsPlain(char32_t sign) {
  return sign < 0x80 ||
         (sign >= 0xA0 && sign < 0xFF && sign != 0xB5 && sign != 0xDF);
}

class NeedsReader {
 public:
  explicit NeedsReader(std::string_view pattern) : rest_(pattern) {}

  RegexNeeds Read() {
    Piece piece = Alternatives(0);
    if (is_lost_ || !rest_.empty()) return {};
    if (Shortest(piece.strings) == 0) piece.strings.clear();
    return {piece.digits, std::move(piece.strings)};
  }

 private:
  // Gives up.
  Piece Lose() {
    is_lost_ = true;
    rest_ = {};
    return Nothing();
  }

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

  Piece Alternatives(std::size_t depth) {
    if (depth > kMaxDepth) return Lose();
    Piece any = Sequence(depth);
    bool is_known = !any.strings.empty();
    while (Take("|")) {
      Piece other = Sequence(depth);
      any.digits = std::min(any.digits, other.digits);
      any.is_whole = any.is_whole && other.is_whole;
      is_known = is_known && !other.strings.empty() &&
                 any.strings.size() + other.strings.size() <= kMostParts;
      if (!is_known) continue;
      std::ranges::move(other.strings, std::back_inserter(any.strings));
    }
    if (!is_known) return Nothing(any.digits);
    return any;
  }

  // Joins strings as long as all is known, and keeps the best that it had.
  Piece Sequence(std::size_t depth) {
    Piece all = Whole("");
    Strings best;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Piece piece = Repeated(depth);
      all.digits = std::min(all.digits + piece.digits, kMostDigits);
      if (piece.is_whole && Join(piece.strings, &all.strings)) continue;
      all.is_whole = false;
      best = Better(std::move(best), std::move(all.strings));
      all.strings = {""};
      if (piece.is_whole) {
        all.strings = std::move(piece.strings);
      } else {
        best = Better(std::move(best), std::move(piece.strings));
      }
    }
    if (!all.is_whole) {
      all.strings = Better(std::move(best), std::move(all.strings));
    }
    return all;
  }

  Piece Repeated(std::size_t depth) {
    Piece piece = Atom(depth);
    while (!is_lost_) {
      if (Take("?")) {
        piece = Optional(std::move(piece));
      } else if (Take("*")) {
        piece = Nothing();
      } else if (Take("+")) {
        piece.is_whole = false;
      } else if (Take("{")) {
        const std::optional<std::size_t> times = LeastTimes();
        if (!times) return Lose();
        piece.is_whole = false;
        piece.digits = std::min(piece.digits * *times, kMostDigits);
        if (*times == 0) piece = Nothing();
      } else {
        break;
      }
    }
    return piece;
  }

  static Piece Optional(Piece piece) {
    if (!piece.is_whole || piece.strings.size() == kMostParts) return Nothing();
    piece.digits = 0;
    piece.strings.emplace_back();
    return piece;
  }

  // Of "{6}", "{2,}", "{2,4}".
  std::optional<std::size_t> LeastTimes() {
    std::size_t times = 0;
    const bool begins = !rest_.empty() && IsDigit(rest_.front());
    while (!rest_.empty() && IsDigit(rest_.front())) {
      times = std::min(times * 10 + static_cast<std::size_t>(TakeOne() - '0'),
                       kMostDigits);
    }
    if (Take(",")) {
      while (!rest_.empty() && IsDigit(rest_.front())) (void)TakeOne();
    }
    return begins && Take("}") ? std::optional(times) : std::nullopt;
  }

  Piece Atom(std::size_t depth) {
    switch (rest_.front()) {
      case '(': TakeOne(); return Group(depth);
      case '[': TakeOne(); return Class();
      case '\\': TakeOne(); return Escape();
      case '.': TakeOne(); return Nothing();
      case '^':
      case '$': TakeOne(); return Whole("");
      case '*':
      case '+':
      case '?':
      case '{': return Lose();
      default: return Sign();
    }
  }

  Piece Sign() {
    std::size_t size = 0;
    const bool is_plain = IsPlain(NextCodePoint(rest_, &size));
    const std::string sign(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return is_plain ? Whole(sign) : Nothing();
  }

  Piece Group(std::size_t depth) {
    if (Take("?")) {
      // What is looked for has no case, and no flag makes it less.
      while (Take("i") || Take("s") || Take("-")) continue;
      if (Take(")")) return Flags();
      if (!Take(":")) return Lose();
    }
    Piece piece = Alternatives(depth + 1);
    return Take(")") ? piece : Lose();
  }

  // No group: they hold for what follows. To RE2, what is repeated behind them
  // is what stands before them.
  Piece Flags() {
    const bool is_repeated =
        !rest_.empty() &&
        std::string_view("*+?{").find(rest_.front()) != std::string_view::npos;
    return is_repeated ? Lose() : Whole("");
  }

  // "[]a]" and classes with names or escapes are not looked into.
  Piece Class() {
    const std::size_t end = rest_.find(']');
    if (end == rest_.npos || end == 0) return Lose();
    const std::string_view set = rest_.substr(0, end);
    if (set == "^" || set.find_first_of("[\\") != set.npos) return Lose();
    rest_.remove_prefix(end + 1);
    Piece piece = OneOf(set);
    piece.digits = IsOfDigits(set) ? 1 : 0;
    return piece;
  }

  // Few signs one by one, without ranges.
  static Piece OneOf(std::string_view set) {
    Piece piece{0, true, {}};
    if (set.front() == '^' || set.size() > kMostOfClass) return Nothing();
    for (std::size_t at = 0; at < set.size();) {
      const std::size_t begin = at;
      const char32_t sign = NextCodePoint(set, &at);
      const bool in_range = sign == '-' && begin > 0 && at < set.size();
      if (in_range || !IsPlain(sign)) return Nothing();
      piece.strings.emplace_back(set.substr(begin, at - begin));
    }
    return piece;
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

  Piece Escape() {
    if (rest_.empty()) return Lose();
    const char c = TakeOne();
    if (c == 'd') return Nothing(1);
    if (c == 'b' || c == 'B') return Whole("");
    if (std::string_view("DsSwW").find(c) != std::string_view::npos) {
      return Nothing();
    }
    const bool is_sign = c > ' ' && c < 0x7F;
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_sign && !is_letter && !IsDigit(c) ? Whole({c}) : Lose();
  }

  std::string_view rest_;
  bool is_lost_ = false;
};

}  // namespace

RegexNeeds NeedsOf(std::string_view pattern) {
  return NeedsReader(pattern).Read();
}

std::size_t CountDigits(std::string_view text) {
  std::size_t count = 0;
  for (; text.size() >= ByteBlock::kSize;
       text.remove_prefix(ByteBlock::kSize)) {
    const unsigned digits = ByteBlock(text.data()).Digits();
    count += static_cast<std::size_t>(std::popcount(digits));
  }
  return count + static_cast<std::size_t>(std::ranges::count_if(text, IsDigit));
}

}  // namespace sigte
