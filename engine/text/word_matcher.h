// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/folding.h"
#include "engine/text/known_words.h"
#include "engine/text/lexicon_impl.h"
#include "engine/text/word_memo.h"

/// What a word alone says of the patterns: which are found in it, and where.
namespace sigte {

/// A pattern that matches, for its owner: a term or a trigger.
struct Match {
  std::uint32_t owner = 0;
  PartRun parts;

  friend bool operator==(const Match&, const Match&) = default;
};

/// Orders places by their first part, then by their last.
inline std::uint64_t PlaceOf(PartRun parts) {
  return std::uint64_t{parts.first} << 32 | parts.last;
}

/// By place, then by owner.
struct ComesBefore {
  bool operator()(const Match& a, const Match& b) const {
    const std::uint64_t place_a = PlaceOf(a.parts);
    const std::uint64_t place_b = PlaceOf(b.parts);
    return place_a != place_b ? place_a < place_b : a.owner < b.owner;
  }
};

/// A pattern that is found in a word; of a phrase, its anchor.
struct Candidate {
  Use use;
  PartRun parts;
};

/// Runs the automaton over a word once, and remembers what it found: 32,768
/// words of at most 24 bytes with 65,536 candidates and 131,072 hits, and half
/// as many words as they are written, some 7 MiB together at most. The words
/// asked for least give way; all go when there is more to remember of them. All
/// parts are counted from the word's first.
class WordMatcher {
 public:
  static constexpr std::size_t kWords = 32768;

  /// What a word alone says: stretches of the matcher's lists.
  struct Finds {
    std::uint32_t first_candidate = 0;
    std::uint32_t candidates = 0;
    std::uint32_t first_match = 0;
    std::uint32_t hits = 0;
    std::uint32_t roots = 0;
  };

  /// Borrows `lexicon`, and waits until its automaton is built. `words` is a
  /// power of two, at least 4.
  WordMatcher(const LexiconImpl& lexicon, std::size_t words)
      : lexicon_(lexicon), memo_(words), written_(words / 2) {
    lexicon.Wait();
  }

  /// Folds the text whose words are asked for next.
  void Fold(std::string_view text, FoldedText* folded) {
    is_told_ = true;
    lexicon_.folder.Fold(text, folded, &written_);
  }

  /// What is found in `word` of the text folded last; null where that is
  /// nothing. Holds, as do the lists below, until the next call.
  const Finds* Find(const FoldedText& text, std::uint32_t word) {
    const std::uint32_t number =
        is_told_ ? text.KnownAs(word) : WordMemo::kUnknown;
    if (number == kNothing) return nullptr;
    if (number != WordMemo::kUnknown) [[likely]]
      return &words_[number];
    return Learn(text, word);
  }

  /// The hits of terms whatever stands around the word, as long as no `but_not`
  /// takes them; by place, then by term, each once.
  std::span<const Match> HitsOf(const Finds& word) const {
    return {matches_.data() + word.first_match, word.hits};
  }
  /// Those of the hits that the terms' own patterns make; the others are there
  /// through `includes`.
  std::span<const Match> RootsOf(const Finds& word) const {
    return {matches_.data() + word.first_match + word.hits, word.roots};
  }
  /// What a text, and this word in it, must have for each of the candidates.
  std::span<const Needs> NeedsOf(const Finds& word) const {
    return {needs_.data() + word.first_candidate, word.candidates};
  }
  const Candidate& CandidateOf(const Finds& word, std::size_t i) const {
    return candidates_[word.first_candidate + i];
  }

 private:
  /// The number of all words in which nothing is found.
  static constexpr std::uint32_t kNothing = WordMemo::kUnknown - 1;
  static_assert(WordMemo::kUnknown == KnownWords::kUnknown);

  const Finds* Learn(const FoldedText& text, std::uint32_t word);
  void Tell(const FoldedText& text, PartRun word, std::uint32_t number);
  std::uint32_t Keep();
  void ForgetAll();
  void Read(const FoldedText& text, PartRun word);
  void AddFound(std::uint32_t use, PartRun parts, PartRun word);
  void AddMatches();
  void CollectPlaces(const FoldedText& text, PartRun word);
  void CollectUndivided();
  bool BeginsInUndivided(const Use& use, std::uint32_t fold_begin) const;

  /// A string that a pattern looks for, in a word.
  struct Place {
    std::uint32_t fold_begin;
    std::uint32_t fold_end;
    PartRun parts;  ///< that its first and last byte lie in
    PartRun word;
  };
  std::optional<PartRun> MatchWord(const FoldedText& text, const Use& use,
                                   const Place& at) const;
  std::optional<PartRun> MatchAnchor(const FoldedText& text, const Use& use,
                                     const Place& at) const;
  /// The last part of the shortest stretch that ends in nothing or an ending.
  std::optional<std::uint32_t> EndWithEnding(const FoldedText& text,
                                             const Place& at) const;

  const LexiconImpl& lexicon_;
  WordMemo memo_;
  KnownWords written_;        // with the memo's numbers
  bool is_told_ = true;       // what the text folded last says of its words
  std::vector<Finds> words_;  // by the memo's numbers
  // What is found in those words, one after the other, and in `last_`.
  std::vector<Needs> needs_;
  std::vector<Candidate> candidates_;
  std::vector<Match> matches_;  // of each word its hits, then its roots
  std::size_t kept_candidates_ = 0;
  std::size_t kept_matches_ = 0;
  bool is_full_ = false;  // a word found no room
  Finds last_;            // of the last word that was read
  std::vector<Match> roots_;
  std::vector<std::pair<PartRun, std::uint32_t>> places_;  // with the use
  std::vector<Occurrence> occurrences_;
  /// Where the word has one: its first byte, and one past its last.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> undivided_;
};

}  // namespace sigte
