// SPDX-License-Identifier: MPL-2.0

// Most texts can be quoted as they are: sixteen bytes are looked at together.
#include "engine/base/json_text.h"

#include "engine/base/ascii.h"
#include "engine/base/byte_block.h"
#include "engine/base/unprintable.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

unsigned char ByteAt(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Bytes of the letter beyond ASCII that begins at `at`; 0 where none does.
std::size_t LetterSize(std::string_view text, std::size_t at) {
  const unsigned char lead = ByteAt(text, at);
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < text.size() &&
      (ByteAt(text, at + 1) & 0xC0U) == 0x80U) {
    return 2;
  }
  std::size_t end = at;
  NextCodePoint(text, &end);
  return end - at > 1 ? end - at : 0;
}

// Asked of every letter beyond ASCII: most are told by their first byte.
bool IsUnprintable(std::string_view text, std::size_t at) {
  const unsigned char lead = ByteAt(text, at);
  if (lead != 0xC2 && lead != 0xD8 && lead != 0xE2) return false;
  const char32_t c = NextCodePoint(text, &at);
  return IsControl(c) || SteersLayout(c);
}

// The letter of a short escape; 0 where there is none.
char ShortEscape(char32_t c) {
  switch (c) {
    case '\b': return 'b';
    case '\t': return 't';
    case '\n': return 'n';
    case '\f': return 'f';
    case '\r': return 'r';
    case '"': return '"';
    case '\\': return '\\';
    default: return 0;
  }
}

}  // namespace

std::size_t FindUnquotable(std::string_view text, std::size_t at,
                           JsonEscapes escapes) {
  const bool all = escapes == JsonEscapes::kUnprintable;
  while (true) {
    at = FindFirst(text, at,
                   [](const ByteBlock& block) { return block.Unplain(); });
    if (at == text.size() || ByteAt(text, at) < 0x7F) return at;
    if (ByteAt(text, at) == 0x7F) {
      if (all) return at;
      ++at;
      continue;
    }
    const std::size_t size = LetterSize(text, at);
    if (size == 0 || (all && IsUnprintable(text, at))) return at;
    at += size;
  }
}

QuotedForm QuotedFormAt(std::string_view text, std::size_t at) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::size_t end = at;
  const char32_t c = NextCodePoint(text, &end);
  if (ByteAt(text, at) >= 0x80 && end - at == 1) {  // not UTF-8
    return {{'\xEF', '\xBF', '\xBD'}, 3, 1};
  }
  const auto taken = static_cast<std::uint8_t>(end - at);
  if (const char letter = ShortEscape(c); letter != 0) {
    return {{'\\', letter}, 2, taken};
  }
  return {{'\\', 'u', kHex[c >> 12 & 15], kHex[c >> 8 & 15], kHex[c >> 4 & 15],
           kHex[c & 15]},
          6,
          taken};
}

int JsonHex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = HexValue(text[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

JsonEscape ReadJsonEscape(std::string_view text, std::size_t at) {
  constexpr std::string_view kSigns = "\"\\/bfnrt";
  constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  if (at + 1 >= text.size()) return {};
  if (text[at + 1] != 'u') {
    const std::size_t known = kSigns.find(text[at + 1]);
    if (known == kSigns.npos) return {};
    return {static_cast<char32_t>(kMeant[known]), 2};
  }
  const int first = JsonHex4(text, at + 2);
  if (first < 0) return {};
  const auto high = static_cast<char32_t>(first);
  const bool is_high = high >= 0xD800 && high < 0xDC00;
  const int second =
      is_high && text.substr(at + 6, 2) == "\\u" ? JsonHex4(text, at + 8) : -1;
  if (second < 0xDC00 || second > 0xDFFF) return {high, 6};
  const auto low = static_cast<char32_t>(second);
  return {0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 12};
}

}  // namespace sigte
