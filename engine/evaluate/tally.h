// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

#include "engine/base/decimal.h"
#include "engine/evaluate/program.h"
#include "engine/record/value.h"

/// What one group query has counted of one group.
namespace sigte {

/// The result is the same whatever the order of Add and Merge.
class Tally {
 public:
  /// Counts one record of the group; `operand` is null where there is none. An
  /// unknown condition does not count; an unknown number makes sum and median
  /// unknown with its causes: the others' alone would be told as the whole.
  void Add(GroupMeasure measure, const Value* operand);
  void Merge(GroupMeasure measure, const Tally& other);
  /// Brings the numbers of a median into order: before Result, not during.
  void Settle();
  Value Result(GroupMeasure measure) const;

 private:
  void AddNumber(const Decimal& number);
  Value Sum() const;
  Value Median() const;

  std::int64_t count_ = 0;
  bool only_ints_ = true;
  bool overflow_ = false;
  CauseSet causes_ = kNoCause;  // of the numbers that are unknown
  // Apart, so that no order of summation overflows where another does not.
  Decimal gains_;
  Decimal losses_;
  std::vector<Decimal> numbers_;  // of a median
};

}  // namespace sigte
