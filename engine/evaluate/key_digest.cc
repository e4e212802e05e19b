// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/key_digest.h"

#include <unistd.h>

#include <cstring>

namespace sigte {
namespace {

// Of at most eight bytes, little-endian whatever the machine.
std::uint64_t WordAt(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    if (count > 0) std::memcpy(&word, bytes, count);
    return word;
  }
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

void SipHasher::AbsorbText(std::string_view text) {
  while (text.size() >= 8) {
    Absorb(WordAt(text.data(), 8));
    text.remove_prefix(8);
  }
  if (!text.empty()) Absorb(WordAt(text.data(), text.size()));
}

std::uint64_t SipHasher::Squeeze(std::uint64_t* lane, std::uint64_t mark) {
  *lane ^= mark;
  Rounds(4);
  return v0_ ^ v1_ ^ v2_ ^ v3_;
}

KeyDigest SipHasher::Finish(std::string_view rest) {
  const std::uint64_t size = words_ * 8 + rest.size();
  Absorb(WordAt(rest.data(), rest.size()) | size << 56);
  const std::uint64_t low = Squeeze(&v2_, 0xee);
  return {low, Squeeze(&v1_, 0xdd)};
}

SipHasher KeyHasher() {
  static const std::array<std::uint64_t, 2> key = RandomKey();
  return SipHasher(key);
}

}  // namespace sigte
