// SPDX-License-Identifier: MPL-2.0

// Kinds of characters: a table for ASCII, Unicode's categories for the rest.

#include "engine/text/characters.h"

#include <utf8proc.h>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

using enum CharKind;

constexpr CharKind AsciiKind(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return kLetter;
  if (c >= '0' && c <= '9') return kDigit;
  switch (c) {
    case ' ':
    case '\t': return kBlank;
    case '-': return kHyphen;
    case '\'': return kApostrophe;
    case '.': return kStop;
    case ',': return kComma;
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')': return kClauseEnd;
    case '\n':
    case '\r':
    case '\v':
    case '\f': return kLineBreak;
    default: return kOther;
  }
}

CharKind KindOfCategory(utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return kLetter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return kDigit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return kMark;
    case UTF8PROC_CATEGORY_CF: return kIgnored;
    case UTF8PROC_CATEGORY_ZS: return kBlank;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return kLineBreak;
    case UTF8PROC_CATEGORY_PD: return kDash;
    default: return kOther;
  }
}

}  // namespace

constexpr std::array<CharKind, 128> kAsciiKinds = [] {
  std::array<CharKind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    kinds[c] = AsciiKind(static_cast<char>(c));
  }
  return kinds;
}();

CharKind KindOf(char32_t code_point) {
  if (code_point < kAsciiKinds.size()) return kAsciiKinds[code_point];
  switch (code_point) {
    case 0x2010:                      // hyphen
    case 0x2011: return kHyphen;      // non-breaking hyphen
    case 0x2019: return kApostrophe;  // also a closing quotation mark
    case 0x2212: return kDash;        // minus sign
    case 0x2026: return kStop;        // ellipsis
    case 0x0085: return kLineBreak;   // next line
    case 0x2022: return kClauseEnd;   // bullet
    default: break;
  }
  return KindOfCategory(
      utf8proc_category(static_cast<utf8proc_int32_t>(code_point)));
}

CharKind KindAt(std::string_view text, std::size_t offset, std::size_t* next) {
  if (offset >= text.size()) {
    *next = text.size();
    return kOther;
  }
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < kAsciiKinds.size()) {
    *next = offset + 1;
    return kAsciiKinds[lead];
  }
  *next = offset;
  return KindOf(NextCodePoint(text, next));
}

bool IsUpper(char32_t code_point) {
  const auto c = static_cast<utf8proc_int32_t>(code_point);
  return utf8proc_tolower(c) != c;
}

bool IsLower(char32_t code_point) {
  if (code_point < 0x80) return code_point >= 'a' && code_point <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) ==
         UTF8PROC_CATEGORY_LL;
}

}  // namespace sigte
