// SPDX-License-Identifier: MPL-2.0

// What a phrase needs around its anchor.

#include "engine/text/surroundings.h"

#include <string_view>

namespace sigte {
namespace {

constexpr unsigned kBefore = 0;  // where the bits for the word before begin
constexpr unsigned kAfter = 32;
constexpr Neighbours kAnything = 0xFFFFFFFF;

std::uint32_t Byte(char c) { return static_cast<unsigned char>(c); }

/// The letter next to a word; no two of a to z share a bit.
Neighbours Letter(char next) { return Neighbours{1} << (Byte(next) & 31); }

/// That letter and the one behind it; of a word of one letter, the blank.
Neighbours Letters(char next, char other) {
  const std::uint32_t both = 9 * Byte(other) + Byte(next) + 13;
  return Letter(next) | Neighbours{1} << (both & 31);
}

/// Of what begins with these three bytes. Never 0, which is any; the highest
/// bits of a product depend on all of them.
Beginnings::Place PlaceOf(std::uint32_t three) {
  return static_cast<Beginnings::Place>(three * 0x9E3779B1u >> 22 | 1);
}

std::uint32_t FirstThree(const char* at) {
  // Four, which are read at once.
  const std::uint32_t bytes =
      Byte(at[0]) | Byte(at[1]) << 8 | Byte(at[2]) << 16 | Byte(at[3]) << 24;
  return bytes & 0xFFFFFF;
}

/// Whether the word that `part` begins or ends has more than one.
bool IsDivided(const FoldedText& text, std::size_t part) {
  const auto is_soft = [&](std::size_t p) {
    return p < text.part_count() && (text.part(p).gap & kSoftGap) != 0;
  };
  return is_soft(part) || is_soft(part + 1);
}

/// What begins with the element begins so; 0: that is not known.
Beginnings::Place BeginningOf(const Element& e) {
  if (e.open_left) return 0;
  const std::string_view text = e.text;
  const bool is_whole = text.size() == 2 && !e.open_right;
  if (text.size() < 3 && !is_whole) return 0;
  return PlaceOf(Byte(text[0]) | Byte(text[1]) << 8 |
                 Byte(is_whole ? ' ' : text[2]) << 16);
}

}  // namespace

void Beginnings::Read(const FoldedText& text) {
  if (++text_ == 0) {
    read_ = {};
    ++text_;
  }
  read_[0] = text_;
  const bool has_soft_parts = text.part_count() != text.word_count();
  // FoldedText::bytes() has room behind it.
  const char* const bytes = text.bytes().data();
  for (std::size_t p = 0; p < text.part_count(); ++p) {
    const std::uint32_t three = FirstThree(bytes + text.part(p).fold_begin);
    read_[PlaceOf(three)] = text_;
    // No blank ends a part at a hyphen.
    if (has_soft_parts) {
      read_[PlaceOf((three & 0xFFFF) | Byte(' ') << 16)] = text_;
    }
  }
}

// One blank stands between words. Where a hyphen divides one of them, what an
// element of one letter has beside it is not known.
Neighbours NeighboursIn(const FoldedText& text, PartRun word) {
  const char* const bytes = text.bytes().data();
  const bool has_soft_parts = text.part_count() != text.word_count();
  // FoldedText::bytes() has room behind it.
  const char* const after = bytes + text.part(word.last).fold_end + 1;
  Neighbours there = Letters(after[0], after[1]) << kAfter;
  if (has_soft_parts && IsDivided(text, word.last + 1)) {
    there |= kAnything << kAfter;
  }
  if (word.first == 0) return there;
  const char* const before = bytes + text.part(word.first).fold_begin - 2;
  const char other = before == bytes ? ' ' : before[-1];
  there |= Letters(before[0], other) << kBefore;
  if (has_soft_parts && IsDivided(text, word.first - 1)) {
    there |= kAnything << kBefore;
  }
  return there;
}

// Of the others, those that are not beside the anchor: what is, NeighboursOf
// tells.
Needs NeedsOf(std::span<const Element> elements, std::size_t anchor) {
  Needs needs;
  auto next = needs.begin.begin();
  for (const bool beside : {false, true}) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const bool is_beside = (i + 1 == anchor && elements[anchor].skip == 0) ||
                             (i == anchor + 1 && elements[i].skip == 0);
      if (i == anchor || is_beside != beside) continue;
      const Beginnings::Place begin = BeginningOf(elements[i]);
      if (begin != 0 && next != needs.begin.end()) *next++ = begin;
    }
  }
  return needs;
}

Neighbours NeighboursOf(std::span<const Element> elements, std::size_t anchor,
                        PartRun parts, PartRun word) {
  Neighbours needs = 0;
  if (parts.first == word.first && anchor > 0 && elements[anchor].skip == 0) {
    const Element& before = elements[anchor - 1];
    const std::string_view end = before.text;
    if (!before.open_right) needs |= Letter(end.back()) << kBefore;
    if (!before.open_right && (end.size() > 1 || !before.open_left)) {
      const char other = end.size() > 1 ? end[end.size() - 2] : ' ';
      needs |= Letters(end.back(), other) << kBefore;
    }
  }
  if (parts.last == word.last && anchor + 1 < elements.size() &&
      elements[anchor + 1].skip == 0) {
    const Element& after = elements[anchor + 1];
    const std::string_view begin = after.text;
    if (!after.open_left) needs |= Letter(begin.front()) << kAfter;
    if (!after.open_left && (begin.size() > 1 || !after.open_right)) {
      needs |= Letters(begin[0], begin.size() > 1 ? begin[1] : ' ') << kAfter;
    }
  }
  return needs;
}

}  // namespace sigte
