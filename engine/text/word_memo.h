// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/text/folding.h"
#include "engine/text/word_bytes.h"

/// What was found in the words of the last texts: most words of a text stand in
/// thousands of others.
namespace sigte {

/// A folded word as its bytes and where they are divided. Equal keys are equal
/// words.
struct WordKey {
  WordBytes bytes;
  std::uint64_t soft = 0;  ///< bit i: a soft part begins at the word's byte i

  friend bool operator==(const WordKey&, const WordKey&) = default;
};

/// The word that `parts` of `text` are; false where it has more bytes than a
/// key holds or has a part that folds to nothing.
bool DividedKeyOf(const FoldedText& text, PartRun parts, WordKey* key);

/// The same; `parts` of nearly all words are one part.
inline bool KeyOf(const FoldedText& text, PartRun parts, WordKey* key) {
  if (parts.first != parts.last) return DividedKeyOf(text, parts, key);
  const Part& part = text.part(parts.first);
  const std::size_t size = part.fold_end - part.fold_begin;
  if (size - 1 >= WordBytes::kMaxBytes) return false;
  *key = {LoadWordBytes(text.bytes().data() + part.fold_begin, size)};
  return true;
}

/// From words to numbers that the caller gives them. Holds at most `words` of
/// them, 32 bytes each. Four share two cache lines that lie together; one that
/// is asked for again moves ahead, and the last gives way to a fifth: words
/// that are met once push out none that are met often.
class WordMemo {
 public:
  /// No number; what Find says of a word that is not known.
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  /// `words` is a power of two, at least 4.
  explicit WordMemo(std::size_t words);

  /// Where `word` is looked for.
  std::size_t PlaceOf(const WordKey& word) const {
    const std::uint64_t mixed =
        word.bytes.Mixed() + word.soft * 0x85EBCA77C2B2AE63u;
    return static_cast<std::size_t>(mixed >> 32 & mask_);
  }

  /// The number of `word`, which has this place.
  std::uint32_t Find(std::size_t place, const WordKey& word) {
    Set& set = sets_[place];
    if (set[0].Is(word)) [[likely]]
      return set[0].number;
    for (std::size_t i = 1; i < kWays; ++i) {
      if (!set[i].Is(word)) continue;
      std::swap(set[i - 1], set[i]);
      return set[i - 1].number;
    }
    return kUnknown;
  }

  /// `word`, which has this place, is not known.
  void Keep(std::size_t place, const WordKey& word, std::uint32_t number);
  void Clear();

 private:
  struct alignas(32) Entry {
    WordBytes bytes;  // of the word; without any: none
    std::uint32_t soft = 0;
    std::uint32_t number = kUnknown;

    bool Is(const WordKey& word) const { return WordKey{bytes, soft} == word; }
  };
  static constexpr std::size_t kWays = 4;
  struct alignas(128) Set : std::array<Entry, kWays> {};
  static_assert(sizeof(Set) == 128);

  std::vector<Set> sets_;
  std::uint64_t mask_;
};

}  // namespace sigte
