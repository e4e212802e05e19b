// SPDX-License-Identifier: MPL-2.0

// UTF-8 by the table of RFC 3629; utf8proc knows only the widths.
#include "engine/base/utf8.h"

#include <utf8proc.h>

#include <cstring>

#include "engine/base/unprintable.h"

namespace sigte {
namespace {

// How long the sequence is that `lead` begins, and what its second byte may be:
// the second byte is where overlong forms, surrogates and too large numbers
// show.
struct Lead {
  std::size_t length;
  unsigned char low;
  unsigned char high;
};

Lead LeadOf(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// The length of the valid sequence at `text[offset]`; 0 where there is none.
std::size_t SequenceLength(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[offset + i]);
  };
  const Lead lead = LeadOf(byte(0));
  if (lead.length < 2) return lead.length;
  if (offset + lead.length > text.size()) return 0;
  if (byte(1) < lead.low || byte(1) > lead.high) return 0;
  for (std::size_t i = 2; i < lead.length; ++i) {
    if (!IsContinuation(text[offset + i])) return 0;
  }
  return lead.length;
}

// Past all whole groups of eight ASCII bytes from `offset` on.
std::size_t SkipAscii(std::string_view text, std::size_t offset) {
  while (offset + 8 <= text.size()) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + offset, 8);
    if ((bytes & 0x8080808080808080u) != 0) break;
    offset += 8;
  }
  return offset;
}

}  // namespace

char32_t NextCodePoint(std::string_view text, std::size_t* offset) {
  const std::size_t at = *offset;
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : SequenceLength(text, at);
  *offset = at + (length == 0 ? 1 : length);
  if (length == 0) return kReplacement;
  if (length == 1) return lead;
  char32_t code_point = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    code_point =
        (code_point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return code_point;
}

std::size_t BeginOfLast(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && IsContinuation(text[begin])) --begin;
  return begin;
}

void AppendUtf8(char32_t code_point, std::string* out) {
  const auto put = [out](char32_t byte) {
    out->push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  const auto put_rest = [&](int shift) {
    put(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacement;
  }
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put_rest(0);
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put_rest(6);
    put_rest(0);
  } else {
    put(0xF0 | (code_point >> 18));
    put_rest(12);
    put_rest(6);
    put_rest(0);
  }
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t ascii = SkipAscii(text, offset);
    count += ascii - offset;
    offset = ascii;
    if (offset == text.size()) break;
    NextCodePoint(text, &offset);
    ++count;
  }
  return count;
}

std::size_t FindInvalidUtf8(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    offset = SkipAscii(text, offset);
    if (offset == text.size()) return std::string_view::npos;
    const std::size_t length = SequenceLength(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, &offset);
    if (c == '\t' || (c >= 0x20 && c < 0x7F)) {
      ++width;
      continue;
    }
    const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    if (columns > 0) width += static_cast<std::size_t>(columns);
  }
  return width;
}

std::string Printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, &offset);
    if (c == '\t' || c == '\n') {
      out.push_back(' ');
    } else {
      AppendUtf8(IsControl(c) || SteersLayout(c) ? kReplacement : c, &out);
    }
  }
  return out;
}

// Before a number, its groups of digits included, in which `end` lies.
static std::size_t BeforeNumber(std::string_view text, std::size_t end) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::string_view kOfNumbers = "0123456789-. ";
  if (kDigits.find(text[end]) == kDigits.npos &&
      (end == 0 || kDigits.find(text[end - 1]) == kDigits.npos)) {
    return end;
  }
  const std::size_t before = text.substr(0, end).find_last_not_of(kOfNumbers);
  return before == text.npos ? 0 : before + 1;
}

std::string Shorten(std::string_view text, std::size_t limit) {
  if (limit == 0) return "";
  std::size_t offset = 0;
  std::size_t kept_end = 0;  // after limit - 1 code points
  for (std::size_t n = 0; n < limit && offset < text.size(); ++n) {
    kept_end = offset;
    NextCodePoint(text, &offset);
  }
  if (offset >= text.size()) return std::string(text);
  return std::string(text.substr(0, BeforeNumber(text, kept_end))) + "…";
}

}  // namespace sigte
