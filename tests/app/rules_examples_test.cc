// SPDX-License-Identifier: MPL-2.0

// `sigte rules test`: the examples of rules and terms.

#include <gtest/gtest.h>

#include "tests/app/changed_ruleset.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(Rules, TestRunsEveryExample) {
  const Workplace work;
  const ProgramRun run = work.Run({"rules", "test"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "ran 9 examples in rules and 2 in terms: all hold\n");
}

TEST(Rules, TestPointsAtAnExampleThatDoesNotHold) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: {title: By bus}, expect: false}",
           "{given: {title: A ferry}, expect: false}");
  const ProgramRun run = work.Run({"rules", "test", "--rules", "rules"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out,
            "rules/rules.yaml:23:7: error: the rule 'by_boat': the example is "
            "to give false, but gives true [A210 example-differs]\n"
            "   23 |     - {given: {title: A ferry}, expect: false}\n"
            "      |       ^\n"
            "      = help: correct the condition, or the example where that "
            "was wrong\n"
            "      = more: sigte explain A210\n"
            "ran 9 examples in rules and 2 in terms: 1 does not hold\n");
}

// Such a record never comes to the rule.
TEST(Rules, AnExampleThatTheSchemaRefusesIsRefused) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: {title: By bus}, expect: false}",
           "{given: {title: By bus, cost: -5, note: '-'}, expect: false}");
  const std::string said =
      "rules/rules.yaml:23:37: error: no record can have this: 'cost' is -5 "
      "but must be at least 0 [R157 example-no-record-has]\n"
      "   23 |     - {given: {title: By bus, cost: -5, note: '-'}, expect: "
      "false}\n"
      "      |                                     ^~\n"
      "      = help: correct the example so that somebody could have "
      "submitted it\n"
      "      = more: sigte explain R157\n"
      "the ruleset in 'rules' cannot be used until its faults are mended\n";
  const ProgramRun check = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(check.code, 2);
  EXPECT_EQ(check.out, said);
  const ProgramRun test = work.Run({"rules", "test", "--rules", "rules"});
  EXPECT_EQ(test.code, 2);
  EXPECT_EQ(test.out, "");
  EXPECT_EQ(test.err, said);
}

TEST(Rules, EveryRecordOfAGroupsExampleMustBeOneThatThereCanBe) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: [{club: 1, title: Zoo}]",
           "{given: [{club: 1, title: Zoo}, {club: 1000, title: Zoo}]");
  EXPECT_EQ(LineOf(work.Run({"rules", "check", "--rules", "rules"}).out,
                   "rules/rules.yaml:"),
            "rules/rules.yaml:39:46: error: no record can have this: 'club' is "
            "1000 but may be at most 999 [R157 example-no-record-has]");
}

// A check that rejects speaks of what the schema could not tell.
TEST(Rules, AnExampleOfACheckThatRejectsMayBeAnything) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: {cost: 1000}, expect: false}",
           "{given: {cost: -1}, expect: false}");
  EXPECT_EQ(work.Run({"rules", "check", "--rules", "rules"}).code, 0);
  EXPECT_EQ(work.Run({"rules", "test", "--rules", "rules"}).code, 0);
}

TEST(Rules, TestSaysInWhichFieldAnExampleLacksAnAnswer) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "{given: {title: Picnic}, expect: unknown}",
           "{given: {title: Picnic}, expect: false}");
  EXPECT_EQ(LineOf(work.Run({"rules", "test", "--rules", "rules"}).out,
                   "rules/rules.yaml:12:7: "),
            "rules/rules.yaml:12:7: error: the rule 'by_members': the example "
            "is to give false, but gives unknown (an answer is missing: "
            "'target') [A210 example-differs]");
  EXPECT_EQ(
      LineOf(
          work.Run({"rules", "test", "--rules", "rules", "--lang", "da"}).out,
          "rules/rules.yaml:12:7: "),
      "rules/rules.yaml:12:7: fejl: reglen 'by_members': eksemplet skal give "
      "false, men giver unknown (svar mangler: 'target') [A210 "
      "example-differs]");
}

TEST(Rules, TestPointsAtATermThatMissesItsOwnExample) {
  const Workplace work;
  CopyWith(work, "terms/boats.yaml", "hits: [a trip by boat]",
           "hits: [a trip by raft]");
  const ProgramRun run = work.Run({"rules", "test", "--rules", "rules"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out,
            "rules/terms/boats.yaml:5:10: error: the term 'boats' is not "
            "mentioned in this text, but should be [A211 term-missed]\n"
            "    5 |   hits: [a trip by raft]\n"
            "      |          ^~~~~~~~~~~~~~\n"
            "      = help: add a pattern to the term, or correct the text\n"
            "      = more: sigte explain A211\n"
            "ran 9 examples in rules and 2 in terms: 1 does not hold\n");
}

}  // namespace
}  // namespace sigte
