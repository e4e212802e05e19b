// SPDX-License-Identifier: MPL-2.0

// A log that was cut off, rolled back or changed is seen to be.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

TEST_F(AuditTest, VerifiesFromAnOlderCheckpointAndNamesTheFirstBadEntry) {
  Screen();
  work_.Write("old", work_.Read("log/checkpoint"));
  Screen();
  EXPECT_EQ(Run({"audit", "verify", "--since", "old", "--vkey", "log/log.vkey",
                 "log"})
                .code,
            0);
  // Back to the first run, and another second one: all signed.
  const auto how = fs::copy_options::recursive;
  fs::copy(work_.folder() / "log", work_.folder() / "fork", how);
  work_.Write("new", work_.Read("log/checkpoint"));
  std::string bundle = work_.Read("log/tile/entries/000.p/17");
  const std::size_t at = bundle.find("\"verdict\":\"exclude\"");
  bundle.replace(at, 19, "\"verdict\":\"include\"");
  work_.Write("log/tile/entries/000.p/17", bundle);
  const ProgramRun run = Run({"audit", "verify", "log"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "first bad entry"), "first bad entry: 5");
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: entry 5 is not what was logged "
            "('tile/entries/000.p/17') [L122 entry-differs]");
  EXPECT_EQ(run.out.find("OK:"), run.out.find("NOT OK:") + 4);
}

TEST_F(AuditTest, WritesOnNoLogThatWasRolledBackSinceItWroteLast) {
  Screen();
  fs::copy(work_.folder() / "log", work_.folder() / "before",
           fs::copy_options::recursive);
  Screen();
  fs::remove_all(work_.folder() / "log");
  fs::rename(work_.folder() / "before", work_.folder() / "log");
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);  // it cannot know
  const ProgramRun run = Screen();
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "error: 'log-private/seen' is kept, but the log itself says only 9 "
            "entries: it was rolled back [L109 rolled-back]\n"
            "      = help: get the log from a backup\n"
            "      = more: sigte explain L109\n");
}

// What lies behind the checkpoint was signed, and is what mends the log.
TEST_F(AuditTest, RemovesNothingFromALogThatWasRolledBack) {
  Screen();
  const std::string before = work_.Read("log/checkpoint");
  Screen();
  const std::string newest = work_.Read("log/checkpoint");
  work_.Write("log/checkpoint", before);
  fs::remove(work_.folder() / "log/checkpoints/17");
  const ProgramRun run = Screen();
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("[L109 rolled-back]"), run.err.npos) << run.err;
  work_.Write("log/checkpoint", newest);
  EXPECT_EQ(Screen().code, 0);
  const ProgramRun verify = Run({"audit", "verify", "log"});
  EXPECT_EQ(LineOf(verify.out, "OK:"),
            "OK: 'log' is whole; worked out anew: entries 25, checkpoints 4");
}

// Nor where its private folder cannot be used.
TEST_F(AuditTest, RemovesNothingBeforeItsPrivateFolderIsSafe) {
  Screen();
  work_.Write("log/tile/0/000.p/9.tmp", "x");
  fs::permissions(work_.folder() / "log-private", fs::perms(0750));
  ASSERT_EQ(Screen().code, 2);
  EXPECT_TRUE(work_.Has("log/tile/0/000.p/9.tmp"));
}

// Whoever reads an entry can see whether it is the one that was hashed.
TEST_F(AuditTest, ShowsAndReplaysNoEntryThatWasChanged) {
  Screen();
  const std::string path = "log/tile/entries/000.p/9";
  std::string bundle = work_.Read(path);
  const std::size_t year = bundle.find("\"time\":\"20", 100) + 8;
  work_.Write(path, bundle.replace(year, 4, "1999"));
  const std::vector<std::vector<std::string>> commands = {
      {"show", "log"},
      {"show", "--format", "ndjson", "log"},
      {"show", "--entry", "1", "log"},
      {"show", "--run", "1", "log"},
      {"replay", "log"},
      {"replay", "--run", "1", "log"}};
  for (std::vector<std::string> arguments : commands) {
    arguments.insert(arguments.begin(), "audit");
    const ProgramRun run = Run(arguments);
    EXPECT_EQ(run.code, 2) << arguments[1];
    EXPECT_EQ(run.err,
              "error: the log 'log' is not what its checkpoint says; nothing "
              "is built on it [L110 damaged]\n"
              "      = help: 'sigte audit verify' says where it is broken\n"
              "      = more: sigte explain L110\n")
        << arguments[1];
    EXPECT_EQ(run.out.find("1999"), run.out.npos) << run.out;
  }
  EXPECT_NE(Run({"audit", "show", "--entry", "99", "log"}).err.find("[L145"),
            std::string::npos);
}

TEST_F(AuditTest, TellsWhatACutOffRunLeft) {
  Screen();
  work_.Write("log/tile/entries/000.p/12", "half");
  const ProgramRun verify = Run({"audit", "verify", "log"});
  EXPECT_EQ(verify.code, 0);
  EXPECT_EQ(
      LineOf(verify.out, "warning:"),
      "warning: a run was cut off; what lies after the last checkpoint is "
      "no part of the log (files: 1, entries: 0) [L132 cut-off]");
  EXPECT_EQ(Screen().err,
            "audit log: a run had been cut off; what it left after the last "
            "checkpoint was removed (files: 1, entries: 0)\n");
  EXPECT_EQ(LineOf(Run({"audit", "show", "log"}).out, "9  "),
            "9  a run before this one was cut off; files removed: 1, entries "
            "in them: 0");
}

// What is signed for good says what is in the files, not what they are called.
TEST_F(AuditTest, CountsEntriesThatWereCutOffByWhatIsInTheirFiles) {
  Screen();
  const fs::path entries = work_.folder() / "log/tile/entries";
  ASSERT_EQ(mkfifo((entries / "001").c_str(), 0600), 0);
  work_.Write("log/tile/entries/002", "");
  fs::create_directory(entries / "003.p");
  fs::copy(entries / "000.p/9", entries / "003.p/9");
  const ProgramRun verify = Run({"audit", "verify", "log"});
  EXPECT_EQ(verify.code, 0);
  EXPECT_NE(LineOf(verify.out, "warning:").find("(files: 3, entries: 0)"),
            std::string::npos)
      << verify.out;
  EXPECT_EQ(Screen().err,
            "audit log: a run had been cut off; what it left after the last "
            "checkpoint was removed (files: 3, entries: 0)\n");
  // The whole bundle of a run that came as far as its tiles.
  fs::remove_all(work_.folder() / "cut");
  fs::copy(work_.folder() / "log", work_.folder() / "cut",
           fs::copy_options::recursive);
  Screen();
  for (const auto& bundle : fs::directory_iterator(entries / "000.p")) {
    fs::copy(
        bundle.path(),
        work_.folder() / "cut/tile/entries/000.p" / bundle.path().filename(),
        fs::copy_options::skip_existing);
  }
  EXPECT_NE(LineOf(Run({"audit", "verify", "cut"}).out, "warning:")
                .find("(files: 1, entries: 8)"),
            std::string::npos);
}

}  // namespace
}  // namespace sigte
