// SPDX-License-Identifier: MPL-2.0

// `sigte review --list`, and answers that are read from a file.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/review_answers.h"

namespace sigte {
namespace {

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

TEST(Review, TakesAnswersBehindAByteOrderMark) {
  const Workplace work;
  work.Write("a.json", kOutings);
  EXPECT_EQ(Review(work, "\xEF\xBB\xBF" + Answer("yes", "board")).err,
            "written: 1; approved: 0; skipped: 0; left: 1\n");
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

}  // namespace
}  // namespace sigte
