// SPDX-License-Identifier: MPL-2.0

// Texts of cells.
#include "engine/read/shared_text.h"

#include <charconv>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kEscapeSize = 7;  // _xHHHH_

bool ReadUnit(std::string_view text, std::size_t at, char32_t* unit) {
  if (at + kEscapeSize > text.size() || text[at] != '_' ||
      text[at + 1] != 'x' || text[at + kEscapeSize - 1] != '_') {
    return false;
  }
  std::uint32_t value = 0;
  const char* const begin = text.data() + at + 2;
  const auto read = std::from_chars(begin, begin + 4, value, 16);
  *unit = value;
  return read.ec == std::errc() && read.ptr == begin + 4;
}

}  // namespace

// Without xml:space="preserve" the blanks around a text are no part of it.
void RichText::Start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "rPh") in_phonetic_ = true;
  if (name != "t") return;
  in_text_ = true;
  begin_ = text_.size();
  keeps_blanks_ = attributes.GetPrefixed("space") == "preserve";
}

void RichText::End(std::string_view name) {
  if (name == "rPh") in_phonetic_ = false;
  if (name != "t" || !in_text_) return;
  in_text_ = false;
  if (keeps_blanks_ || in_phonetic_) return;
  constexpr std::string_view kBlanks = " \t\r\n";
  text_.resize(std::max(begin_, text_.find_last_not_of(kBlanks) + 1));
  const std::size_t first = text_.find_first_not_of(kBlanks, begin_);
  if (first != std::string::npos) text_.erase(begin_, first - begin_);
}

std::string WithoutEscapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t unit = 0;
    if (!ReadUnit(text, at, &unit)) {
      out += text[at++];
      continue;
    }
    at += kEscapeSize;
    char32_t low = 0;
    if (unit >= 0xD800 && unit < 0xDC00 && ReadUnit(text, at, &low) &&
        low >= 0xDC00 && low < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
      at += kEscapeSize;
    }
    const bool lone = unit >= 0xD800 && unit < 0xE000;
    AppendUtf8(lone ? kReplacement : unit, &out);
  }
  return out;
}

}  // namespace sigte
