// SPDX-License-Identifier: MPL-2.0

#include "engine/text/word_memo.h"

#include <algorithm>

namespace sigte {

std::optional<WordKey> DividedKeyOf(const FoldedText& text, PartRun parts) {
  const std::uint32_t begin = text.part(parts.first).fold_begin;
  const std::size_t size = text.part(parts.last).fold_end - begin;
  if (size > WordKey::kMaxBytes) return std::nullopt;
  std::array<char, WordKey::kMaxBytes> bytes{};
  std::copy_n(text.bytes().data() + begin, size, bytes.data());
  WordKey key{{}, 0};
  for (std::size_t i = 0; i < key.bytes.size(); ++i) {
    key.bytes[i] = LoadWord<std::uint64_t>(bytes.data() + 8 * i);
  }
  for (std::uint32_t p = parts.first; p <= parts.last; ++p) {
    const Part& part = text.part(p);
    if (part.fold_begin == part.fold_end) return std::nullopt;
    if (p != parts.first) key.soft |= 1u << (part.fold_begin - begin);
  }
  return key;
}

WordMemo::WordMemo(std::size_t words)
    : pairs_(words / 2), mask_(words / 2 - 1) {}

void WordMemo::Keep(const WordKey& word, Stretch stretch) {
  Pair& pair = pairs_[PlaceOf(word)];
  pair.other = pair.last;
  pair.last = {word, stretch};
}

void WordMemo::Clear() { std::ranges::fill(pairs_, Pair{}); }

}  // namespace sigte
