// SPDX-License-Identifier: MPL-2.0

#include "engine/record/number_bounds.h"

namespace sigte {

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
  return bounds;
}

}  // namespace sigte
