// SPDX-License-Identifier: MPL-2.0

// Reads a word: what the automaton finds in it, held to the bounds of the word
// and of its parts.

#include "engine/text/word_matcher.h"

#include <algorithm>
#include <tuple>

namespace sigte {
namespace {

constexpr std::size_t kMaxCandidates = 65'536;
constexpr std::size_t kMaxMatches = 131'072;

/// Whether it matches wherever it is found in a word.
bool IsSure(const Use& use) {
  return use.role == Role::kTerm && use.kind != PatternKind::kAcronym &&
         use.size <= 1;
}

bool EndsPart(const FoldedText& text, std::uint32_t part,
              std::uint32_t fold_end) {
  return text.part(part).fold_end == fold_end;
}

}  // namespace

const WordMatcher::Finds* WordMatcher::Learn(const FoldedText& text,
                                             std::uint32_t word) {
  if (is_full_) ForgetAll();
  const PartRun parts = text.PartsOf(word);
  WordKey key;
  const bool has_key = KeyOf(text, parts, &key);
  if (!has_key) {
    Read(text, parts);
    return &last_;
  }
  const std::size_t place = memo_.PlaceOf(key);
  std::uint32_t number = memo_.Find(place, key);
  if (number == WordMemo::kUnknown) {
    Read(text, parts);
    number = Keep();
    if (number == WordMemo::kUnknown) return &last_;
    memo_.Keep(place, key, number);
  }
  Tell(text, parts, number);
  return number == kNothing ? nullptr : &words_[number];
}

// The next texts with it, if it is kept as it is written.
void WordMatcher::Tell(const FoldedText& text, PartRun word,
                       std::uint32_t number) {
  if (word.first != word.last) return;
  const std::string_view written = text.Written(text.part(word.first));
  if (written.size() > WordBytes::kMaxBytes) return;
  written_.SetNumber(LoadWordBytes(written.data(), written.size()), number);
}

void WordMatcher::ForgetAll() {
  is_full_ = false;
  is_told_ = false;
  memo_.Clear();
  written_.ForgetNumbers();
  words_.clear();
  kept_candidates_ = kept_matches_ = 0;
}

// The number of the word that was read last; kUnknown where there is no room.
std::uint32_t WordMatcher::Keep() {
  const std::size_t matches = matches_.size() - kept_matches_;
  if (last_.candidates == 0 && matches == 0) return kNothing;
  if (last_.candidates > kMaxCandidates || matches > kMaxMatches) {
    return WordMemo::kUnknown;
  }
  is_full_ =
      candidates_.size() > kMaxCandidates || matches_.size() > kMaxMatches;
  if (is_full_) return WordMemo::kUnknown;
  words_.push_back(last_);
  kept_candidates_ = candidates_.size();
  kept_matches_ = matches_.size();
  return static_cast<std::uint32_t>(words_.size() - 1);
}

// In place of what was not kept.
void WordMatcher::Read(const FoldedText& text, PartRun word) {
  needs_.resize(kept_candidates_);
  candidates_.resize(kept_candidates_);
  matches_.resize(kept_matches_);
  roots_.clear();
  CollectPlaces(text, word);
  for (const auto& [parts, use] : places_) AddFound(use, parts, word);
  last_.first_candidate = static_cast<std::uint32_t>(kept_candidates_);
  last_.candidates =
      static_cast<std::uint32_t>(candidates_.size() - kept_candidates_);
  AddMatches();
}

void WordMatcher::AddFound(std::uint32_t number, PartRun parts, PartRun word) {
  const Use& use = lexicon_.uses[number];
  const PartRun inside = {parts.first - word.first, parts.last - word.first};
  if (IsSure(use)) {
    roots_.push_back({use.owner, inside});
    return;
  }
  candidates_.push_back({use, inside});
  Needs needs = lexicon_.needs[number];
  if (use.kind == PatternKind::kPhrase) {
    needs.beside =
        NeighboursOf(lexicon_.ElementsOf(use), use.anchor, parts, word);
  }
  needs_.push_back(needs);
}

void WordMatcher::AddMatches() {
  for (const Match& root : roots_) {
    for (const std::uint32_t term : lexicon_.TermsWith(root.owner)) {
      matches_.push_back({term, root.parts});
    }
  }
  const auto hits =
      matches_.begin() + static_cast<std::ptrdiff_t>(kept_matches_);
  std::sort(hits, matches_.end(), ComesBefore());
  matches_.erase(std::unique(hits, matches_.end()), matches_.end());
  last_.first_match = static_cast<std::uint32_t>(kept_matches_);
  last_.hits = static_cast<std::uint32_t>(matches_.size() - kept_matches_);
  last_.roots = static_cast<std::uint32_t>(roots_.size());
  matches_.insert(matches_.end(), roots_.begin(), roots_.end());
}

void WordMatcher::CollectPlaces(const FoldedText& text, PartRun word) {
  places_.clear();
  occurrences_.clear();
  lexicon_.automaton.Run(text, word, &occurrences_);
  CollectUndivided();
  for (const Occurrence& occurrence : occurrences_) {
    const std::uint32_t end = occurrence.fold_end;
    const std::uint32_t last = text.PartAt(end - 1, word);
    lexicon_.automaton.ForEach(
        occurrence, [&](std::uint32_t use, std::uint32_t length) {
          const std::uint32_t begin = end - length;
          if (BeginsInUndivided(lexicon_.uses[use], begin)) return;
          const std::uint32_t first = text.PartAt(begin, {word.first, last});
          const auto parts = MatchWord(text, lexicon_.uses[use],
                                       {begin, end, {first, last}, word});
          if (parts) places_.emplace_back(*parts, use);
        });
  }
  std::ranges::sort(places_, {}, [](const auto& place) {
    const auto& [parts, use] = place;
    return std::tuple(parts.first, parts.last, use);
  });
  places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
}

void WordMatcher::CollectUndivided() {
  undivided_.clear();
  if (!lexicon_.has_undivided) return;
  for (const Occurrence& occurrence : occurrences_) {
    lexicon_.automaton.ForEach(
        occurrence, [&](std::uint32_t use, std::uint32_t length) {
          if (lexicon_.uses[use].role != Role::kUndivided) return;
          undivided_.emplace_back(occurrence.fold_end - length,
                                  occurrence.fold_end);
        });
  }
}

// Patterns that begin where a part of a word does are what they are; so is what
// was only looked for to find such.
bool WordMatcher::BeginsInUndivided(const Use& use,
                                    std::uint32_t fold_begin) const {
  if (use.role == Role::kUndivided) return true;
  if (undivided_.empty()) return false;
  if (use.kind != PatternKind::kTail && use.kind != PatternKind::kPart &&
      !(use.size == 1 && lexicon_.ElementsOf(use)[0].open_left)) {
    return false;
  }
  return std::ranges::any_of(undivided_, [&](const auto& place) {
    return place.first < fold_begin && fold_begin < place.second;
  });
}

std::optional<PartRun> WordMatcher::MatchWord(const FoldedText& text,
                                              const Use& use,
                                              const Place& at) const {
  const std::uint32_t first = at.parts.first;
  const std::uint32_t last = at.parts.last;
  switch (use.kind) {
    case PatternKind::kWord: {
      const auto end = EndWithEnding(text, at);
      return end ? std::optional(PartRun{first, *end}) : std::nullopt;
    }
    case PatternKind::kExact:
    case PatternKind::kAcronym:
      return EndsPart(text, last, at.fold_end) ? std::optional(at.parts)
                                               : std::nullopt;
    case PatternKind::kHead:
      return EndsPart(text, at.word.last, at.fold_end) ? std::nullopt
                                                       : std::optional(at.word);
    case PatternKind::kTail:
      return EndWithEnding(text, at) ? std::optional(at.word) : std::nullopt;
    case PatternKind::kPart: return at.word;
    case PatternKind::kPhrase: return MatchAnchor(text, use, at);
  }
  return std::nullopt;
}

std::optional<PartRun> WordMatcher::MatchAnchor(const FoldedText& text,
                                                const Use& use,
                                                const Place& at) const {
  PartRun parts = at.parts;
  const Element& anchor = lexicon_.ElementsOf(use)[use.anchor];
  if (anchor.open_left) parts.first = at.word.first;
  if (anchor.open_right) {
    parts.last = at.word.last;
  } else if (!EndsPart(text, parts.last, at.fold_end)) {
    return std::nullopt;
  }
  return parts;
}

std::optional<std::uint32_t> WordMatcher::EndWithEnding(const FoldedText& text,
                                                        const Place& at) const {
  for (std::uint32_t last = at.parts.last; last <= at.word.last; ++last) {
    const std::uint32_t end = text.part(last).fold_end;
    if (end == at.fold_end) return last;
    if (end - at.fold_end > lexicon_.longest_ending) break;
    if (lexicon_.IsEnding(text.Bytes(at.fold_end, end))) return last;
  }
  return std::nullopt;
}

}  // namespace sigte
