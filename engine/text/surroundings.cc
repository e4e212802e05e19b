// SPDX-License-Identifier: MPL-2.0

// What a phrase needs around its anchor.

#include "engine/text/surroundings.h"

#include <algorithm>
#include <string_view>

#include "engine/base/same_text.h"

namespace sigte {
namespace {

constexpr std::size_t kBytes = 4;  // on either side

/// What Beside is made of, with the mask likewise.
struct Wanted {
  char bytes[2 * kBytes] = {};
  char mask[2 * kBytes] = {};

  void Set(std::size_t at, char c) {
    bytes[at] = c;
    mask[at] = '\xFF';
  }
};

// The end of the word before: "…ort " of "short".
void WantBefore(std::string_view word, Wanted* wanted) {
  wanted->Set(kBytes - 1, ' ');
  const std::size_t count = std::min(word.size(), kBytes - 1);
  for (std::size_t i = 0; i < count; ++i) {
    wanted->Set(kBytes - 2 - i, word[word.size() - 1 - i]);
  }
}

// The beginning of the word after: " sho…" of "short".
void WantAfter(std::string_view word, Wanted* wanted) {
  wanted->Set(kBytes, ' ');
  const std::size_t count = std::min(word.size(), kBytes - 1);
  for (std::size_t i = 0; i < count; ++i) {
    wanted->Set(kBytes + 1 + i, word[i]);
  }
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

Traits NeedsOf(std::span<const Element> elements, std::size_t anchor) {
  Traits needs = 0;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Element& e = elements[i];
    if (i == anchor || e.open_left) continue;
    if (e.text.size() > 1) {
      needs |= BeginsWith(e.text[0], e.text[1]);
    } else if (!e.open_right) {
      needs |= BeginsWith(e.text[0], ' ');
    }
  }
  return needs;
}

Beside BesideOf(const FoldedText& text, PartRun word) {
  const char* const bytes = text.bytes().data();
  const std::size_t begin = text.part(word.first).fold_begin;
  char beside[2 * kBytes] = {};
  const std::size_t before = std::min(begin, kBytes);
  std::copy_n(bytes + begin - before, before, beside + kBytes - before);
  // FoldedText::bytes() has room behind it.
  std::copy_n(bytes + text.part(word.last).fold_end, kBytes, beside + kBytes);
  return LoadWord<Beside>(beside);
}

Neighbours NeighboursOf(std::span<const Element> elements, std::size_t anchor,
                        PartRun parts, PartRun word) {
  const Element& found = elements[anchor];
  Wanted wanted;
  if (parts.first == word.first && anchor > 0 && !found.open_left &&
      found.skip == 0) {
    const Element& before = elements[anchor - 1];
    if (!before.open_right) WantBefore(before.text, &wanted);
  }
  if (parts.last == word.last && anchor + 1 < elements.size()) {
    const Element& after = elements[anchor + 1];
    if (!after.open_left && after.skip == 0) WantAfter(after.text, &wanted);
  }
  return {LoadWord<Beside>(wanted.bytes), LoadWord<Beside>(wanted.mask)};
}

}  // namespace sigte
