// SPDX-License-Identifier: MPL-2.0

// Programs made for one point each.

#include <string>
#include <tuple>

#include "engine/decide/decider.h"
#include "engine/decide/questions.h"
#include "engine/evaluate/groups.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

class Rules : public testing::Test {
 protected:
  Rules() {
    b_.Terms({{"tolk", "tolk"}, {"hus", "hus"}, {"bro", "bro"}});
    b_.AddField("text", FieldType::kText, {});
    b_.AddField("more", FieldType::kText, {});
    b_.AddField("number", FieldType::kInt, {});
    always_ = b_.Constant(Value::Bool(true));
    include_ = b_.AddRule("all", "I1", CompiledKind::kInclusion, {}, always_);
  }

  std::string Decided(std::string_view record) {
    if (program_ == nullptr) program_ = b_.Finish();
    return Dump(DecideOne(*program_, record), *program_);
  }

  Index AddExclusion(const std::string& id, Index holds,
                     Index unclear = kNoIndex, Index except = kNoIndex) {
    return b_.AddRule(id, id, CompiledKind::kExclusion, {}, holds, unclear,
                      except);
  }

  // Facts F1 and F2 of what `more` mentions, and a mention in `text`.
  std::tuple<Index, Index, Index> AddFacts() {
    const Index house = b_.AddRule("house", "F1", CompiledKind::kFact, {},
                                   b_.Mentions("more", "hus"));
    const Index bridge = b_.AddRule("bridge", "F2", CompiledKind::kFact, {},
                                    b_.Mentions("more", "bro"));
    const Index mention = b_.Mentions("text", "tolk");
    return {house, b_.Op("!bridge", Opcode::kNot, {bridge}), mention};
  }

  ProgramBuilder b_;
  std::unique_ptr<Program> program_;
  Index always_ = 0;
  Index include_ = 0;
};

// Overflow is the check's misfortune, not the record's merit.
TEST_F(Rules, NeverTakeACheckThatCannotBeCarriedOutForPassed) {
  const Index most = b_.Number(9'223'372'036'854'775'807);
  const Index product =
      b_.Op("number * most", Opcode::kMultiply, {b_.Field("number"), most});
  b_.AddRule(
      "big", "C1", CompiledKind::kReject, {"Kontrol", "Check"},
      b_.Op("number * most > 5", Opcode::kGreater, {product, b_.Number(5)}));
  EXPECT_EQ(Decided(R"({"text": "a", "number": 7})"),
            "borderline (include)\n"
            "  C1 unknown\n"
            "    number \"7\" number * most > 5 | number * most > 5 @6 at "
            "1:25-26\n"
            "  ? C1 : [true] invalid [false] include\n"
            "  ! C1 question number: the check 'Check' could not be carried "
            "out on the record at 1:25\n");
  EXPECT_EQ(Decided(R"({"text": "a"})"),
            "include (include)\n"
            "  I1 true\n");
}

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

TEST_F(Rules, AskTheSameWordsOnceAndAnswerEveryRuleThatAsksThem) {
  AddExclusion("X1", b_.Mentions("text", "tolk"));
  AddExclusion("X2", b_.Mentions("text", "hus"));
  b_.rule("X2").ask = b_.rule("X1").ask;
  EXPECT_EQ(Decided("{}"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    text \"\" tolk | mentions(text, \"tolk\") @2\n"
            "  X2 unknown\n"
            "    text \"\" hus | mentions(text, \"hus\") @3\n"
            "  ? X1 + X2 : [true] exclude [false] include settles\n");
}

// Each is right or wrong for itself.
TEST_F(Rules, AskOfEveryCheckWhateverItsWords) {
  b_.AddField("other", FieldType::kInt, {});
  for (const char* field : {"number", "other"}) {
    const Index dear =
        b_.Op("n > 5", Opcode::kGreater, {b_.Field(field), b_.Number(5)});
    b_.AddRule(field, field, CompiledKind::kQuestion, {}, dear);
    b_.rule(field).ask = {"Er det rigtigt?", "Is this right?"};
  }
  program_ = b_.Finish();
  const Decision decision =
      DecideOne(*program_, R"({"number": 7, "other": 7})");
  ASSERT_EQ(decision.questions.size(), 2u);
  EXPECT_EQ(decision.questions[0].rule + 1, decision.questions[1].rule);
}

TEST_F(Rules, AskForEachFieldThatOneRuleWaitsFor) {
  b_.AddField("other", FieldType::kInt, {});
  const Index number =
      b_.Op("number > 1", Opcode::kGreater, {b_.Field("number"), b_.Number(1)});
  const Index other =
      b_.Op("other > 2", Opcode::kGreater, {b_.Field("other"), b_.Number(2)});
  AddExclusion("X1",
               b_.Op("number > 1 && other > 2", Opcode::kAnd, {number, other}));
  EXPECT_EQ(Decided("{}"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    number \"\" > 1 | number > 1 @4\n"
            "    other \"\" > 2 | other > 2 @7\n"
            "  ? X1 number: [<= 1] include [> 1] borderline\n"
            "  ? X1 other: [<= 2] include [> 2] borderline\n");
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

TEST_F(Rules, AskForTheAnswerWhoseLackACheckComplainsOf) {
  const Index has = b_.Op("has(number)", Opcode::kHas, {b_.Field("number")});
  b_.AddRule("blank", "C1", CompiledKind::kQuestion, {},
             b_.Op("!has(number)", Opcode::kNot, {has}));
  const Index few =
      b_.Op("number < 10", Opcode::kLess, {b_.Field("number"), b_.Number(10)});
  AddExclusion("X1",
               b_.Op("has(number) && number < 10", Opcode::kAnd, {has, few}));
  EXPECT_EQ(Decided("{}"),
            "borderline (include)\n"
            "  C1 true\n"
            "    number \"\"  | has(number) @3\n"
            "  ? C1 number: [< 10] exclude [>= 10] include settles\n"
            "  ! C1 question number: message about blank at 1:1\n");
}

TEST_F(Rules, AskNoMoreThanSixQuestionsHoweverManyRulesAreOpen) {
  const Index mention = b_.Mentions("text", "tolk");
  for (int i = 0; i < 40; ++i) {
    // Each open for a reason of its own.
    AddExclusion("X" + std::to_string(i), kNoIndex,
                 b_.Op("unclear", Opcode::kNot, {mention}));
  }
  program_ = b_.Finish();
  const Decision decision = DecideOne(*program_, R"({"text": "hus"})");
  EXPECT_EQ(decision.verdict, Verdict::kBorderline);
  EXPECT_EQ(decision.reasons.size(), 40u);
  EXPECT_EQ(decision.questions.size(), kMaxQuestions);
  for (const Question& question : decision.questions) {
    EXPECT_FALSE(question.settles);
  }
}

TEST_F(Rules, SayWhatKeepsARuleThatMayHoldFromHolding) {
  const auto [house, no_bridge, mention] = AddFacts();
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, {mention, house, no_bridge}),
               mention);
  program_ = b_.Finish();
  EXPECT_EQ(Decided(R"({"text": "en tolk", "more": "en bro"})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    text \"tolk\" tolk | mentions(text, \"tolk\") @4 at 1:14-18\n"
            "    lacking: F1\n"
            "    against: F2\n"
            "  ? X1 : [true] exclude [false] include settles\n");
  EXPECT_EQ(Decided(R"({"text": "en tolk", "more": "et hus"})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    text \"tolk\" tolk | mentions(text, \"tolk\") @4 at 1:14-18\n"
            "    more \"hus\" hus | mentions(more, \"hus\") @2 at 1:33-36\n");
}

// Two rules are not asked in the same words: the answers are each one's own.
TEST_F(Rules, LetAFactThatIsInTheWayAskInsteadOfOneOfThem) {
  const auto [house, no_bridge, mention] = AddFacts();
  for (const char* id : {"X1", "X2"}) {
    AddExclusion(id, b_.Op(id, Opcode::kAnd, {mention, no_bridge}), mention);
  }
  AddExclusion("X3", b_.Op("X3", Opcode::kAnd, {mention, house}), mention);
  for (const char* id : {"X1", "X2", "X3", "bridge", "house"}) {
    b_.rule(id).ask = {std::string("ask of ") + id, ""};
  }
  program_ = b_.Finish();
  const auto number_of = [&](std::string_view id) {
    const auto rule = std::ranges::find(program_->rules, id, &CompiledRule::id);
    return static_cast<std::uint32_t>(rule - program_->rules.begin());
  };
  for (const char* id : {"X1", "X2", "X3"}) {
    program_->rules[number_of(id)].ask_from = {number_of("house"),
                                               number_of("bridge")};
  }
  const Decision decision =
      DecideOne(*program_, R"({"text": "tolk", "more": "bro"})");
  ASSERT_EQ(decision.questions.size(), 3u);
  const Question& first = decision.questions[0];
  EXPECT_EQ(first.rule, number_of("X1"));
  EXPECT_EQ(first.asker, number_of("bridge"));
  EXPECT_EQ(first.text.In(Lang::kDa), "ask of bridge");
  const Question& second = decision.questions[1];
  EXPECT_EQ(second.rule, number_of("X2"));
  EXPECT_EQ(second.asker, number_of("X2"));
  EXPECT_EQ(second.text.In(Lang::kDa), "ask of X2");
  // So does a fact that is lacking.
  EXPECT_EQ(decision.questions[2].rule, number_of("X3"));
  EXPECT_EQ(decision.questions[2].text.In(Lang::kDa), "ask of house");
  // A "yes" is to the rule, in whosoever's words.
  ASSERT_EQ(first.outcomes.size(), 2u);
  EXPECT_EQ(first.outcomes[0].answer, "true");
  EXPECT_EQ(first.outcomes[0].verdict, Verdict::kExclude);
  EXPECT_EQ(first.outcomes[1].verdict, Verdict::kBorderline);
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

TEST_F(Rules, CountNoFactThatAnAlternativeLacksAsAnObstacle) {
  const auto [house, no_bridge, mention] = AddFacts();
  // Of the first way the house is lacking, as of nearly all records; of the
  // second everything is there but for the bridge.
  const Index ways =
      b_.Op("ways", Opcode::kOr,
            {house, b_.Op("second way", Opcode::kAnd, {mention, no_bridge})});
  AddExclusion("X1", ways, mention);
  program_ = b_.Finish();
  EXPECT_EQ(Decided(R"({"text": "en tolk", "more": "en bro"})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    text \"tolk\" tolk | mentions(text, \"tolk\") @4 at 1:14-18\n"
            "    against: F2\n"
            "  ? X1 : [true] exclude [false] include settles\n");
}

// Of several of which two must hold, the one that does is in nobody's way.
TEST_F(Rules, CountNothingThatHoldsAmongSeveralAsAnObstacle) {
  const auto [house, no_bridge, mention] = AddFacts();
  const Index number =
      b_.Op("number > 5", Opcode::kGreater, {b_.Field("number"), b_.Number(5)});
  const Index some = b_.Op("two of three", Opcode::kAtLeast,
                           {b_.Number(2), no_bridge, number, house});
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, {mention, some}), mention);
  program_ = b_.Finish();
  const Decision decision = DecideOne(
      *program_, R"({"text": "en tolk", "more": "en sal", "number": 1})");
  ASSERT_EQ(decision.reasons.size(), 1u);
  EXPECT_TRUE(decision.reasons[0].value.is_unknown());
  EXPECT_TRUE(decision.reasons[0].obstacles.empty());
}

TEST_F(Rules, TellNoObstacleWhereSomethingBesidesFactsIsInTheWay) {
  const Index house = b_.AddRule("house", "F1", CompiledKind::kFact, {},
                                 b_.Mentions("more", "hus"));
  const Index mention = b_.Mentions("text", "tolk");
  const Index number =
      b_.Op("number > 5", Opcode::kGreater, {b_.Field("number"), b_.Number(5)});
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, {mention, house, number}),
               mention);
  program_ = b_.Finish();
  const Decision decision =
      DecideOne(*program_, R"({"text": "en tolk", "more": "", "number": 1})");
  ASSERT_EQ(decision.reasons.size(), 1u);
  EXPECT_TRUE(decision.reasons[0].obstacles.empty());
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

TEST_F(Rules, ShowWhatWasCountedOverTheGroup) {
  Program& program = b_.program();
  program.group_queries = {{{program.layout.Find("number")}},
                           {{program.layout.Find("text")}}};
  const Index same_number = b_.Op("group_count(1)", Opcode::kGroupCount, {}, 0);
  const Index same_text = b_.Op("group_count(2)", Opcode::kGroupCount, {}, 1);
  AddExclusion("X1", b_.Op("1 < group_count(1)", Opcode::kLess,
                           {b_.Number(1), same_number}));
  AddExclusion("X2", b_.Op("group_count(1) > group_count(2)", Opcode::kGreater,
                           {same_number, same_text}));
  program_ = b_.Finish();
  Decider decider(*program_);
  Groups groups(*program_);
  for (const auto* record :
       {R"({"number": 7, "text": "a"})", R"({"number": 7, "text": "b"})"}) {
    Submission submission(*program_, record);
    groups.Gather(submission.record(0), {}, {});
  }
  Submission submission(*program_, R"({"number": 7, "text": "a"})");
  Decision decision;
  decider.Decide(submission.record(0), {"data.json", 1}, {}, &groups, {},
                 &decision);
  EXPECT_EQ(Dump(decision, *program_),
            "exclude (exclude)\n"
            "  X1 true\n"
            "     \"2\" > 1 | 1 < group_count(1) @5 at 1:12-13\n"
            "  X2 true\n"
            "     \"2\" > 1 | group_count(1) > group_count(2) @6 at 1:12-13\n");
}

// Not at what makes the group.
TEST_F(Rules, PointAtTheValueThatIsSetAgainstItsGroups) {
  Program& program = b_.program();
  const FieldIndex text = program.layout.Find("text");
  program.group_queries = {{{text}, GroupMeasure::kCount, kNoIndex},
                           {{text}, GroupMeasure::kSum, b_.Field("number")}};
  const Index many =
      b_.Op("group_count() >= 1", Opcode::kGreaterEqual,
            {b_.Op("group_count()", Opcode::kGroupCount, {}, 0), b_.Number(1)});
  const Index high =
      b_.Op("number >= group_sum(number)", Opcode::kGreaterEqual,
            {b_.Field("number"),
             b_.Op("group_sum(number)", Opcode::kGroupCount, {}, 1)});
  b_.AddRule("outlier", "C1", CompiledKind::kNote, {},
             b_.Op("many && high", Opcode::kAnd, {many, high}));
  b_.AddRule("many", "C2", CompiledKind::kNote, {}, many);
  program_ = b_.Finish();
  Groups groups(*program_);
  Submission submission(*program_, R"({"number": 7, "text": "a"})");
  Decider decider(*program_);
  groups.Gather(submission.record(0),
                decider.evaluator().Evaluate(submission.record(0), {}), {});
  Decision decision;
  decider.Decide(submission.record(0), {"data.json", 1}, {}, &groups, {},
                 &decision);
  EXPECT_EQ(Dump(decision, *program_),
            "include (include)\n"
            "  I1 true\n"
            "  ! C1 note number: message about outlier at 1:12\n"
            "  ! C2 note text: message about many at 1:23\n");
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

}  // namespace
}  // namespace sigte::test
