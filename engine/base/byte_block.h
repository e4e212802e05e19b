// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Sixteen bytes of a text looked at together.
namespace sigte {

/// Of a block's bits for lead bytes of two and for continuations: those of
/// leads with their continuations.
inline unsigned Letters(unsigned leads, unsigned continuations) {
  const unsigned whole = leads & (continuations >> 1);
  return whole | whole << 1;
}

#if defined(__SSE2__)

class ByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

  /// Reads kSize bytes from `from` on.
  explicit ByteBlock(const char* from)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))) {}

  // All below: a bit a byte, the first byte's the lowest.

  /// Bytes that JSON cannot quote unseen: control characters, DEL, '"', '\'
  /// and whatever is not ASCII, but for letters from U+00C0 to U+00FF that lie
  /// whole within the block.
  unsigned Unplain() const {
    // Signed, so that bytes above 0x7F are low ones too.
    const __m128i low = _mm_cmplt_epi8(bytes_, _mm_set1_epi8(0x20));
    const __m128i quotes = _mm_cmpeq_epi8(bytes_, _mm_set1_epi8('"'));
    const __m128i slashes = _mm_cmpeq_epi8(bytes_, _mm_set1_epi8('\\'));
    const __m128i dels = _mm_cmpeq_epi8(bytes_, _mm_set1_epi8(0x7F));
    const unsigned unplain = Bits(
        _mm_or_si128(_mm_or_si128(low, dels), _mm_or_si128(quotes, slashes)));
    if (unplain == 0) return 0;
    const unsigned leads =
        Bits(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(static_cast<char>(0xC3))));
    return unplain & ~Letters(leads, Continuations());
  }

  unsigned Digits() const {
    // Shifted so that '0' is the lowest signed byte.
    const __m128i shifted = _mm_sub_epi8(bytes_, _mm_set1_epi8('0' - 128));
    return Bits(_mm_cmplt_epi8(shifted, _mm_set1_epi8(-128 + 10)));
  }

  /// Bytes that continue a code point of UTF-8: 0x80 to 0xBF.
  unsigned Continuations() const { return Bits(Continued(bytes_)); }

  /// The same, a byte a byte: all of its bits, or none.
  static __m128i Continued(__m128i bytes) {
    return _mm_cmplt_epi8(bytes, _mm_set1_epi8(-64));  // the lowest signed ones
  }

 private:
  static unsigned Bits(__m128i mask) {
    return static_cast<unsigned>(_mm_movemask_epi8(mask));
  }

  __m128i bytes_;
};

/// How many of the `size` bytes from `from` on continue a code point of UTF-8.
/// `size` is a multiple of ByteBlock::kSize.
inline std::size_t CountContinuations(const char* from, std::size_t size) {
  constexpr std::size_t kMost = 255 * ByteBlock::kSize;  // a counter holds that
  const __m128i zero = _mm_setzero_si128();
  std::size_t count = 0;
  while (size > 0) {
    const char* const end = from + (size < kMost ? size : kMost);
    size -= static_cast<std::size_t>(end - from);
    __m128i counters = zero;
    for (; from != end; from += ByteBlock::kSize) {
      const __m128i bytes =
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
      counters = _mm_sub_epi8(counters, ByteBlock::Continued(bytes));
    }
    const __m128i sums = _mm_sad_epu8(counters, zero);
    count += static_cast<std::size_t>(
        _mm_cvtsi128_si32(_mm_add_epi64(sums, _mm_srli_si128(sums, 8))));
  }
  return count;
}

#else

class ByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

  explicit ByteBlock(const char* from) {
    std::memcpy(bytes_.data(), from, kSize);
  }

  unsigned Unplain() const {
    const unsigned unplain = Bits([](unsigned char c) {
      return c < 0x20 || c >= 0x7F || c == '"' || c == '\\';
    });
    if (unplain == 0) return 0;
    return unplain & ~Letters(Bits([](unsigned char c) { return c == 0xC3; }),
                              Continuations());
  }
  unsigned Continuations() const {
    return Bits([](unsigned char c) { return (c & 0xC0U) == 0x80U; });
  }
  unsigned Digits() const {
    return Bits([](unsigned char c) { return c >= '0' && c <= '9'; });
  }

 private:
  template <typename Test>
  unsigned Bits(Test test) const {
    unsigned bits = 0;
    for (std::size_t i = 0; i < kSize; ++i) {
      bits |= static_cast<unsigned>(test(bytes_[i])) << i;
    }
    return bits;
  }

  std::array<unsigned char, kSize> bytes_;
};

inline std::size_t CountContinuations(const char* from, std::size_t size) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    count += (static_cast<unsigned char>(from[i]) & 0xC0U) == 0x80U ? 1U : 0U;
  }
  return count;
}

#endif

/// The first byte of `text` from `at` on whose bit is set in what `bits` gives
/// for its block; or the size.
template <typename Bits>
std::size_t FindFirst(std::string_view text, std::size_t at, Bits bits) {
  constexpr std::size_t kSize = ByteBlock::kSize;
  unsigned found = 0;
  for (; at + kSize <= text.size(); at += kSize) {
    found = bits(ByteBlock(text.data() + at));
    if (found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  const std::size_t rest = text.size() - at;
  if (rest == 0) return at;
  if (text.size() >= kSize) {  // the last block of all, without what was seen
    found =
        bits(ByteBlock(text.data() + text.size() - kSize)) >> (kSize - rest);
  } else {
    std::array<char, kSize> copy{};
    std::memcpy(copy.data(), text.data() + at, rest);
    found = bits(ByteBlock(copy.data())) & ((1U << rest) - 1);
  }
  return found == 0 ? text.size()
                    : at + static_cast<std::size_t>(std::countr_zero(found));
}

/// How many ASCII digits stand in `text`.
inline std::size_t CountDigits(std::string_view text) {
  std::size_t count = 0;
  for (; text.size() >= ByteBlock::kSize;
       text.remove_prefix(ByteBlock::kSize)) {
    const unsigned digits = ByteBlock(text.data()).Digits();
    count += static_cast<std::size_t>(std::popcount(digits));
  }
  for (const char c : text) count += c >= '0' && c <= '9' ? 1U : 0U;
  return count;
}

}  // namespace sigte
