// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/base/same_text.h"

/// Short words as numbers: compared and mixed at once, whatever their length.
namespace sigte {

/// A word of at most kMaxBytes bytes, none of which is zero; zeros behind it.
struct WordBytes {
  static constexpr std::size_t kMaxBytes = 24;

  std::array<std::uint64_t, 3> bytes{};

  // At once: the bytes differ anywhere, and nearly always it is the same.
  bool operator==(const WordBytes& o) const {
    return ((bytes[0] ^ o.bytes[0]) | (bytes[1] ^ o.bytes[1]) |
            (bytes[2] ^ o.bytes[2])) == 0;
  }

  // The highest bits of a product depend on all bits of its factors.
  std::uint64_t Mixed() const {
    return bytes[0] * 0x9E3779B97F4A7C15u + bytes[1] * 0xC2B2AE3D27D4EB4Fu +
           bytes[2] * 0x165667B19E3779F9u;
  }
};

/// The `size` bytes at `from`, at most WordBytes::kMaxBytes; as many as that
/// may be read.
inline WordBytes LoadWordBytes(const char* from, std::size_t size) {
  static constexpr auto kMask = [] {
    std::array<char, 2 * WordBytes::kMaxBytes> mask{};
    for (std::size_t i = 0; i < WordBytes::kMaxBytes; ++i) mask[i] = '\xFF';
    return mask;
  }();
  const char* const mask = kMask.data() + WordBytes::kMaxBytes - size;
  const auto masked = [&](std::size_t at) {
    return LoadWord<std::uint64_t>(from + at) &
           LoadWord<std::uint64_t>(mask + at);
  };
  return {{masked(0), masked(8), masked(16)}};
}

}  // namespace sigte
