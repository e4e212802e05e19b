// SPDX-License-Identifier: MPL-2.0

// What a phrase needs around its anchor.

#include "engine/text/surroundings.h"

#include <algorithm>
#include <string_view>

namespace sigte {
namespace {

constexpr std::size_t kBytes = 4;  // on either side

/// What Beside is made of, in the order of the text.
struct Bytes {
  char bytes[2 * kBytes] = {};

  Beside Joined() const {
    return JoinBeside(LoadWord<std::uint32_t>(bytes),
                      LoadWord<std::uint32_t>(bytes + kBytes));
  }
};

struct Wanted {
  Bytes bytes;
  Bytes mask;

  void Set(std::size_t at, char c) {
    bytes.bytes[at] = c;
    mask.bytes[at] = '\xFF';
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

std::uint32_t FirstBytes(std::string_view bytes, std::uint32_t begin) {
  if (begin == 0) return 0;
  char padded[kBytes] = {};
  std::copy_n(bytes.data(), begin, padded + kBytes - begin);
  return LoadWord<std::uint32_t>(padded);
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
  return {wanted.bytes.Joined(), wanted.mask.Joined()};
}

}  // namespace sigte
