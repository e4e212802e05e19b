// SPDX-License-Identifier: MPL-2.0

// Reads a word: what the automaton finds in it, held to the bounds of the word
// and of its parts.

#include "engine/text/word_matcher.h"

#include <algorithm>
#include <tuple>

namespace sigte {
namespace {

constexpr std::size_t kMaxKnown = 16'384;  // below 65,536

bool EndsPart(const FoldedText& text, std::uint32_t part,
              std::uint32_t fold_end) {
  return text.part(part).fold_end == fold_end;
}

}  // namespace

void WordMatcher::Read(const FoldedText& text, PartRun word) {
  CollectPlaces(text, word);
  found_.clear();
  for (const auto& [parts, number] : places_) {
    WordMatch& match = found_.emplace_back();
    match.use = lexicon_.uses[number];
    match.parts = {parts.first - word.first, parts.last - word.first};
    match.needs = lexicon_.needs[number];
    if (match.use.kind == PatternKind::kPhrase) {
      match.neighbours = NeighboursOf(lexicon_.ElementsOf(match.use),
                                      match.use.anchor, parts, word);
    }
  }
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
          const auto parts = Match(text, lexicon_.uses[use],
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

void WordMatcher::Keep(const WordKey& key) {
  if (found_.size() > kMaxKnown) return;
  if (known_.size() + found_.size() > kMaxKnown) {
    known_.clear();
    memo_.Clear();
  }
  memo_.Keep(key, {static_cast<std::uint16_t>(known_.size()),
                   static_cast<std::uint16_t>(found_.size())});
  known_.insert(known_.end(), found_.begin(), found_.end());
}

std::optional<PartRun> WordMatcher::Match(const FoldedText& text,
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
