// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/evaluate/program.h"

/// What can be told of a program's parts without a record.
namespace sigte {

/// By index of Program::code: whether it is the value of a rule.
std::vector<bool> RuleValues(const Program& program);

/// What the constants at `index` come to, parameters among them: sums and
/// comparisons, logic, functions of texts, lists that are gone through. nullopt
/// of what reads a record, of a rule's value, and of texts that are put
/// together.
std::optional<Value> ConstantOf(const Program& program,
                                const std::vector<bool>& is_rule,
                                std::uint32_t index);

}  // namespace sigte
