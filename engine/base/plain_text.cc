// SPDX-License-Identifier: MPL-2.0

#include "engine/base/plain_text.h"

#include <algorithm>
#include <array>

#include "engine/base/blank.h"
#include "engine/base/canonical_text.h"
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

// Bytes of the accent (U+0300 to U+036F) that `text` begins with, if it does.
std::size_t AccentAtStart(std::string_view text) {
  if (text.size() < 2) return 0;
  const auto second = static_cast<unsigned char>(text[1]);
  const bool is_accent = (text[0] == '\xCC' && IsContinuation(text[1])) ||
                         (text[0] == '\xCD' && second >= 0x80 && second < 0xB0);
  return is_accent ? 2 : 0;
}

// Whether a blank other than the space, something unseen, or an accent that is
// set on the letter before it may begin with a byte.
constexpr std::array<bool, 256> kMayBeOdd = [] {
  std::array<bool, 256> odd{};
  std::fill_n(odd.begin(), ' ', true);
  for (const char c : std::string_view("\xC2\xCC\xCD\xE1\xE2\xE3\xEF")) {
    odd[static_cast<unsigned char>(c)] = true;
  }
  return odd;
}();

// Puts the letter at `at` with the accents behind it as one. Returns the place
// behind them; npos where put says that it is enough.
template <typename Put>
std::size_t PutLetter(std::string_view text, std::size_t at, const Put& put) {
  std::size_t end = at + 1;
  while (end < text.size() && IsContinuation(text[end])) ++end;
  std::size_t accents = end;
  while (const std::size_t size = AccentAtStart(text.substr(accents))) {
    accents += size;
  }
  if (accents == end) {
    for (; at < end; ++at) {
      if (!put(at, text[at])) return text.npos;
    }
    return end;
  }
  std::string letter;
  AppendComposed(text.substr(at, accents - at), &letter);
  for (std::size_t i = 0; i < letter.size(); ++i) {
    const bool is_last = i + 1 == letter.size();
    if (!put(is_last ? accents - 1 : at, letter[i])) return text.npos;
  }
  return accents;
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
      at = PutLetter(text, at, put);
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
    if (kMayBeOdd[c]) {
      const std::string_view rest = text.substr(at);
      if (BlankAtStart(rest) > 0 || UnseenAtStart(rest) > 0 ||
          AccentAtStart(rest) > 0) {
        return false;
      }
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
