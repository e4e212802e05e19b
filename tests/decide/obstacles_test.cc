// SPDX-License-Identifier: MPL-2.0

// Which facts keep a rule that may hold from holding.

#include "gtest/gtest.h"
#include "tests/decide/rules_fixture.h"

namespace sigte::test {
namespace {

TEST_F(Rules, SayWhatKeepsARuleThatMayHoldFromHolding) {
  const auto [house, no_bridge, mention] = AddFacts();
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, {mention, house, no_bridge}),
               mention);
  program_ = b_.Finish();
  EXPECT_EQ(Decided(R"({"text": "en tolk", "more": "en bro"})"),
            "borderline (borderline)\n"
            "  X1 unknown\n"
            "    text \"tolk\" tolk | mentions(text, \"tolk\") @4 at 1:14-18\n"
            "    more \"bro\" bro | mentions(more, \"bro\") @3 at 1:33-36\n"
            "    lacking: F1\n"
            "    against: F2\n"
            "  ? X1 : [true] exclude [false] include settles\n");
  EXPECT_EQ(Decided(R"({"text": "en tolk", "more": "et hus"})"),
            "exclude (exclude)\n"
            "  X1 true\n"
            "    text \"tolk\" tolk | mentions(text, \"tolk\") @4 at 1:14-18\n"
            "    more \"hus\" hus | mentions(more, \"hus\") @2 at 1:33-36\n");
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
            "    more \"bro\" bro | mentions(more, \"bro\") @3 at 1:33-36\n"
            "    against: F2\n"
            "  ? X1 : [true] exclude [false] include settles\n");
}

// Where nothing is open but for a fact, the first way is what the rule is
// about.
TEST_F(Rules, LackTheFirstOfAlternativesOfWhichNoneIsTheCase) {
  const auto [house, no_bridge, mention] = AddFacts();
  const Index number =
      b_.Op("number > 5", Opcode::kGreater, {b_.Field("number"), b_.Number(5)});
  const Index ways = b_.Op("ways", Opcode::kOr, {house, number});
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, {mention, ways, no_bridge}),
               mention);
  program_ = b_.Finish();
  const Decision decision = DecideOne(
      *program_, R"({"text": "en tolk", "more": "en bro", "number": 1})");
  ASSERT_EQ(decision.reasons.size(), 1u);
  const auto& obstacles = decision.reasons[0].obstacles;
  ASSERT_EQ(obstacles.size(), 2u);
  EXPECT_EQ(program_->rules[obstacles[0].rule].id, "house");
  EXPECT_FALSE(obstacles[0].holds);
  EXPECT_EQ(program_->rules[obstacles[1].rule].id, "bridge");
  EXPECT_TRUE(obstacles[1].holds);
}

// What makes a rule unclear says nothing of why it does not hold.
TEST_F(Rules, ShowTheWordsThatKeepARuleThatMayHoldFromHolding) {
  const auto [house, no_bridge, mention] = AddFacts();
  AddExclusion("X1", b_.Op("all", Opcode::kAnd, {mention, house, no_bridge}),
               mention);
  program_ = b_.Finish();
  const Decision decision =
      DecideOne(*program_, R"({"text": "en tolk", "more": "ved en bro"})");
  ASSERT_EQ(decision.reasons.size(), 1u);
  const auto& evidence = decision.reasons[0].evidence;
  ASSERT_EQ(evidence.size(), 2u);
  EXPECT_EQ(evidence[0].found, "tolk");
  EXPECT_EQ(evidence[1].found, "bro");
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

}  // namespace
}  // namespace sigte::test
