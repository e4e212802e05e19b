// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Comparing names: short texts, asked for so often that a call costs more
/// than the comparison.
namespace sigte {

template <typename Word>
inline Word LoadWord(const char* bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// The words at both ends, which overlap where there are fewer bytes than two.
template <typename Word>
inline bool SameEnds(const char* a, const char* b, std::size_t size) {
  const std::size_t last = size - sizeof(Word);
  return LoadWord<Word>(a) == LoadWord<Word>(b) &&
         LoadWord<Word>(a + last) == LoadWord<Word>(b + last);
}

/// a == b.
inline bool SameText(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const std::size_t size = a.size();
  if (size >= 8) {
    for (std::size_t at = 8; at + 8 < size; at += 8) {
      if (LoadWord<std::uint64_t>(a.data() + at) !=
          LoadWord<std::uint64_t>(b.data() + at)) {
        return false;
      }
    }
    return SameEnds<std::uint64_t>(a.data(), b.data(), size);
  }
  if (size >= 4) return SameEnds<std::uint32_t>(a.data(), b.data(), size);
  if (size >= 2) return SameEnds<std::uint16_t>(a.data(), b.data(), size);
  return size == 0 || a[0] == b[0];
}

}  // namespace sigte
