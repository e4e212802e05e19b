// SPDX-License-Identifier: MPL-2.0

// What people are told of a condition that no field holds.
#include "engine/report/condition_words.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

std::string WorkedOut(const std::string& found, const std::string& compared,
                      Lang lang, bool holds = true) {
  const auto program = SampleProgram();
  Evidence evidence;
  evidence.condition = "a / b > most";
  evidence.found = found;
  evidence.compared = compared;
  evidence.worked_out = true;
  evidence.value = Value::Bool(holds);
  return WorkedOutWords(evidence, {*program, lang, false, 100});
}

TEST(WorkedOutWords, AreTheConditionWithBothItsValues) {
  EXPECT_EQ(WorkedOut("90000", "> 12500.5", Lang::kDa),
            "a / b > most – her er det 90.000 (over 12.500,5)");
  EXPECT_EQ(WorkedOut("90000", "> 12500.5", Lang::kEn),
            "a / b > most – here it is 90,000 (over 12,500.5)");
}

TEST(WorkedOutWords, CutLongDecimalsAndSaySo) {
  EXPECT_EQ(WorkedOut("16597.5103734439834024896", "> 1", Lang::kDa),
            "a / b > most – her er det 16.597,510373… (over 1)");
  EXPECT_EQ(WorkedOut("0.123456", "> 1", Lang::kEn),
            "a / b > most – here it is 0.123456 (over 1)");
}

TEST(WorkedOutWords, OfWhatIsNoNumberAreThatValueInWords) {
  EXPECT_EQ(WorkedOut("[2018, 2021]", "[2018]", Lang::kDa),
            "a / b > most – her er det 2018, 2021 (2018)");
  EXPECT_EQ(WorkedOut("true", "== false", Lang::kDa, false),
            "a / b > most – her er det ja (er ikke nej)");
  EXPECT_EQ(WorkedOut("\"a b\"", "== \"c\"", Lang::kEn, false),
            "a / b > most – here it is \"a b\" (is not \"c\")");
}

TEST(WorkedOutWords, AreTheValueAloneWhereNothingIsComparedWithIt) {
  EXPECT_EQ(WorkedOut("50", "", Lang::kEn), "a / b > most – here it is 50");
  EXPECT_EQ(WorkedOut("50", "a / b > most", Lang::kEn),
            "a / b > most – here it is 50");
}

class ConditionWords : public testing::Test {
 protected:
  ConditionWords() {
    build_.AddField("cost", FieldType::kInt, {"Udgift", "Cost"});
    build_.AddField("club", FieldType::kText, {"Forening", "Club"});
    build_.AddField("text", FieldType::kText, {"Indhold", "Content"});
    build_.AddField("target", FieldType::kText, {"Målgruppe", "Target"},
                    {"a", "b"});
  }

  // What is said before the value that came out.
  std::string Told(Index leaf, Lang lang = Lang::kEn) {
    Evidence evidence;
    evidence.leaf = leaf;
    evidence.condition = "as it is written";
    evidence.found = "7";
    const std::string line =
        WorkedOutWords(evidence, {build_.program(), lang, false, 100});
    return line.substr(0, line.find(" – "));
  }

  Index Less(Index a, Index b) { return build_.Op("<", Opcode::kLess, {a, b}); }
  Index Words(std::string_view field) {
    return build_.Op("words", Opcode::kWords, {build_.Field(field)});
  }
  Index Group(GroupMeasure measure, Index operand) {
    Program& program = build_.program();
    program.group_queries.push_back({{FieldIndex{1}}, measure, operand});
    return build_.Op("group", Opcode::kGroupCount, {},
                     static_cast<Index>(program.group_queries.size() - 1));
  }

  ProgramBuilder build_;
};

TEST_F(ConditionWords, NameWhatIsCountedAndWhere) {
  const Index words = Less(Words("text"), build_.Number(3));
  EXPECT_EQ(Told(words), "the number of words in Content");
  EXPECT_EQ(Told(words, Lang::kDa), "antal ord i Indhold");
  const Index size = build_.Op("size", Opcode::kSize, {build_.Field("text")});
  EXPECT_EQ(Told(Less(size, build_.Number(3))), "the length of Content");
}

TEST_F(ConditionWords, TakeTheConstantForWhatIsComparedWithWhereverItStands) {
  EXPECT_EQ(Told(Less(build_.Number(3), Words("text"))),
            "the number of words in Content");
}

TEST_F(ConditionWords, TellSumsInTheOrderInWhichTheyAreReckoned) {
  const Index cost = build_.Field("cost");
  const Index product =
      build_.Op("*", Opcode::kMultiply, {cost, build_.Number(1000)});
  const Index sum = build_.Op("+", Opcode::kAdd, {product, Words("text")});
  EXPECT_EQ(Told(Less(sum, build_.Number(3)), Lang::kDa),
            "(Udgift ganget med 1000) plus antal ord i Indhold");
  const Index negative = build_.Op("-", Opcode::kNegate, {cost});
  EXPECT_EQ(Told(Less(negative, build_.Number(3))), "minus Cost");
}

TEST_F(ConditionWords, TellWhatIsComparedWithWhereThatIsNoConstant) {
  EXPECT_EQ(Told(Less(Words("text"), build_.Field("cost"))),
            "the number of words in Content against Cost");
}

TEST_F(ConditionWords, SayWhichRecordsAGroupCountCounts) {
  const Index all = Group(GroupMeasure::kCount, kNoIndex);
  EXPECT_EQ(Told(Less(all, build_.Number(3))),
            "the number of records with the same Club");
  const Index dear = build_.Op(">", Opcode::kGreater,
                               {build_.Field("cost"), build_.Number(1000)});
  const Index of_b = build_.Op("==", Opcode::kEqual,
                               {build_.Field("target"), build_.Text("b")});
  const Index both = build_.Op("&&", Opcode::kAnd, {dear, of_b});
  EXPECT_EQ(Told(Less(Group(GroupMeasure::kCount, both), build_.Number(3))),
            "the number of records with the same Club where Cost over 1000 and "
            "Target is \"b\"");
  EXPECT_EQ(Told(Less(Group(GroupMeasure::kSum, build_.Field("cost")),
                      build_.Number(3)),
                 Lang::kDa),
            "summen af Udgift for poster med samme Forening");
}

// Half a condition would be another one.
TEST_F(ConditionWords, AreTheRulesOwnWhereAPartHasNoWords) {
  const Index lookup =
      build_.Op("lookup", Opcode::kLookup, {build_.Field("club")}, 0);
  const Index sum = build_.Op("+", Opcode::kAdd, {lookup, Words("text")});
  EXPECT_EQ(Told(Less(sum, build_.Number(3))), "as it is written");
  const Index cost = build_.Field("cost");
  const auto above = [&](std::int64_t n) {
    return build_.Op(">", Opcode::kGreater, {cost, build_.Number(n)});
  };
  const Index either = build_.Op("||", Opcode::kOr, {above(1), above(2)});
  const Index mixed = build_.Op("&&", Opcode::kAnd, {either, above(3)});
  EXPECT_EQ(Told(Less(Group(GroupMeasure::kCount, mixed), build_.Number(3))),
            "as it is written");
  EXPECT_EQ(Told(kNoIndex), "as it is written");
  EXPECT_EQ(Told(cost), "as it is written");
}

}  // namespace
}  // namespace sigte::test
