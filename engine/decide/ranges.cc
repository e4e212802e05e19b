// SPDX-License-Identifier: MPL-2.0

// Ranges of numbers between the figures that rules compare with.

#include "engine/decide/ranges.h"

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

// A number strictly between, or nullopt where there is none.
std::optional<Decimal> Between(const Decimal& low, const Decimal& high,
                               FieldType type) {
  if (type == FieldType::kInt) {
    const Decimal next = Above(low, type);
    return next < high ? std::optional(next) : std::nullopt;
  }
  const auto sum = Decimal::Add(low, high);
  return sum ? Decimal::Divide(*sum, Decimal::FromInt(2)) : std::nullopt;
}

}  // namespace

std::vector<NumberRange> RangesBetween(const std::vector<Decimal>& cuts,
                                       FieldType type) {
  std::vector<NumberRange> ranges;
  if (cuts.empty()) return ranges;
  ranges.push_back(
      {std::nullopt, cuts.front(), false, false, Below(cuts.front(), type)});
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (type != FieldType::kInt || IsWhole(cuts[i])) {
      ranges.push_back({cuts[i], cuts[i], true, true, cuts[i]});
    }
    if (i + 1 == cuts.size()) break;
    const auto sample = Between(cuts[i], cuts[i + 1], type);
    if (!sample) continue;
    ranges.push_back({cuts[i], cuts[i + 1], false, false, *sample});
  }
  ranges.push_back(
      {cuts.back(), std::nullopt, false, false, Above(cuts.back(), type)});
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
