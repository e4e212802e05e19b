// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/text/folding.h"
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

/// By place, then by owner.
inline bool ComesBefore(const Match& a, const Match& b) {
  const auto place = [](const Match& match) {
    return std::uint64_t{match.parts.first} << 32 | match.parts.last;
  };
  return place(a) != place(b) ? place(a) < place(b) : a.owner < b.owner;
}

/// What a text and a word in it must have where a pattern matches.
struct Condition {
  Traits needs = 0;
  Neighbours neighbours;
};

/// A pattern that is found in a word; of a phrase, its anchor.
struct Candidate {
  Use use;
  PartRun parts;
};

/// What a word alone says. All parts are counted from the word's first.
struct WordFinds {
  /// The hits of terms whatever stands around the word, as long as no `but_not`
  /// takes them; by place, then by term, each once.
  std::span<const Match> hits;
  /// Those of `hits` that the terms' own patterns make; the others are there
  /// through `includes`.
  std::span<const Match> roots;
  /// Of `candidates`: where one does not hold, its candidate matches nothing.
  std::span<const Condition> conditions;
  std::span<const Candidate> candidates;
};

/// Runs the automaton over a word once, and remembers what it found: 8,192
/// words of at most 24 bytes with 16,384 candidates and 32,768 hits, 3 MiB
/// together at most. The words asked for least give way; all go when there is
/// more to remember of them.
class WordMatcher {
 public:
  static constexpr std::size_t kWords = 8192;
  static constexpr std::uint32_t kAhead = 16;

  /// Borrows `lexicon`, and waits until its automaton is built. `words` is a
  /// power of two, at least 4.
  WordMatcher(const LexiconImpl& lexicon, std::size_t words)
      : lexicon_(lexicon), memo_(words) {
    lexicon.Wait();
  }

  /// Says that the words from `first` up to `end`, at most kAhead, are asked
  /// for next: what is known of them is fetched, of all at once, because each
  /// alone would be waited for.
  void LookAhead(const FoldedText& text, std::uint32_t first,
                 std::uint32_t end);

  /// What is found in `word`, which LookAhead was told of. Holds until the next
  /// call.
  WordFinds Find(const FoldedText& text, std::uint32_t word) {
    const std::uint32_t number = ahead_[word % kAhead].number;
    if (number == kNothing) return {};
    if (number != WordMemo::kUnknown) [[likely]]
      return FindsOf(words_[number]);
    return Learn(text, word);
  }

 private:
  /// The number of all words in which nothing is found.
  static constexpr std::uint32_t kNothing = WordMemo::kUnknown - 1;

  /// One of the words that are asked for next.
  struct Ahead {
    WordKey key;
    std::size_t place = 0;  // in the memo
    std::uint32_t number = WordMemo::kUnknown;
    bool has_key = false;
  };

  /// What is found in words, one after the other.
  struct Lists {
    std::vector<Condition> conditions;
    std::vector<Candidate> candidates;
    std::vector<Match> matches;  // of each word its hits, then its roots

    void Clear();
  };

  /// Where in the lists a word has its own.
  struct Known {
    std::uint32_t first_candidate = 0;
    std::uint32_t first_match = 0;
    std::uint16_t candidates = 0;
    std::uint16_t hits = 0;
    std::uint16_t roots = 0;
  };
  WordFinds FindsOf(const Known& word) const {
    const Match* const hits = known_.matches.data() + word.first_match;
    return {{hits, word.hits},
            {hits + word.hits, word.roots},
            {known_.conditions.data() + word.first_candidate, word.candidates},
            {known_.candidates.data() + word.first_candidate, word.candidates}};
  }

  WordFinds Learn(const FoldedText& text, std::uint32_t word);
  void Keep(const Ahead& word, const WordFinds& finds);
  WordFinds Read(const FoldedText& text, PartRun word);
  void AddFound(std::uint32_t use, PartRun parts, PartRun word);
  void SpreadRoots();
  void CollectPlaces(const FoldedText& text, PartRun word);

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
  std::array<Ahead, kAhead> ahead_;
  std::vector<Known> words_;  // by the memo's numbers
  Lists known_;               // of those
  bool is_full_ = false;      // a word found no room in `known_`
  // Of the last word that was read.
  Lists found_;
  std::vector<Match> roots_;
  std::vector<std::pair<PartRun, std::uint32_t>> places_;  // with the use
  std::vector<Occurrence> occurrences_;
};

}  // namespace sigte
