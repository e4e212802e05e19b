// SPDX-License-Identifier: MPL-2.0

#include "engine/text/word_memo.h"

#include <algorithm>

namespace sigte {

bool DividedKeyOf(const FoldedText& text, PartRun parts, WordKey* key) {
  const std::uint32_t begin = text.part(parts.first).fold_begin;
  const std::size_t size = text.part(parts.last).fold_end - begin;
  if (size > WordBytes::kMaxBytes) return false;
  std::array<char, WordBytes::kMaxBytes> bytes{};
  std::copy_n(text.bytes().data() + begin, size, bytes.data());
  key->bytes = LoadWordBytes(bytes.data(), bytes.size());
  key->soft = 0;
  for (std::uint32_t p = parts.first; p <= parts.last; ++p) {
    const Part& part = text.part(p);
    if (part.fold_begin == part.fold_end) return false;
    if (p != parts.first)
      key->soft |= std::uint64_t{1} << (part.fold_begin - begin);
  }
  return true;
}

WordMemo::WordMemo(std::size_t words)
    : sets_(words / kWays), mask_(words / kWays - 1) {}

void WordMemo::Keep(std::size_t place, const WordKey& word,
                    std::uint32_t number) {
  Set& set = sets_[place];
  const auto free =
      std::find_if(set.begin(), set.end() - 1,
                   [](const Entry& e) { return e.Is(WordKey{}); });
  *free = {word.bytes, static_cast<std::uint32_t>(word.soft), number};
}

void WordMemo::Clear() { std::ranges::fill(sets_, Set{}); }

}  // namespace sigte
