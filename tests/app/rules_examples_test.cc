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
