// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

/// Stretches of parts under keys, and whether one of them covers another
/// stretch.
namespace sigte {

class Covering {
 public:
  void Clear() { stretches_.clear(); }
  bool empty() const { return stretches_.empty(); }

  void Add(std::uint32_t key, std::uint32_t first, std::uint32_t last) {
    stretches_.push_back({key, first, last});
  }

  /// To be called after the last Add.
  void Sort() {
    std::ranges::sort(stretches_, [](const Stretch& a, const Stretch& b) {
      return a.key != b.key ? a.key < b.key : a.first < b.first;
    });
    for (std::size_t i = 1; i < stretches_.size(); ++i) {
      if (stretches_[i].key != stretches_[i - 1].key) continue;
      stretches_[i].furthest =
          std::max(stretches_[i].furthest, stretches_[i - 1].furthest);
    }
  }

  /// Whether [first, last] lies inside a stretch of `key`. Logarithmic.
  bool Covers(std::uint32_t key, std::uint32_t first,
              std::uint32_t last) const {
    if (stretches_.empty()) return false;
    const auto it = std::upper_bound(
        stretches_.begin(), stretches_.end(), Stretch{key, first, 0},
        [](const Stretch& a, const Stretch& b) {
          return a.key != b.key ? a.key < b.key : a.first < b.first;
        });
    if (it == stretches_.begin()) return false;
    return std::prev(it)->key == key && std::prev(it)->furthest >= last;
  }

 private:
  struct Stretch {
    std::uint32_t key;
    std::uint32_t first;
    std::uint32_t furthest;  // the last part, then the largest so far
  };
  std::vector<Stretch> stretches_;
};

}  // namespace sigte
