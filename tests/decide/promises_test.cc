// SPDX-License-Identifier: MPL-2.0

// What a question promises of a range of numbers is true of every number in it:
// random rules with sums, remainders, quantifiers and bounds, random records,
// and every answer that is offered tried at several numbers of its range, all
// of which the schema allows.

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/decide/decider.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

constexpr int kPrograms = 400;
constexpr int kRecords = 12;

/// Random rules over three numbers: two whole ones and a decimal.
class RuleMaker {
 public:
  explicit RuleMaker(unsigned seed) : random_(seed) {}

  std::unique_ptr<Program> Next() {
    ProgramBuilder b;
    builder_ = &b;
    b.program().layout.list_member = "records";
    b.AddField("a", FieldType::kInt, {"A", "A"});
    b.AddField("b", FieldType::kInt, {"B", "B"});
    b.AddField("d", FieldType::kDecimal, {"D", "D"});
    Bound(&b.program().layout);
    const bool plain = Below(3) == 0;  // nothing but comparisons
    b.AddRule("in", "I1", CompiledKind::kInclusion, {"I", "I"},
              Condition(2, plain));
    b.AddRule("out", "E1", CompiledKind::kExclusion, {"E", "E"},
              Condition(2, plain));
    const CompiledKind kinds[] = {CompiledKind::kReject,
                                  CompiledKind::kQuestion, CompiledKind::kNote};
    b.AddRule("check", "C1", kinds[Below(3)], {"C", "C"}, Condition(1, false));
    return b.Finish();
  }

  std::string Record() {
    std::string out = R"({"id": "1")";
    for (const char* field : {"a", "b", "d"}) {
      const char* const numbers[] = {"0", "1", "10", "11", "50", "55", "100"};
      if (Below(2) == 0) continue;
      out += std::string(", \"") + field + "\": " + numbers[Below(7)];
    }
    return out + "}";
  }

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }
  void Bound(Layout* layout) {
    Layout bounded;
    bounded.list_member = layout->list_member;
    for (Field field : layout->fields()) {
      const std::size_t ways = Below(6);
      if (ways == 1 || ways == 3) field.minimum = Decimal::FromInt(0);
      if (ways == 2 || ways == 3) field.maximum = Decimal::FromInt(100);
      if (ways == 4) field.exclusive_minimum = Decimal::FromInt(10);
      if (ways == 5) field.exclusive_maximum = Decimal::FromInt(99);
      bounded.Add(std::move(field));
    }
    *layout = std::move(bounded);
  }
  Index Figure() {
    constexpr std::int64_t kFigures[] = {0, 1, 10, 20, 50, 99, 100};
    return builder_->Number(kFigures[Below(7)]);
  }
  Index Number() {
    const char* const fields[] = {"a", "a", "b", "d"};
    return builder_->Field(fields[Below(4)]);
  }
  Opcode Sign() {
    return static_cast<Opcode>(static_cast<int>(Opcode::kEqual) +
                               static_cast<int>(Below(6)));
  }

  Index Comparison() {
    switch (Below(4)) {
      case 0: return builder_->Op("x in list", Opcode::kIn, {Number(), List()});
      case 1: return builder_->Op("5 < x", Sign(), {Figure(), Number()});
      case 2: return builder_->Op("x < y", Sign(), {Number(), Number()});
      default: return builder_->Op("x < 5", Sign(), {Number(), Figure()});
    }
  }
  Index List() {
    return builder_->Op("list", Opcode::kList, {Figure(), Figure(), Figure()});
  }
  // Everything that may hide a figure from whoever looks for comparisons.
  Index Worked() {
    if (Below(5) == 0) return Quantified();
    const Opcode op =
        static_cast<Opcode>(static_cast<int>(Opcode::kAdd) +
                            static_cast<int>(Below(5)));  // to kRemainder
    const Index one = Number();
    const Index other = Below(2) == 0 ? Number() : Figure();
    const Index result = builder_->Op("x + y", op, {one, other});
    return builder_->Op("x + y < 5", Sign(), {result, Figure()});
  }
  // list.all(v, v != x)
  Index Quantified() {
    const Index list = List();
    const Index field = Number();
    const Index at = builder_->Op("all", Opcode::kAll, {list});
    const Index variable = builder_->Op("v", Opcode::kVariable, {});
    const Index body = builder_->Op("v != x", Sign(), {variable, field});
    builder_->program().code[at].a = body + 1;
    builder_->program().code[at].b = body;
    return at;
  }

  Index Condition(int depth, bool plain) {
    const std::size_t pick = depth == 0 ? 9 : Below(10);
    if (pick > 7) return plain || Below(2) == 0 ? Comparison() : Worked();
    if (pick == 7) {
      return builder_->Op("!c", Opcode::kNot, {Condition(depth - 1, plain)});
    }
    const Index left = Condition(depth - 1, plain);
    const Index right = Condition(depth - 1, plain);
    return builder_->Op("c && c", pick < 4 ? Opcode::kAnd : Opcode::kOr,
                        {left, right});
  }

  std::mt19937 random_;
  ProgramBuilder* builder_ = nullptr;
};

std::string Sum(const std::string& number, const std::string& step) {
  return Decimal::Add(*Decimal::Parse(number), *Decimal::Parse(step))
      ->ToString();
}

/// Numbers of the range that `answer` names: "< 45", ">= 45, < 56", "10–20".
std::vector<std::string> NumbersOf(std::string answer, bool whole) {
  if (answer == "*") return {"-1000", "0", "33", "1000"};
  const std::string low = whole ? "1" : "0.001";
  std::vector<std::string> numbers;
  const std::size_t dash = answer.find("–");
  if (dash != answer.npos) {
    answer = ">= " + answer.substr(0, dash) +
             ", <= " + answer.substr(dash + std::string("–").size());
  }
  if (answer.find_first_of("<>") == answer.npos) return {answer};
  const std::size_t comma = answer.find(", ");
  std::string first = answer.substr(0, comma);
  std::string last = comma == answer.npos ? first : answer.substr(comma + 2);
  const auto number = [](const std::string& part) {
    return part.substr(part.find(' ') + 1);
  };
  if (first.starts_with('>')) {
    const bool within = first.starts_with(">=");
    numbers.push_back(within ? number(first) : Sum(number(first), low));
  }
  if (last.starts_with('<')) {
    const bool within = last.starts_with("<=");
    numbers.push_back(within ? number(last) : Sum(number(last), "-" + low));
  }
  if (numbers.size() == 1) {
    const std::string sign = first.starts_with('>') ? "" : "-";
    for (const char* step : {"1", "2", "7", "1000"}) {
      numbers.push_back(Sum(numbers[0], sign + step));
    }
  } else {
    const Decimal one = *Decimal::Parse(numbers[0]);
    const Decimal other = *Decimal::Parse(numbers[1]);
    for (const char* step : {"1", "2", "3", "13", "25"}) {
      const std::string between = Sum(numbers[0], step);
      if (*Decimal::Parse(between) < other) numbers.push_back(between);
    }
    EXPECT_FALSE(other < one) << answer;
  }
  return numbers;
}

bool IsAllowed(const Field& field, const Decimal& number) {
  return (!field.minimum || number >= *field.minimum) &&
         (!field.maximum || number <= *field.maximum) &&
         (!field.exclusive_minimum || number > *field.exclusive_minimum) &&
         (!field.exclusive_maximum || number < *field.exclusive_maximum);
}

struct Tried {
  int numbers = 0;
  int settling = 0;
};

void TryAnswers(const Program& program, const std::string& record,
                const Question& question, Tried* tried) {
  const Field& field = program.layout[program.layout.Find(question.field)];
  for (const Outcome& outcome : question.outcomes) {
    for (const std::string& number :
         NumbersOf(outcome.answer, question.field != "d")) {
      std::string answered = record;
      answered.pop_back();
      answered += ", \"" + question.field + "\": " + number + "}";
      EXPECT_EQ(VerdictName(DecideOne(program, answered).verdict),
                VerdictName(outcome.verdict))
          << Dump(program) << record << "\n"
          << question.field << " " << outcome.answer << ": " << number;
      EXPECT_TRUE(IsAllowed(field, *Decimal::Parse(number)))
          << question.field << " " << outcome.answer << ": " << number;
      ++tried->numbers;
      tried->settling += question.settles ? 1 : 0;
    }
  }
}

TEST(Promises, AreKeptByEveryAllowedNumberOfARange) {
  RuleMaker rules(20221031);
  Tried tried;
  for (int i = 0; i < kPrograms; ++i) {
    const auto program = rules.Next();
    for (int k = 0; k < kRecords; ++k) {
      const std::string record = rules.Record();
      for (const Question& question : DecideOne(*program, record).questions) {
        if (question.field.empty()) continue;
        TryAnswers(*program, record, question, &tried);
        if (HasFailure()) return;
      }
    }
  }
  EXPECT_GT(tried.numbers, 2000);
  EXPECT_GT(tried.settling, 500);
}

/// in: a > 0; out: `condition`, which stands for what reads d.
std::string AskedOf(Opcode op, bool note) {
  ProgramBuilder b;
  b.AddField("a", FieldType::kInt, {"A", "A"});
  b.AddField("d", FieldType::kDecimal, {"D", "D"});
  const Index d = b.Field("d");
  b.AddRule("in", "I1", CompiledKind::kInclusion, {"I", "I"},
            b.Op("a > 0", Opcode::kGreater, {b.Field("a"), b.Number(0)}));
  const Index read =
      op == Opcode::kField ? d : b.Op("d * 2", op, {d, b.Number(2)});
  b.AddRule("out", "E1", CompiledKind::kExclusion, {"E", "E"},
            b.Op("d > 50", Opcode::kGreater, {read, b.Number(50)}));
  const Index small = b.Op("d < 1", Opcode::kLess, {d, b.Number(1)});
  const Index worked = b.Op("d % 7", Opcode::kRemainder, {d, b.Number(7)});
  b.AddRule(
      "check", "C1", CompiledKind::kNote, {"C", "C"},
      note ? small : b.Op("d % 7 == 0", Opcode::kEqual, {worked, b.Number(0)}));
  const auto program = b.Finish();
  const std::string dump = Dump(DecideOne(*program, R"({"a": 1})"), *program);
  return dump.substr(dump.find("  ?"));
}

/// in: a > 0; out: d > 50; a question where the sum of d over the group is
/// high.
std::string AskedBesideASum(std::vector<std::string> choices) {
  ProgramBuilder b;
  const FieldIndex a = b.AddField("a", FieldType::kInt, {"A", "A"});
  b.AddField("d", FieldType::kDecimal, {"D", "D"}, std::move(choices));
  const Index d = b.Field("d");
  b.AddRule("in", "I1", CompiledKind::kInclusion, {"I", "I"},
            b.Op("a > 0", Opcode::kGreater, {b.Field("a"), b.Number(0)}));
  b.AddRule("out", "E1", CompiledKind::kExclusion, {"E", "E"},
            b.Op("d > 50", Opcode::kGreater, {d, b.Number(50)}));
  b.program().group_queries.push_back({{a}, GroupMeasure::kSum, d});
  const Index sum = b.Op("group_sum(d)", Opcode::kGroupCount, {}, 0);
  b.AddRule("check", "C1", CompiledKind::kQuestion, {"C", "C"},
            b.Op("sum > 99", Opcode::kGreater, {sum, b.Number(99)}));
  const auto program = b.Finish();
  const std::string dump = Dump(DecideOne(*program, R"({"a": 1})"), *program);
  const std::size_t question = dump.find("  ?");
  return dump.substr(question, dump.find('\n', question) - question);
}

TEST(Promises, AreOfTheRuleWhereTheFieldStandsInASum) {
  EXPECT_EQ(AskedOf(Opcode::kMultiply, true),
            "  ? E1 : [true] exclude [false] include settles\n");
}

// What the group comes to changes with the answer, be it a choice or a range.
TEST(Promises, AreOfTheRuleWhereTheGroupIsMeasuredByTheField) {
  for (std::vector<std::string> choices :
       {std::vector<std::string>{}, std::vector<std::string>{"40", "60"}}) {
    // No group was gathered here, so that its check is open.
    EXPECT_EQ(AskedBesideASum(std::move(choices)),
              "  ? E1 : [true] exclude [false] borderline");
  }
}

TEST(Promises, AreNotCutByWhatDecidesNothing) {
  const std::string expected =
      "  ? E1 d: [<= 50] include [> 50] exclude settles\n";
  EXPECT_EQ(AskedOf(Opcode::kField, true), expected);
  EXPECT_EQ(AskedOf(Opcode::kField, false), expected);
}

}  // namespace
}  // namespace sigte::test
