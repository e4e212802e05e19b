// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

/// A short digest of a group's key, for tables in memory only.
namespace sigte {

struct KeyDigest {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const KeyDigest&, const KeyDigest&) = default;
};

/// SipHash-2-4 with 128 bits of output (Aumasson and Bernstein 2012), a word of
/// 64 bits at a time: of the little-endian bytes of the words together.
class SipHasher {
 public:
  explicit SipHasher(const std::array<std::uint64_t, 2>& key)
      : v0_(key[0] ^ 0x736f6d6570736575),
        v1_(key[1] ^ 0x646f72616e646f6d ^ 0xee),
        v2_(key[0] ^ 0x6c7967656e657261),
        v3_(key[1] ^ 0x7465646279746573) {}

  void Absorb(std::uint64_t word) {
    v3_ ^= word;
    Rounds(2);
    v0_ ^= word;
    ++words_;
  }

  /// Absorbs all of `text`, the last word filled up with zeros: who takes texts
  /// of any size absorbs the size too.
  void AbsorbText(std::string_view text);

  /// The digest of what was absorbed, then up to seven bytes `rest`.
  KeyDigest Finish(std::string_view rest = {});

 private:
  void Rounds(int count) {
    for (int i = 0; i < count; ++i) {
      v0_ += v1_;
      v1_ = std::rotl(v1_, 13) ^ v0_;
      v0_ = std::rotl(v0_, 32);
      v2_ += v3_;
      v3_ = std::rotl(v3_, 16) ^ v2_;
      v0_ += v3_;
      v3_ = std::rotl(v3_, 21) ^ v0_;
      v2_ += v1_;
      v1_ = std::rotl(v1_, 17) ^ v2_;
      v2_ = std::rotl(v2_, 32);
    }
  }
  std::uint64_t Squeeze(std::uint64_t* lane, std::uint64_t mark);

  std::uint64_t v0_, v1_, v2_, v3_;
  std::uint64_t words_ = 0;
};

/// A hasher under a key drawn at random when the process starts: who does not
/// know it cannot write two keys that meet. Equal within a process only.
SipHasher KeyHasher();

}  // namespace sigte
