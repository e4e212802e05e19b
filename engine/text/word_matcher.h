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

/// A pattern that matches in a word; of a phrase, its anchor. It can match as a
/// whole only where the text has what it needs and the neighbours stand there.
struct WordMatch {
  Traits needs = 0;
  Neighbours neighbours;
  Use use;
  PartRun parts;  ///< counted from the word's first
};

/// Runs the automaton over a word once, and remembers what it found: 8,192
/// words of at most 24 bytes with 16,384 matches, 1 MiB together at most. The
/// words asked for least give way; all go when there are more matches.
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
  /// for next: what is known of them is fetched while others are looked at.
  void LookAhead(const FoldedText& text, std::uint32_t first,
                 std::uint32_t end) {
    for (std::uint32_t word = first; word < end; ++word) {
      auto& key = keys_[word % kAhead];
      key = KeyOf(text, text.PartsOf(word));
      if (key) memo_.Fetch(*key);
    }
  }

  /// What is found in `word`, which LookAhead was told of; by place, then by
  /// pattern, each once. Holds until the next call.
  std::span<const WordMatch> Find(const FoldedText& text, std::uint32_t word) {
    const auto& key = keys_[word % kAhead];
    if (key) [[likely]] {
      if (const WordMemo::Stretch* known = memo_.Find(*key)) [[likely]] {
        return {known_.data() + known->first, known->size};
      }
    }
    Read(text, text.PartsOf(word));
    if (key) Keep(*key);
    return found_;
  }

 private:
  void Read(const FoldedText& text, PartRun word);
  void CollectPlaces(const FoldedText& text, PartRun word);
  void Keep(const WordKey& key);

  /// A string that a pattern looks for, in a word.
  struct Place {
    std::uint32_t fold_begin;
    std::uint32_t fold_end;
    PartRun parts;  ///< that its first and last byte lie in
    PartRun word;
  };
  std::optional<PartRun> Match(const FoldedText& text, const Use& use,
                               const Place& at) const;
  std::optional<PartRun> MatchAnchor(const FoldedText& text, const Use& use,
                                     const Place& at) const;
  /// The last part of the shortest stretch that ends in nothing or an ending.
  std::optional<std::uint32_t> EndWithEnding(const FoldedText& text,
                                             const Place& at) const;

  const LexiconImpl& lexicon_;
  WordMemo memo_;
  std::array<std::optional<WordKey>, kAhead> keys_;
  std::vector<WordMatch> known_;  // of the words in `memo_`
  std::vector<WordMatch> found_;  // in the last word that was read
  std::vector<std::pair<PartRun, std::uint32_t>> places_;  // with the use
  std::vector<Occurrence> occurrences_;
};

}  // namespace sigte
