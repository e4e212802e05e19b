// SPDX-License-Identifier: MPL-2.0

// What is shown of a record for a rule that holds or may hold: the fields, the
// words and the numbers that it rests on, and where they stand.

#include "engine/decide/evidence.h"

#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"
#include "tests/decide/rules_fixture.h"

namespace sigte::test {
namespace {

TEST_F(Rules, ShowWhatAnExceptionRestsOn) {
  const Index fact = b_.AddRule("bridge", "F1", CompiledKind::kFact, {},
                                b_.Mentions("more", "bro"));
  AddExclusion("X1", b_.Mentions("text", "tolk"), kNoIndex, fact);
  EXPECT_EQ(Decided(R"({"text": "en tolk", "more": "hen over en bro"})"),
            "include (include)\n"
            "  I1 true\n");
  EXPECT_EQ(
      Decided(R"({"text": "en tolk", "more": "ingen"})"),
      "exclude (exclude)\n"
      "  X1 true\n"
      "    text \"tolk\" tolk | mentions(text, \"tolk\") @3 at 1:14-18\n");
  EXPECT_EQ(Decided(R"({"text": "en tolk"})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    more \"\" bro | mentions(more, \"bro\") @2\n"
            "  ? F1 : [true] include [false] exclude settles\n");
}

// A text that is worked out has no place; the words may have one in a field.
TEST_F(Rules, ShowTheWordsOfAFieldThatATextWasMadeOf) {
  const Index text =
      b_.Op("text + more", Opcode::kAdd, {b_.Field("text"), b_.Field("more")});
  AddExclusion("X1", b_.Op("mentions(text + more, \"tolk\")",
                           Opcode::kTextMentions, {text}, kAffirmed, 0));
  AddExclusion("X2",
               b_.Op("together(text + more, \"tolk\", \"hus\")",
                     Opcode::kTextTogether, {text, b_.Number(1)}, kNoIndex, 0));
  EXPECT_EQ(Decided(R"({"text": "en ", "more": "tolk i et hus"})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    more \"tolk\" tolk | mentions(text + more, \"tolk\") @5 at "
            "1:26-30\n"
            "  X2 true\n"
            "    more \"tolk i et hus\" tolk + hus | together(text + more, "
            "\"tolk\", \"hus\") @7 at 1:26-39\n");
  EXPECT_EQ(Decided(R"({"text": "en to", "more": "lk"})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    text \"\" tolk | mentions(text + more, \"tolk\") @5\n");
  EXPECT_EQ(Decided(R"({"text": "en tolk"})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    more \"\" tolk | mentions(text + more, \"tolk\") @5\n"
            "  X2 unknown\n"
            "    more \"\" tolk + hus | together(text + more, \"tolk\", "
            "\"hus\") @7\n"
            "  ? X1 : [true] exclude [false] borderline\n"
            "  ? X2 : [true] exclude [false] borderline\n");
}

TEST_F(Rules, ShowANegatedMentionAsWhatItIs) {
  b_.AddRule("none", "C1", CompiledKind::kNote, {},
             b_.Op("!mentions(text, \"tolk\")", Opcode::kNot,
                   {b_.Mentions("text", "tolk")}));
  EXPECT_EQ(Decided(R"({"text": "uden tolk"})"),
            "include (include)\n"
            "  I1 true\n"
            "  ! C1 note text: message about none at 1:16\n");
}

TEST_F(Rules, CompareTwoFieldsWithBothNumbersShown) {
  b_.AddField("other", FieldType::kInt, {});
  AddExclusion("X1", b_.Op("number > other", Opcode::kGreater,
                           {b_.Field("number"), b_.Field("other")}));
  AddExclusion("X2", b_.Op("3 <= other", Opcode::kLessEqual,
                           {b_.Number(3), b_.Field("other")}));
  EXPECT_EQ(Decided(R"({"number": 9, "other": 4})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    number \"9\" > 4 | number > other @4 at 1:12-13\n"
            "  X2 true\n"
            "    other \"4\" >= 3 | 3 <= other @7 at 1:24-25\n");
  EXPECT_EQ(Decided(R"({"number": 2})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    other \"\" number > other | number > other @4\n"
            "  X2 unknown\n"
            "    other \"\" >= 3 | 3 <= other @7\n"
            "  ? X1 other: [< 2] exclude [2] include [>= 3] exclude settles\n");
}

// A row that a table has not is nobody's answer; a key that is missing is.
TEST_F(Rules, SayWhatTheTablesLack) {
  b_.AddField("other", FieldType::kInt, {});
  b_.program().tables = {{"ceiling", {{Value::Int(1), Value::Int(5)}}}};
  const Index ceiling =
      b_.Op("lookup(number)", Opcode::kLookup, {b_.Field("number")}, 0);
  AddExclusion(
      "X1", b_.Op("other > lookup(number) + 1", Opcode::kGreater,
                  {b_.Field("other"), b_.Op("lookup(number) + 1", Opcode::kAdd,
                                            {ceiling, b_.Number(1)})}));
  program_ = b_.Finish();
  const auto reason = [&](std::string_view record) {
    const std::string told = Decided(record);
    const std::size_t begin = told.find("X1");
    return told.substr(begin, told.find("  ?") - begin);
  };
  EXPECT_EQ(reason(R"({"number": 2, "other": 9})"),
            "X1 unknown\n"
            "     \"\" other > lookup(number) + 1 | other > lookup(number) + 1 "
            "@7 lacks ceiling[2]\n");
  EXPECT_EQ(reason(R"({"other": 9})"),
            "X1 unknown\n"
            "    number \"\" other > lookup(number) + 1 | other > "
            "lookup(number) + 1 @7\n");
}

// No field is compared with 5: what is, stands nowhere.
TEST_F(Rules, TellTheConditionWhereWhatItComparesIsUnknown) {
  b_.AddField("other", FieldType::kInt, {});
  const Index rest = b_.Op("number - other", Opcode::kSubtract,
                           {b_.Field("number"), b_.Field("other")});
  AddExclusion("X1", b_.Op("number - other > 5", Opcode::kGreater,
                           {rest, b_.Number(5)}));
  AddExclusion(
      "X2", b_.Op("number > unsourced", Opcode::kGreater,
                  {b_.Field("number"), b_.Constant(Value::Unknown(kMissing))}));
  EXPECT_EQ(Decided(R"({"number": 7})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    other \"\" number - other > 5 | number - other > 5 @6\n"
            "  X2 unknown\n"
            "     \"\" number > unsourced | number > unsourced @9 lacks "
            "constant\n"
            "  ? X1 : [true] exclude [false] borderline\n"
            "  ? X2 : [true] exclude [false] borderline\n");
  EXPECT_EQ(Decided(R"({"number": 17, "other": 2})").substr(0, 87),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    number \"15\" > 5 | number - other > 5 @6 at 1:12-14\n");
}

// As people read the condition, whichever side a field stands on.
TEST_F(Rules, ShowTheLeftSideBeforeTheRight) {
  b_.program().tables.push_back({"figures", {{Value::Int(1), Value::Int(9)}}});
  const Index figure = b_.Op("lookup(1)", Opcode::kLookup, {b_.Number(1)}, 0);
  AddExclusion("X1", b_.Op("lookup(1) > number", Opcode::kGreater,
                           {figure, b_.Field("number")}));
  EXPECT_EQ(Decided(R"({"number": 4})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    number \"9\" > 4 | lookup(1) > number @5 at 1:12-13\n");
}

TEST_F(Rules, ShowOfSeveralMarksThoseThatStandThere) {
  const std::vector<Index> marks = {b_.Number(2), b_.Mentions("text", "tolk"),
                                    b_.Mentions("text", "hus"),
                                    b_.Mentions("text", "bro")};
  AddExclusion("X1", b_.Op("two of three", Opcode::kAtLeast, marks));
  program_ = b_.Finish();
  EXPECT_EQ(Decided(R"({"text": "en tolk og en bro"})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    text \"tolk\" tolk | mentions(text, \"tolk\") @3 at 1:14-18\n"
            "    text \"bro\" bro | mentions(text, \"bro\") @5 at 1:25-28\n");
}

// Of a rule with many exceptions the one word that it is about must not be
// crowded out by all that is not there.
TEST_F(Rules, ShowWhatStandsThereBeforeWhatDoesNot) {
  std::vector<Index> parts;
  for (int i = 0; i < 8; ++i) {
    const Index other = b_.Op("number == n", Opcode::kEqual,
                              {b_.Field("number"), b_.Number(i)});
    parts.push_back(b_.Op("!(number == n)", Opcode::kNot, {other}));
  }
  parts.push_back(b_.Op("!hus", Opcode::kNot, {b_.Mentions("text", "hus")}));
  parts.push_back(b_.Mentions("text", "tolk"));
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, parts));
  program_ = b_.Finish();
  const Decision decision =
      DecideOne(*program_, R"({"text": "en tolk", "number": 77})");
  ASSERT_EQ(decision.reasons.size(), 1u);
  const auto& evidence = decision.reasons[0].evidence;
  ASSERT_EQ(evidence.size(), 6u);
  EXPECT_EQ(evidence[0].found, "tolk");
  EXPECT_EQ(evidence[1].found, "77");
}

TEST_F(Rules, ShowNoMoreThanSixPiecesOfEvidence) {
  std::vector<Index> parts;
  for (int i = 0; i < 20; ++i) {
    parts.push_back(b_.Op("number != n", Opcode::kNotEqual,
                          {b_.Field("number"), b_.Number(i)}));
  }
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, parts));
  program_ = b_.Finish();
  const Decision decision = DecideOne(*program_, R"({"number": 77})");
  ASSERT_EQ(decision.reasons.size(), 1u);
  EXPECT_EQ(decision.reasons[0].evidence.size(), 6u);
}

struct Written {
  const char* in_file;
  const char* shown;
};

// As it would be typed, whatever quotes the rule has in its file.
TEST_F(Rules, ShowConditionsWithoutTheEscapesOfYaml) {
  const Written conditions[] = {
      {R"(text == \"a\")", R"(text == "a")"},
      {R"(text == 'b' || text ==  \"a \\d\")",
       R"(text == 'b' || text == "a \d")"},
      {"text == \\\n    \\\"a\\\"", "text == \"a\""},
      {R"(text == "a \"\d\" 'b'")", R"(text == "a \"\d\" 'b'")"},
      {R"(text == 'a \'b')", R"(text == 'a \'b')"},
  };
  std::vector<Index> parts;
  for (const Written& condition : conditions) {
    parts.push_back(b_.Op(condition.in_file, Opcode::kEqual,
                          {b_.Field("text"), b_.Text("x")}));
  }
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, parts));
  program_ = b_.Finish();
  LeafTexts leaves(*program_);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    EXPECT_EQ(leaves.Of(parts[i]).condition, conditions[i].shown);
  }
}

// Sixty facts of which each names the one before twice: looked at once each.
TEST_F(Rules, AreExplainedInTheTimeOfTheirSize) {
  Index fact = b_.AddRule("f", "F", CompiledKind::kFact, {},
                          b_.Op("number > 5", Opcode::kGreater,
                                {b_.Field("number"), b_.Number(5)}));
  for (int i = 0; i < 60; ++i) {
    const std::string id = "f" + std::to_string(i);
    fact = b_.AddRule(id, id, CompiledKind::kFact, {},
                      b_.Op("f == f", Opcode::kEqual, {fact, fact}));
  }
  AddExclusion("X1", b_.Op("f != f", Opcode::kNotEqual, {fact, fact}));
  EXPECT_EQ(Decided(R"({"number": 7})").substr(0, 8), "include ");
  EXPECT_EQ(Decided("{}").substr(0, 11), "borderline ");
}

}  // namespace
}  // namespace sigte::test
