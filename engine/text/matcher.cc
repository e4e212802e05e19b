// SPDX-License-Identifier: MPL-2.0

// Verifies what is found in words, and sees what stands between them.

#include "engine/text/matcher.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sigte {

void Matcher::Find(std::string_view text) {
  source_ = text;
  hits_.clear();
  others_.clear();
  triggers_.clear();
  gapped_.clear();
  words_.Fold(text, &folded_);
  ReadWords();
  if (hits_.empty() && CandidatesFor(Role::kTerm).empty()) return;
  MarkBreaks();
  CollectBlocks();
  if (!blocks_.empty()) TakeBlocked();
  for (const Candidate& at : CandidatesFor(Role::kTerm)) {
    if (const auto parts = Verify(at)) {
      AddHit(at.use.owner, *parts);
      if (at.use.has_gap) gapped_.push_back(PlaceOf(*parts));
    }
  }
  JoinHits();
  std::ranges::sort(gapped_);
  if (hits_.empty()) return;
  for (const Candidate& at : CandidatesFor(Role::kTrigger)) {
    const auto parts = Verify(at);
    if (parts && IsBoundedHard(*parts)) {
      triggers_.push_back({at.use.owner, *parts});
    }
  }
}

// Few words have any pattern in them, and of those patterns few can match.
void Matcher::ReadWords() {
  for (auto& candidates : candidates_) candidates.clear();
  const auto count = static_cast<std::uint32_t>(folded_.word_count());
  bool are_beginnings_known = false;
  for (std::uint32_t number = 0; number < count; ++number) {
    const WordMatcher::Finds* finds = words_.Find(folded_, number);
    if (finds == nullptr) continue;
    const std::uint32_t part = folded_.FirstPartOf(number);
    for (const auto& [term, parts] : words_.HitsOf(*finds)) {
      hits_.push_back({term, {part + parts.first, part + parts.last}});
    }
    if (finds->candidates == 0) continue;
    if (!std::exchange(are_beginnings_known, true)) beginnings_.Read(folded_);
    AddCandidates(*finds, folded_.PartsOf(number));
  }
}

void Matcher::AddCandidates(const WordMatcher::Finds& finds, PartRun word) {
  const Neighbours lacks = ~NeighboursIn(folded_, word);
  const std::span<const Needs> needs = words_.NeedsOf(finds);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (!needs[i].AreMet(lacks, beginnings_)) [[likely]]
      continue;
    AddCandidate(words_.CandidateOf(finds, i), word.first);
  }
}

void Matcher::AddCandidate(Candidate candidate, std::uint32_t part) {
  if (candidate.use.size > 1) {
    __builtin_prefetch(&lexicon_.elements[candidate.use.detail]);
  }
  candidate.parts.first += part;
  candidate.parts.last += part;
  candidates_[static_cast<std::size_t>(candidate.use.role)].push_back(
      candidate);
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
  any_blocks_.Clear();
  for (const Candidate& at : CandidatesFor(Role::kBlock)) {
    if (const auto parts = Verify(at)) {
      blocks_.Add(at.use.owner, parts->first, parts->last);
      any_blocks_.Add(0, parts->first, parts->last);
    }
  }
  blocks_.Sort();
  any_blocks_.Sort();
}

// Takes the hits at places that a block covers, of whatever term, and finds
// there anew what it leaves.
void Matcher::TakeBlocked() {
  std::size_t kept = 0;
  bool blocked = false;
  PartRun place;
  Roots roots;
  for (std::size_t i = 0; i < hits_.size(); ++i) {
    if (i == 0 || hits_[i].parts != place) {
      place = hits_[i].parts;
      blocked = any_blocks_.Covers(0, place.first, place.last);
      if (blocked) AddUnblocked(place, &roots);
    }
    if (!blocked) hits_[kept++] = hits_[i];
  }
  hits_.resize(kept);
}

// A word of many parts is read once: its roots lie in order, and so do the
// places that are asked for.
void Matcher::AddUnblocked(PartRun parts, Roots* roots) {
  const std::uint32_t number = folded_.part(parts.first).word;
  if (roots->word != number) {
    roots->word = number;
    roots->begin = folded_.FirstPartOf(number);
    roots->rest = words_.RootsOf(*words_.Find(folded_, number));
  }
  const Match wanted = {
      0, {parts.first - roots->begin, parts.last - roots->begin}};
  const auto before = [&](const Match& root) {
    return ComesBefore()({0, root.parts}, wanted);
  };
  while (!roots->rest.empty() && before(roots->rest.front())) {
    roots->rest = roots->rest.subspan(1);
  }
  while (!roots->rest.empty() && roots->rest.front().parts == wanted.parts) {
    AddHit(roots->rest.front().owner, parts);
    roots->rest = roots->rest.subspan(1);
  }
}

// A hit reaches an including term by any way on which no `but_not` takes it.
void Matcher::AddHit(std::uint32_t term, PartRun parts) {
  if (blocks_.empty()) {
    for (const std::uint32_t t : lexicon_.TermsWith(term)) {
      others_.push_back({t, parts});
    }
    return;
  }
  const auto& includers = lexicon_.includers[term];
  const auto blocked = [&](std::uint32_t t) {
    return blocks_.Covers(t, parts.first, parts.last);
  };
  if (blocked(term)) return;
  others_.push_back({term, parts});
  alive_.assign(includers.size() + 1, 0);
  alive_[0] = 1;
  for (std::size_t i = 0; i < includers.size(); ++i) {
    bool reached = false;
    for (const std::uint32_t from : includers[i].through) {
      reached = reached || alive_[from] != 0;
    }
    if (!reached || blocked(includers[i].term)) continue;
    alive_[i + 1] = 1;
    others_.push_back({includers[i].term, parts});
  }
}

// What words alone say is in order already.
void Matcher::JoinHits() {
  if (others_.empty()) return;
  std::ranges::sort(others_, ComesBefore());
  others_.erase(std::unique(others_.begin(), others_.end()), others_.end());
  all_.clear();
  std::ranges::set_union(hits_, others_, std::back_inserter(all_),
                         ComesBefore());
  hits_.swap(all_);
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

// Of an element that is open to one side or both, in a stretch of one word.
bool Matcher::IsFoundIn(std::string_view stretch, const Element& element) {
  if (element.open_left && element.open_right) {
    return stretch.find(element.text) != stretch.npos;
  }
  return element.open_right ? stretch.starts_with(element.text)
                            : stretch.ends_with(element.text);
}

// The last part of the element when it begins with `part`.
std::optional<std::uint32_t> Matcher::ElementFrom(const Element& element,
                                                  std::uint32_t part) const {
  const PartRun word = WordOf(part);
  const std::uint32_t begin = folded_.part(part).fold_begin;
  const auto rest = folded_.Bytes(begin, folded_.part(word.last).fold_end);
  if (element.open_left || element.open_right) {
    return IsFoundIn(rest, element) ? std::optional(word.last) : std::nullopt;
  }
  if (!rest.starts_with(element.text)) return std::nullopt;
  const auto end = static_cast<std::uint32_t>(begin + element.text.size());
  const std::uint32_t last = folded_.PartAt(end - 1, {part, word.last});
  return folded_.part(last).fold_end == end ? std::optional(last)
                                            : std::nullopt;
}

// The first part of the element when it ends with `part`.
std::optional<std::uint32_t> Matcher::ElementUpTo(const Element& element,
                                                  std::uint32_t part) const {
  const PartRun word = WordOf(part);
  const std::uint32_t end = folded_.part(part).fold_end;
  const auto rest = folded_.Bytes(folded_.part(word.first).fold_begin, end);
  if (element.open_left || element.open_right) {
    return IsFoundIn(rest, element) ? std::optional(word.first) : std::nullopt;
  }
  if (!rest.ends_with(element.text)) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(end - element.text.size());
  const std::uint32_t first = folded_.PartAt(begin, {word.first, part});
  return folded_.part(first).fold_begin == begin ? std::optional(first)
                                                 : std::nullopt;
}

}  // namespace sigte
