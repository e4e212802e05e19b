// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/decimal.h"

/// What Excel's cells can hold, and how it writes their names. Lengths are in
/// UTF-16 units, as Excel counts.
namespace sigte {

inline constexpr std::size_t kMostInCell = 32767;
inline constexpr std::size_t kMostInHint = 255;      ///< of a validation
inline constexpr std::size_t kMostInHintTitle = 32;  ///< of a validation
inline constexpr std::size_t kMostInFormula = 8192;
inline constexpr std::size_t kMostInSheetName = 31;
inline constexpr std::uint32_t kMostRows = 1048576;

/// Numbers are kept as doubles, of which programs show 15 digits: what has more
/// would change without a word.
inline constexpr std::int64_t kMostExact = 999'999'999'999'999;
bool KeepsItsDigits(const Decimal& number);

std::size_t CountUtf16(std::string_view text);

/// At most `limit` units of `text`; where it is longer it is cut after a
/// sentence, else after a word, and ends in "…".
std::string ShortenAtWord(std::string_view text, std::size_t limit);

/// The first units of `text` that fit in a cell beside nothing else.
std::string_view FirstUtf16(std::string_view text, std::size_t limit);

/// `text` as a cell may hold it and XML 1.0 can: line breaks are LF, tabs stay,
/// other control characters and what steers the direction of writing become
/// U+FFFD. Escapes of Excel's own ("_x000D_") are kept from being read as such.
std::string CellText(std::string_view text);

/// Whether CellText loses signs of `text`: other control characters, or a
/// carriage return that begins no line.
bool LosesSigns(std::string_view text);

/// Whether a program that reads a table from text may take `text` for a formula
/// (CWE-1236): it begins with = + - @, a tab or a carriage return.
bool LooksLikeFormula(std::string_view text);

/// A text from outside that begins a cell of ours: an apostrophe stands before
/// what looks like a formula, so that a copy saved as CSV stays harmless too.
std::string HarmlessText(std::string_view text);

/// "A", "Z", "AA" …; `column` counts from 0.
std::string ColumnName(std::uint32_t column);
/// "B7"; both count from 0.
std::string CellReference(std::uint32_t row, std::uint32_t column);
/// "$B$7"
std::string FixedReference(std::uint32_t row, std::uint32_t column);

/// `text` as a literal of a formula: in quotation marks, those in it doubled.
std::string FormulaText(std::string_view text);
/// The sheet's name as formulas write it: 'Svar'.
std::string QuotedSheet(std::string_view name);

/// A name for a range: "list_" and the ASCII letters, digits and underscores
/// of `name`, others as underscores; no longer than libxlsxwriter takes.
std::string ListName(std::string_view name);

/// Points for a row of so many lines, as high as Excel lets it be.
double RowHeight(std::size_t lines);

/// About how many lines `text` takes in a column `width` letters wide.
std::size_t LinesIn(std::string_view text, std::size_t width);

}  // namespace sigte
