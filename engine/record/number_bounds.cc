// SPDX-License-Identifier: MPL-2.0

#include "engine/record/number_bounds.h"

namespace sigte {

namespace {

// Of closed values the least and the greatest.
void Narrow(const Field& field, NumberBounds* bounds) {
  std::optional<Decimal> least;
  std::optional<Decimal> greatest;
  for (const FieldChoice& choice : field.choices) {
    const auto number = Decimal::Parse(choice.value);
    if (!number) continue;
    if (!least || *number < *least) least = number;
    if (!greatest || *number > *greatest) greatest = number;
  }
  if (!least) return;
  if (!bounds->low || *bounds->low < *least) {
    bounds->low = least;
    bounds->low_within = true;
  }
  if (!bounds->high || *bounds->high > *greatest) {
    bounds->high = greatest;
    bounds->high_within = true;
  }
}

}  // namespace

bool NumberBounds::Hold(const Decimal& number) const {
  if (low && (number < *low || (number == *low && !low_within))) return false;
  return !high || number < *high || (number == *high && high_within);
}

// Of two bounds the narrower.
NumberBounds BoundsOf(const Field& field) {
  NumberBounds bounds = {field.minimum, field.maximum, true, true};
  const auto& above = field.exclusive_minimum;
  if (above && (!bounds.low || *bounds.low <= *above)) {
    bounds.low = above;
    bounds.low_within = false;
  }
  const auto& below = field.exclusive_maximum;
  if (below && (!bounds.high || *bounds.high >= *below)) {
    bounds.high = below;
    bounds.high_within = false;
  }
  Narrow(field, &bounds);
  return bounds;
}

}  // namespace sigte
