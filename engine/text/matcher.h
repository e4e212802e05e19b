// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/text/covering.h"
#include "engine/text/folding.h"
#include "engine/text/lexicon_impl.h"
#include "engine/text/word_matcher.h"

/// From words to hits: what stands around a word decides whether the patterns
/// that are found in it match there.
namespace sigte {

/// Holds what it found in the last text, and what it knows of the words of
/// those before; warm, it allocates nothing.
class Matcher {
 public:
  /// Borrows `lexicon`. For `words` see WordMatcher; they change no result.
  explicit Matcher(const LexiconImpl& lexicon,
                   std::size_t words = WordMatcher::kWords)
      : lexicon_(lexicon), words_(lexicon, words) {}

  /// Finds everything in `text`. Where there are no hits, triggers are not
  /// looked for.
  void Find(std::string_view text);

  const FoldedText& text() const { return folded_; }
  /// By place, then by term, each once.
  const std::vector<Match>& hits() const { return hits_; }
  /// By the place of the word that was looked for, then by pattern.
  const std::vector<Match>& triggers() const { return triggers_; }
  /// Whether a hit at `parts` passes over words (Use::has_gap).
  bool HasGap(PartRun parts) const {
    return !gapped_.empty() &&
           std::ranges::binary_search(gapped_, PlaceOf(parts));
  }

 private:
  using Elements = std::span<const Element>;

  void ReadWords();
  void AddCandidates(const WordMatcher::Finds& finds, PartRun word);
  void AddCandidate(Candidate candidate, std::uint32_t part);
  void MarkBreaks();
  void CollectBlocks();
  void TakeBlocked();
  /// What a word alone says of the terms' own patterns, from the place that is
  /// asked for next on.
  struct Roots {
    std::optional<std::uint32_t> word;
    std::uint32_t begin = 0;  // its first part
    std::span<const Match> rest;
  };
  void AddUnblocked(PartRun parts, Roots* roots);
  void AddHit(std::uint32_t term, PartRun parts);
  void JoinHits();
  const std::vector<Candidate>& CandidatesFor(Role role) const {
    return candidates_[static_cast<std::size_t>(role)];
  }

  std::optional<PartRun> Verify(const Candidate& at) const;
  std::optional<PartRun> VerifyPhrase(const Candidate& anchor) const;
  bool IsAcronym(PartRun parts, std::string_view cases) const;
  bool IsBoundedHard(PartRun parts) const;

  std::optional<std::uint32_t> MatchRight(Elements elements,
                                          std::size_t element,
                                          std::uint32_t last) const;
  std::optional<std::uint32_t> MatchLeft(Elements elements, std::size_t element,
                                         std::uint32_t first) const;
  static bool IsFoundIn(std::string_view stretch, const Element& element);
  std::optional<std::uint32_t> ElementFrom(const Element& element,
                                           std::uint32_t part) const;
  std::optional<std::uint32_t> ElementUpTo(const Element& element,
                                           std::uint32_t part) const;
  /// The parts of the word that `part` belongs to.
  PartRun WordOf(std::uint32_t part) const {
    return folded_.PartsOf(folded_.part(part).word);
  }

  const LexiconImpl& lexicon_;
  std::string_view source_;
  FoldedText folded_;
  WordMatcher words_;
  Beginnings beginnings_;  // of the text, once a word asks for them
  std::array<std::vector<Candidate>, kRoles> candidates_;
  Covering blocks_;      // by term
  Covering any_blocks_;  // the same of all terms, under 0
  std::vector<char> alive_;
  std::vector<Match> hits_;    // until the end: only what words alone say
  std::vector<Match> others_;  // hits that more is needed for
  std::vector<Match> all_;
  std::vector<Match> triggers_;
  std::vector<std::uint64_t> gapped_;  // places of hits, sorted
};

}  // namespace sigte
