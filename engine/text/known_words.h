// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/text/word_bytes.h"

/// What the words of the last texts fold to, by their bytes as written: to look
/// a word up takes less than to fold it, and tells what is known of it too.
namespace sigte {

/// Holds at most `words` of them, 64 bytes each, two with the same place: what
/// is asked for again gives way to nothing that is not. For one Folder.
class KnownWords {
 public:
  /// No number: nothing is known of a word but what it folds to.
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  /// A word of letters and digits that folds to no more bytes than it has.
  struct alignas(64) Word {
    WordBytes written;
    std::array<char, WordBytes::kMaxBytes> folded{};
    std::uint32_t number = kUnknown;  ///< what the caller of SetNumber says
    std::uint8_t size = 0;            ///< of `folded`
  };

  /// `words` is a power of two, at least 2.
  explicit KnownWords(std::size_t words)
      : pairs_(words / 2), mask_(words / 2 - 1) {}

  /// Null where it is not known. Valid until the next call.
  const Word* Find(const WordBytes& written) {
    Pair& pair = pairs_[PlaceOf(written)];
    if (pair[0].written == written) [[likely]]
      return &pair[0];
    if (pair[1].written != written) return nullptr;
    std::swap(pair[0], pair[1]);
    return &pair[0];
  }

  void Keep(const WordBytes& written, const char* folded, std::size_t size);
  /// Where the word is still known.
  void SetNumber(const WordBytes& written, std::uint32_t number);
  void ForgetNumbers();

 private:
  std::size_t PlaceOf(const WordBytes& written) const {
    return static_cast<std::size_t>(written.Mixed() >> 32 & mask_);
  }

  using Pair = std::array<Word, 2>;
  std::vector<Pair> pairs_;
  std::uint64_t mask_;
};

}  // namespace sigte
