// SPDX-License-Identifier: MPL-2.0

// What a phrase needs around its anchor.

#include "engine/text/surroundings.h"

#include <string_view>

namespace sigte {
namespace {

constexpr unsigned kBefore = 32;  // where the bits for the word before begin
constexpr unsigned kAfter = 48;

/// Two bytes, mixed; its highest bits depend on all of them.
std::uint32_t Mixed(char first, char second) {
  const auto pair =
      static_cast<std::uint32_t>(static_cast<unsigned char>(first) |
                                 static_cast<unsigned char>(second) << 8);
  return pair * 0x9E3779B1u;
}

/// A part begins with these two bytes; `second` is a blank for a part of one.
Traits BeginsWith(char first, char second) {
  return Traits{1} << (Mixed(first, second) >> 27);
}

/// The word beside another has these two bytes next to it: two bits of sixteen.
Traits StandBeside(char first, char second, unsigned begin) {
  const std::uint32_t mixed = Mixed(first, second);
  return (Traits{1} << (mixed >> 28) | Traits{1} << (mixed >> 24 & 15))
         << begin;
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

// One blank stands between words.
Traits NeighboursIn(const FoldedText& text, PartRun word) {
  const char* const bytes = text.bytes().data();
  const std::uint32_t begin = text.part(word.first).fold_begin;
  // FoldedText::bytes() has room behind it.
  const char* const after = bytes + text.part(word.last).fold_end + 1;
  const Traits traits = StandBeside(after[0], after[1], kAfter);
  if (begin < 3) return traits;
  const char* const before = bytes + begin - 3;
  return traits | StandBeside(before[0], before[1], kBefore);
}

Traits BeginningsOf(std::span<const Element> elements, std::size_t anchor) {
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

Traits NeighboursOf(std::span<const Element> elements, std::size_t anchor,
                    PartRun parts, PartRun word) {
  const Element& found = elements[anchor];
  Traits needs = 0;
  if (parts.first == word.first && anchor > 0 && !found.open_left &&
      found.skip == 0) {
    const Element& before = elements[anchor - 1];
    const std::string_view end = before.text;
    if (!before.open_right && end.size() > 1) {
      needs |= StandBeside(end[end.size() - 2], end.back(), kBefore);
    }
  }
  if (parts.last == word.last && anchor + 1 < elements.size()) {
    const Element& after = elements[anchor + 1];
    if (!after.open_left && after.skip == 0 && after.text.size() > 1) {
      needs |= StandBeside(after.text[0], after.text[1], kAfter);
    }
  }
  return needs;
}

}  // namespace sigte
