// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts without what nobody sees in them: what was broken into lines, set in
/// or pasted says the same.
namespace sigte {

/// Whether every blank of `text` (base/blank.h) is a single space between two
/// others and nothing in it is unseen (soft hyphens, zero-width characters).
bool IsPlain(std::string_view text);

/// `text` with a single space for each run of blanks, none around it, and
/// nothing unseen.
std::string PlainOf(std::string_view text);

/// The place in `text` of byte `offset` of PlainOf(text), or of its end: where
/// that byte stands, and for a space the first of the blanks that it stands
/// for.
std::size_t OffsetBeforePlain(std::string_view text, std::size_t offset);

}  // namespace sigte
