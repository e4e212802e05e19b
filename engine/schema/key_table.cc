// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/key_table.h"

namespace sigte::schema {

std::uint32_t KeyTable::Add(std::string_view name) {
  const std::uint32_t known = Find(name);
  if (known != kAbsent) return known;
  names_.push_back(name);
  const auto index = static_cast<std::uint32_t>(names_.size() - 1);
  if (names_.size() * 2 > slots_.size()) {
    Grow();
  } else {
    Place(index);
  }
  return index;
}

void KeyTable::Grow() {
  std::size_t size = 8;
  while (size < names_.size() * 4) size *= 2;
  slots_.assign(size, kAbsent);
  mask_ = size - 1;
  for (std::uint32_t i = 0; i < names_.size(); ++i) Place(i);
}

void KeyTable::Place(std::uint32_t index) {
  std::size_t at = HashOf(names_[index]) & mask_;
  while (slots_[at] != kAbsent) at = (at + 1) & mask_;
  slots_[at] = index;
}

}  // namespace sigte::schema
