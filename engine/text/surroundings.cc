// SPDX-License-Identifier: MPL-2.0

// What a phrase needs around its anchor.

#include "engine/text/surroundings.h"

#include <algorithm>
#include <string_view>

namespace sigte {
namespace {

constexpr std::size_t kBytes = 4;

std::uint32_t Load(const char (&bytes)[kBytes]) {
  std::uint32_t loaded;
  std::memcpy(&loaded, bytes, kBytes);
  return loaded;
}

// The end of the word before: "…ort " of "short".
void WantBefore(std::string_view word, Neighbours* wanted) {
  char bytes[kBytes] = {0, 0, 0, ' '};
  char mask[kBytes] = {0, 0, 0, '\xFF'};
  const std::size_t count = std::min(word.size(), kBytes - 1);
  for (std::size_t i = 0; i < count; ++i) {
    bytes[kBytes - 2 - i] = word[word.size() - 1 - i];
    mask[kBytes - 2 - i] = '\xFF';
  }
  wanted->before = Load(bytes);
  wanted->before_mask = Load(mask);
}

// The beginning of the word after: " sho…" of "short".
void WantAfter(std::string_view word, Neighbours* wanted) {
  char bytes[kBytes] = {' ', 0, 0, 0};
  char mask[kBytes] = {'\xFF', 0, 0, 0};
  const std::size_t count = std::min(word.size(), kBytes - 1);
  for (std::size_t i = 0; i < count; ++i) {
    bytes[i + 1] = word[i];
    mask[i + 1] = '\xFF';
  }
  wanted->after = Load(bytes);
  wanted->after_mask = Load(mask);
}

}  // namespace

Traits BeginningsIn(const FoldedText& text) {
  const std::string_view bytes = text.bytes();
  const bool has_soft_parts = text.part_count() != text.word_count();
  Traits traits = 0;
  for (std::size_t p = 0; p < text.part_count(); ++p) {
    const std::size_t begin = text.part(p).fold_begin;
    traits |= BeginsWith(bytes[begin], bytes[begin + 1]);
    // No blank ends a part at a hyphen.
    if (has_soft_parts && text.part(p).fold_end == begin + 1) {
      traits |= BeginsWith(bytes[begin], ' ');
    }
  }
  return traits;
}

Traits NeedsOf(const Phrase& phrase) {
  Traits needs = 0;
  for (std::size_t i = 0; i < phrase.elements.size(); ++i) {
    const Element& e = phrase.elements[i];
    if (i == phrase.anchor || e.open_left) continue;
    if (e.text.size() > 1) {
      needs |= BeginsWith(e.text[0], e.text[1]);
    } else if (!e.open_right) {
      needs |= BeginsWith(e.text[0], ' ');
    }
  }
  return needs;
}

Neighbours NeighboursOf(const Phrase& phrase) {
  const Element& anchor = phrase.elements[phrase.anchor];
  Neighbours wanted;
  if (phrase.anchor > 0 && !anchor.open_left && anchor.skip == 0) {
    const Element& before = phrase.elements[phrase.anchor - 1];
    if (!before.open_right) WantBefore(before.text, &wanted);
  }
  if (phrase.anchor + 1 < phrase.elements.size()) {
    const Element& after = phrase.elements[phrase.anchor + 1];
    if (!after.open_left && after.skip == 0) WantAfter(after.text, &wanted);
  }
  return wanted;
}

}  // namespace sigte
