// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a code point is to a reader of words.
namespace sigte {

enum class CharKind : std::uint8_t {
  kLetter,
  kDigit,
  kMark,     ///< combines with the letter before it
  kIgnored,  ///< soft hyphen, zero-width characters
  kBlank,
  kHyphen,      ///< joins words when between letters
  kApostrophe,  ///< likewise
  kDash,        ///< ends a clause when between blanks
  kStop,        ///< ends a clause unless it marks an abbreviation
  kComma,
  kLineBreak,  ///< ends a clause unless it only breaks a line
  kClauseEnd,
  kOther,
};

/// By Unicode's categories; ASCII is also in kAsciiKinds.
CharKind KindOf(char32_t code_point);
extern const std::array<CharKind, 128> kAsciiKinds;

inline bool IsWordChar(CharKind kind) {
  return kind == CharKind::kLetter || kind == CharKind::kDigit;
}

/// KindOf the code point at `offset`; kOther past the end. Sets `*next` to the
/// offset after it.
CharKind KindAt(std::string_view text, std::size_t offset, std::size_t* next);

/// A letter with a lower-case form of its own that it is not in.
bool IsUpper(char32_t code_point);
bool IsLower(char32_t code_point);

}  // namespace sigte
