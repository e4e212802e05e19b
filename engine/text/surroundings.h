// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/text/folding.h"
#include "engine/text/patterns.h"

/// What must be true of a text, and of the words beside one in it, where a
/// phrase with that word matches. Most phrases that do not match fail this
/// test, which is a few instructions; the whole one (matcher.h) reads the
/// phrase.
namespace sigte {

/// What the words beside one have next to it: their two letters there, or one.
/// A set; many things share a bit: 32 are for the word before, 32 for the one
/// after.
using Neighbours = std::uint64_t;

/// What stands beside `word`.
Neighbours NeighboursIn(const FoldedText& text, PartRun word);

/// What the words of a text, and their parts, begin with.
class Beginnings {
 public:
  /// Three bytes; many share a place. 0: whatever they are.
  using Place = std::uint16_t;
  static constexpr std::size_t kPlaces = 1024;

  void Read(const FoldedText& text);
  bool Has(Place place) const { return read_[place] == text_; }

 private:
  // By place, which text had it: so nothing is to be cleared between texts.
  std::array<std::uint8_t, kPlaces> read_{};
  std::uint8_t text_ = 0;
};

/// What a phrase needs around the word that is looked for.
struct Needs {
  Neighbours beside = 0;
  std::array<Beginnings::Place, 2> begin{};

  /// `lacks`: all that is not beside the word.
  bool AreMet(Neighbours lacks, const Beginnings& text) const {
    return (beside & lacks) == 0 && text.Has(begin[0]) && text.Has(begin[1]);
  }
};

/// Of a phrase of `elements`, the one numbered `anchor` of which is looked for:
/// what it needs wherever that is found.
Needs NeedsOf(std::span<const Element> elements, std::size_t anchor);
/// What it needs among NeighboursIn where the anchor is found at `parts` of
/// `word`; at a hyphen inside the word anything may stand.
Neighbours NeighboursOf(std::span<const Element> elements, std::size_t anchor,
                        PartRun parts, PartRun word);

}  // namespace sigte
