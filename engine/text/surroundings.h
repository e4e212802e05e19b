// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/text/folding.h"
#include "engine/text/patterns.h"

/// What must be true of a text, and of the words beside one in it, where a
/// phrase with that word matches. Nineteen phrases of twenty fail this test,
/// which is one instruction; the whole one (matcher.h) reads the phrase.
namespace sigte {

/// A set of things that a text and a word in it have. A pattern matches only
/// where all that it needs is there. Many things share a bit: 32 are for what
/// words begin with, 16 for the word before, and 16 for the word after.
using Traits = std::uint64_t;

/// Of all words of `text`, and of their parts.
Traits BeginningsIn(const FoldedText& text);
/// Of the words beside `word`.
Traits NeighboursIn(const FoldedText& text, PartRun word);

/// Of a phrase of `elements`, the one numbered `anchor` of which is looked for:
/// what it needs among BeginningsIn.
Traits BeginningsOf(std::span<const Element> elements, std::size_t anchor);
/// What it needs among NeighboursIn where the anchor is found at `parts` of
/// `word`; at a hyphen inside the word anything may stand.
Traits NeighboursOf(std::span<const Element> elements, std::size_t anchor,
                    PartRun parts, PartRun word);

}  // namespace sigte
