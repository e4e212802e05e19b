// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What may stand between the quotes of a JSON string (RFC 8259).
namespace sigte {

/// Which characters are written as escapes. Whoever parses the string gets the
/// same text either way.
enum class JsonEscapes : std::uint8_t {
  /// Those that the RFC asks for, in its shortest forms: one spelling of a
  /// text, to be digested.
  kRequired,
  /// Those of unprintable.h too: output is looked at in terminals, and cut
  /// into lines by readers that know more line ends than the line feed.
  kUnprintable,
};

/// The first byte from `at` on that cannot stand there as it is, because it
/// needs an escape or is not UTF-8; or the size.
std::size_t FindUnquotable(std::string_view text, std::size_t at,
                           JsonEscapes escapes = JsonEscapes::kUnprintable);

/// What stands for the character at such a byte.
struct QuotedForm {
  std::string_view text() const { return {form.data(), size}; }

  std::array<char, 6> form{};  ///< its escape, or U+FFFD
  std::uint8_t size = 0;       ///< of the form
  std::uint8_t taken = 1;      ///< bytes of the text that it stands for
};
QuotedForm QuotedFormAt(std::string_view text, std::size_t at);

/// What an escape stands for.
struct JsonEscape {
  char32_t letter = 0;
  std::size_t taken = 0;  ///< bytes, with the backslash; 0: it is no escape

  /// Half of a surrogate pair whose other half does not stand beside it.
  bool is_half() const { return letter >= 0xD800 && letter < 0xE000; }
};
/// Of the backslash at text[at].
JsonEscape ReadJsonEscape(std::string_view text, std::size_t at);

/// The value of the four hex digits at `text[at]`, or -1.
int JsonHex4(std::string_view text, std::size_t at);

}  // namespace sigte
