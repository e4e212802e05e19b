// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/tally.h"

#include <algorithm>
#include <optional>

#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

bool IsModest(const Decimal& number) {
  constexpr Int128 kBound = Int128{1} << 120;  // two make less than 10^38
  return number.scale() == 0 && number.coefficient() < kBound &&
         number.coefficient() > -kBound;
}

bool AddTo(Decimal* sum, const Decimal& number) {
  if (IsModest(*sum) && IsModest(number)) {
    *sum = Decimal::FromParts(sum->coefficient() + number.coefficient(), 0);
    return true;
  }
  const std::optional<Decimal> result = Decimal::Add(*sum, number);
  if (result) *sum = *result;
  return result.has_value();
}

}  // namespace

void Tally::Add(GroupMeasure measure, const Value* operand) {
  if (measure == GroupMeasure::kCount) {
    count_ += operand == nullptr || operand->is_true() ? 1 : 0;
    return;
  }
  if (operand == nullptr) return;
  if (operand->is_unknown()) {
    causes_ = Union(causes_, operand->causes());
    return;
  }
  if (!operand->is_number()) {
    overflow_ = true;  // no number: nothing can be said of the whole
    return;
  }
  ++count_;
  only_ints_ &= operand->kind() == Kind::kInt;
  if (measure == GroupMeasure::kMedian) {
    numbers_.push_back(operand->decimal_value());
  } else {
    AddNumber(operand->decimal_value());
  }
}

void Tally::AddNumber(const Decimal& number) {
  Decimal* side = number.coefficient() < 0 ? &losses_ : &gains_;
  overflow_ |= !AddTo(side, number);
}

void Tally::Merge(GroupMeasure measure, const Tally& other) {
  count_ += other.count_;
  only_ints_ &= other.only_ints_;
  overflow_ |= other.overflow_;
  causes_ = Union(causes_, other.causes_);
  if (measure == GroupMeasure::kSum) {
    overflow_ |= !AddTo(&gains_, other.gains_);
    overflow_ |= !AddTo(&losses_, other.losses_);
  }
  numbers_.insert(numbers_.end(), other.numbers_.begin(), other.numbers_.end());
}

void Tally::Settle() { std::ranges::sort(numbers_); }

Value Tally::Result(GroupMeasure measure) const {
  if (causes_ != kNoCause) return Value::Unknown(causes_);
  if (overflow_) return Value::Unknown(kError);
  switch (measure) {
    case GroupMeasure::kCount: return Value::Int(count_);
    case GroupMeasure::kSum: return Sum();
    case GroupMeasure::kMedian: return Median();
  }
  return Value::Unknown(kError);
}

Value Tally::Sum() const {
  Decimal sum = gains_;
  if (!AddTo(&sum, losses_)) return Value::Unknown(kError);
  if (!only_ints_) return Value::Dec(sum);
  const std::optional<std::int64_t> whole = sum.ToInt();
  return whole ? Value::Int(*whole) : Value::Unknown(kError);
}

// Of an even number of them the mean of the two in the middle.
Value Tally::Median() const {
  if (numbers_.empty()) return Value::Unknown(kMissing);
  const std::size_t half = numbers_.size() / 2;
  if (numbers_.size() % 2 == 1) return Value::Dec(numbers_[half]);
  const auto sum = Decimal::Add(numbers_[half - 1], numbers_[half]);
  const auto mean =
      sum ? Decimal::Divide(*sum, Decimal::FromInt(2)) : std::nullopt;
  return mean ? Value::Dec(*mean) : Value::Unknown(kError);
}

}  // namespace sigte
