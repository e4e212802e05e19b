// SPDX-License-Identifier: MPL-2.0

// `sigte review` at a terminal.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/review_answers.h"
#include "tests/app/terminal.h"

namespace sigte {
namespace {

TEST(ReviewAtATerminal, AsksExplainsAndWrites) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun run = RunAtTerminal(
      work, {"review", "--today", "2026-11-25", "a.json"},
      {{"[q]uit > ", "what"},
       {"that is none of the answers", "y"},
       {"Reason (number, code or title) > ", "sean"},
       {"did you mean 'seen'", "seen"},
       {"Explanation in words > ", "Asked the club; they said \"yes\""},
       {"Body (number, code or title) > ", "board"},
       {"Role (no name) > ", "chair"},
       {"Question 2 of 2", "q"}});
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_NE(run.out.find("Question 1 of 2"), run.out.npos) << run.out;
  EXPECT_NE(run.out.find("written: " + kFour + "\n"), run.out.npos) << run.out;
  EXPECT_EQ(LineOf(work.Read(kFour), "text"),
            "text: \"Asked the club; they said \\\"yes\\\"\"");
  EXPECT_FALSE(work.Has(kThree));
}

// As the other questions do, it takes what can mean one thing only.
TEST(ReviewAtATerminal, TakesNumbersAndBeginningsOfCodesAndTitles) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun run =
      RunAtTerminal(work, {"review", "--today", "2026-11-25", "a.json"},
                    {{"[q]uit > ", "y"},
                     {"Reason (number, code or title) > ", "3"},
                     {"Reason (number, code or title) > ", "2"},
                     {"Explanation in words > ", "The club told"},
                     {"Body (number, code or title) > ", "The "},
                     {"Body (number, code or title) > ", "the b"},
                     {"Role (no name) > ", "chair"},
                     {"Question 2 of 2", "n"},
                     {"Reason (number, code or title) > ", "oplyst"},
                     {"Explanation in words > ", "The club told"}});
  EXPECT_EQ(run.code, 0) << run.out;
  for (const char* said :
       {"Reasons:\n  1. seen  Looked into\n  2. told  Told\n"
        "Reason (number, code or title) > ",
        "error: the reason '3' is not in the ruleset's list; known: seen, told "
        "[A611 answer-reason]\n",
        " > 2\n  told  Told\nExplanation in words > ",
        " > The \n'The' fits several: board, audit, crew\n",
        " > the b\n  board  The board\n", " > oplyst\n  told  Told\n"}) {
    EXPECT_NE(run.out.find(said), run.out.npos) << said << run.out;
  }
  for (const std::string& file : {kFour, kThree}) {
    EXPECT_EQ(LineOf(work.Read(file), "reason"), "reason: told");
    EXPECT_EQ(LineOf(work.Read(file), "by"),
              "by: {body: board, role: \"chair\"}");
  }
}

TEST(ReviewAtATerminal, ApprovesAndIsLeftByEndOfInput) {
  const Workplace work;
  work.Write("a.json", kOutings);
  Review(work, Answer("yes", "board") + Answer("no", "board"));
  const ProgramRun run =
      RunAtTerminal(work,
                    {"review", "--today", "2026-11-25", "--approve", "--body",
                     "audit", "--role", "head", "a.json"},
                    {{"Approve? [y]es, [n]o, [s]kip, [q]uit > ", "yes"},
                     {"Question 2 of 2", "\x04"}});
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_NE(run.out.find("Proposed: the rule holds – The board 2026-11-25"),
            run.out.npos)
      << run.out;
  EXPECT_NE(run.out.find("approved: " + kFour), run.out.npos) << run.out;
  EXPECT_EQ(VerdictOf(work, "4"), "include");
  EXPECT_EQ(VerdictOf(work, "3"), "borderline");
}

}  // namespace
}  // namespace sigte
