// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>

#include "engine/base/decimal.h"
#include "engine/record/layout.h"

namespace sigte {

/// Which numbers there may be.
struct NumberBounds {
  std::optional<Decimal> low;  ///< nullopt: no bound
  std::optional<Decimal> high;
  bool low_within = true;  ///< the bound itself may be
  bool high_within = true;

  bool Hold(const Decimal& number) const;
};

/// Of the numbers that the schema lets a field have, by its bounds or as closed
/// values.
NumberBounds BoundsOf(const Field& field);

}  // namespace sigte
