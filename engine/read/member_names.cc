// SPDX-License-Identifier: MPL-2.0

#include "engine/read/member_names.h"

#include <algorithm>
#include <cstring>

namespace sigte {

// The first and the last eight bytes and the size: what tells names apart in
// practice, at the cost of two loads.
std::uint64_t MemberNames::PrintOf(std::string_view name) {
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

bool MemberNames::Has(std::size_t first, const Name& name) const {
  for (std::size_t i = first; i < names_.size(); ++i) {
    if (names_[i].print == name.print && names_[i].text == name.text) {
      return true;
    }
  }
  return false;
}

bool MemberNames::Add(Mark* mark, std::string_view name) {
  const Name added{PrintOf(name), name};
  if (names_.size() - mark->first < kFew) {
    const std::uint64_t bit = std::uint64_t{1} << (added.print >> 58);
    if ((mark->seen & bit) != 0 && Has(mark->first, added)) return false;
    mark->seen |= bit;
  }
  names_.push_back(added);
  return true;
}

bool MemberNames::Close(const Mark& mark) {
  const auto begin = names_.begin() + static_cast<std::ptrdiff_t>(mark.first);
  bool twice = false;
  if (names_.size() - mark.first > kFew) {
    std::sort(begin, names_.end());
    twice = std::adjacent_find(begin, names_.end()) != names_.end();
  }
  names_.erase(begin, names_.end());
  return !twice;
}

}  // namespace sigte
