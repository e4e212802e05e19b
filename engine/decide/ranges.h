// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/record/layout.h"

/// The numbers that the schema lets a field have, cut at the figures that rules
/// compare it with, so that one number speaks for each range.
namespace sigte {

struct NumberRange {
  std::optional<Decimal> low;  ///< nullopt: no bound
  std::optional<Decimal> high;
  bool low_within = false;
  bool high_within = false;
  Decimal sample;  ///< one number of the range
};

/// The ranges between and at `cuts` (sorted, each once) and within the bounds
/// of `field`, in order; none without cuts.
std::vector<NumberRange> RangesBetween(const std::vector<Decimal>& cuts,
                                       const Field& field);

/// `next` begins where `range` ends.
void Join(NumberRange* range, const NumberRange& next);

/// "< 45", "45–55", ">= 56"; "*" for all numbers.
std::string ToString(const NumberRange& range, FieldType type);

}  // namespace sigte
