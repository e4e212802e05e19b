// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/redaction.h"
#include "engine/base/source.h"

/// A line of somebody's text with a caret under what is meant. Columns are
/// those of a terminal: wide letters take two, combining marks none.
namespace sigte {

/// What is shown of a line where nobody says how wide the terminal is.
inline constexpr std::size_t kUsualLineColumns = 100;
/// Less than this cannot be read; a narrower wish counts as this.
inline constexpr std::size_t kFewestLineColumns = 20;

/// How many blanks stand before "|" and "=" under a line of this number.
std::size_t CaretGutter(std::size_t line_number);

/// The line of `source` that `span` begins in and a caret line, both ended by
/// a line break. At most `columns` of the line are shown, those around the
/// caret, with "…" for what is left out. Control characters are made harmless,
/// tabs become blanks, and what is `hidden` is so before anything is cut.
std::string CaretLines(const Source& source, Span span, std::size_t columns,
                       std::span<const Redaction> hidden);
/// The same for one line of a stream: `line_number` from 1; `span` counts bytes
/// from the beginning of `line`.
std::string CaretLines(std::string_view line, std::size_t line_number,
                       Span span, std::size_t columns);

}  // namespace sigte
