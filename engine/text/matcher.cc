// SPDX-License-Identifier: MPL-2.0

// Verifies what is found in words, and sees what stands between them.

#include "engine/text/matcher.h"

#include <algorithm>

namespace sigte {

void Matcher::Find(std::string_view text) {
  source_ = text;
  hits_.clear();
  triggers_.clear();
  lexicon_.folder.Fold(text, &folded_);
  CollectCandidates();
  if (CandidatesFor(Role::kTerm).empty()) return;
  MarkBreaks();
  CollectBlocks();
  for (const Candidate& at : CandidatesFor(Role::kTerm)) {
    if (const auto parts = Verify(at)) {
      AddHit(at.use.owner, *parts);
    }
  }
  if (hits_.empty()) return;
  SortHits();
  for (const Candidate& at : CandidatesFor(Role::kTrigger)) {
    const auto parts = Verify(at);
    if (parts && IsBoundedHard(*parts)) {
      triggers_.push_back({at.use.owner, *parts});
    }
  }
}

// Few words have any pattern in them, and of those patterns few can match.
void Matcher::CollectCandidates() {
  for (auto& candidates : candidates_) candidates.clear();
  const auto count = static_cast<std::uint32_t>(folded_.word_count());
  std::optional<Traits> missing;
  for (std::uint32_t number = 0; number < count; ++number) {
    if (number % WordMatcher::kAhead == 0) {
      words_.LookAhead(folded_, number,
                       std::min(count, number + WordMatcher::kAhead));
    }
    const auto matches = words_.Find(folded_, number);
    if (matches.empty()) continue;
    if (!missing) missing = ~BeginningsIn(folded_);
    AddCandidates(matches, *missing, folded_.PartsOf(number));
  }
}

void Matcher::AddCandidates(std::span<const WordMatch> matches, Traits missing,
                            PartRun word) {
  const Beside beside = BesideOf(folded_, word);
  for (const WordMatch& match : matches) {
    const auto& [bytes, mask] = match.neighbours;
    if (((match.needs & missing) | ((beside & mask) ^ bytes)) != 0) continue;
    if (match.use.size > 1) {
      __builtin_prefetch(&lexicon_.elements[match.use.detail]);
    }
    candidates_[static_cast<std::size_t>(match.use.role)].push_back(
        {match.use,
         {word.first + match.parts.first, word.first + match.parts.last}});
  }
}

// Before all else: ".." must not pass words that begin clauses.
void Matcher::MarkBreaks() {
  for (const Candidate& at : CandidatesFor(Role::kBreak)) {
    const auto parts = Verify(at);
    if (parts && IsBoundedHard(*parts)) {
      folded_.AddGap(parts->first, kBreakGap);
    }
  }
}

void Matcher::CollectBlocks() {
  blocks_.Clear();
  for (const Candidate& at : CandidatesFor(Role::kBlock)) {
    if (const auto parts = Verify(at)) {
      blocks_.Add(at.use.owner, parts->first, parts->last);
    }
  }
  blocks_.Sort();
}

// A hit reaches an including term by any way on which no `but_not` takes it.
void Matcher::AddHit(std::uint32_t term, PartRun parts) {
  const auto& includers = lexicon_.includers[term];
  if (blocks_.empty()) {
    hits_.push_back({term, parts});
    for (const Includer& includer : includers) {
      hits_.push_back({includer.term, parts});
    }
    return;
  }
  const auto blocked = [&](std::uint32_t t) {
    return blocks_.Covers(t, parts.first, parts.last);
  };
  if (blocked(term)) return;
  hits_.push_back({term, parts});
  alive_.assign(includers.size() + 1, 0);
  alive_[0] = 1;
  for (std::size_t i = 0; i < includers.size(); ++i) {
    bool reached = false;
    for (const std::uint32_t from : includers[i].through) {
      reached = reached || alive_[from] != 0;
    }
    if (!reached || blocked(includers[i].term)) continue;
    alive_[i + 1] = 1;
    hits_.push_back({includers[i].term, parts});
  }
}

void Matcher::SortHits() {
  const auto place = [](const Match& match) {
    return std::uint64_t{match.parts.first} << 32 | match.parts.last;
  };
  std::ranges::sort(hits_, [&](const Match& a, const Match& b) {
    return place(a) != place(b) ? place(a) < place(b) : a.owner < b.owner;
  });
  const auto same = [&](const Match& a, const Match& b) {
    return a.owner == b.owner && place(a) == place(b);
  };
  hits_.erase(std::unique(hits_.begin(), hits_.end(), same), hits_.end());
}

bool Matcher::IsBoundedHard(PartRun parts) const {
  const auto next = parts.last + 1;
  return (folded_.part(parts.first).gap & kSoftGap) == 0 &&
         (next == folded_.part_count() ||
          (folded_.part(next).gap & kSoftGap) == 0);
}

std::optional<PartRun> Matcher::Verify(const Candidate& at) const {
  if (at.use.size > 1) return VerifyPhrase(at);
  if (at.use.kind == PatternKind::kAcronym &&
      !IsAcronym(at.parts, lexicon_.cases[at.use.detail])) {
    return std::nullopt;
  }
  return at.parts;
}

bool Matcher::IsAcronym(PartRun parts, std::string_view cases) const {
  const std::uint32_t begin = folded_.part(parts.first).begin;
  const std::uint32_t end = folded_.part(parts.last).end;
  return HasLetterCases(source_.substr(begin, end - begin), cases);
}

std::optional<PartRun> Matcher::VerifyPhrase(const Candidate& anchor) const {
  const Elements elements = lexicon_.ElementsOf(anchor.use);
  const std::size_t number = anchor.use.anchor;
  const auto last = MatchRight(elements, number + 1, anchor.parts.last);
  if (!last) return std::nullopt;
  const auto first = MatchLeft(elements, number, anchor.parts.first);
  if (!first) return std::nullopt;
  return PartRun{*first, *last};
}

// The elements from `element` on after the part `last`; the shortest skip that
// lets the rest match. At most kMaxGaps elements skip, so this ends soon.
std::optional<std::uint32_t> Matcher::MatchRight(Elements elements,
                                                 std::size_t element,
                                                 std::uint32_t last) const {
  if (element == elements.size()) return last;
  const Element& e = elements[element];
  std::uint32_t part = last + 1;
  for (std::uint32_t skipped = 0; part < folded_.part_count(); ++skipped) {
    const std::uint8_t gap = folded_.part(part).gap;
    if ((gap & kClauseGap) != 0) break;
    if (e.skip > 0 && (gap & kBreakGap) != 0) break;
    if (const auto end = ElementFrom(e, part)) {
      if (const auto whole = MatchRight(elements, element + 1, *end)) {
        return whole;
      }
    }
    if (skipped == e.skip) break;
    part = folded_.EndPartOf(folded_.part(part).word);
  }
  return std::nullopt;
}

// The elements before `element`, whose first part is `first`.
std::optional<std::uint32_t> Matcher::MatchLeft(Elements elements,
                                                std::size_t element,
                                                std::uint32_t first) const {
  if (element == 0) return first;
  const std::uint32_t skip = elements[element].skip;
  const Element& e = elements[element - 1];
  std::uint32_t begin = first;  // of what is matched or skipped
  for (std::uint32_t skipped = 0; begin > 0; ++skipped) {
    const std::uint8_t gap = folded_.part(begin).gap;
    if ((gap & kClauseGap) != 0) break;
    if (skip > 0 && (gap & kBreakGap) != 0) break;
    if (const auto start = ElementUpTo(e, begin - 1)) {
      if (const auto whole = MatchLeft(elements, element - 1, *start)) {
        return whole;
      }
    }
    if (skipped == skip) break;
    begin = WordOf(begin - 1).first;
  }
  return std::nullopt;
}

// The last part of the element when it begins with `part`.
std::optional<std::uint32_t> Matcher::ElementFrom(const Element& element,
                                                  std::uint32_t part) const {
  const PartRun word = WordOf(part);
  const std::uint32_t begin = folded_.part(part).fold_begin;
  const auto rest = folded_.Bytes(begin, folded_.part(word.last).fold_end);
  const std::string_view text = element.text;
  bool found = false;
  if (element.open_left && element.open_right) {
    found = rest.find(text) != rest.npos;
  } else if (element.open_right) {
    found = rest.starts_with(text);
  } else if (element.open_left) {
    found = rest.ends_with(text);
  } else {
    if (!rest.starts_with(text)) return std::nullopt;
    const auto end = static_cast<std::uint32_t>(begin + text.size());
    const std::uint32_t last = folded_.PartAt(end - 1, {part, word.last});
    if (folded_.part(last).fold_end != end) return std::nullopt;
    return last;
  }
  return found ? std::optional(word.last) : std::nullopt;
}

// The first part of the element when it ends with `part`.
std::optional<std::uint32_t> Matcher::ElementUpTo(const Element& element,
                                                  std::uint32_t part) const {
  const PartRun word = WordOf(part);
  const std::uint32_t end = folded_.part(part).fold_end;
  const auto rest = folded_.Bytes(folded_.part(word.first).fold_begin, end);
  const std::string_view text = element.text;
  bool found = false;
  if (element.open_left && element.open_right) {
    found = rest.find(text) != rest.npos;
  } else if (element.open_right) {
    found = rest.starts_with(text);
  } else if (element.open_left) {
    found = rest.ends_with(text);
  } else {
    if (!rest.ends_with(text)) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(end - text.size());
    const std::uint32_t first = folded_.PartAt(begin, {word.first, part});
    if (folded_.part(first).fold_begin != begin) return std::nullopt;
    return first;
  }
  return found ? std::optional(word.first) : std::nullopt;
}

}  // namespace sigte
