// SPDX-License-Identifier: MPL-2.0

// What a run writes into its log, and when it writes nothing.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

TEST_F(AuditTest, LogsARunThatVerifiesAndIsReplayedWithoutADifference) {
  const ProgramRun plain = Run({"screen", "--format", "ndjson", "-q", "in"});
  const ProgramRun logged = Screen({"--format", "ndjson", "in"});
  EXPECT_EQ(logged.code, plain.code);
  EXPECT_EQ(logged.out, plain.out);
  EXPECT_EQ(logged.err, "");
  const ProgramRun verify = Run({"audit", "verify", "log"});
  EXPECT_EQ(verify.code, 0);
  // genesis, run, 2 submissions, 3 records, 1 receipt, aggregate
  EXPECT_EQ(LineOf(verify.out, "log club.example/log"),
            "log club.example/log; entries: 9, runs: 1");
  EXPECT_EQ(LineOf(verify.out, "OK:"),
            "OK: 'log' is whole; worked out anew: entries 9, checkpoints 2");
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 0);
  EXPECT_EQ(replay.out,
            "run 1: decided again: 3, differences: 0, erased and so not "
            "compared: 0\n");
}

TEST_F(AuditTest, SaysOnStandardErrorWhatWasLogged) {
  EXPECT_EQ(Run({"screen", "--audit", "log", "in"}).err,
            "audit log: run 1; new entries: 8, in all: 9\n");
}

TEST_F(AuditTest, SaysHowManyRecordsGetNoReceiptAndWhy) {
  work_.Write("long.ndjson",
              "{\"id\":\"1\",\"club\":12345,\"title\":\"Zoo\"}\n"
              "{\"id\":\"2\",\"club\":7,\"title\":\"Zoo\"}\n");
  EXPECT_EQ(Run({"screen", "--audit", "log", "long.ndjson"}).err,
            "audit log: run 1; new entries: 6, in all: 7\n"
            "audit log: 1 record gets no receipt: the code of those that they "
            "belong to is no number of at most 4 digits and does not stand in "
            "the log\n");
  const ProgramRun prove =
      Run({"audit", "prove", "--municipality", "12345", "log"});
  EXPECT_EQ(prove.code, 2);
  EXPECT_EQ(prove.err,
            "error: the log 'log' has no receipt for '12345' [L146 "
            "nothing-of-group]\n"
            "      = help: receipts are made for those that had records in a "
            "run and whose code the log may name: one of those that the schema "
            "lists, else a number of four digits at most\n"
            "      = more: sigte explain L146\n");
}

TEST_F(AuditTest, LogsStandardInputAndUnreadableFilesToo) {
  const ProgramRun run =
      Run({"screen", "-q", "--audit", "log", "-", "gone.json"},
          "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10}\n");
  EXPECT_EQ(run.code, 1);
  const ProgramRun show = Run({"audit", "show", "--format", "ndjson", "log"});
  EXPECT_NE(show.out.find("\"unreadable\":1"), show.out.npos) << show.out;
  EXPECT_NE(show.out.find("\"bytes\":44"), show.out.npos) << show.out;
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
}

// Even where a submitter puts one everywhere he can.
TEST_F(AuditTest, HasNoDigitOfAPersonsNumberAndNoFreeText) {
  work_.Write("311399-1234.json",
              "{\"season\": \"2020\", \"club\": 3113991234, \"outings\": [\n"
              "  {\"id\": \"311399-1234\", \"title\": \"Karen 3113991234\", "
              "\"cost\": 3113991234, \"target\": \"311399-1234\"},\n"
              "  {\"id\": \"3113991234\", \"club\": \"3113991234\", "
              "\"3113991234\": 1, \"title\": \"Zoo\", \"cost\": 1}\n]}\n");
  EXPECT_EQ(Screen({"311399-1234.json"}).code, 1);
  const std::string bytes = LogBytes();
  for (const char* text : {"311399", "1234\"", "Karen", "Zoo", "json"}) {
    EXPECT_EQ(bytes.find(text), bytes.npos) << text;
  }
  EXPECT_NE(bytes.find("\"withheld\":[\"amount\",\"group\"]"), bytes.npos);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
}

TEST_F(AuditTest, CommitsAnewEachTime) {
  Screen();
  Screen();
  const std::string bytes =
      Run({"audit", "show", "--format", "ndjson", "log"}).out;
  std::vector<std::string> commits;
  for (std::size_t at = bytes.find("\"commit\":\""); at != bytes.npos;
       at = bytes.find("\"commit\":\"", at + 1)) {
    commits.push_back(bytes.substr(at + 10, 64));
  }
  // Receipts repeat those of their submissions; no others are equal.
  std::ranges::sort(commits);
  const auto rest = std::unique(commits.begin(), commits.end());
  EXPECT_EQ(std::distance(rest, commits.end()), 2);
}

TEST_F(AuditTest, PublishesNothingWhereTheLogCannotBeWritten) {
  // A folder stands where the next bundle's file is to be: nobody, not even
  // root, can write that.
  fs::create_directories(work_.folder() / "log/tile/entries/000.p/9.tmp/x");
  fs::create_directories(work_.folder() / "log/tile/entries/000.p/9/x");
  work_.Write("out.ndjson", "old");
  const ProgramRun file =
      Screen({"--format", "ndjson", "-o", "out.ndjson", "in"});
  EXPECT_EQ(file.code, 2);
  EXPECT_NE(file.err.find("error: the log cannot be written: "),
            std::string::npos)
      << file.err;
  EXPECT_EQ(work_.Read("out.ndjson"), "old");
  const ProgramRun standard = Screen();
  EXPECT_EQ(standard.code, 2);
  EXPECT_EQ(standard.out, "");
  fs::remove_all(work_.folder() / "log/tile/entries/000.p/9.tmp");
  fs::remove_all(work_.folder() / "log/tile/entries/000.p/9");
  EXPECT_EQ(LineOf(Run({"audit", "verify", "log"}).out, "OK:"),
            "OK: 'log' is whole; worked out anew: entries 1, checkpoints 1");
  EXPECT_EQ(Screen().code, 0);
}

// The other way round: the log is not written for what cannot be published.
TEST_F(AuditTest, LogsNothingWhereTheOutputCannotBeWritten) {
  EXPECT_EQ(Screen({"-o", "no/such/folder/out.txt", "in"}).code, 2);
  EXPECT_EQ(LineOf(Run({"audit", "verify", "log"}).out, "OK:"),
            "OK: 'log' is whole; worked out anew: entries 1, checkpoints 1");
}

TEST_F(AuditTest, LogsNoRunBesideARulesetThatItCannotPutRight) {
  Screen();
  const fs::path folder =
      fs::directory_iterator(work_.folder() / "log/rulesets")->path();
  const std::string name = "log/rulesets/" + folder.filename().string();
  work_.Write(name + "/more.yaml", "- rule: of_my_own\n");
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 1);
  const ProgramRun run = Screen();
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "error:"),
            "error: the ruleset in '" + name +
                "' is missing, or is another than the run used [L160 "
                "ruleset-not-kept]");
  fs::remove(folder / "more.yaml");
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  EXPECT_EQ(Screen().code, 0);
}

TEST_F(AuditTest, SaysWhatItNeeds) {
  EXPECT_EQ(Run({"audit", "verify"}).code, 2);
  EXPECT_EQ(LineOf(Run({"audit", "verify"}).err, "error:"),
            "error: 'audit verify' lacks LOG [A107 missing-argument]");
  EXPECT_EQ(Run({"audit", "verify", "in"}).code, 2);
  EXPECT_EQ(LineOf(Run({"audit", "verify", "in"}).err, "error:"),
            "error: 'in' is no audit log; there is no 'checkpoint' in the "
            "folder [L101 no-log]");
  EXPECT_EQ(Run({"audit", "prove", "log"}).code, 2);
  EXPECT_EQ(Run({"audit", "erase", "--municipality", "7", "log"}).code, 2);
  EXPECT_EQ(Run({"audit", "cosign", "log"}).code, 2);
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 2);
  EXPECT_EQ(Run({"audit", "show", "--entry", "99", "log"}).code, 2);
  EXPECT_EQ(Run({"audit", "verify", "--receipt", "in/a.json", "log"}).code, 2);
  const ProgramRun nowhere = Run({"screen", "--audit", "nowhere", "in"});
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_EQ(LineOf(nowhere.err, "error:"),
            "error: 'nowhere' is no audit log; there is no 'checkpoint' in the "
            "folder [L101 no-log]");
  const ProgramRun no_run = Run({"audit", "show", "--run", "0", "log"});
  EXPECT_EQ(no_run.code, 2);
  EXPECT_EQ(LineOf(no_run.err, "error:"),
            "error: in the log 'log' the entry 0 is no run [L150 no-run]");
}

TEST_F(AuditTest, WritesNoOutputOverTheLog) {
  Screen();
  work_.Write("link", "");
  fs::remove(work_.folder() / "link");
  fs::create_directory_symlink(work_.folder() / "log", work_.folder() / "link");
  for (const char* place :
       {"log/checkpoint", "log/new", "./log/../log/checkpoint",
        "log-private/key", "link/checkpoint"}) {
    const ProgramRun run =
        Run({"audit", "prove", "--municipality", "7", "-o", place, "log"});
    EXPECT_EQ(run.code, 2) << place;
    EXPECT_EQ(LineOf(run.err, "error:"),
              "error: '" + std::string(place) +
                  "' lies in the log 'log' or its private folder, where only "
                  "the log itself writes [L157 output-in-log]");
    EXPECT_EQ(Screen({"-o", std::string("csv:") + place, "in"}).code, 2);
  }
  EXPECT_EQ(
      Run({"audit", "prove", "--municipality", "7", "-o", "log.proof", "log"})
          .code,
      0);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
}

TEST_F(AuditTest, BlamesTheTemporaryFolderAndNotTheOutput) {
  const ProgramRun run = work_.Run({"screen", "--audit", "log", "-q", "in"}, "",
                                   {"LANG=en_GB.UTF-8", "TMPDIR=/nonexistent"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(
      LineOf(run.err, "error:"),
      "error: the result cannot be kept back in the temporary folder "
      "until the log is written: there is no file or folder of that name [A133 "
      "cannot-hold]");
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
}

}  // namespace
}  // namespace sigte
