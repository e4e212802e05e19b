// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "engine/text/characters.h"

/// Runs of ASCII letters and digits, sixteen bytes at a time where the
/// processor can.
namespace sigte {

/// Bytes that CopyRun may read past the run, and may write past it.
inline constexpr std::size_t kRunSlack = 64;

#if defined(__SSE2__)

/// Bits of the bytes in `bytes` that are ASCII letters or digits; `*lower` is
/// what they fold to.
inline unsigned WordMask(__m128i bytes, __m128i* lower) {
  *lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  // Shifted so that the wanted range begins at the lowest signed byte.
  const __m128i letters = _mm_cmplt_epi8(
      _mm_sub_epi8(*lower, _mm_set1_epi8('a' - 128)), _mm_set1_epi8(-128 + 26));
  const __m128i digits = _mm_cmplt_epi8(
      _mm_sub_epi8(bytes, _mm_set1_epi8('0' - 128)), _mm_set1_epi8(-128 + 10));
  return static_cast<unsigned>(
      _mm_movemask_epi8(_mm_or_si128(letters, digits)));
}

/// How many of the bytes from `from` on are ASCII letters or digits, or beyond
/// ASCII; of more than 32, 32. As many may be read.
inline std::size_t WordLength(const char* from) {
  std::size_t length = 0;
  for (; length < 32; length += 16) {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + length));
    __m128i lower;
    const unsigned mask = WordMask(bytes, &lower) |
                          static_cast<unsigned>(_mm_movemask_epi8(bytes));
    if (mask != 0xFFFF) {
      return length + static_cast<std::size_t>(__builtin_ctz(~mask));
    }
  }
  return length;
}

/// How many of the bytes from `from` on are ASCII letters or digits; writes
/// them in lower case to `out`. Something else stands behind them, and both
/// have room for kRunSlack bytes more.
inline std::size_t CopyRun(const char* from, char* out) {
  for (const char* at = from;; at += 16, out += 16) {
    __m128i lower;
    const unsigned mask =
        WordMask(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)), &lower);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), lower);
    if (mask != 0xFFFF) {
      return static_cast<std::size_t>(at - from) +
             static_cast<std::size_t>(std::countr_one(mask));
    }
  }
}

/// How many of the first sixteen bytes of `text` are ASCII before another byte
/// comes; bit i of `*words`: byte i of them is a letter or digit.
inline std::size_t AsciiWords(std::string_view text, unsigned* words) {
  char padded[16] = {};
  const char* from = text.data();
  if (text.size() < 16) {
    std::copy_n(from, text.size(), padded);
    from = padded;
  }
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  __m128i lower;
  const auto beyond = static_cast<unsigned>(_mm_movemask_epi8(bytes));
  const auto count = static_cast<std::size_t>(
      std::countr_zero(beyond | 1u << std::min<std::size_t>(text.size(), 16)));
  *words = WordMask(bytes, &lower) & ((1u << count) - 1);
  return count;
}

#else

inline std::size_t WordLength(const char* from) {
  std::size_t length = 0;
  for (; length < 32; ++length) {
    const auto byte = static_cast<unsigned char>(from[length]);
    if (byte < 0x80 && !IsWordChar(kAsciiKinds[byte])) break;
  }
  return length;
}

inline std::size_t AsciiWords(std::string_view text, unsigned* words) {
  std::size_t count = 0;
  *words = 0;
  for (; count < std::min<std::size_t>(text.size(), 16); ++count) {
    const auto byte = static_cast<unsigned char>(text[count]);
    if (byte >= 0x80) break;
    *words |= unsigned{IsWordChar(kAsciiKinds[byte])} << count;
  }
  return count;
}

inline std::size_t CopyRun(const char* from, char* out) {
  const char* at = from;
  for (;; ++at, ++out) {
    const auto lower = static_cast<char>(*at | 0x20);
    const bool letter = lower >= 'a' && lower <= 'z';
    if (!letter && (*at < '0' || *at > '9')) break;
    *out = letter ? lower : *at;
  }
  return static_cast<std::size_t>(at - from);
}

#endif

}  // namespace sigte
