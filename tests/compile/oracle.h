// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/record/value.h"
#include "engine/rule/expression.h"
#include "tests/compile/big_decimal.h"

/// The slow, obvious evaluator that judges the compiled one: it walks the tree,
/// with arithmetic and values of its own.
namespace sigte::oracle {

struct Thing {
  enum class Is { kUnknown, kTruth, kWhole, kDecimal, kText, kList };
  Is is = Is::kUnknown;
  unsigned causes = 0;
  bool truth = false;
  BigDecimal number;
  std::string text;
  std::vector<Thing> list;
};

Thing Unknown(unsigned causes);
Thing Truth(bool truth);
Thing Whole(const std::string& number);
Thing DecimalOf(const std::string& number);
Thing TextOf(const std::string& text);
Thing ListOf(std::vector<Thing> list);

struct RuleOf {
  const Expression* holds = nullptr;
  const Expression* unclear = nullptr;
  std::vector<std::string> unless;
};

struct World {
  std::map<std::string, Thing> names;  ///< fields, parameters, variables
  std::map<std::string, std::vector<std::string>> texts;  ///< of which fields
  std::map<std::string, RuleOf> rules;
};

Thing Evaluate(const Expression& expression, const World& world);

/// Both with kind and causes, so that equal texts are equal values.
std::string Show(const Thing& thing);
std::string Show(const Value& value);

}  // namespace sigte::oracle
