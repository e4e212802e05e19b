// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <vector>

#include "engine/record/record.h"
#include "engine/rule/ruleset.h"
#include "tests/compile/oracle.h"

/// Random expressions and records over one small layout.
namespace sigte::oracle {

/// Fields flag, n, m, d, s, t, ns (ints) and ts (texts); the text `both` of s
/// and t; the parameters known and open; the facts of GenerateFacts.
Ruleset MakeRuleset();

struct GeneratorOptions {
  /// Operands of the wrong kind now and then.
  bool ill_typed = true;
  /// What may answer differently once a missing value is known: has(x), and
  /// texts of several fields, which leave out those that are missing.
  bool not_monotone = true;
};

class Generator {
 public:
  Generator(std::uint32_t seed, GeneratorOptions options)
      : random_(seed), options_(options) {}

  ExpressionPtr Condition(int depth);
  /// A value that a field of this kind may have; never unknown.
  Thing ValueOf(const Field& field);
  /// Values for all fields of the layout, many of them missing.
  std::vector<Thing> Fields(const Layout& layout);
  /// Adds two facts and a rule with exceptions to `ruleset`.
  void AddFacts(Ruleset* ruleset);

  std::size_t Below(std::size_t limit) { return random_() % limit; }

 private:
  bool Chance(std::size_t percent) { return Below(100) < percent; }
  ExpressionPtr Number(int depth);
  ExpressionPtr Text(int depth);
  ExpressionPtr List(int depth);
  ExpressionPtr Anything(int depth);
  ExpressionPtr Enough(int depth);
  ExpressionPtr Comparison(int depth);
  ExpressionPtr TextTest(int depth);
  ExpressionPtr Quantifier(int depth);
  ExpressionPtr Choice(ExpressionPtr condition, ExpressionPtr yes,
                       ExpressionPtr no);
  ExpressionPtr Measure(int depth);
  ExpressionPtr VariableOr(ExpressionPtr otherwise);

  std::mt19937 random_;
  GeneratorOptions options_;
  std::vector<std::string> variables_;
  bool facts_ready_ = false;
};

ExpressionPtr Clone(const Expression& expression);
ExpressionPtr Binary(Operator op, ExpressionPtr a, ExpressionPtr b);
ExpressionPtr NotOf(ExpressionPtr a);
ExpressionPtr Name(const std::string& name);

/// One record, as the engine and as the oracle see it.
class TwinRecord {
 public:
  TwinRecord(const Ruleset& ruleset, const std::vector<Thing>& fields);
  void Set(FieldIndex field, const Thing& thing);

  const Record& record() const { return record_; }
  const World& world() const { return world_; }

 private:
  Value ValueFor(const Thing& thing);

  const Ruleset& ruleset_;
  Record record_;
  World world_;
  std::deque<std::string> texts_;
  std::deque<std::vector<Value>> lists_;
};

}  // namespace sigte::oracle
