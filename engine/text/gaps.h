// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/characters.h"

/// What stands between words: whether it ends a clause or a part of one.
namespace sigte {

/// What stands between a part and the one before it; a set.
enum Gap : std::uint8_t {
  kSoftGap = 1,    ///< a hyphen or apostrophe within one word
  kCommaGap = 2,   ///< a comma that is no decimal sign
  kClauseGap = 4,  ///< punctuation or a line break that ends a clause
  kBreakGap = 8,   ///< the part begins a word that ends a clause (breaks)
};

/// Whether a blank or a line break begins at `at`.
bool IsBlankAt(std::string_view text, std::size_t at);

/// What a character of `kind`, which stands in `text` from `at` up to `next`
/// and is in no word, says.
std::uint8_t GapOf(CharKind kind, std::string_view text, std::size_t at,
                   std::size_t next);

}  // namespace sigte
