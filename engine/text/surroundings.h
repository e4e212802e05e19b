// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <cstring>

#include "engine/text/folding.h"
#include "engine/text/patterns.h"

/// What must be true of a text, and of the bytes beside a string in it, where a
/// string's pattern matches. Nineteen occurrences of twenty fail these tests,
/// which cost a few instructions; the whole one (matcher.h) reads words and
/// phrases.
namespace sigte {

/// A set of things that a text or a place in it has. A pattern matches only
/// where all that it needs is there.
using Traits = std::uint64_t;
inline constexpr Traits kPartEnds = 1;    ///< the word or its part ends there
inline constexpr Traits kEndingFits = 2;  ///< an ending or nothing follows
inline constexpr Traits kWordGoesOn = 4;
inline constexpr Traits kPlaceTraits = kPartEnds | kEndingFits | kWordGoesOn;

/// A text with a part that begins with these two bytes has this; `second` is a
/// blank for a part of one byte. Many pairs share a bit; three bits' have none.
inline Traits BeginsWith(char first, char second) {
  const auto pair =
      static_cast<std::uint32_t>(static_cast<unsigned char>(first) |
                                 static_cast<unsigned char>(second) << 8);
  return Traits{1} << (pair * 0x9E3779B1u >> 26) & ~kPlaceTraits;
}

/// Of all parts of `text`.
Traits BeginningsIn(const FoldedText& text);

/// Of the place where a string ends, one past its last byte. `longest_ending`
/// is in bytes.
inline Traits TraitsAt(const FoldedText& text, std::uint32_t end,
                       std::size_t longest_ending) {
  const char* const bytes = text.bytes().data() + end;
  if (*bytes == ' ') return kPartEnds | kEndingFits;
  // Where a hyphen divides a word, no blank shows it.
  const bool has_soft_parts = text.part_count() != text.word_count();
  if (has_soft_parts) return kPartEnds | kEndingFits | kWordGoesOn;
  // Every text ends in a blank: nothing is read behind it.
  for (std::size_t i = 1; i <= longest_ending; ++i) {
    if (bytes[i] == ' ') return kEndingFits | kWordGoesOn;
  }
  return kWordGoesOn;
}

/// The bytes next to a string: four as they lie in memory, those up to its
/// begin, and those from the end of its word on. Where a mask's bits are 0,
/// anything may stand.
struct Neighbours {
  std::uint32_t before = 0;
  std::uint32_t before_mask = 0;
  std::uint32_t after = 0;
  std::uint32_t after_mask = 0;
  bool ends_at_hyphen = true;  ///< what comes after may begin at a hyphen
};

/// Of a pattern of one word.
Traits NeedsOf(PatternKind kind);
/// Of a phrase, where its anchor stands.
Traits NeedsOf(const Phrase& phrase);
Neighbours NeighboursOf(const Phrase& phrase);

/// False where the pattern cannot match with its string at [begin, end) of the
/// folded `text`.
inline bool MayStandAt(const Neighbours& wanted, const FoldedText& text,
                       std::uint32_t begin, std::uint32_t end) {
  const std::string_view bytes = text.bytes();
  if (wanted.before_mask != 0) {
    if (begin == 0) return false;
    if (begin >= 4 && bytes[begin - 1] == ' ') {
      std::uint32_t found;
      std::memcpy(&found, bytes.data() + begin - 4, 4);
      if ((found & wanted.before_mask) != wanted.before) return false;
    }
  }
  if (wanted.after_mask != 0 && (bytes[end] == ' ' || !wanted.ends_at_hyphen)) {
    while (bytes[end] != ' ') ++end;
    std::uint32_t found;  // FoldedText::bytes() has room behind it
    std::memcpy(&found, bytes.data() + end, 4);
    if ((found & wanted.after_mask) != wanted.after) return false;
  }
  return true;
}

}  // namespace sigte
