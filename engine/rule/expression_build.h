// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <vector>

#include "engine/rule/expression.h"

/// Chains of && and ||, from expressions and from YAML lists alike.
namespace sigte {

struct Operand {
  ExpressionPtr tree;
  Span head;  ///< of the operator before it; unused for the first
};

/// One expression of all operands; the first to the left. A long chain becomes
/// a balanced tree, so that it may be walked recursively: the logic is
/// associative. One operand is itself; there must be one.
ExpressionPtr JoinChain(Operator op, std::vector<Operand> operands);

/// How many levels JoinChain lays over `count` operands.
int HeightOfChain(std::size_t count);

}  // namespace sigte
