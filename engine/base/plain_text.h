// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts without what nobody sees in them: what was broken into lines, set in
/// or pasted says the same, and so does a letter whose accent is a character of
/// its own, as some systems write them.
namespace sigte {

/// Whether every blank of `text` (base/blank.h) is a single space between two
/// others, nothing in it is unseen (soft hyphens, zero-width characters) and no
/// letter has its accent behind it (U+0300 to U+036F), whether or not there is
/// one letter for both.
bool IsPlain(std::string_view text);

/// `text` with a single space for each run of blanks, none around it, nothing
/// unseen, and letters and accents as one (Unicode NFC) where there is such a
/// one.
std::string PlainOf(std::string_view text);

/// The place in `text` of byte `offset` of PlainOf(text), or of its end,
/// between letters: where that byte stands, and for a space the first of the
/// blanks that it stands for.
std::size_t OffsetBeforePlain(std::string_view text, std::size_t offset);

}  // namespace sigte
