// SPDX-License-Identifier: MPL-2.0

// The evaluator over programs put together by hand.

#include "engine/evaluate/evaluator.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/evaluate/evaluator_fixture.h"

namespace sigte {
namespace {

TEST_F(EvaluatorTest, ReadsFieldsAndKeepsTheirCauses) {
  const auto n = builder_.Field("n");
  const auto m = builder_.Field("m");
  const auto less = builder_.Add(Opcode::kLess, {n, m});
  Record record = EmptyRecord(program());
  record.Set(3, Value::Int(5));
  EXPECT_EQ(ValueOf(less, record), "unknown(missing)");
  record.Set(2, Value::Int(4));
  EXPECT_EQ(ValueOf(less, record), "true");
}

TEST_F(EvaluatorTest, AnsweredInstructionsAreNotRunUntilTheAnswerIsGone) {
  const auto n = builder_.Field("n");
  const auto open = builder_.Constant(kAbsent);
  const auto less = builder_.Add(Opcode::kLess, {n, open});
  const auto no = builder_.Add(Opcode::kNot, {less});
  Record record = EmptyRecord(program());
  record.Set(2, Value::Int(4));
  Evaluator evaluator(program());
  EXPECT_EQ(Show(evaluator.Evaluate(record)[no]), "unknown(missing)");
  EvaluateOptions options;
  const Answers constant = {{open, Value::Int(5)}};
  options.answers = &constant;
  EXPECT_EQ(Show(evaluator.Reevaluate(record, options)[no]), "false");
  const Answers condition = {{less, Value::Bool(false)}};
  options.answers = &condition;
  EXPECT_EQ(Show(evaluator.Reevaluate(record, options)[no]), "true");
  EXPECT_EQ(Show(evaluator.Evaluate(record)[no]), "unknown(missing)");
  EXPECT_EQ(Show(evaluator.Evaluate(record)[open]), "unknown(missing)");
}

TEST_F(EvaluatorTest, QuantifiersRunTheirBodyForEachElement) {
  const auto list = builder_.Field("ns");
  const auto three = builder_.Constant(Value::Int(3));
  std::vector<std::uint32_t> quantifiers;
  for (const Opcode op : {Opcode::kAll, Opcode::kExists, Opcode::kExistsOne}) {
    const auto quantifier = builder_.Add(op, {list});
    const auto variable = builder_.Add(Opcode::kVariable, {});
    const auto body = builder_.Add(Opcode::kLess, {variable, three});
    builder_.EndBody(quantifier, body);
    quantifiers.push_back(quantifier);
  }
  const auto show = [&](const std::vector<Value>& items) {
    Record record = EmptyRecord(program());
    record.Set(4, Value::List(items.data(), items.size()));
    std::string text;
    for (const auto q : quantifiers) text += ValueOf(q, record) + " ";
    return text;
  };
  EXPECT_EQ(show({}), "true false false ");
  EXPECT_EQ(show({Value::Int(1), Value::Int(5)}), "false true true ");
  EXPECT_EQ(show({Value::Int(1), Value::Int(2)}), "true true false ");
  EXPECT_EQ(show({Value::Int(1), kAbsent}),
            "unknown(missing) true unknown(missing) ");
  EXPECT_EQ(show({Value::Int(5), Value::Text("x"), kAbsent}),
            "false unknown(missing|error) unknown(missing|error) ");
  const Record record = EmptyRecord(program());
  EXPECT_EQ(ValueOf(quantifiers[0], record), "unknown(missing)");
}

TEST_F(EvaluatorTest, StepsBeyondTheBudgetAreErrorsAndTheRestStands) {
  const auto list = builder_.Field("ns");
  const auto three = builder_.Constant(Value::Int(3));
  const auto all = builder_.Add(Opcode::kAll, {list});
  const auto variable = builder_.Add(Opcode::kVariable, {});
  const auto body = builder_.Add(Opcode::kLess, {variable, three});
  builder_.EndBody(all, body);
  const auto has = builder_.Add(Opcode::kHas, {list});
  const std::vector<Value> items(10'000, Value::Int(1));
  Record record = EmptyRecord(program());
  record.Set(4, Value::List(items.data(), items.size()));
  EvaluateOptions options;
  options.max_steps = 1'000;
  EXPECT_EQ(ValueOf(all, record, options), "unknown(error)");
  EXPECT_EQ(ValueOf(has, record, options), "true");
  options.max_steps = 1;
  EXPECT_EQ(ValueOf(has, record, options), "unknown(error)");
  EXPECT_EQ(ValueOf(all, record), "true");
}

// A hostile list searched for each of its own elements is quadratic work.
TEST_F(EvaluatorTest, SearchingLongListsWithinAQuantifierIsPaidFor) {
  const auto list = builder_.Field("ns");
  const auto all = builder_.Add(Opcode::kAll, {list});
  const auto variable = builder_.Add(Opcode::kVariable, {});
  const auto body = builder_.Add(Opcode::kIn, {variable, list});
  builder_.EndBody(all, body);
  std::vector<Value> items;
  for (int i = 0; i < 100'000; ++i) items.push_back(Value::Int(-i));
  Record record = EmptyRecord(program());
  record.Set(4, Value::List(items.data(), items.size()));
  EXPECT_EQ(ValueOf(all, record), "unknown(error)");
}

TEST_F(EvaluatorTest, TheBodyOfAnEmptyListKeepsNothingOfTheRecordBefore) {
  const auto list = builder_.Field("ns");
  const auto all = builder_.Add(Opcode::kAll, {list});
  const auto variable = builder_.Add(Opcode::kVariable, {});
  builder_.EndBody(all, variable);
  const std::vector<Value> items = {Value::Text("gone")};
  Record record = EmptyRecord(program());
  record.Set(4, Value::List(items.data(), items.size()));
  Evaluator evaluator(program());
  EXPECT_EQ(Show(evaluator.Evaluate(record)[variable]), "\"gone\"");
  record.Set(4, Value::List(nullptr, 0));
  EXPECT_EQ(Show(evaluator.Evaluate(record)[variable]), "unknown(error)");
}

TEST_F(EvaluatorTest, TablesAnswerByKeyAndOtherwiseNot) {
  program().tables = {{"population",
                       {{Value::Int(101), Value::Int(600'000)},
                        {Value::Int(147), Value::Int(100'000)},
                        {Value::Text("x"), Value::Int(1)}}}};
  const auto n = builder_.Field("n");
  const auto figure = builder_.Add(Opcode::kLookup, {n}, 0);
  const auto show = [&](const Value& key) {
    Record record = EmptyRecord(program());
    record.Set(2, key);
    return ValueOf(figure, record);
  };
  EXPECT_EQ(show(Value::Int(147)), "100000");
  EXPECT_EQ(show(Value::Text("x")), "1");
  EXPECT_EQ(show(Value::Int(148)), "unknown(missing)");
  EXPECT_EQ(show(Value::Bool(true)), "unknown(error)");
  EXPECT_EQ(show(kAbsent), "unknown(missing)");
}

TEST_F(EvaluatorTest, GroupMeasuresAreTakenAsGiven) {
  program().group_queries = {{{0}, GroupMeasure::kCount, kNoIndex}};
  const auto count = builder_.Add(Opcode::kGroupCount, {}, 0);
  const Record record = EmptyRecord(program());
  EXPECT_EQ(ValueOf(count, record), "unknown(error)");
  const std::vector<Value> measures = {Value::Int(3)};
  EvaluateOptions options;
  options.groups = &measures;
  EXPECT_EQ(ValueOf(count, record, options), "3");
}

TEST_F(EvaluatorTest, DumpsOneLineAnInstruction) {
  const auto s = builder_.Field("s");
  const auto part = builder_.Constant(Value::Text("b"));
  program().result = builder_.Add(Opcode::kContains, {s, part});
  EXPECT_EQ(Dump(program()),
            "  0 field s\n"
            "  1 constant \"b\"\n"
            "  2 contains 0 1  # result\n");
}

}  // namespace
}  // namespace sigte
