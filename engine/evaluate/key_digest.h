// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// A short digest of a group's key, for tables in memory only.
namespace sigte {

struct KeyDigest {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const KeyDigest&, const KeyDigest&) = default;
};

/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein 2012).
KeyDigest SipHash128(std::string_view bytes,
                     const std::array<std::uint64_t, 2>& key);

/// The same under a key drawn at random when the process starts: who does not
/// know it cannot write two keys that meet. Equal within a process only.
KeyDigest DigestOfKey(std::string_view bytes);

}  // namespace sigte
