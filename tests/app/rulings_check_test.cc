// SPDX-License-Identifier: MPL-2.0

// `sigte rulings check` and `sigte rulings stats`.

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"

namespace sigte {
namespace {

ProgramRun Check(const Workplace& work, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"rulings", "check", "--today",
                                        "2026-11-25"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return work.Run(arguments);
}

TEST(RulingsCheck, IsContentWithRulingsThatDecide) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  for (const std::vector<std::string>& where : {std::vector<std::string>{},
                                                {"rulings"},
                                                {"."},
                                                {"rulings", "a.json"}}) {
    const ProgramRun run = Check(work, where);
    EXPECT_EQ(run.out, "1 ruling is in order\n");
    EXPECT_EQ(run.code, 0) << run.err;
  }
}

struct Lapse {
  const char* name;
  RulingFile file;
  const char* expected;

  friend void PrintTo(const Lapse& lapse, std::ostream* out) {
    *out << lapse.name;
  }
};

class RulingsCheckLists : public testing::TestWithParam<Lapse> {};

TEST_P(RulingsCheckLists, WithFileLineAndWhy) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf(GetParam().file));
  const ProgramRun run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    States, RulingsCheckLists,
    testing::Values(
        Lapse{"Proposed",
              {.approved = ""},
              "rulings/r.yaml:1:9: warning: the ruling 'r-1' waits to be "
              "approved [R620 ruling-proposed]"},
        Lapse{"Stale",
              {.evidence = "sha256:0000000000000000000000000000000000000000000"
                           "000000000000000000000"},
              "rulings/r.yaml:10:11: warning: the ruling 'r-1' no longer "
              "holds: what the rule reads has changed since it was made [R621 "
              "ruling-stale]"},
        Lapse{"Expired",
              {.review_by = "2026-11-24"},
              "rulings/r.yaml:9:12: warning: the ruling 'r-1' no longer "
              "holds: it was to be reviewed by 2026-11-24 [R622 "
              "ruling-expired]"},
        Lapse{"ApprovedInTheFuture",
              {.approved = "approved: {body: audit, role: head, date: "
                           "2026-11-26}"},
              "rulings/r.yaml:1:9: warning: the ruling 'r-1' is dated in the "
              "future: 2026-11-26; it does not hold yet [R629 ruling-future]"},
        Lapse{"WithoutRecord",
              {.record = "{club: 7, id: \"33\"}"},
              "rulings/r.yaml:1:9: warning: the ruling 'r-1' is about a "
              "record that is not in the files: 7/33 [R623 "
              "ruling-without-record]"},
        Lapse{"WithoutRule",
              {.rule = "by_member"},
              "rulings/r.yaml:3:7: warning: there is no rule 'by_member' in "
              "the ruleset; did you mean 'by_members'? [R624 "
              "ruling-without-rule]"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(RulingsCheck, SaysOfOtherGroupsWhatTheirFilesAloneSay) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/a.yaml", TextOf({}));
  work.Write("rulings/b.yaml",
             TextOf({.id = "r-2", .record = "{club: 8, id: \"1\"}"}));
  ProgramRun run = Check(work);
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "Rulings read: 2 = 1 decides + 1 not in this run\n");
  work.Write(
      "rulings/b.yaml",
      TextOf({.id = "r-2", .record = "{club: 8, id: \"1\"}", .approved = ""}));
  run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "rulings/b.yaml"),
            "rulings/b.yaml:1:9: warning: the ruling 'r-2' waits to be "
            "approved [R620 ruling-proposed]");
}

// Of two records of one id it decides on one; for the other it is stale.
TEST(RulingsCheck, ListsARulingThatIsStaleOnOneOfTwoRecordsOfAnId) {
  const Workplace work;
  work.Write("a.json",
             "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
             "{\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30},\n"
             "{\"id\": \"3\", \"title\": \"Zoo\", \"cost\": 30, "
             "\"target\": \"guests\"}]}\n");
  work.Write("rulings/r.yaml", TextOf({}));
  const ProgramRun run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "rulings/r.yaml"),
            "rulings/r.yaml:10:11: warning: the ruling 'r-1' no longer holds: "
            "what the rule reads has changed since it was made [R621 "
            "ruling-stale]");
}

TEST(RulingsCheck, ListsContradictingAndSupersededOnes) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/a.yaml", TextOf({}));
  work.Write("rulings/b.yaml", TextOf({.id = "r-2", .answer = "false"}));
  ProgramRun run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "rulings/b.yaml"),
            "rulings/b.yaml:1:9: warning: the ruling 'r-2' says the opposite "
            "of 'r-1' on the same record and rule; neither decides [R625 "
            "ruling-contradicting]");
  work.Write(
      "rulings/b.yaml",
      TextOf({.id = "r-2", .answer = "false", .more = "supersedes: r-1\n"}));
  run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "rulings/"),
            "rulings/a.yaml:1:9: warning: the ruling 'r-1' is superseded by "
            "'r-2' [R626 ruling-superseded]");
}

TEST(RulingsCheck, NamesTheProposalThatSaysTheOpposite) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/a.yaml", TextOf({.approved = ""}));
  const std::string opposite =
      TextOf({.id = "r-2", .answer = "false", .approved = ""});
  work.Write("rulings/b.yaml", opposite);
  ProgramRun run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "rulings/a.yaml"),
            "rulings/a.yaml:1:9: warning: the ruling 'r-1' waits to be "
            "approved, and 'r-2' of The board says the opposite [R630 "
            "proposals-opposed]");
  EXPECT_EQ(LineOf(run.out, "rulings/b.yaml"),
            "rulings/b.yaml:1:9: warning: the ruling 'r-2' waits to be "
            "approved, and 'r-1' of The board says the opposite [R630 "
            "proposals-opposed]");
  // What is to take another's place is meant to say the opposite.
  work.Write("rulings/a.yaml", TextOf({}));
  work.Write("rulings/b.yaml", opposite + "supersedes: r-1\n");
  run = Check(work);
  EXPECT_EQ(LineOf(run.out, "rulings/"),
            "rulings/b.yaml:1:9: warning: the ruling 'r-2' waits to be "
            "approved [R620 ruling-proposed]");
}

TEST(RulingsCheck, ListsRulingsThatTheRulesAnswerThemselves) {
  const Workplace work;
  work.Write("a.json", kOutings);
  RulingFile file;
  file.record = "{club: 7, id: \"1\"}";
  file.answer = "false";
  work.Write("rulings/r.yaml", TextOf(file));
  const std::string help = LineOf(Check(work).out, "      = help: look at");
  file.evidence = help.substr(help.find("sha256:"));
  work.Write("rulings/r.yaml", TextOf(file));
  ProgramRun run = Check(work);
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("R627 ruling-against"), run.out.npos) << run.out;
  file.answer = "true";
  work.Write("rulings/r.yaml", TextOf(file));
  run = Check(work);
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("note: the ruling 'r-1' is not needed: the rule "
                         "answers the same by itself [R628 ruling-idle]"),
            run.out.npos)
      << run.out;
}

TEST(RulingsCheck, SaysThatThereAreNone) {
  const Workplace work;
  work.Write("rulings/readme.txt", "none yet\n");
  const ProgramRun run = work.Run({"rulings", "check", "rulings"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.out, "there are"), "there are no rulings");
}

TEST(RulingsCheck, SaysWhatItCannotSeeWithoutSubmissions) {
  const Workplace work;
  work.Write("only/r.yaml", TextOf({}));
  const ProgramRun run = Check(work, {"only"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out,
            "without submissions it cannot be seen whether the records exist "
            "or have changed\n1 ruling is in order\n");
}

TEST(RulingsCheck, ListsAllAsNdjson) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", TextOf({}));
  EXPECT_EQ(Check(work, {"--format", "ndjson"}).out,
            "{\"ruling\":\"r-1\",\"state\":\"approved\",\"decides\":true,"
            "\"record\":\"7/3\",\"rule\":\"by_members\",\"file\":\"rulings/"
            "r.yaml\",\"line\":1}\n");
}

// What lies about in a folder is no ruling for being YAML.
TEST(RulingsCheck, ReadsNoOtherFolderUnasked) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("deep/r.yaml", TextOf({}));
  const std::string refused =
      "error: there is no folder of rulings here [R641 no-ruling-folder]\n"
      "      = help: name it: --rulings FOLDER, and the files of submissions "
      "behind it\n"
      "      = more: sigte explain R641\n";
  for (const char* command : {"check", "stats"}) {
    const ProgramRun run = work.Run({"rulings", command});
    EXPECT_EQ(run.err, refused);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.code, 2);
  }
  work.Write("r.yaml", TextOf({.id = "r-2"}));
  EXPECT_EQ(work.Run({"rulings", "check"}).err, "");
}

TEST(RulingsCheck, TakesAFolderOfDataForNoneOfRulings) {
  const Workplace work;
  work.Write("data/a.json", kOutings);
  work.Write("other/broken.json", "{");
  const ProgramRun run = work.Run({"rulings", "check", "data"});
  EXPECT_EQ(run.out, "there are no rulings\n");
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.code, 0);
}

// A record may be called by a number that nobody may see.
TEST(RulingsCheck, ShowsNoPrivateNumberToPrograms) {
  const Workplace work;
  work.CopyRuleset("hide: [\"000000-####\"]\n");
  work.Write("a.json", kOutings);
  work.Write("rulings/990199-1234.yaml",
             TextOf({.record = "{club: 7, id: \"990199-1234\"}"}));
  const ProgramRun run =
      Check(work, {"--rules", "rules", "--format", "ndjson"});
  EXPECT_EQ(run.out,
            "{\"ruling\":\"r-1\",\"state\":\"orphaned\",\"decides\":false,"
            "\"record\":\"7/990199-****\",\"rule\":\"by_members\",\"file\":"
            "\"rulings/990199-****.yaml\",\"line\":1}\n");
}

TEST(RulingsCheck, FailsOnAFaultyFileAndAFaultyDate) {
  const Workplace work;
  work.Write("a.json", kOutings);
  work.Write("rulings/r.yaml", "ruling: r-1\n");
  EXPECT_EQ(Check(work).code, 1);
  EXPECT_EQ(work.Run({"rulings", "check", "--today", "yesterday"}).code, 2);
  EXPECT_EQ(work.Run({"rulings", "check", "gone"}).code, 2);
}

TEST(RulingsCheck, SaysWhyAFileGaveNoRecords) {
  const Workplace work;
  work.Write("kend/r.yaml", TextOf({}));
  work.Write("note.json", kOutings);
  const ProgramRun run = work.Run({"rulings", "check", "kend", "nope.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(
      run.err,
      "nope.json:1:1: error: 'nope.json' cannot be read: there is no file "
      "or folder of that name; did you mean 'note.json'? [A110 "
      "unreadable-file]\n"
      "      = help: look at the name, the folder and the permissions\n");
}

TEST(RulingsStats, SayWhyThereAreNone) {
  const Workplace work;
  const std::vector<std::string> stats = {"rulings", "stats"};
  work.Write("rulings/.keep", "");
  EXPECT_EQ(work.Run(stats).out, "there are no rulings\n");
  work.Write("rulings/r.yaml", TextOf({.rule = "nobody_knows"}));
  EXPECT_EQ(work.Run(stats).out,
            "1 ruling was read, but none is on a rule of the ruleset\n");
  work.Write("rulings/r.yaml", "nonsense: 1\n");
  const ProgramRun refused = work.Run(stats);
  EXPECT_EQ(refused.code, 1);
  EXPECT_EQ(refused.out, "no ruling can be used\n");
}

TEST(RulingsStats, TellAgreementAgesAndReasons) {
  const Workplace work;
  work.Write("rulings/a.yaml", TextOf({}));
  work.Write(
      "rulings/b.yaml",
      TextOf({.id = "r-2", .record = "{club: 7, id: \"4\"}", .approved = ""}));
  const ProgramRun text =
      work.Run({"rulings", "stats", "--today", "2026-11-25"});
  EXPECT_EQ(text.code, 0);
  EXPECT_EQ(LineOf(text.out, "I1 "),
            "I1 For members – rulings: 2; approved: 1");
  const ProgramRun lines = work.Run(
      {"rulings", "stats", "--today", "2026-11-25", "--format", "ndjson"});
  EXPECT_EQ(
      lines.out.substr(0, lines.out.find('\n')),
      "{\"rule\":\"by_members\",\"code\":\"I1\",\"rulings\":2,"
      "\"approved\":1,\"waiting\":1,\"oldest_waiting_days\":24,\"all\":{"
      "\"pairs\":1,\"agree\":1,\"agreement\":1.0000,\"kappa\":null},"
      "\"independent\":{\"pairs\":0,\"agree\":0,\"agreement\":null,"
      "\"kappa\":null},\"age_days\":{\"newest\":24,\"median\":24,"
      "\"oldest\":24},\"reasons\":[{\"reason\":\"seen\",\"rulings\":2}]}");
}

}  // namespace
}  // namespace sigte
