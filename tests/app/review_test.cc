// SPDX-License-Identifier: MPL-2.0

// `sigte review`: from a pipe, from a file, at a terminal; four eyes.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"
#include "tests/app/terminal.h"

namespace sigte {
namespace {

const std::string kFour = "rulings/r-7-4-by_members-1.yaml";
const std::string kThree = "rulings/r-7-3-by_members-1.yaml";

std::string Answer(const std::string& answer, const std::string& body,
                   const std::string& more = "") {
  return "{\"answer\":\"" + answer +
         "\",\"reason\":\"seen\",\"text\":\"Asked\","
         "\"body\":\"" +
         body + "\",\"role\":\"chair\"" + more + "}\n";
}

ProgramRun Review(const Workplace& work, const std::string& input,
                  std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"review", "--today", "2026-11-25",
                                        "a.json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return work.Run(arguments, input);
}

std::string VerdictOf(const Workplace& work, const std::string& id) {
  const ProgramRun run = work.Run(
      {"screen", "--today", "2026-11-25", "--format", "ndjson", "a.json"});
  const std::string line = LineOf(run.out, "{\"id\":\"" + id + "\"");
  const std::size_t at = line.find("\"verdict\":\"") + 11;
  return line.substr(at, line.find('"', at) - at);
}

TEST(Review, AsksTheLargestAmountFirstAndWritesAFileAnAnswer) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun run =
      Review(work, Answer("yes", "board") + Answer("no", "board"));
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out,
            "{\"record\":\"7/4\",\"rule\":\"by_members\",\"answer\":\"yes\","
            "\"ruling\":\"r-7-4-by_members-1\",\"file\":\"" +
                kFour +
                "\"}\n"
                "{\"record\":\"7/3\",\"rule\":\"by_members\",\"answer\":\"no\","
                "\"ruling\":\"r-7-3-by_members-1\",\"file\":\"" +
                kThree + "\"}\n");
  EXPECT_EQ(run.err, "written: 2; approved: 0; skipped: 0; left: 0\n");
  EXPECT_EQ(work.Read(kFour),
            "ruling: r-7-4-by_members-1\n"
            "record: {club: 7, id: \"4\"}\n"
            "rule: by_members\n"
            "answer: true\n"
            "reason: seen\n"
            "text: \"Asked\"\n"
            "by: {body: board, role: \"chair\"}\n"
            "date: 2026-11-25\n"
            "review_by: 2027-11-25\n"
            "evidence: \"" +
                std::string(kNoTarget) + "\"\n");
  EXPECT_EQ(VerdictOf(work, "4"), "borderline");
}

TEST(Review, IsLeftAndResumedWithoutAskingTwice) {
  const Workplace work;
  work.Write("a.json", kOutings);
  Review(work, Answer("yes", "board") + "{\"answer\":\"quit\"}\n" +
                   Answer("yes", "board"));
  EXPECT_TRUE(work.Has(kFour));
  EXPECT_FALSE(work.Has(kThree));
  const ProgramRun run = Review(work, Answer("no", "board"));
  EXPECT_EQ(run.out.substr(0, 15), "{\"record\":\"7/3\"");
  EXPECT_EQ(Review(work, "").err,
            "written: 0; approved: 0; skipped: 0; left: 0\n");
}

TEST(Review, NeedsASecondBodyToApprove) {
  const Workplace work;
  work.Write("a.json", kOutings);
  Review(work, Answer("yes", "board"));
  const ProgramRun own = Review(work, Answer("yes", "board"), {"--approve"});
  EXPECT_EQ(own.code, 1);
  EXPECT_EQ(LineOf(own.err, "<stdin>:1:55"),
            "<stdin>:1:55: error: 'board' proposed 'r-7-4-by_members-1' itself "
            "and cannot approve it [A615 own-proposal]");
  EXPECT_EQ(VerdictOf(work, "4"), "borderline");
  const std::string before = work.Read(kFour);
  const ProgramRun run = Review(work, Answer("yes", "audit"), {"--approve"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "written: 0; approved: 1; skipped: 0; left: 0\n");
  EXPECT_EQ(
      work.Read(kFour),
      before + "approved: {body: audit, role: \"chair\", date: 2026-11-25}\n");
  EXPECT_EQ(VerdictOf(work, "4"), "include");
}

TEST(Review, LetsASecondBodyRuleIndependently) {
  const Workplace work;
  work.Write("a.json", kOutings);
  Review(work, Answer("yes", "board") + Answer("no", "board"));
  const std::vector<std::string> independent = {"--independent", "--body",
                                                "audit"};
  std::vector<std::string> list = independent;
  list.emplace_back("--list");
  const ProgramRun shown = Review(work, "", list);
  EXPECT_NE(shown.out.find("Whom is the outing for?"), shown.out.npos);
  EXPECT_EQ(shown.out.find("Rulings\n"), shown.out.npos) << shown.out;
  const ProgramRun run = Review(
      work, Answer("yes", "audit") + Answer("yes", "audit"), independent);
  EXPECT_EQ(run.err, "written: 2; approved: 0; skipped: 0; left: 0\n");
  const ProgramRun stats =
      work.Run({"rulings", "stats", "--today", "2026-11-25"});
  EXPECT_NE(stats.out.find("independently: 50.0 % (1 of 2 pairs), kappa 0.00"),
            stats.out.npos)
      << stats.out;
  EXPECT_EQ(Review(work, "", independent).err,
            "written: 0; approved: 0; skipped: 0; left: 0\n");
  EXPECT_EQ(Review(work, "", {"--independent"}).code, 2);
}

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

TEST(Review, MakesOfARefusalARulingToTheContrary) {
  const Workplace work;
  work.Write("a.json", kOutings);
  Review(work, Answer("yes", "board"));
  const std::string before = work.Read(kFour);
  const ProgramRun run = Review(work, Answer("no", "audit"), {"--approve"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(work.Read(kFour), before);
  EXPECT_EQ(LineOf(work.Read("rulings/r-7-4-by_members-2.yaml"), "answer"),
            "answer: false");
  EXPECT_EQ(VerdictOf(work, "4"), "borderline");
}

// "yes" to a proposal approves it, also one that says that the rule does not
// hold.
TEST(Review, SaysInTheQueueWhatApprovingLeadsTo) {
  const Workplace work;
  work.Write("a.json", kOutings);
  Review(work, Answer("no", "board"));
  const ProgramRun run =
      work.Run({"review", "--today", "2026-11-25", "--approve", "--body",
                "audit", "--list", "--format", "ndjson", "a.json"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find(R"("if_yes":"exclude","if_no":"borderline")"),
            run.out.npos)
      << run.out;
  EXPECT_NE(run.out.find(R"("answer":false)"), run.out.npos) << run.out;
}

TEST(Review, ReadsARecordsNameAsItWritesIt) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun run = Review(
      work, Answer("yes", "board", ",\"record\":\"7/3\",\"rule\":\"I1\""));
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(work.Has(kThree));
}

TEST(Review, SaysWhatARecordMustBe) {
  const Workplace work;
  work.Write("a.json", kOutings);
  for (const char* record : {"3", "\"3\"", "\"/3\"", "\"7/\"", "[]"}) {
    const ProgramRun run = Review(
        work, std::string("{\"record\":") + record + ",\"answer\":\"yes\"}\n");
    EXPECT_EQ(run.code, 1) << record;
    EXPECT_EQ(LineOf(run.err, "<stdin>:1:11"),
              "<stdin>:1:11: error: 'record' of the answer cannot be read; "
              "expected the record's name as messages give it (\"751/14\"), or "
              "an object as in the queue [A645 answer-member]");
  }
  const ProgramRun text = Review(work, "{\"answer\":\"yes\",\"text\":7}\n");
  EXPECT_EQ(LineOf(text.err, "<stdin>:1:24"),
            "<stdin>:1:24: error: 'text' of the answer cannot be read; "
            "expected a text [A645 answer-member]");
}

TEST(Review, TellsFiveFaultsOfAKindAndCountsTheRest) {
  const Workplace work;
  work.Write("a.json", kOutings);
  std::string lines;
  for (int i = 0; i < 8; ++i) lines += "nothing\n";
  const ProgramRun run = Review(work, lines);
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("<stdin>:5:1: error: "), run.err.npos);
  EXPECT_EQ(run.err.find("<stdin>:6:1: error: "), run.err.npos) << run.err;
  EXPECT_NE(run.err.find(": and 3 more times, last here: <stdin>:8:1; "
                         "--max-findings 0 shows all\n"),
            run.err.npos)
      << run.err;
  const ProgramRun all = Review(work, lines, {"--max-findings", "0"});
  EXPECT_NE(all.err.find("<stdin>:8:1: error: "), all.err.npos) << all.err;
}

TEST(Review, GuessesNotWhichOfSeveralProposalsIsApproved) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/1.yaml", TextOf({.approved = ""}));
  work.Write("rulings/2.yaml",
             TextOf({.id = "r-2", .answer = "false", .approved = ""}));
  const std::string record = ",\"record\":{\"club\":7,\"id\":\"3\"}";
  const ProgramRun run =
      Review(work, Answer("yes", "audit", record), {"--approve"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(LineOf(run.err, "<stdin>:1:")
                .find("error: there are several proposals on '7/3': r-1, r-2 "
                      "[A622 several-proposals]"),
            std::string::npos)
      << run.err;
  EXPECT_EQ(VerdictOf(work, "3"), "borderline");
  const ProgramRun named =
      Review(work, Answer("yes", "audit", record + ",\"ruling\":\"r-2\""),
             {"--approve"});
  EXPECT_EQ(named.code, 0) << named.err;
  EXPECT_EQ(VerdictOf(work, "3"), "exclude");
}

TEST(Review, TakesAnswersBehindAByteOrderMark) {
  const Workplace work;
  work.Write("a.json", kOutings);
  EXPECT_EQ(Review(work, "\xEF\xBB\xBF" + Answer("yes", "board")).err,
            "written: 1; approved: 0; skipped: 0; left: 1\n");
}

TEST(Review, RefusesATextThatIsTooLongAndGoesOn) {
  const Workplace work;
  work.Write("a.json", kOutings);
  std::string long_text = Answer("yes", "board");
  long_text.replace(long_text.find("Asked"), 5, std::string(70'000, 'a'));
  const ProgramRun run = Review(work, long_text + Answer("no", "board"));
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("error: 'text' is too long: at most 10,000 bytes "
                         "[A621 answer-too-long]"),
            std::string::npos);
  EXPECT_NE(run.err.find("written: 1; approved: 0; skipped: 0; left: 1\n"),
            std::string::npos);
}

TEST(Review, TakesNoPrivateNumberHoweverItIsWritten) {
  const Workplace work;
  work.Write("a.json", kOutings);
  std::filesystem::copy(SIGTE_SOURCE_DIR "/tests/data/mini",
                        work.folder() / "rules",
                        std::filesystem::copy_options::recursive);
  work.Write("rules/ruleset.yaml",
             work.Read("rules/ruleset.yaml") + "hide: [\"000000-####\"]\n");
  for (const char* number :
       {"990199-1234", "990199\u20131234", "990199\u20111234",
        "990199\u00A01234", "990199\\n1234", "990199- 1234",
        "990199\u200B1234"}) {
    std::string answer = Answer("yes", "board");
    answer.replace(answer.find("Asked"), 5, number);
    const ProgramRun run = Review(work, answer, {"--rules", "rules"});
    EXPECT_EQ(run.code, 1) << number;
    EXPECT_NE(run.err.find("[A613 answer-private]"), std::string::npos)
        << run.err;
    EXPECT_EQ(run.err.find("1234"), std::string::npos) << run.err;
  }
}

TEST(Review, NeverWritesOverAFile) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write(kFour, "# somebody else's\n");
  Review(work, Answer("yes", "board"));
  EXPECT_EQ(work.Read(kFour), "# somebody else's\n");
  EXPECT_TRUE(work.Has("rulings/r-7-4-by_members-2.yaml"));
  for (const auto& entry :
       std::filesystem::directory_iterator(work.folder() / "rulings")) {
    EXPECT_NE(entry.path().filename().string()[0], '.') << entry.path();
  }
}

TEST(Review, EndsWhereNoFileCanBeWritten) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings", "a file, no folder");
  const ProgramRun run =
      Review(work, Answer("yes", "board") + Answer("no", "board"));
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:1: error: the ruling cannot be written in 'rulings': a "
            "part of the path is no folder [A604 cannot-write-ruling]");
  EXPECT_EQ(work.Names(), (std::vector<std::string>{"a.json", "rulings"}));
}

TEST(Review, SaysWhatIsWrongWithAnAnswerAndWritesNothing) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const auto said = [&](const std::string& line) {
    const ProgramRun run = Review(work, "\n" + line + "\n");
    EXPECT_EQ(run.code, 1) << line;
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(said(R"({"answer": "yes", "reason": "sen", "text": "x",)"
                 R"( "body": "board", "role": "x"})"),
            "<stdin>:2:29: error: the reason 'sen' is not in the ruleset's "
            "list; did you mean 'seen'? [A611 answer-reason]");
  EXPECT_EQ(
      said(R"({"answer": "yes", "reason": "seen", "text": "x",)"
           R"( "body": "bord", "role": "x"})"),
      "<stdin>:2:58: error: 'bord' is not among the bodies that may rule; "
      "did you mean 'board'? [A612 answer-body]");
  EXPECT_EQ(said(R"({"answer": "yes", "reason": "seen", "text": " ",)"
                 R"( "body": "board", "role": "x"})"),
            "<stdin>:2:1: error: the answer lacks 'text' [A609 answer-lacks]");
  EXPECT_EQ(said(R"({"answer": "perhaps"})"),
            "<stdin>:2:12: error: the answer 'perhaps' is not yes, no, skip or "
            "quit [A607 unknown-answer]");
  EXPECT_EQ(said(R"({"answr": "yes"})"),
            "<stdin>:2:2: error: an answer has no 'answr'; did you mean "
            "'answer'? [A606 unknown-answer-key]");
  EXPECT_EQ(said(R"({"record": {"clubb": 7, "id": "1"}, "answer": "yes"})"),
            "<stdin>:2:13: error: an answer has no 'clubb'; did you mean "
            "'club'? [A606 unknown-answer-key]");
  EXPECT_EQ(said(R"({"record": {"club": 7}, "answer": "yes"})"),
            "<stdin>:2:12: error: the answer lacks 'id' [A609 answer-lacks]");
  EXPECT_EQ(said(R"({"record": {"club": 7, "id": "1"}, "answer": "yes"})"),
            "<stdin>:2:12: error: there is no open question about 7/1 [A608 "
            "not-asked]");
  EXPECT_EQ(
      said(R"({"record": {"club": 7, "id": "4"}, "answer": "yes",)"
           R"( "reason": "seen", "text": "x", "body": "board",)"
           R"( "role": "x", "review_by": "2026-11-24"})"),
      "<stdin>:2:127: error: 'review_by' is '2026-11-24'; expected a date "
      "from 2026-11-25 on [A614 answer-date]");
  EXPECT_FALSE(work.Has("rulings/r-7-4-by_members-1.yaml"));
}

TEST(Review, ReadsTheQueueBackOnceItIsFilledIn) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun list = Review(work, "", {"--list", "--format", "ndjson"});
  EXPECT_EQ(list.code, 0);
  std::string queue = list.out;
  const std::string blank =
      "\"answer\":null,\"reason\":null,\"text\":null,\"body\":null,\"role\":"
      "null";
  const std::size_t first = queue.find(blank);
  ASSERT_NE(first, queue.npos) << queue;
  queue.replace(first, blank.size(),
                "\"answer\":\"yes\",\"reason\":\"seen\",\"text\":\"Asked\","
                "\"body\":\"board\",\"role\":\"chair\"");
  work.Write("queue.ndjson", queue);
  const ProgramRun run = Review(work, "", {"--import", "queue.ndjson"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(work.Has(kFour));
  EXPECT_FALSE(work.Has(kThree));
  // The same again is no fault: it is done.
  const ProgramRun again = Review(work, "", {"--import", "queue.ndjson"});
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(again.err.find("note: 7/4 by_members has been ruled on already"),
            again.err.npos)
      << again.err;
}

TEST(Review, RefusesAnAnswerGivenOnOtherFacts) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun run =
      Review(work, Answer("yes", "board", ",\"evidence\":\"sha256:00\""));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:89: error: the answer about 7/4 I1 was given on other "
            "facts than those that stand there now [A610 answer-stale]");
}

TEST(Review, ListsWhatItWouldAsk) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun run = Review(work, "", {"--list"});
  EXPECT_LT(run.out.find("7/4  Theatre"), run.out.find("7/3  Picnic"));
  EXPECT_NE(run.out.find("The rule reads\n  For: no answer\n"), run.out.npos)
      << run.out;
  EXPECT_NE(run.out.find("I1 For members\n"
                         "  ? Whom is the outing for?\n"
                         "      yes (the rule holds) → included\n"
                         "      no (the rule does not hold) → left out\n"),
            run.out.npos)
      << run.out;
}

TEST(Review, ListsInTheFormOfTheFilesName) {
  const Workplace work;
  work.Write("a.json", kOutings);
  EXPECT_EQ(Review(work, "", {"--list", "-o", "q.ndjson"}).code, 0);
  EXPECT_EQ(work.Read("q.ndjson").substr(0, 11), "{\"record\":{");
  EXPECT_EQ(Review(work, "", {"--list", "-o", "q.txt"}).code, 0);
  EXPECT_EQ(work.Read("q.txt").substr(0, 12), "7/4  Theatre");
  const ProgramRun other = Review(work, "", {"--list", "-o", "q.csv"});
  EXPECT_EQ(other.code, 2);
  EXPECT_EQ(other.err,
            "error: '--output' cannot be '.csv'; known: .txt, .ndjson, .jsonl, "
            ".xlsx [A105 unknown-value]\nsee 'sigte review --help'\n");
  EXPECT_FALSE(work.Has("q.csv"));
}

TEST(Review, RefusesOptionsThatNoAnswerCouldBeMadeWith) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const ProgramRun body = Review(work, "", {"--body", "nobody"});
  EXPECT_EQ(body.code, 2);
  EXPECT_EQ(LineOf(body.err, "error:").substr(0, 31),
            "error: 'nobody' is not among th");
  const ProgramRun past = Review(work, "", {"--review-by", "2026-11-24"});
  EXPECT_EQ(past.code, 2);
  EXPECT_EQ(LineOf(past.err, "error:").substr(0, 34),
            "error: 'review_by' is '2026-11-24'");
}

TEST(Review, AsksAgainWhereARulingHasLapsedAndReplacesIt) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/old.yaml", TextOf({.record = "{club: 7, id: \"4\"}",
                                         .review_by = "2026-11-20"}));
  Review(work, Answer("no", "board"));
  EXPECT_NE(work.Read(kFour).find("supersedes: r-1\n"), std::string::npos)
      << work.Read(kFour);
}

TEST(Review, DoesNotAppendToAFileThatCannotTakeIt) {
  const Workplace work;
  work.Write("a.json", kOutings);
  const std::string text = TextOf(
      {.record = "{club: 7, id: \"4\"}", .approved = "", .more = "...\n"});
  work.Write("rulings/r.yaml", text);
  const ProgramRun run = Review(work, Answer("yes", "audit"), {"--approve"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "<stdin>"),
            "<stdin>:1:1: error: 'rulings/r.yaml' is written so that the "
            "approval cannot be added; write it by hand [A617 cannot-append]");
  EXPECT_EQ(work.Read("rulings/r.yaml"), text);
}

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
