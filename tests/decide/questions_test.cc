// SPDX-License-Identifier: MPL-2.0

// What a person is asked about a record, in whose words, and how many
// questions.

#include "engine/decide/questions.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "gtest/gtest.h"
#include "tests/decide/rules_fixture.h"

namespace sigte::test {
namespace {

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

}  // namespace
}  // namespace sigte::test
