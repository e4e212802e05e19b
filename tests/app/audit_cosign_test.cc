// SPDX-License-Identifier: MPL-2.0

// Witnesses sign only what continues what they saw.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

TEST_F(AuditTest, IsCosignedOnlyWhileItContinuesWhatTheWitnessSaw) {
  Screen();
  const std::vector<std::string> cosign = {
      "audit", "cosign", "--key", "w.key", "--name", "w.example/1", "log"};
  const ProgramRun first = Run(cosign);
  EXPECT_EQ(first.code, 0);
  const std::string line = LineOf(first.out, "  the witness's verifier key: ");
  const std::string key = line.substr(line.rfind(' ') + 1);
  EXPECT_EQ(Run({"audit", "verify", "--witness", key, "log"}).code, 0);
  Screen();
  const ProgramRun lacking = Run({"audit", "verify", "--witness", key, "log"});
  EXPECT_EQ(lacking.code, 1);
  EXPECT_EQ(LineOf(lacking.out, "NOT OK"),
            "NOT OK: 'log' is whole, but too few of the witnesses have "
            "cosigned it");
  const ProgramRun renamed = Run(
      {"audit", "cosign", "--key", "w.key", "--name", "w.example/2", "log"});
  EXPECT_EQ(renamed.code, 2);
  EXPECT_EQ(LineOf(renamed.err, "error:"),
            "error: the key 'w.key' belongs to the witness 'w.example/1', not "
            "to 'w.example/2' [L156 other-witness]");
  EXPECT_EQ(
      Run({"audit", "verify", "--witness", key, "--quorum", "0", "log"}).code,
      0);
  EXPECT_EQ(Run(cosign).code, 0);
  EXPECT_EQ(Run({"audit", "verify", "--witness", key, "log"}).code, 0);
  fs::remove_all(work_.folder() / "log");
  fs::remove_all(work_.folder() / "log-private/runs");
  fs::remove(work_.folder() / "log-private/seen");
  Run({"audit", "init", "log"});
  const ProgramRun again = Run(cosign);
  EXPECT_EQ(again.code, 2);
  EXPECT_NE(again.err.find("error: the log is shorter than it was: "
                           "'w.key.seen' says 17 entries, now there is 1"),
            std::string::npos)
      << again.err;
}

// The log is put back to where it was: an older checkpoint is in it, what the
// witness signed last is not.
TEST_F(AuditTest, IsNotCosignedForLessThanTheWitnessSawWhateverItStartsFrom) {
  const std::vector<std::string> cosign = {
      "audit", "cosign", "--key", "w.key", "--name", "w.example/1", "log"};
  Screen();
  fs::copy(work_.folder() / "log", work_.folder() / "before",
           fs::copy_options::recursive);
  Screen();
  ASSERT_EQ(Run(cosign).code, 0);
  const std::string seen = work_.Read("w.key.seen");
  fs::remove_all(work_.folder() / "log");
  fs::rename(work_.folder() / "before", work_.folder() / "log");
  std::vector<std::string> since = cosign;
  since.insert(since.end(), {"--since", "log/checkpoints/1"});
  const ProgramRun run = Run(since);
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "error:"),
            "error: the log is shorter than it was: 'w.key.seen' says 17 "
            "entries, now there are 9 [L128 shorter-than-before]");
  EXPECT_EQ(work_.Read("w.key.seen"), seen);
}

TEST_F(AuditTest, IsCosignedOnlyWhereItContinuesTheCheckpointNamedToo) {
  Screen();
  ASSERT_EQ(Run({"audit", "init", "--origin", "club.example/log", "--key",
                 "log-private/key", "other"})
                .code,
            0);
  ASSERT_EQ(Run({"screen", "--audit", "other", "--key", "log-private/key", "-q",
                 "in"})
                .code,
            0);
  const ProgramRun run =
      Run({"audit", "cosign", "--key", "w.key", "--name", "w.example/1",
           "--since", "other/checkpoint", "log"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("[L129 rewritten]"), run.err.npos) << run.err;
  EXPECT_FALSE(work_.Has("w.key.seen"));
}

TEST_F(AuditTest, CountsAWitnessOnceHoweverOftenItIsNamed) {
  Screen();
  const ProgramRun signing = Run(
      {"audit", "cosign", "--key", "w.key", "--name", "w.example/1", "log"});
  const std::string line =
      LineOf(signing.out, "  the witness's verifier key: ");
  const std::string key = line.substr(line.rfind(' ') + 1);
  work_.Write("w.vkey", key + "\n");
  const ProgramRun twice = Run({"audit", "verify", "--witness", key,
                                "--witness", "w.vkey", "--quorum", "2", "log"});
  EXPECT_EQ(twice.code, 1);
  EXPECT_EQ(LineOf(twice.out, "error:"),
            "error: 1 of the witnesses has cosigned; 2 are required [L133 "
            "too-few-witnesses]");
  EXPECT_EQ(
      Run({"audit", "verify", "--witness", key, "--witness", "w.vkey", "log"})
          .code,
      0);
  const ProgramRun own =
      Run({"audit", "verify", "--witness", "log/log.vkey", "log"});
  EXPECT_EQ(own.code, 2);
  EXPECT_EQ(LineOf(own.err, "error:"),
            "error: the key 'log/log.vkey' is for something else: a log and a "
            "witness have a kind each [L119 other-kind]");
}

}  // namespace
}  // namespace sigte
