// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/base/same_text.h"
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

/// The bytes next to a word: four up to its begin, and four from its end on.
/// Zeros stand before a text.
using Beside = std::uint64_t;
Beside BesideOf(const FoldedText& text, PartRun word);

/// The bytes that must stand next to the word that a phrase's anchor is found
/// in. Where the mask's bits are 0, anything may stand.
struct Neighbours {
  Beside bytes = 0;
  Beside mask = 0;

  friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

/// Of a phrase of `elements`, the one numbered `anchor` of which is looked for.
Traits NeedsOf(std::span<const Element> elements, std::size_t anchor);
/// The anchor is found at `parts` of `word`; at a hyphen inside the word
/// anything may stand.
Neighbours NeighboursOf(std::span<const Element> elements, std::size_t anchor,
                        PartRun parts, PartRun word);

// All below is asked for at every word of every text.

/// Of the four bytes on either side.
inline Beside JoinBeside(std::uint32_t before, std::uint32_t after) {
  return Beside{after} << 32 | before;
}

/// The four bytes before `begin`, which is less than four.
std::uint32_t FirstBytes(std::string_view bytes, std::uint32_t begin);

inline Beside BesideOf(const FoldedText& text, PartRun word) {
  const std::string_view bytes = text.bytes();
  const std::uint32_t begin = text.part(word.first).fold_begin;
  const std::uint32_t before =
      begin >= 4 ? LoadWord<std::uint32_t>(bytes.data() + begin - 4)
                 : FirstBytes(bytes, begin);
  // FoldedText::bytes() has room behind it.
  const std::uint32_t end = text.part(word.last).fold_end;
  return JoinBeside(before, LoadWord<std::uint32_t>(bytes.data() + end));
}

}  // namespace sigte
