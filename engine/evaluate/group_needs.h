// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/record/layout.h"

/// What the first pass over all records must work out: what the program's group
/// queries count, and nothing else.
namespace sigte {

/// By instruction: 1 where a query's operand turns on it.
std::vector<std::uint8_t> InstructionsForGroups(const Program& program);

/// The fields that those instructions and the keys of the groups read, sorted.
std::vector<FieldIndex> FieldsForGroups(const Program& program);

}  // namespace sigte
