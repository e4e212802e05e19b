// SPDX-License-Identifier: MPL-2.0

#include "engine/text/known_words.h"

#include <algorithm>

namespace sigte {

void KnownWords::Keep(const WordBytes& written, const char* folded,
                      std::size_t size) {
  Word& word = pairs_[PlaceOf(written)][1];
  word = {};
  word.written = written;
  std::copy_n(folded, size, word.folded.data());
  word.size = static_cast<std::uint8_t>(size);
}

void KnownWords::SetNumber(const WordBytes& written, std::uint32_t number) {
  for (Word& word : pairs_[PlaceOf(written)]) {
    if (word.written == written) word.number = number;
  }
}

void KnownWords::ForgetNumbers() {
  for (Pair& pair : pairs_) {
    for (Word& word : pair) word.number = kUnknown;
  }
}

}  // namespace sigte
