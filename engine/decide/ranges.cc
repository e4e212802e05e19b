// SPDX-License-Identifier: MPL-2.0

// Ranges of numbers between the figures that rules compare with.

#include "engine/decide/ranges.h"

#include "engine/record/number_bounds.h"

namespace sigte {
namespace {

Decimal One() { return Decimal::FromInt(1); }

Decimal OrSame(const std::optional<Decimal>& value, const Decimal& same) {
  return value ? *value : same;
}

bool IsWhole(const Decimal& number) { return number.scale() == 0; }

// The largest whole number that is not above `number`.
Decimal Floor(const Decimal& number) {
  const Decimal rest =
      OrSame(Decimal::Remainder(number, One()), Decimal::FromInt(0));
  const Decimal whole = OrSame(Decimal::Subtract(number, rest), number);
  return rest < Decimal::FromInt(0)
             ? OrSame(Decimal::Subtract(whole, One()), whole)
             : whole;
}

Decimal Above(const Decimal& number, FieldType type) {
  const Decimal& from = type == FieldType::kInt ? Floor(number) : number;
  return OrSame(Decimal::Add(from, One()), from);
}

Decimal Below(const Decimal& number, FieldType type) {
  const bool whole = type == FieldType::kInt && !IsWhole(number);
  if (whole) return Floor(number);
  return OrSame(Decimal::Subtract(number, One()), number);
}

// A number of the range, or nullopt where there is none. The ends of whole
// numbers that are within are whole.
std::optional<Decimal> SampleOf(const NumberRange& range, FieldType type) {
  const auto& [low, high, low_within, high_within, unused] = range;
  if (low && high &&
      (*low > *high || (*low == *high && !(low_within && high_within)))) {
    return std::nullopt;
  }
  if (low && low_within) return low;
  if (high && high_within) return high;
  if (!low) return high ? Below(*high, type) : Decimal::FromInt(0);
  const Decimal next = Above(*low, type);
  if (!high) return next;
  if (type == FieldType::kInt) {
    return next < *high ? std::optional(next) : std::nullopt;
  }
  const auto sum = Decimal::Add(*low, *high);
  return sum ? Decimal::Divide(*sum, Decimal::FromInt(2)) : std::nullopt;
}

// All that the schema allows; of whole numbers the first and the last.
NumberBounds AllOf(const Field& field) {
  NumberBounds all = BoundsOf(field);
  if (field.type != FieldType::kInt) return all;
  if (all.low && !(all.low_within && IsWhole(*all.low))) {
    all.low = Above(*all.low, field.type);
  }
  if (all.high && !(all.high_within && IsWhole(*all.high))) {
    all.high = Below(*all.high, field.type);
  }
  all.low_within = all.high_within = true;
  return all;
}

}  // namespace

std::vector<NumberRange> RangesBetween(const std::vector<Decimal>& cuts,
                                       const Field& field) {
  std::vector<NumberRange> ranges;
  if (cuts.empty()) return ranges;
  const NumberBounds all = AllOf(field);
  NumberRange rest = {all.low, all.high, all.low_within, all.high_within, {}};
  const auto add_rest = [&] {
    const auto sample = SampleOf(rest, field.type);
    if (!sample) return;
    rest.sample = *sample;
    ranges.push_back(rest);
  };
  for (const Decimal& cut : cuts) {
    if (!all.Hold(cut)) continue;
    rest.high = cut;
    rest.high_within = false;
    add_rest();
    if (field.type != FieldType::kInt || IsWhole(cut)) {
      ranges.push_back({cut, cut, true, true, cut});
    }
    rest = {cut, all.high, false, all.high_within, {}};
  }
  add_rest();
  return ranges;
}

void Join(NumberRange* range, const NumberRange& next) {
  range->high = next.high;
  range->high_within = next.high_within;
}

std::string ToString(const NumberRange& range, FieldType type) {
  NumberRange shown = range;
  if (!range.low && !range.high) return "*";
  if (range.low && range.high && type == FieldType::kInt) {
    // Whole numbers: the first and the last that belong to it.
    if (!range.low_within) shown.low = Above(*range.low, type);
    if (!range.high_within) shown.high = Below(*range.high, type);
    shown.low_within = shown.high_within = true;
  }
  if (shown.low && shown.high && shown.low_within && shown.high_within) {
    if (*shown.low == *shown.high) return shown.low->ToString();
    return shown.low->ToString() + "–" + shown.high->ToString();
  }
  std::string text;
  if (shown.low) {
    text = (shown.low_within ? ">= " : "> ") + shown.low->ToString();
  }
  if (shown.low && shown.high) text += ", ";
  if (shown.high) {
    text += (shown.high_within ? "<= " : "< ") + shown.high->ToString();
  }
  return text;
}

}  // namespace sigte
