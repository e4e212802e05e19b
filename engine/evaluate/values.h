// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/record/value.h"

/// What an evaluation gives.
namespace sigte {

/// The value of every instruction of a program, by index. Nine in ten are truth
/// values, and logic asks for no more: those take a byte, which lie together.
class Values {
 public:
  Values() = default;
  /// `size` values, all Unknown(kError).
  explicit Values(std::size_t size)
      : truths_(size, Value().truth()), is_truth_(size, 1), others_(size) {}

  std::size_t size() const { return truths_.size(); }

  Value operator[](std::size_t index) const {
    return is_truth_[index] != 0 ? Value::OfTruth(truths_[index])
                                 : others_[index];
  }
  /// The same as (*this)[index].truth().
  TruthBits truth(std::size_t index) const { return truths_[index]; }

  void Put(std::size_t index, const Value& value) {
    truths_[index] = value.truth();
    const bool is_truth =
        value.kind() == Kind::kBool || value.kind() == Kind::kUnknown;
    is_truth_[index] = is_truth ? 1 : 0;
    if (!is_truth) others_[index] = value;
  }

  /// The truth values' bytes, for who writes many at once: only where a truth
  /// value stands already.
  TruthBits* truths() { return truths_.data(); }
  const TruthBits* truths() const { return truths_.data(); }

 private:
  std::vector<TruthBits> truths_;
  std::vector<std::uint8_t> is_truth_;
  std::vector<Value> others_;
};

}  // namespace sigte
