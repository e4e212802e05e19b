// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/rule/expression.h"
#include "tests/compile/oracle.h"

/// What operators and functions make of values, as slow and obvious as the
/// walk over the tree that asks them.
namespace sigte::oracle {

bool IsNumber(const Thing& t);

/// What an operand that must be one of some kinds brings with it.
unsigned Trouble(const Thing& t, bool right_kind);

Thing AnyTrue(const std::vector<Thing>& things);
Thing AllTrue(std::vector<Thing> things);
Thing ExactlyOne(const std::vector<Thing>& things);
Thing Opposite(const Thing& t);

Thing SameAs(const Thing& a, const Thing& b);
Thing Ordered(Operator op, const Thing& a, const Thing& b);
Thing Member(const Thing& a, const Thing& list);

/// `number` where values of its kind have room for it.
Thing Fitting(bool whole, const BigDecimal& number);
Thing Calculated(Operator op, const Thing& a, const Thing& b);

using TextTest = std::function<bool(const std::string&, const std::string&)>;
TextTest TestNamed(const std::string& name);
Thing Tested(const Thing& a, const Thing& b, const TextTest& test);

Thing Letters(const Thing& t);
Thing WordsIn(const Thing& t);

}  // namespace sigte::oracle
