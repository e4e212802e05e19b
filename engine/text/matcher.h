// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/covering.h"
#include "engine/text/folding.h"
#include "engine/text/lexicon_impl.h"

/// From the automaton's occurrences to hits: what stands around an occurrence
/// decides whether the pattern matches there.
namespace sigte {

/// Parts of a text, first and last.
struct PartRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// A pattern that matches, for its owner: a term or a trigger.
struct Match {
  std::uint32_t owner = 0;
  PartRun parts;
};

/// Holds what it found in the last text; warm, it allocates nothing.
class Matcher {
 public:
  /// Borrows `lexicon`.
  explicit Matcher(const LexiconImpl& lexicon) : lexicon_(lexicon) {}

  /// Finds everything in `text`. Where there are no hits, triggers are not
  /// looked for.
  void Find(std::string_view text);

  const FoldedText& text() const { return folded_; }
  /// By place, then by term, each once.
  const std::vector<Match>& hits() const { return hits_; }
  const std::vector<Match>& triggers() const { return triggers_; }

 private:
  struct Candidate {
    std::uint32_t use;
    std::uint32_t fold_begin;
    std::uint32_t fold_end;
  };

  void CollectCandidates();
  void AddCandidate(const Candidate& at);
  void MarkBreaks();
  void CollectBlocks();
  void AddHit(std::uint32_t term, PartRun parts);
  void SortHits();
  const std::vector<Candidate>& CandidatesFor(Role role) const {
    return candidates_[static_cast<std::size_t>(role)];
  }

  std::optional<PartRun> Verify(const Use& use, const Candidate& at) const;
  std::optional<PartRun> VerifyWord(const Candidate& at) const;
  std::optional<PartRun> VerifyTail(const Candidate& at) const;
  std::optional<PartRun> VerifyExact(const Candidate& at) const;
  std::optional<PartRun> VerifyHead(const Candidate& at) const;
  std::optional<PartRun> VerifyPhrase(const Use& use,
                                      const Candidate& at) const;
  bool IsAcronym(PartRun parts, std::string_view cases) const;
  bool IsBoundedHard(PartRun parts) const;
  /// The last part of the shortest stretch that ends in nothing or an ending.
  std::optional<std::uint32_t> EndWithEnding(std::uint32_t fold_end) const;

  std::optional<PartRun> MatchAnchor(const Use& use, const Candidate& at) const;
  std::optional<std::uint32_t> MatchRight(const Phrase& phrase,
                                          std::size_t element,
                                          std::uint32_t last) const;
  std::optional<std::uint32_t> MatchLeft(const Phrase& phrase,
                                         std::size_t element,
                                         std::uint32_t first) const;
  std::optional<std::uint32_t> ElementFrom(const Element& element,
                                           std::uint32_t part) const;
  std::optional<std::uint32_t> ElementUpTo(const Element& element,
                                           std::uint32_t part) const;
  /// The parts of the word that `part` belongs to.
  PartRun WordOf(std::uint32_t part) const;

  const LexiconImpl& lexicon_;
  std::string_view source_;
  FoldedText folded_;
  std::vector<Occurrence> occurrences_;
  std::array<std::vector<Candidate>, kRoles> candidates_;
  Covering blocks_;
  std::vector<char> alive_;
  std::vector<Match> hits_;
  std::vector<Match> triggers_;
};

}  // namespace sigte
