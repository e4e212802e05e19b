// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
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

  /// A record that is to count otherwise, or one more. Operands as for Add.
  struct Change {
    bool was_added = false;
    const Value* was = nullptr;  ///< as it was added, if it was
    const Value* now = nullptr;
  };
  /// What Result would be; settled. What made a whole beyond reckoning keeps it
  /// so.
  Value ResultWith(GroupMeasure measure, const Change& change) const;

 private:
  class Numbers;

  // All but the numbers of a median.
  struct Totals {
    void Count(GroupMeasure measure, const Value* operand, int times);
    void CountCauses(CauseSet causes, int times);
    void CountNumber(const Decimal& number, int times);
    CauseSet Causes() const;
    Value Sum() const;

    std::int64_t count = 0;
    bool only_ints = true;
    bool overflow = false;
    // By cause, how many numbers are unknown for it.
    std::array<std::int64_t, 4> unknown{};
    // Apart, so that no order of summation overflows where another does not.
    Decimal gains;
    Decimal losses;
  };

  static Value ResultOf(GroupMeasure measure, const Totals& totals,
                        const Numbers& numbers);

  Totals totals_;
  std::vector<Decimal> numbers_;  // of a median
};

}  // namespace sigte
