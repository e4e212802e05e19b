// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8 (RFC 3629): decoding, counting, checking, and width on a terminal.
namespace sigte {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Reads the code point at `*offset` and moves `*offset` past it. A byte that
/// begins no valid sequence gives kReplacement and moves one byte.
/// `*offset` must be less than text.size().
char32_t NextCodePoint(std::string_view text, std::size_t* offset);

/// Whether `c` goes on with a code point that an earlier byte begins.
constexpr bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Where the code point begins that ends before `end` (1 to text.size()): at
/// most four bytes back.
std::size_t BeginOfLast(std::string_view text, std::size_t end);

void AppendUtf8(char32_t code_point, std::string* out);

/// How many code points `text` holds; an invalid byte counts as one.
std::size_t CountCodePoints(std::string_view text);

/// The offset of the first byte that is not UTF-8 (overlong forms and
/// surrogates included), or npos.
std::size_t FindInvalidUtf8(std::string_view text);

/// Columns of a terminal that `text` takes (utf8proc's widths): wide letters
/// take two, combining marks none.
std::size_t DisplayWidth(std::string_view text);

/// `text` with control characters (C0, C1, DEL, bidirectional overrides)
/// replaced by U+FFFD, so that nothing a submitter wrote steers a terminal.
/// Tabs and line feeds become blanks of display width one.
std::string Printable(std::string_view text);

/// At most `limit` code points of `text`, with "…" for what was cut. A number
/// is cut off whole, so that what must hide it can know it.
std::string Shorten(std::string_view text, std::size_t limit);

}  // namespace sigte
