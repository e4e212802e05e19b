// SPDX-License-Identifier: MPL-2.0

// Receipts: checked without the log, and opening nothing of others.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

TEST_F(AuditTest, GivesAReceiptThatIsCheckedWithoutTheLog) {
  Screen();
  EXPECT_EQ(Run({"audit", "prove", "--municipality", "7", "-o", "7.tlog-proof",
                 "log"})
                .code,
            0);
  work_.Write("key", work_.Read("log/log.vkey"));
  fs::rename(work_.folder() / "log", work_.folder() / "gone");
  const auto verify = [&](const char* file) {
    return Run({"audit", "verify", "--receipt", "7.tlog-proof", "--vkey", "key",
                "--file", file});
  };
  EXPECT_EQ(verify("in/a.json").code, 0);
  EXPECT_EQ(LineOf(verify("in/a.json").out, "OK: 'in"),
            "OK: 'in/a.json' is byte by byte the file that was received");
  EXPECT_EQ(verify("in/b.json").code, 1);
  std::string text = work_.Read("7.tlog-proof");
  text.replace(text.find("index 7"), 7, "index 6");
  work_.Write("7.tlog-proof", text);
  const ProgramRun run = verify("in/a.json");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: the receipt '7.tlog-proof' does not prove that entry 6 is "
            "in the log [L143 not-included]");
  // Whoever forges a receipt can forge what it says of a file.
  EXPECT_EQ(run.out.find("OK:"), run.out.npos) << run.out;
}

TEST_F(AuditTest, TakesAReceiptForAnOlderCheckpoint) {
  Screen();
  Run({"audit", "prove", "--municipality", "7", "-o", "7.tlog-proof", "log"});
  Screen();
  EXPECT_EQ(Run({"audit", "verify", "--since", "7.tlog-proof", "log"}).code, 0);
  // The key's owner makes the log anew: it verifies, but not since then.
  fs::remove_all(work_.folder() / "log");
  fs::remove_all(work_.folder() / "log-private/runs");
  fs::remove(work_.folder() / "log-private/seen");
  Run({"audit", "init", "log"});
  Screen();
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "verify", "--since", "7.tlog-proof", "log"}).code, 1);
}

TEST_F(AuditTest, NeverGivesOneMunicipalityWhatOpensAFileOfSeveral) {
  work_.Write("all.ndjson",
              "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10}\n"
              "{\"id\":\"2\",\"club\":8,\"title\":\"Zoo\",\"cost\":10}\n");
  Screen({"all.ndjson"});
  Run({"audit", "prove", "--group", "8", "-o", "8.tlog-proof", "log"});
  const ProgramRun run = Run({"audit", "verify", "--receipt", "8.tlog-proof",
                              "--file", "all.ndjson", "log"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "error:").find("L144") != std::string::npos, true);
}

}  // namespace
}  // namespace sigte
