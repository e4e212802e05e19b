// SPDX-License-Identifier: MPL-2.0

// UTF-8, UTF-16 (RFC 2781) and Windows-1252 (the WHATWG Encoding Standard's
// index, where the five bytes without a letter are control characters).
#include "engine/read/text_decoder.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/byte_order_mark.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kChunk = 64UL * 1024;
constexpr std::size_t kLongestCharacter = 4;

// Of the bytes 0x80 to 0x9F.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void DecodeWindows1252(std::string_view bytes, std::string* out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool special = byte >= 0x80 && byte < 0xA0;
    AppendUtf8(special ? kWindows1252[byte - 0x80U] : byte, out);
  }
}

// A stray byte of a UTF-8 file is no reason to read all of its letters
// otherwise; in Windows-1252, two letters that make one of UTF-8 are rare.
constexpr std::size_t kStrayPerLetter = 4;
// Of so many bytes one may be no letter where a zero byte is among them.
constexpr std::size_t kTextPerControl = 20;

// What tells one encoding from another, over a whole file.
struct Tally {
  std::size_t bytes = 0;
  std::size_t letters = 0;   // UTF-8's of several bytes
  std::size_t strays = 0;    // bytes that are no UTF-8
  std::size_t controls = 0;  // that no text has
  bool has_nul = false;

  // Whole characters.
  void Add(std::string_view text) {
    bytes += text.size();
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      letters += byte >= 0xC0 ? 1U : 0U;
      controls += byte < 0x09 || (byte > 0x0D && byte < 0x20) ? 1U : 0U;
    }
    has_nul = has_nul || text.find('\0') != std::string_view::npos;
    while (true) {
      const std::size_t stray = FindInvalidUtf8(text);
      if (stray == std::string_view::npos) return;
      ++strays;
      const auto byte = static_cast<unsigned char>(text[stray]);
      letters -= byte >= 0xC0 ? 1U : 0U;
      text.remove_prefix(stray + 1);
    }
  }
};

// How many bytes at the end of `text` begin a character that goes on.
std::size_t Unfinished(std::string_view text) {
  const std::size_t most = std::min(text.size(), kLongestCharacter - 1);
  for (std::size_t back = 1; back <= most; ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return 0;
    if (byte < 0xC0) continue;
    const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return size > back ? back : 0;
  }
  return 0;
}

bool TakeMark(std::string_view bytes, EncodingGuess* guess) {
  if (bytes.starts_with(kByteOrderMark)) {
    guess->encoding = Encoding::kUtf8;
    guess->mark_size = kByteOrderMark.size();
  } else if (bytes.starts_with("\xFF\xFE")) {
    guess->encoding = Encoding::kUtf16Le;
    guess->mark_size = 2;
  } else if (bytes.starts_with("\xFE\xFF")) {
    guess->encoding = Encoding::kUtf16Be;
    guess->mark_size = 2;
  }
  return guess->mark_size > 0;
}

}  // namespace

std::string_view EncodingName(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8: return "UTF-8";
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: return "UTF-16";
    case Encoding::kWindows1252: return "Windows-1252";
  }
  return "UTF-8";
}

bool GuessEncoding(int fd, EncodingGuess* guess) {
  *guess = {};
  Tally tally;
  std::vector<char> buffer(kChunk);
  std::string carry;
  off_t offset = 0;
  while (true) {
    const ssize_t got = pread(fd, buffer.data(), buffer.size(), offset);
    if (got < 0) return false;
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(got));
    if (offset == 0 && TakeMark(bytes, guess)) return true;
    carry += bytes;
    const std::size_t open = got == 0 ? 0 : Unfinished(carry);
    tally.Add(std::string_view(carry).substr(0, carry.size() - open));
    carry.erase(0, carry.size() - open);
    if (got == 0) break;
    offset += got;
  }
  if (tally.strays > tally.letters * kStrayPerLetter) {
    guess->encoding = Encoding::kWindows1252;
  }
  guess->is_binary =
      tally.has_nul && tally.controls > tally.bytes / kTextPerControl + 1;
  return true;
}

void TextDecoder::Replace(std::string* out) {
  replaced_.push_back(out->size());
  AppendUtf8(kReplacement, out);
}

void TextDecoder::Decode(std::string_view bytes, bool last, std::string* out) {
  replaced_.clear();
  if (encoding_ == Encoding::kWindows1252) {
    DecodeWindows1252(bytes, out);
    return;
  }
  waiting_ += bytes;
  if (encoding_ == Encoding::kUtf8) {
    DecodeUtf8(last, out);
  } else {
    DecodeUtf16(last, out);
  }
}

void TextDecoder::DecodeUtf8(bool last, std::string* out) {
  const std::size_t open = last ? 0 : Unfinished(waiting_);
  const std::string_view whole =
      std::string_view(waiting_).substr(0, waiting_.size() - open);
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t good =
        std::min(FindInvalidUtf8(whole.substr(at)), whole.size() - at);
    out->append(whole, at, good);
    at += good;
    if (at == whole.size()) break;
    Replace(out);
    ++at;
  }
  waiting_.erase(0, whole.size());
}

char32_t TextDecoder::UnitAt(std::size_t at) const {
  const auto first = static_cast<unsigned char>(waiting_[at]);
  const auto second = static_cast<unsigned char>(waiting_[at + 1]);
  return encoding_ == Encoding::kUtf16Le
             ? static_cast<char32_t>(first | second << 8U)
             : static_cast<char32_t>(first << 8U | second);
}

void TextDecoder::DecodeUtf16(bool last, std::string* out) {
  std::size_t at = 0;
  while (at + 2 <= waiting_.size()) {
    const char32_t unit = UnitAt(at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (high && at + 4 > waiting_.size() && !last) break;
    const char32_t next =
        high && at + 4 <= waiting_.size() ? UnitAt(at + 2) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      AppendUtf8(0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00), out);
      at += 4;
      continue;
    }
    if (high || low) {
      Replace(out);
    } else {
      AppendUtf8(unit, out);
    }
    at += 2;
  }
  waiting_.erase(0, at);
  if (last && !waiting_.empty()) Replace(out);
}

}  // namespace sigte
