// SPDX-License-Identifier: MPL-2.0

// A descent over the pattern that adds up digits and puts strings together; it
// gives up on whatever it does not know, which is never wrong.

#include "engine/evaluate/regex_needs.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/blank.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kMostDigits = 1000;  // worth counting
constexpr std::size_t kMaxDepth = 100;
constexpr std::size_t kMostOfClass = 8;  // signs that are told one by one

using Strings = std::vector<std::string>;
using Sets = std::vector<Strings>;

/// What is so of every text that a stretch of the pattern matches.
struct Piece {
  std::size_t digits = 0;  // it has as many
  bool is_whole = false;   // it is one of the one set's; else one of each set's
  Sets sets;               // stands in it
};

Piece Nothing(std::size_t digits = 0) { return {digits, false, {}}; }
Piece Whole(std::string text) {
  const std::size_t digits = IsDigit(text.empty() ? 'x' : text[0]) ? 1U : 0U;
  return {digits, true, {{std::move(text)}}};
}

// Of the string that says least; blanks around words say nothing.
std::size_t Weight(const Strings& strings) {
  std::size_t least = strings.empty() ? 0 : kLongestPart;
  for (const std::string& text : strings) {
    least = std::min(least, Trimmed(text).size());
  }
  return least;
}

// Keeps what says most, each once: long strings, and few.
Sets Best(Sets sets) {
  std::erase_if(sets, [](const Strings& set) { return Weight(set) == 0; });
  std::ranges::stable_sort(sets, [](const Strings& a, const Strings& b) {
    const std::size_t of_a = Weight(a);
    const std::size_t of_b = Weight(b);
    return of_a == of_b ? a.size() < b.size() : of_a > of_b;
  });
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
  if (sets.size() > kMostSets) sets.resize(kMostSets);
  return sets;
}

// Without those in which another one stands, which is asked for anyway.
Strings WithoutLonger(const Strings& strings) {
  Strings kept;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    bool is_needed = true;
    for (std::size_t k = 0; k < strings.size() && is_needed; ++k) {
      const bool stands_in_it =
          strings[i].find(strings[k]) != std::string::npos;
      // Of two that are the same the first is kept.
      const bool is_other = strings[k] != strings[i] || k < i;
      is_needed = !(stands_in_it && is_other);
    }
    if (is_needed) kept.push_back(strings[i]);
  }
  return kept;
}

// One of each set of `a` stands in a text, or one of each of `b`.
Sets Either(const Sets& a, const Sets& b) {
  Sets either;
  if (a.empty() || b.empty()) return either;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    Strings both = a[std::min(i, a.size() - 1)];
    const Strings& others = b[std::min(i, b.size() - 1)];
    if (both.size() + others.size() > kMostParts) break;
    both.insert(both.end(), others.begin(), others.end());
    either.push_back(std::move(both));
  }
  return either;
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
    RegexNeeds needs{piece.digits, {}};
    for (const Strings& set : Best(std::move(piece.sets))) {
      needs.any_of.push_back(WithoutLonger(set));
    }
    return needs;
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
    while (Take("|")) {
      const Piece other = Sequence(depth);
      any.digits = std::min(any.digits, other.digits);
      any.is_whole = any.is_whole && other.is_whole;
      any.sets = Either(any.sets, other.sets);
    }
    any.is_whole = any.is_whole && !any.sets.empty();
    return any;
  }

  // Joins strings as long as all is known, and keeps the best that it had.
  Piece Sequence(std::size_t depth) {
    Piece all = Whole("");
    Strings run = {""};
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Piece piece = Repeated(depth);
      all.digits = std::min(all.digits + piece.digits, kMostDigits);
      if (piece.is_whole && Join(piece.sets.front(), &run)) continue;
      if (all.is_whole) all.sets.clear();
      all.is_whole = false;
      all.sets.push_back(std::exchange(run, {""}));
      if (piece.is_whole) {
        run = std::move(piece.sets.front());
      } else {
        std::ranges::move(piece.sets, std::back_inserter(all.sets));
      }
      all.sets = Best(std::move(all.sets));
    }
    if (all.is_whole) {
      all.sets = {std::move(run)};
    } else {
      all.sets.push_back(std::move(run));
      all.sets = Best(std::move(all.sets));
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
    if (!piece.is_whole || piece.sets.front().size() == kMostParts) {
      return Nothing();
    }
    piece.digits = 0;
    piece.sets.front().emplace_back();
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
    Piece piece{0, true, {{}}};
    if (set.front() == '^' || set.size() > kMostOfClass) return Nothing();
    for (std::size_t at = 0; at < set.size();) {
      const std::size_t begin = at;
      const char32_t sign = NextCodePoint(set, &at);
      const bool in_range = sign == '-' && begin > 0 && at < set.size();
      if (in_range || !IsPlain(sign)) return Nothing();
      piece.sets.front().emplace_back(set.substr(begin, at - begin));
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

}  // namespace sigte
