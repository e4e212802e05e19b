// SPDX-License-Identifier: MPL-2.0

// `sigte review`: what it asks, takes and writes.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/review_answers.h"

namespace sigte {
namespace {

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

}  // namespace
}  // namespace sigte
