// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/digest_table.h"

#include <utility>

namespace sigte {
namespace {

constexpr std::size_t kSmallest = 64;

}  // namespace

std::size_t DigestTable::PlaceOf(const KeyDigest& digest) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = HomeOf(digest.low);
  while (!entries_[at].is_empty() && !entries_[at].Is(digest)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t DigestTable::Find(const KeyDigest& digest) const {
  if (used_ == 0) return kAbsent;
  return entries_[PlaceOf(digest)].after - 1;  // 0 - 1 is kAbsent
}

std::uint32_t DigestTable::Add(const KeyDigest& digest) {
  if ((used_ + std::size_t{1}) * 3 > entries_.size() * 2) Grow();
  Entry& entry = entries_[PlaceOf(digest)];
  if (entry.is_empty()) {
    entry = {digest.low, static_cast<std::uint32_t>(digest.high), ++used_};
  }
  return entry.after - 1;
}

void DigestTable::Grow() {
  const std::size_t size = entries_.empty() ? kSmallest : 2 * entries_.size();
  const std::vector<Entry> old =
      std::exchange(entries_, std::vector<Entry>(size));
  for (const Entry& entry : old) {
    if (entry.is_empty()) continue;
    entries_[PlaceOf({entry.low, entry.high})] = entry;
  }
}

}  // namespace sigte
