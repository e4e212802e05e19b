// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/same_text.h"

/// Names to small numbers, by open addressing. Knows nothing of schemas.
namespace sigte::schema {

/// Borrows its names. Names are numbered from 0 in the order of Add.
class KeyTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

  /// The number of `name`, which is added when new.
  std::uint32_t Add(std::string_view name);

  std::uint32_t Find(std::string_view name) const {
    if (slots_.empty()) return kAbsent;
    for (std::size_t at = HashOf(name) & mask_;; at = (at + 1) & mask_) {
      const std::uint32_t index = slots_[at];
      if (index == kAbsent || SameText(names_[index], name)) return index;
    }
  }

  const std::vector<std::string_view>& names() const { return names_; }

 private:
  // The first and last eight bytes and the length: schemas' names differ there.
  static std::size_t HashOf(std::string_view name) {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    const std::size_t size = name.size();
    if (size >= 8) {
      head = LoadWord<std::uint64_t>(name.data());
      tail = LoadWord<std::uint64_t>(name.data() + size - 8);
    } else if (size >= 4) {
      head = LoadWord<std::uint32_t>(name.data());
      tail = LoadWord<std::uint32_t>(name.data() + size - 4);
    } else {
      for (const char c : name)
        head = head << 8 | static_cast<unsigned char>(c);
    }
    std::uint64_t hash =
        (head ^ (tail * 0xD6E8FEB86659FD93U) ^ size) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
  void Grow();
  void Place(std::uint32_t index);

  std::vector<std::string_view> names_;
  std::vector<std::uint32_t> slots_;
  std::size_t mask_ = 0;
};

}  // namespace sigte::schema
