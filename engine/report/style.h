// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

/// Text for a terminal: colours, widths, wrapping. Knows no words.
namespace sigte {

enum class Ink { kPlain, kBold, kDim, kRed, kYellow, kGreen, kBlue };

/// `text` in ANSI colours where `color` is true; else as it is.
std::string Inked(std::string_view text, Ink ink, bool color);

/// `text` followed or preceded by blanks up to `width` columns.
std::string PadRight(std::string_view text, std::size_t width);
std::string PadLeft(std::string_view text, std::size_t width);

/// `text` where it takes no more than `width` columns; else its first letters
/// that do with the "…" behind them. Never cuts within a letter or between a
/// letter and its combining marks.
std::string Fitted(std::string_view text, std::size_t width);

/// `text` in lines of at most `width` columns, each begun with `indent` blanks
/// and ended with a line break. Blanks and line breaks in it become single
/// blanks; a word that is longer than a line stands on its own.
std::string Wrapped(std::string_view text, std::size_t indent,
                    std::size_t width);

/// `lines` with `indent` blanks before each.
std::string Indented(std::string_view lines, std::size_t indent);

}  // namespace sigte
