// SPDX-License-Identifier: MPL-2.0

// Verifies what the automaton found, word by word.

#include "engine/text/matcher.h"

#include <algorithm>

namespace sigte {

void Matcher::Find(std::string_view text) {
  source_ = text;
  occurrences_.clear();
  hits_.clear();
  triggers_.clear();
  lexicon_.folder.Fold(text, &folded_);
  lexicon_.automaton.Run(folded_, &occurrences_);
  if (occurrences_.empty()) return;
  CollectCandidates();
  MarkBreaks();
  CollectBlocks();
  for (const Candidate& at : CandidatesFor(Role::kTerm)) {
    const Use& use = lexicon_.uses[at.use];
    if (const auto parts = Verify(use, at)) AddHit(use.owner, *parts);
  }
  if (hits_.empty()) return;
  SortHits();
  for (const Candidate& at : CandidatesFor(Role::kTrigger)) {
    const Use& use = lexicon_.uses[at.use];
    const auto parts = Verify(use, at);
    if (parts && IsBoundedHard(*parts)) {
      triggers_.push_back({use.owner, *parts});
    }
  }
}

void Matcher::CollectCandidates() {
  for (auto& candidates : candidates_) candidates.clear();
  const Traits everywhere = BeginningsIn(folded_);
  const Traits* const needs = lexicon_.needs.data();
  for (const Occurrence& occurrence : occurrences_) {
    const std::uint32_t end = occurrence.fold_end;
    const Traits missing =
        ~(everywhere | TraitsAt(folded_, end, lexicon_.longest_ending));
    lexicon_.automaton.ForEach(occurrence,
                               [&](std::uint32_t value, std::uint32_t length) {
                                 if ((needs[value] & missing) == 0) {
                                   AddCandidate({value, end - length, end});
                                 }
                               });
  }
}

void Matcher::AddCandidate(const Candidate& at) {
  if (MayStandAt(lexicon_.neighbours[at.use], folded_, at.fold_begin,
                 at.fold_end)) {
    const auto role = static_cast<std::size_t>(lexicon_.uses[at.use].role);
    candidates_[role].push_back(at);
  }
}

// Before all else: ".." must not pass words that begin clauses.
void Matcher::MarkBreaks() {
  for (const Candidate& at : CandidatesFor(Role::kBreak)) {
    const auto parts = Verify(lexicon_.uses[at.use], at);
    if (parts && IsBoundedHard(*parts)) {
      folded_.AddGap(parts->first, kBreakGap);
    }
  }
}

void Matcher::CollectBlocks() {
  blocks_.Clear();
  for (const Candidate& at : CandidatesFor(Role::kBlock)) {
    const Use& use = lexicon_.uses[at.use];
    if (const auto parts = Verify(use, at)) {
      blocks_.Add(use.owner, parts->first, parts->last);
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

PartRun Matcher::WordOf(std::uint32_t part) const {
  const std::uint32_t word = folded_.part(part).word;
  return {folded_.FirstPartOf(word), folded_.EndPartOf(word) - 1};
}

bool Matcher::IsBoundedHard(PartRun parts) const {
  const auto next = parts.last + 1;
  return (folded_.part(parts.first).gap & kSoftGap) == 0 &&
         (next == folded_.part_count() ||
          (folded_.part(next).gap & kSoftGap) == 0);
}

std::optional<PartRun> Matcher::Verify(const Use& use,
                                       const Candidate& at) const {
  switch (use.kind) {
    case PatternKind::kWord: return VerifyWord(at);
    case PatternKind::kExact: return VerifyExact(at);
    case PatternKind::kHead: return VerifyHead(at);
    case PatternKind::kTail: return VerifyTail(at);
    case PatternKind::kPart: return WordOf(folded_.PartAt(at.fold_begin));
    case PatternKind::kPhrase: return VerifyPhrase(use, at);
    case PatternKind::kAcronym: {
      const auto parts = VerifyExact(at);
      const bool found = parts && IsAcronym(*parts, lexicon_.cases[use.detail]);
      return found ? parts : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<PartRun> Matcher::VerifyExact(const Candidate& at) const {
  const std::uint32_t last = folded_.PartAt(at.fold_end - 1);
  if (folded_.part(last).fold_end != at.fold_end) return std::nullopt;
  return PartRun{folded_.PartAt(at.fold_begin), last};
}

std::optional<std::uint32_t> Matcher::EndWithEnding(
    std::uint32_t fold_end) const {
  const std::uint32_t part = folded_.PartAt(fold_end - 1);
  const std::uint32_t end = folded_.EndPartOf(folded_.part(part).word);
  for (std::uint32_t last = part; last < end; ++last) {
    const std::uint32_t part_end = folded_.part(last).fold_end;
    if (part_end == fold_end) return last;
    if (part_end - fold_end > lexicon_.longest_ending) break;
    if (lexicon_.IsEnding(folded_.Bytes(fold_end, part_end))) return last;
  }
  return std::nullopt;
}

std::optional<PartRun> Matcher::VerifyWord(const Candidate& at) const {
  const auto last = EndWithEnding(at.fold_end);
  if (!last) return std::nullopt;
  return PartRun{folded_.PartAt(at.fold_begin), *last};
}

std::optional<PartRun> Matcher::VerifyTail(const Candidate& at) const {
  if (!EndWithEnding(at.fold_end)) return std::nullopt;
  return WordOf(folded_.PartAt(at.fold_begin));
}

std::optional<PartRun> Matcher::VerifyHead(const Candidate& at) const {
  const PartRun word = WordOf(folded_.PartAt(at.fold_begin));
  if (folded_.part(word.last).fold_end == at.fold_end) return std::nullopt;
  return word;
}

bool Matcher::IsAcronym(PartRun parts, std::string_view cases) const {
  const std::uint32_t begin = folded_.part(parts.first).begin;
  const std::uint32_t end = folded_.part(parts.last).end;
  return HasLetterCases(source_.substr(begin, end - begin), cases);
}

std::optional<PartRun> Matcher::MatchAnchor(const Use& use,
                                            const Candidate& at) const {
  PartRun parts{folded_.PartAt(at.fold_begin), folded_.PartAt(at.fold_end - 1)};
  if (use.open_left) parts.first = WordOf(parts.first).first;
  if (use.open_right) {
    parts.last = WordOf(parts.last).last;
  } else if (folded_.part(parts.last).fold_end != at.fold_end) {
    return std::nullopt;
  }
  return parts;
}

std::optional<PartRun> Matcher::VerifyPhrase(const Use& use,
                                             const Candidate& at) const {
  const auto anchor = MatchAnchor(use, at);
  if (!anchor || use.alone) return anchor;
  const Phrase& phrase = lexicon_.phrases[use.detail];
  const auto last = MatchRight(phrase, phrase.anchor + 1, anchor->last);
  if (!last) return std::nullopt;
  const auto first = MatchLeft(phrase, phrase.anchor, anchor->first);
  if (!first) return std::nullopt;
  return PartRun{*first, *last};
}

// The elements from `element` on after the part `last`; the shortest skip that
// lets the rest match. At most kMaxGaps elements skip, so this ends soon.
std::optional<std::uint32_t> Matcher::MatchRight(const Phrase& phrase,
                                                 std::size_t element,
                                                 std::uint32_t last) const {
  if (element == phrase.elements.size()) return last;
  const Element& e = phrase.elements[element];
  std::uint32_t part = last + 1;
  for (std::uint32_t skipped = 0; part < folded_.part_count(); ++skipped) {
    const std::uint8_t gap = folded_.part(part).gap;
    if ((gap & kClauseGap) != 0) break;
    if (e.skip > 0 && (gap & kBreakGap) != 0) break;
    if (const auto end = ElementFrom(e, part)) {
      if (const auto whole = MatchRight(phrase, element + 1, *end)) {
        return whole;
      }
    }
    if (skipped == e.skip) break;
    part = folded_.EndPartOf(folded_.part(part).word);
  }
  return std::nullopt;
}

// The elements before `element`, whose first part is `first`.
std::optional<std::uint32_t> Matcher::MatchLeft(const Phrase& phrase,
                                                std::size_t element,
                                                std::uint32_t first) const {
  if (element == 0) return first;
  const std::uint32_t skip = phrase.elements[element].skip;
  const Element& e = phrase.elements[element - 1];
  std::uint32_t begin = first;  // of what is matched or skipped
  for (std::uint32_t skipped = 0; begin > 0; ++skipped) {
    const std::uint8_t gap = folded_.part(begin).gap;
    if ((gap & kClauseGap) != 0) break;
    if (skip > 0 && (gap & kBreakGap) != 0) break;
    if (const auto start = ElementUpTo(e, begin - 1)) {
      if (const auto whole = MatchLeft(phrase, element - 1, *start)) {
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
    const std::uint32_t last = folded_.PartAt(end - 1);
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
    const std::uint32_t first = folded_.PartAt(begin);
    if (folded_.part(first).fold_begin != begin) return std::nullopt;
    return first;
  }
  return found ? std::optional(word.first) : std::nullopt;
}

}  // namespace sigte
