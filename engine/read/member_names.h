// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "engine/record/document.h"

/// Finds out whether a member is given twice in an object. The names lie in the
/// document already; an open object keeps a few bits of each.
namespace sigte {

/// The names that an object has had so far.
class NamesSeen {
 public:
  /// Adds `name`, whose first eight bytes must be readable. False means that it
  /// is new for certain; true that one before may have been the same.
  bool Add(std::string_view name) {
    const std::uint64_t print = PrintOf(name);
    std::uint64_t& word = bits_[print >> 62];
    const std::uint64_t bit = std::uint64_t{1} << (print >> 56 & 63);
    const bool met = (word & bit) != 0;
    word |= bit;
    return met;
  }

  /// The first and the last eight bytes and the size: what tells names apart in
  /// practice, at the cost of two loads.
  static std::uint64_t PrintOf(std::string_view name) {
    constexpr std::uint64_t kMixer = 0x9E3779B97F4A7C15u;
    std::uint64_t head;
    std::memcpy(&head, name.data(), 8);
    if (name.size() < 8) {
      head &= (std::uint64_t{1} << (8 * name.size())) - 1;
      return (head ^ name.size()) * kMixer;
    }
    std::uint64_t tail;
    std::memcpy(&tail, name.data() + name.size() - 8, 8);
    return (head ^ (tail << 1) ^ (tail >> 63) ^ name.size()) * kMixer;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

/// Objects of at most so many members are compared as they come, and others
/// sorted when they end, so that no text costs the square of its size.
inline constexpr std::uint32_t kFewMembers = 32;

/// Whether the name at `key` is that of an earlier member of the object at
/// `object`, whose nodes lie in `nodes` up to `key`.
bool IsRepeatedName(const Node* nodes, NodeIndex object, NodeIndex key);

/// Whether any two of the `count` members of the object at `object` have the
/// same name. Eight bytes must be readable at the beginning of each.
bool HasRepeatedNames(const Node* nodes, NodeIndex object, std::uint32_t count);

}  // namespace sigte
