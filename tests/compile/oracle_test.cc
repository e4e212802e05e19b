// SPDX-License-Identifier: MPL-2.0

// The compiled evaluator against the tree-walking one, on random expressions
// over random records: value and cause must agree.
#include "tests/compile/oracle.h"

#include <memory>
#include <string>
#include <utility>

#include "engine/compile/compiler.h"
#include "engine/evaluate/evaluator.h"
#include "gtest/gtest.h"
#include "tests/compile/generator.h"

namespace sigte::oracle {
namespace {

std::unique_ptr<Program> CompileOver(const Expression& expression,
                                     const Ruleset& ruleset) {
  CheckScope scope;
  scope.ruleset = &ruleset;
  scope.lenient = true;
  IssueList issues;
  auto program = CompileExpression(expression, scope, nullptr, &issues);
  EXPECT_NE(program, nullptr);
  return program;
}

std::string EngineSays(const Expression& expression, const Ruleset& ruleset,
                       const Record& record) {
  const auto program = CompileOver(expression, ruleset);
  Evaluator evaluator(*program);
  return Show(evaluator.Evaluate(record)[program->result]);
}

TEST(Oracle, AgreesOnTwentyFourThousandRandomExpressions) {
  int known = 0;
  for (std::uint32_t seed = 0; seed < 6'000; ++seed) {
    Generator generator(seed, {});
    Ruleset ruleset = MakeRuleset();
    generator.AddFacts(&ruleset);
    TwinRecord twin(ruleset, generator.Fields(ruleset.layout));
    for (int i = 0; i < 4; ++i) {
      const ExpressionPtr e = generator.Condition(2 + static_cast<int>(i));
      const std::string expected = Show(Evaluate(*e, twin.world()));
      ASSERT_EQ(EngineSays(*e, ruleset, twin.record()), expected)
          << ToString(*e) << "\nseed " << seed;
      known += expected == "true" || expected == "false" ? 1 : 0;
    }
  }
  // The generator must not drown in unknowns.
  EXPECT_GT(known, 8'000);
}

TEST(Oracle, AgreesWhenOneEvaluatorSeesManyRecords) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Generator generator(seed + 50'000, {});
    Ruleset ruleset = MakeRuleset();
    generator.AddFacts(&ruleset);
    const ExpressionPtr e = generator.Condition(6);
    const auto program = CompileOver(*e, ruleset);
    Evaluator evaluator(*program);
    for (int i = 0; i < 20; ++i) {
      TwinRecord twin(ruleset, generator.Fields(ruleset.layout));
      ASSERT_EQ(Show(evaluator.Evaluate(twin.record())[program->result]),
                Show(Evaluate(*e, twin.world())))
          << ToString(*e) << "\nseed " << seed;
    }
  }
}

// Running a record again does only what the change reaches; it must not show.
TEST(Oracle, AgreesWhenARecordIsRunAgainWithOtherAnswersAndFields) {
  for (std::uint32_t seed = 0; seed < 1'500; ++seed) {
    Generator generator(seed + 300'000, {});
    Ruleset ruleset = MakeRuleset();
    generator.AddFacts(&ruleset);
    const ExpressionPtr e = generator.Condition(6);
    const auto program = CompileOver(*e, ruleset);
    Evaluator warm(*program);
    TwinRecord twin(ruleset, generator.Fields(ruleset.layout));
    warm.Evaluate(twin.record());
    for (int i = 0; i < 6; ++i) {
      if (generator.Below(2) == 0) {
        const auto field =
            static_cast<FieldIndex>(generator.Below(ruleset.layout.size()));
        twin.Set(field, generator.ValueOf(ruleset.layout[field]));
      }
      std::vector<std::pair<std::uint32_t, Value>> answers;
      if (generator.Below(3) != 0) {
        answers.emplace_back(
            static_cast<std::uint32_t>(generator.Below(program->code.size())),
            Value::Bool(generator.Below(2) == 0));
      }
      EvaluateOptions options;
      options.answers = &answers;
      Evaluator fresh(*program);
      const Value expected =
          fresh.Evaluate(twin.record(), options)[program->result];
      const Value got =
          warm.Reevaluate(twin.record(), options)[program->result];
      ASSERT_EQ(Show(got), Show(expected)) << ToString(*e) << "\nseed " << seed;
    }
  }
}

// Every instruction outside the bodies of quantifiers, which hold what they
// were last used for.
std::vector<std::string> ShowAll(const Program& program, const Values& values) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < values.size(); ++i) {
    shown.push_back(Show(values[i]));
    if (IsQuantifier(program.code[i].op)) i = program.code[i].a - 1;
  }
  return shown;
}

Value AnyAnswer(Generator* generator) {
  switch (generator->Below(4)) {
    case 0: return Value::Int(static_cast<std::int64_t>(generator->Below(3)));
    case 1: return Value::Text("x");
    default: return Value::Bool(generator->Below(2) == 0);
  }
}

// What an evaluator keeps from record to record must not show, in no value.
TEST(Oracle, AWarmEvaluatorGivesWhatANewOneGives) {
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    Generator generator(seed + 400'000, {});
    Ruleset ruleset = MakeRuleset();
    generator.AddFacts(&ruleset);
    const ExpressionPtr e = generator.Condition(6);
    const auto program = CompileOver(*e, ruleset);
    Evaluator warm(*program);
    auto twin =
        std::make_unique<TwinRecord>(ruleset, generator.Fields(ruleset.layout));
    for (int i = 0; i < 12; ++i) {
      std::vector<std::pair<std::uint32_t, Value>> answers;
      if (generator.Below(2) == 0) {
        answers.emplace_back(
            static_cast<std::uint32_t>(generator.Below(program->code.size())),
            AnyAnswer(&generator));
      }
      EvaluateOptions options;
      options.answers = &answers;
      if (generator.Below(5) == 0) options.max_steps = generator.Below(40);
      const bool next = i == 0 || generator.Below(2) == 0;
      if (next) {
        twin = std::make_unique<TwinRecord>(ruleset,
                                            generator.Fields(ruleset.layout));
        if (generator.Below(6) == 0) warm.EvaluateForGroups(twin->record());
      } else {
        const auto field =
            static_cast<FieldIndex>(generator.Below(ruleset.layout.size()));
        twin->Set(field, generator.ValueOf(ruleset.layout[field]));
      }
      const Values& got = next ? warm.Evaluate(twin->record(), options)
                               : warm.Reevaluate(twin->record(), options);
      Evaluator fresh(*program);
      ASSERT_EQ(ShowAll(*program, got),
                ShowAll(*program, fresh.Evaluate(twin->record(), options)))
          << ToString(*e) << "\nseed " << seed;
    }
  }
}

class Algebra : public testing::Test {
 protected:
  // Calls `test` with two conditions over a record, many times.
  template <typename Test>
  void ForManyPairs(Test test) {
    const Ruleset ruleset = MakeRuleset();
    for (std::uint32_t seed = 0; seed < 1'500; ++seed) {
      Generator generator(seed + 100'000, {});
      const TwinRecord twin(ruleset, generator.Fields(ruleset.layout));
      const ExpressionPtr a = generator.Condition(3);
      const ExpressionPtr b = generator.Condition(3);
      const auto [left, right] = test(*a, *b);
      ASSERT_EQ(EngineSays(*left, ruleset, twin.record()),
                EngineSays(*right, ruleset, twin.record()))
          << ToString(*left) << "\n"
          << ToString(*right) << "\nseed " << seed;
    }
  }
};

using Pair = std::pair<ExpressionPtr, ExpressionPtr>;

TEST_F(Algebra, NotOfAndIsOrOfNots) {
  ForManyPairs([](const Expression& a, const Expression& b) {
    return Pair(NotOf(Binary(Operator::kAnd, Clone(a), Clone(b))),
                Binary(Operator::kOr, NotOf(Clone(a)), NotOf(Clone(b))));
  });
}

TEST_F(Algebra, AndAndOrDoNotMindTheOrder) {
  for (const Operator op : {Operator::kAnd, Operator::kOr}) {
    ForManyPairs([op](const Expression& a, const Expression& b) {
      return Pair(Binary(op, Clone(a), Clone(b)),
                  Binary(op, Clone(b), Clone(a)));
    });
  }
}

TEST_F(Algebra, EqualityDoesNotMindTheOrder) {
  ForManyPairs([](const Expression& a, const Expression& b) {
    return Pair(Binary(Operator::kEqual, Clone(a), Clone(b)),
                Binary(Operator::kEqual, Clone(b), Clone(a)));
  });
}

TEST_F(Algebra, LessIsGreaterTurnedRound) {
  ForManyPairs([](const Expression& a, const Expression& b) {
    return Pair(Binary(Operator::kLess, Clone(a), Clone(b)),
                Binary(Operator::kGreater, Clone(b), Clone(a)));
  });
}

TEST_F(Algebra, ChainsDoNotMindTheirBrackets) {
  ForManyPairs([](const Expression& a, const Expression& b) {
    const auto And = [](ExpressionPtr x, ExpressionPtr y) {
      return Binary(Operator::kAnd, std::move(x), std::move(y));
    };
    return Pair(And(And(Clone(a), Clone(b)), Name("flag")),
                And(Clone(a), And(Clone(b), Name("flag"))));
  });
}

// Doubt never turns into its opposite: what is decided stays decided whatever
// the missing values turn out to be.
TEST(Monotony, FillingInAMissingValueNeverTurnsTrueIntoFalse) {
  const Ruleset ruleset = MakeRuleset();
  int decided = 0;
  for (std::uint32_t seed = 0; seed < 4'000; ++seed) {
    Generator generator(seed + 200'000, {.not_monotone = false});
    TwinRecord twin(ruleset, generator.Fields(ruleset.layout));
    const ExpressionPtr e = generator.Condition(5);
    const auto program = CompileOver(*e, ruleset);
    Evaluator evaluator(*program);
    const Value before = evaluator.Evaluate(twin.record())[program->result];
    if (before.kind() != Kind::kBool) continue;
    for (FieldIndex f = 0; f < ruleset.layout.size(); ++f) {
      if (!twin.record()[f].value.is_unknown()) continue;
      twin.Set(f, generator.ValueOf(ruleset.layout[f]));
      const Value after = evaluator.Evaluate(twin.record())[program->result];
      ASSERT_EQ(Show(after), Show(before))
          << ToString(*e) << "\nseed " << seed << ", field "
          << ruleset.layout[f].name;
      ++decided;
    }
  }
  EXPECT_GT(decided, 1'000);
}

}  // namespace
}  // namespace sigte::oracle
