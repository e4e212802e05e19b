// SPDX-License-Identifier: MPL-2.0

// `sigte review`: a second answer to what was answered.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/review_answers.h"

namespace sigte {
namespace {

// What a first answer of the board's left: 'yes' to 7/4.
class AnswerOnAnswer : public testing::Test {
 protected:
  AnswerOnAnswer() {
    work_.Write("a.json", kOutings);
    Review(work_, Again("yes", "board"));
  }

  static std::string Again(const std::string& answer, const std::string& body) {
    return Answer(answer, body,
                  ",\"record\":{\"club\":7,\"id\":\"4\"},"
                  "\"rule\":\"I1\"");
  }

  Workplace work_;
};

TEST_F(AnswerOnAnswer, OfAnotherBodyIsAnErrorWhereItSaysTheContrary) {
  const ProgramRun run = Review(work_, Again("no", "audit"));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:11: error: 7/4 I1 is answered with 'No', but The board "
            "proposes 'Yes' in 'r-7-4-by_members-1'; the answer was not kept "
            "[A641 contrary-proposal]");
  EXPECT_EQ(LineOf(run.err, "      = help"),
            "      = help: for both answers to stand, read them with "
            "--independent and --body; to reject the proposal, answer no to it "
            "in the queue of 'sigte review --approve --list'");
  EXPECT_EQ(LineOf(work_.Read(kFour), "answer"), "answer: true");
  const ProgramRun both =
      Review(work_, Again("no", "audit"), {"--independent", "--body", "audit"});
  EXPECT_EQ(both.code, 0) << both.err;
  EXPECT_EQ(LineOf(work_.Read("rulings/r-7-4-by_members-2.yaml"), "answer"),
            "answer: false");
  // Both stand: neither is told of the other once more.
  for (const std::string& again :
       {Again("no", "audit"), Again("yes", "board")}) {
    const ProgramRun told = Review(work_, again);
    EXPECT_EQ(told.code, 0);
    EXPECT_NE(told.err.find("[A618 answered-already]"), told.err.npos)
        << told.err;
  }
}

TEST_F(AnswerOnAnswer, OfAnotherBodyPointsToItsProposalWhereItSaysTheSame) {
  const ProgramRun run = Review(work_, Again("yes", "audit"));
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:1: warning: 7/4 I1 is answered with 'Yes', which The "
            "board proposes too in 'r-7-4-by_members-1'; the answer was not "
            "kept [A640 same-proposal]");
  EXPECT_EQ(LineOf(run.err, "      = help"),
            "      = help: approve the proposal with 'sigte review --approve', "
            "or answer independently of it with --independent and --body");
}

TEST_F(AnswerOnAnswer, OfTheSameBodyIsANoteOrAnError) {
  const ProgramRun same = Review(work_, Again("yes", "board"));
  EXPECT_EQ(same.code, 0);
  EXPECT_EQ(LineOf(same.err, "<stdin>"),
            "<stdin>:1:1: note: 7/4 I1 has been ruled on already: 'Yes' in "
            "'r-7-4-by_members-1' of The board [A618 answered-already]");
  const ProgramRun other = Review(work_, Again("no", "board"));
  EXPECT_EQ(other.code, 1);
  EXPECT_EQ(LineOf(other.err, "<stdin>"),
            "<stdin>:1:11: error: 7/4 I1 is answered with 'No', but The board "
            "itself has answered 'Yes' in 'r-7-4-by_members-1'; the answer was "
            "not kept [A642 own-contrary]");
}

TEST_F(AnswerOnAnswer, ChangesNothingThatTwoBodiesHaveDecided) {
  Review(work_, Answer("yes", "audit"), {"--approve"});
  const ProgramRun run = Review(work_, Again("no", "audit"));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:11: error: 7/4 I1 is answered with 'No', but the "
            "approved ruling 'r-7-4-by_members-1' says 'Yes'; the answer was "
            "not kept [A643 approved-otherwise]");
  EXPECT_EQ(Review(work_, Again("yes", "audit")).code, 0);
}

// What was answered on other facts is no answer to these.
TEST_F(AnswerOnAnswer, IsComparedOnTheSameFactsOnly) {
  const ProgramRun run =
      Review(work_, Answer("no", "audit",
                           ",\"record\":{\"club\":7,\"id\":\"4\"},"
                           "\"rule\":\"I1\",\"evidence\":\"sha256:00\""));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:86: error: there is no open question about 7/4 I1 [A608 "
            "not-asked]");
}

TEST_F(AnswerOnAnswer, IsLookedAtWithinOneRunToo) {
  const std::string three = ",\"record\":{\"club\":7,\"id\":\"3\"}";
  const ProgramRun run = Review(work_, Answer("skip", "board", three) +
                                           Answer("no", "board", three) +
                                           Answer("yes", "board", three));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:3:11: error: 7/3 is answered with 'Yes', but The board "
            "itself has answered 'No' in 'r-7-3-by_members-1'; the answer was "
            "not kept [A642 own-contrary]");
  EXPECT_NE(run.err.find("written: 1; approved: 0; skipped: 0; left: 0"),
            run.err.npos);
}

TEST_F(AnswerOnAnswer, OfTheProposerApprovesNothing) {
  const ProgramRun own =
      Review(work_, Again("yes", "board"), {"--approve", "--body", "board"});
  EXPECT_EQ(own.code, 1);
  EXPECT_NE(own.err.find("[A615 own-proposal]"), own.err.npos) << own.err;
  Review(work_, Again("no", "audit"), {"--approve"});
  const ProgramRun same =
      Review(work_, Answer("no", "audit", ",\"ruling\":\"r-7-4-by_members-1\""),
             {"--approve"});
  EXPECT_EQ(same.code, 0);
  EXPECT_EQ(LineOf(same.err, "<stdin>"),
            "<stdin>:1:1: note: 7/4 I1 has been ruled on already: 'No' in "
            "'r-7-4-by_members-2' of The auditors [A618 answered-already]");
  EXPECT_FALSE(work_.Has("rulings/r-7-4-by_members-3.yaml"));
}

}  // namespace
}  // namespace sigte
