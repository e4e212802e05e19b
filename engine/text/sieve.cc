// SPDX-License-Identifier: MPL-2.0

#include "engine/text/sieve.h"

#include <algorithm>

namespace sigte {
namespace {

constexpr std::size_t kMaxSize = 4;

std::uint32_t FirstBytes(const char* at, std::size_t size) {
  std::uint32_t bytes = 0;
  for (std::size_t i = 0; i < size; ++i) {
    bytes |= std::uint32_t{static_cast<unsigned char>(at[i])} << 8 * i;
  }
  return bytes;
}

std::size_t BitOf(std::uint32_t bytes) { return bytes * 0x9E3779B1u >> 18; }

}  // namespace

void Sieve::Beginnings::Add(std::string_view text) {
  const std::size_t size = std::min(text.size(), kMaxSize);
  bits.set(BitOf(FirstBytes(text.data(), size)));
  sizes = static_cast<std::uint8_t>(sizes | 1u << size);
}

bool Sieve::Beginnings::MayBegin(const char* at) const {
  std::uint32_t bytes = FirstBytes(at, kMaxSize);
  for (std::size_t size = kMaxSize; size > 0; --size) {
    if ((sizes >> size & 1) != 0 && bits[BitOf(bytes)]) return true;
    bytes &= ~(0xFFu << 8 * (size - 1));
  }
  return false;
}

void Sieve::Add(std::string_view text, bool anchored) {
  (anchored ? anchored_ : anywhere_).Add(text);
}

bool Sieve::MayHold(const FoldedText& text, PartRun parts) const {
  // FoldedText::bytes() has room behind it.
  const char* const bytes = text.bytes().data();
  for (std::uint32_t p = parts.first; p <= parts.last; ++p) {
    if (anchored_.MayBegin(bytes + text.part(p).fold_begin)) return true;
  }
  if (anywhere_.sizes == 0) return false;
  const char* const end = bytes + text.part(parts.last).fold_end;
  const char* at = bytes + text.part(parts.first).fold_begin;
  return std::any_of(at, end,
                     [&](const char& c) { return anywhere_.MayBegin(&c); });
}

}  // namespace sigte
