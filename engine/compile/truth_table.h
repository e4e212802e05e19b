// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/evaluate/program.h"

/// What a condition's logic alone allows, whatever its parts come to.
namespace sigte {

/// Whether a condition can be true, and whether it can be false.
struct Outcomes {
  bool can_be_true = true;
  bool can_be_false = true;
};

/// Of the condition at `index` (of which a rule may be all), when every part
/// that is no logic may be either, but is the same wherever it stands: `a &&
/// !a` is never true. Other rules are such parts, and so is an && or || of
/// nothing but rules. Says nothing of conditions with more than six parts.
Outcomes OutcomesOfLogic(const Program& program,
                         const std::vector<bool>& is_rule, std::uint32_t index);

}  // namespace sigte
