// SPDX-License-Identifier: MPL-2.0

// Escapes in JSON strings.
#include "engine/read/json_token.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kBad = std::string_view::npos;

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// What follows the backslash in a two-letter escape; 0 where it is none.
char ShortEscape(char c) {
  switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
  }
}

// Reads the "XXXX" (of "\uXXXX", or a pair of those) at `*at` and moves past
// it; false for half a pair.
bool ReadUnicode(std::string_view quoted, std::size_t* at, char32_t* out) {
  const int first = JsonHex4(quoted, *at);
  if (first < 0) return false;
  *at += 4;
  *out = static_cast<char32_t>(first);
  if (first < 0xD800 || first > 0xDFFF) return true;
  if (first >= 0xDC00 || quoted.substr(*at, 2) != "\\u") return false;
  const int second = JsonHex4(quoted, *at + 2);
  if (second < 0xDC00 || second > 0xDFFF) return false;
  *at += 6;
  *out = 0x10000 + ((*out - 0xD800) << 10) +
         (static_cast<char32_t>(second) - 0xDC00);
  return true;
}

}  // namespace

int JsonHex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = HexDigit(text[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

std::size_t UnescapeJson(std::string_view quoted, char* out) {
  char* end = out;
  std::size_t at = 0;
  std::string letter;  // at most four bytes: never leaves its own room
  while (true) {
    const std::size_t escape = std::min(quoted.find('\\', at), quoted.size());
    std::memcpy(end, quoted.data() + at, escape - at);
    end += escape - at;
    if (escape == quoted.size()) return static_cast<std::size_t>(end - out);
    if (escape + 1 == quoted.size()) return kBad;
    at = escape + 2;
    if (quoted[escape + 1] != 'u') {
      *end = ShortEscape(quoted[escape + 1]);
      if (*end++ == 0) return kBad;
      continue;
    }
    char32_t code_point = 0;
    if (!ReadUnicode(quoted, &at, &code_point)) return kBad;
    letter.clear();
    AppendUtf8(code_point, &letter);
    end = std::copy(letter.begin(), letter.end(), end);
  }
}

}  // namespace sigte
