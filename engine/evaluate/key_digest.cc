// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/key_digest.h"

#include <unistd.h>

#include <bit>
#include <cstring>

namespace sigte {
namespace {

class Sip {
 public:
  explicit Sip(const std::array<std::uint64_t, 2>& key)
      : v0_(key[0] ^ 0x736f6d6570736575),
        v1_(key[1] ^ 0x646f72616e646f6d ^ 0xee),
        v2_(key[0] ^ 0x6c7967656e657261),
        v3_(key[1] ^ 0x7465646279746573) {}

  void Absorb(std::uint64_t word) {
    v3_ ^= word;
    Rounds(2);
    v0_ ^= word;
  }

  std::uint64_t Squeeze(std::uint64_t* lane, std::uint64_t mark) {
    *lane ^= mark;
    Rounds(4);
    return v0_ ^ v1_ ^ v2_ ^ v3_;
  }

  KeyDigest Finish() {
    const std::uint64_t low = Squeeze(&v2_, 0xee);
    return {low, Squeeze(&v1_, 0xdd)};
  }

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

  std::uint64_t v0_, v1_, v2_, v3_;
};

// Little-endian, whatever the machine.
std::uint64_t WordAt(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) {
    word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}

std::array<std::uint64_t, 2> RandomKey() {
  std::array<std::uint64_t, 2> key = {};
  // Without randomness the digests are as distinct, only not secret.
  if (getentropy(key.data(), sizeof key) != 0) key = {1, 2};
  return key;
}

}  // namespace

KeyDigest SipHash128(std::string_view bytes,
                     const std::array<std::uint64_t, 2>& key) {
  Sip sip(key);
  const std::size_t whole = bytes.size() / 8 * 8;
  for (std::size_t at = 0; at < whole; at += 8) {
    sip.Absorb(WordAt(bytes.data() + at, 8));
  }
  const std::uint64_t rest = WordAt(bytes.data() + whole, bytes.size() - whole);
  sip.Absorb(rest | std::uint64_t{bytes.size()} << 56);
  return sip.Finish();
}

KeyDigest DigestOfKey(std::string_view bytes) {
  static const std::array<std::uint64_t, 2> key = RandomKey();
  return SipHash128(bytes, key);
}

}  // namespace sigte
