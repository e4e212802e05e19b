// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/evaluate/key_digest.h"

namespace sigte {

/// Numbers digests from 0 in the order in which they are first met. One flat
/// array by open addressing: 16 bytes an entry, which is one cache line a
/// look-up, and no allocation but when it grows.
///
/// Keeps 96 bits of a digest: among a thousand million of them two meet with a
/// chance of less than 1 in 10^10. At most 2^32 - 2 digests.
class DigestTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

  /// The number of `digest`, which is added when new.
  std::uint32_t Add(const KeyDigest& digest);
  /// Its number, or kAbsent.
  std::uint32_t Find(const KeyDigest& digest) const;
  /// Begins to fetch what Add or Find of `digest` will look at.
  void Prefetch(const KeyDigest& digest) const {
    if (used_ > 0) __builtin_prefetch(&entries_[HomeOf(digest.low)]);
  }

  std::uint32_t size() const { return used_; }

  /// Calls `use(digest, number)` for each, in no order.
  template <typename Use>
  void ForEach(const Use& use) const {
    for (const Entry& entry : entries_) {
      if (entry.is_empty()) continue;
      use(KeyDigest{entry.low, entry.high}, entry.after - 1);
    }
  }

 private:
  struct Entry {
    std::uint64_t low = 0;
    std::uint32_t high = 0;
    std::uint32_t after = 0;  // the number and 1; 0 where nothing stands
    bool is_empty() const { return after == 0; }
    bool Is(const KeyDigest& digest) const {
      return low == digest.low &&
             high == static_cast<std::uint32_t>(digest.high);
    }
  };

  std::size_t HomeOf(std::uint64_t low) const {
    return static_cast<std::size_t>(low) & (entries_.size() - 1);
  }
  /// Where `digest` stands, or could.
  std::size_t PlaceOf(const KeyDigest& digest) const;
  void Grow();

  std::vector<Entry> entries_;  // a power of two, at most two thirds of it full
  std::uint32_t used_ = 0;
};

}  // namespace sigte
