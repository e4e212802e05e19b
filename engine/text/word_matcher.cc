// SPDX-License-Identifier: MPL-2.0

// Reads a word: what the automaton finds in it, held to the bounds of the word
// and of its parts.

#include "engine/text/word_matcher.h"

#include <algorithm>
#include <tuple>

namespace sigte {
namespace {

constexpr std::size_t kMaxCandidates = 16'384;  // below 65,536
constexpr std::size_t kMaxMatches = 32'768;     // likewise

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

void WordMatcher::Lists::Clear() {
  conditions.clear();
  candidates.clear();
  matches.clear();
}

void WordMatcher::LookAhead(const FoldedText& text, std::uint32_t first,
                            std::uint32_t end) {
  if (std::exchange(is_full_, false)) {
    memo_.Clear();
    words_.clear();
    known_.Clear();
  }
  for (std::uint32_t word = first; word < end; ++word) {
    Ahead& ahead = ahead_[word % kAhead];
    ahead.has_key = KeyOf(text, text.PartsOf(word), &ahead.key);
    if (!ahead.has_key) continue;
    ahead.place = memo_.PlaceOf(ahead.key);
    memo_.Fetch(ahead.place);
  }
  for (std::uint32_t word = first; word < end; ++word) {
    Ahead& ahead = ahead_[word % kAhead];
    ahead.number =
        ahead.has_key ? memo_.Find(ahead.place, ahead.key) : WordMemo::kUnknown;
    if (ahead.number < kNothing) __builtin_prefetch(&words_[ahead.number]);
  }
  for (std::uint32_t word = first; word < end; ++word) {
    const std::uint32_t number = ahead_[word % kAhead].number;
    if (number >= kNothing) continue;
    const Known& known = words_[number];
    __builtin_prefetch(known_.matches.data() + known.first_match);
    __builtin_prefetch(known_.conditions.data() + known.first_candidate);
  }
}

WordFinds WordMatcher::Learn(const FoldedText& text, std::uint32_t word) {
  Ahead& ahead = ahead_[word % kAhead];
  if (!ahead.has_key) return Read(text, text.PartsOf(word));
  // Among the words that were looked at together it may stand twice.
  ahead.number = memo_.Find(ahead.place, ahead.key);
  if (ahead.number != WordMemo::kUnknown) return Find(text, word);
  const WordFinds finds = Read(text, text.PartsOf(word));
  Keep(ahead, finds);
  return finds;
}

void WordMatcher::Keep(const Ahead& word, const WordFinds& finds) {
  const std::size_t candidates = finds.candidates.size();
  const std::size_t matches = finds.hits.size() + finds.roots.size();
  if (candidates + matches == 0) {
    return memo_.Keep(word.place, word.key, kNothing);
  }
  if (candidates > kMaxCandidates || matches > kMaxMatches) return;
  if (known_.candidates.size() + candidates > kMaxCandidates ||
      known_.matches.size() + matches > kMaxMatches) {
    is_full_ = true;
    return;
  }
  memo_.Keep(word.place, word.key, static_cast<std::uint32_t>(words_.size()));
  words_.push_back({static_cast<std::uint32_t>(known_.candidates.size()),
                    static_cast<std::uint32_t>(known_.matches.size()),
                    static_cast<std::uint16_t>(candidates),
                    static_cast<std::uint16_t>(finds.hits.size()),
                    static_cast<std::uint16_t>(finds.roots.size())});
  const auto append = [](auto* list, const auto& more) {
    list->insert(list->end(), more.begin(), more.end());
  };
  append(&known_.conditions, finds.conditions);
  append(&known_.candidates, finds.candidates);
  append(&known_.matches, finds.hits);
  append(&known_.matches, finds.roots);
}

WordFinds WordMatcher::Read(const FoldedText& text, PartRun word) {
  CollectPlaces(text, word);
  found_.Clear();
  roots_.clear();
  for (const auto& [parts, use] : places_) AddFound(use, parts, word);
  SpreadRoots();
  return {found_.matches, roots_, found_.conditions, found_.candidates};
}

void WordMatcher::AddFound(std::uint32_t number, PartRun parts, PartRun word) {
  const Use& use = lexicon_.uses[number];
  const PartRun inside = {parts.first - word.first, parts.last - word.first};
  if (IsSure(use)) {
    roots_.push_back({use.owner, inside});
    return;
  }
  found_.candidates.push_back({use, inside});
  Condition& condition = found_.conditions.emplace_back();
  condition.needs = lexicon_.needs[number];
  if (use.kind == PatternKind::kPhrase) {
    condition.neighbours =
        NeighboursOf(lexicon_.ElementsOf(use), use.anchor, parts, word);
  }
}

// To all terms that have them.
void WordMatcher::SpreadRoots() {
  for (const Match& root : roots_) {
    found_.matches.push_back(root);
    for (const Includer& includer : lexicon_.includers[root.owner]) {
      found_.matches.push_back({includer.term, root.parts});
    }
  }
  std::ranges::sort(found_.matches, ComesBefore);
  const auto again = std::ranges::unique(found_.matches);
  found_.matches.erase(again.begin(), again.end());
}

void WordMatcher::CollectPlaces(const FoldedText& text, PartRun word) {
  places_.clear();
  occurrences_.clear();
  lexicon_.automaton.Run(text, word, &occurrences_);
  for (const Occurrence& occurrence : occurrences_) {
    const std::uint32_t end = occurrence.fold_end;
    const std::uint32_t last = text.PartAt(end - 1, word);
    lexicon_.automaton.ForEach(
        occurrence, [&](std::uint32_t use, std::uint32_t length) {
          const std::uint32_t begin = end - length;
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
  const auto again = std::ranges::unique(places_);
  places_.erase(again.begin(), again.end());
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
