// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/rule/expression.h"
#include "engine/rule/ruleset.h"

/// Which rule must be known before which.
namespace sigte {

/// Every rule of `ruleset`, those that others refer to first. Reports each
/// circle of references with all its rules; those are then in any order.
std::vector<std::uint32_t> OrderRules(const Ruleset& ruleset,
                                      IssueList* issues);

/// The same of those rules alone that `expression` rests on.
std::vector<std::uint32_t> OrderRulesBelow(const Expression& expression,
                                           const Ruleset& ruleset,
                                           IssueList* issues);

}  // namespace sigte
