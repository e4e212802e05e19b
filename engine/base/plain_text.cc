// SPDX-License-Identifier: MPL-2.0

#include "engine/base/plain_text.h"

#include "engine/base/blank.h"
#include "engine/base/unprintable.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

// Bytes of the character that `text` begins with, if that is one which folding
// ignores within a word.
std::size_t UnseenAtStart(std::string_view text) {
  std::size_t size = 0;
  const char32_t c = NextCodePoint(text, &size);
  const bool is_joiner = c == 0x200C || c == 0x200D;
  return is_joiner || IsUnseen(c) ? size : 0;
}

// Whether a blank other than the space, or something unseen, may begin with it.
constexpr bool MayBeOdd(unsigned char c) {
  return c < ' ' || c == 0xC2 || (c >= 0xE1 && c <= 0xE3) || c == 0xEF;
}

// Calls put(offset, byte) for each byte of the plain text with where it stands;
// of a space the first blank that it stands for. Stops where put says so.
template <typename Put>
void ForEachPlain(std::string_view text, const Put& put) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t blank = kNone;
  bool begun = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (const std::size_t size = BlankAtStart(rest)) {
      if (blank == kNone) blank = at;
      at += size;
    } else if (const std::size_t unseen = UnseenAtStart(rest)) {
      at += unseen;
    } else {
      if (begun && blank != kNone && !put(blank, ' ')) return;
      begun = true;
      blank = kNone;
      if (!put(at, text[at])) return;
      ++at;
    }
  }
}

}  // namespace

bool IsPlain(std::string_view text) {
  bool after_space = true;  // nor does one stand at the start
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == ' ') {
      if (after_space) return false;
      after_space = true;
      continue;
    }
    if (MayBeOdd(c)) {
      const std::string_view rest = text.substr(at);
      if (BlankAtStart(rest) > 0 || UnseenAtStart(rest) > 0) return false;
    }
    after_space = false;
  }
  return text.empty() || !after_space;
}

std::string PlainOf(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  ForEachPlain(text, [&](std::size_t, char c) {
    plain += c;
    return true;
  });
  return plain;
}

std::size_t OffsetBeforePlain(std::string_view text, std::size_t offset) {
  std::size_t place = 0;
  ForEachPlain(text, [&](std::size_t at, char) {
    place = offset == 0 ? at : at + 1;
    return offset-- != 0;
  });
  return place;
}

}  // namespace sigte
