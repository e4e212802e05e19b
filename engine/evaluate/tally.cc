// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/tally.h"

#include <algorithm>
#include <cstdint>
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

bool IsNumber(const Value* operand) {
  return operand != nullptr && operand->is_number();
}

Value MeanOf(const Decimal& a, const Decimal& b) {
  const auto sum = Decimal::Add(a, b);
  const auto mean =
      sum ? Decimal::Divide(*sum, Decimal::FromInt(2)) : std::nullopt;
  return mean ? Value::Dec(*mean) : Value::Unknown(kError);
}

}  // namespace

// Numbers in order, but for one that is taken away and one that is put in:
// nothing is copied, however many there are.
class Tally::Numbers {
 public:
  explicit Numbers(const std::vector<Decimal>& sorted) : sorted_(sorted) {}

  void Take(const Decimal& number) { taken_ = PlaceOf(number); }
  void Put(const Decimal& number) {
    put_ = number;
    put_at_ = PlaceOf(number);
    if (put_at_ > taken_) --put_at_;
  }

  std::size_t size() const {
    return sorted_.size() - (taken_ == kNone ? 0 : 1) + (put_ ? 1 : 0);
  }
  const Decimal& operator[](std::size_t i) const {
    if (put_ && i == put_at_) return *put_;
    if (put_ && i > put_at_) --i;
    return sorted_[i < taken_ ? i : i + 1];
  }

  // Of an even number of them the mean of the two in the middle.
  Value Median() const {
    if (size() == 0) return Value::Unknown(kMissing);
    const std::size_t half = size() / 2;
    if (size() % 2 == 1) return Value::Dec((*this)[half]);
    return MeanOf((*this)[half - 1], (*this)[half]);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  std::size_t PlaceOf(const Decimal& number) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted_, number) -
                                    sorted_.begin());
  }

  const std::vector<Decimal>& sorted_;
  std::size_t taken_ = kNone;
  std::optional<Decimal> put_;
  std::size_t put_at_ = 0;  // without the one that is taken
};

// `times` is -1 where a record is taken back.
void Tally::Totals::Count(GroupMeasure measure, const Value* operand,
                          int times) {
  if (measure == GroupMeasure::kCount) {
    count += operand == nullptr || operand->is_true() ? times : 0;
    return;
  }
  if (operand == nullptr) return;
  if (operand->is_unknown()) return CountCauses(operand->causes(), times);
  if (!operand->is_number()) {
    overflow = true;  // no number: nothing can be said of the whole
    return;
  }
  count += times;
  only_ints &= operand->kind() == Kind::kInt;
  if (measure == GroupMeasure::kSum) {
    CountNumber(operand->decimal_value(), times);
  }
}

void Tally::Totals::CountCauses(CauseSet causes, int times) {
  for (std::size_t bit = 0; bit < unknown.size(); ++bit) {
    unknown[bit] += (causes >> bit & 1) != 0 ? times : 0;
  }
}

void Tally::Totals::CountNumber(const Decimal& number, int times) {
  Decimal* side = number.coefficient() < 0 ? &losses : &gains;
  overflow |= !AddTo(
      side, Decimal::FromParts(times * number.coefficient(), number.scale()));
}

CauseSet Tally::Totals::Causes() const {
  CauseSet causes = kNoCause;
  for (std::size_t bit = 0; bit < unknown.size(); ++bit) {
    if (unknown[bit] > 0) causes = static_cast<CauseSet>(causes | 1U << bit);
  }
  return causes;
}

Value Tally::Totals::Sum() const {
  Decimal sum = gains;
  if (!AddTo(&sum, losses)) return Value::Unknown(kError);
  if (!only_ints) return Value::Dec(sum);
  const std::optional<std::int64_t> whole = sum.ToInt();
  return whole ? Value::Int(*whole) : Value::Unknown(kError);
}

void Tally::Add(GroupMeasure measure, const Value* operand) {
  totals_.Count(measure, operand, 1);
  if (measure == GroupMeasure::kMedian && IsNumber(operand)) {
    numbers_.push_back(operand->decimal_value());
  }
}

void Tally::Merge(GroupMeasure measure, const Tally& other) {
  const Totals& theirs = other.totals_;
  totals_.count += theirs.count;
  totals_.only_ints &= theirs.only_ints;
  totals_.overflow |= theirs.overflow;
  for (std::size_t bit = 0; bit < theirs.unknown.size(); ++bit) {
    totals_.unknown[bit] += theirs.unknown[bit];
  }
  if (measure == GroupMeasure::kSum) {
    totals_.overflow |= !AddTo(&totals_.gains, theirs.gains);
    totals_.overflow |= !AddTo(&totals_.losses, theirs.losses);
  }
  numbers_.insert(numbers_.end(), other.numbers_.begin(), other.numbers_.end());
}

void Tally::Settle() { std::ranges::sort(numbers_); }

Value Tally::Result(GroupMeasure measure) const {
  return ResultOf(measure, totals_, Numbers(numbers_));
}

Value Tally::ResultWith(GroupMeasure measure, const Change& change) const {
  Totals totals = totals_;
  Numbers numbers(numbers_);
  const bool is_median = measure == GroupMeasure::kMedian;
  if (change.was_added) {
    totals.Count(measure, change.was, -1);
    if (is_median && IsNumber(change.was)) {
      numbers.Take(change.was->decimal_value());
    }
  }
  totals.Count(measure, change.now, 1);
  if (is_median && IsNumber(change.now)) {
    numbers.Put(change.now->decimal_value());
  }
  return ResultOf(measure, totals, numbers);
}

Value Tally::ResultOf(GroupMeasure measure, const Totals& totals,
                      const Numbers& numbers) {
  if (const CauseSet causes = totals.Causes(); causes != kNoCause) {
    return Value::Unknown(causes);
  }
  if (totals.overflow) return Value::Unknown(kError);
  switch (measure) {
    case GroupMeasure::kCount: return Value::Int(totals.count);
    case GroupMeasure::kSum: return totals.Sum();
    case GroupMeasure::kMedian: return numbers.Median();
  }
  return Value::Unknown(kError);
}

}  // namespace sigte
