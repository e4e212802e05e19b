// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <cstring>

#include "engine/text/folding.h"
#include "engine/text/patterns.h"

/// What must be true of a text, and of the bytes beside a word in it, where a
/// phrase with that word matches. Nineteen words of twenty fail these tests,
/// which cost a few instructions; the whole one (matcher.h) reads the phrase.
namespace sigte {

/// A set of things that a text has. A pattern matches only where all that it
/// needs is there.
using Traits = std::uint64_t;

/// A text with a part that begins with these two bytes has this; `second` is a
/// blank for a part of one byte. Many pairs share a bit.
inline Traits BeginsWith(char first, char second) {
  const auto pair =
      static_cast<std::uint32_t>(static_cast<unsigned char>(first) |
                                 static_cast<unsigned char>(second) << 8);
  return Traits{1} << (pair * 0x9E3779B1u >> 26);
}

/// Of all parts of `text`.
Traits BeginningsIn(const FoldedText& text);

/// The bytes next to a phrase's anchor: four as they lie in memory, those up to
/// its begin, and those from the end of its word on. Where a mask's bits are 0,
/// anything may stand.
struct Neighbours {
  std::uint32_t before = 0;
  std::uint32_t before_mask = 0;
  std::uint32_t after = 0;
  std::uint32_t after_mask = 0;
};

Traits NeedsOf(const Phrase& phrase);
Neighbours NeighboursOf(const Phrase& phrase);

/// False where the phrase cannot match with its anchor at `parts` of `word`. At
/// a hyphen inside the word anything may stand.
inline bool MayStandAt(const Neighbours& wanted, const FoldedText& text,
                       PartRun parts, PartRun word) {
  const char* const bytes = text.bytes().data();
  std::uint32_t found;
  if (wanted.before_mask != 0) {
    if (parts.first == 0) return false;
    const std::uint32_t begin = text.part(word.first).fold_begin;
    if (parts.first == word.first && begin >= 4) {
      std::memcpy(&found, bytes + begin - 4, 4);
      if ((found & wanted.before_mask) != wanted.before) return false;
    }
  }
  if (wanted.after_mask != 0 && parts.last == word.last) {
    // FoldedText::bytes() has room behind it.
    std::memcpy(&found, bytes + text.part(word.last).fold_end, 4);
    if ((found & wanted.after_mask) != wanted.after) return false;
  }
  return true;
}

}  // namespace sigte
