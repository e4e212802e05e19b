// SPDX-License-Identifier: MPL-2.0

// The runs of a log, worked out again from what was kept.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

TEST_F(AuditTest, ListsEveryDifferenceThatOtherRulesMake) {
  Screen();
  fs::copy(SIGTE_SOURCE_DIR "/tests/data/mini", work_.folder() / "rules",
           fs::copy_options::recursive);
  std::string text = work_.Read("rules/rules.yaml");
  text.replace(text.find("description, \"boats\""), 20, "note, \"boats\"");
  work_.Write("rules/rules.yaml", text);
  const ProgramRun run = Run({"audit", "replay", "--rules", "rules", "log"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("entry 5, 7/2: verdict was \"exclude\", is now "
                         "\"borderline\"\n"),
            run.out.npos)
      << run.out;
  // A run under the other rules says that they changed.
  Screen({"--rules", "rules", "in"});
  EXPECT_NE(LogBytes().find("\"type\":\"rules.changed\""), std::string::npos);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "replay", "--all", "log"}).code, 0);
}

TEST_F(AuditTest, FindsThatTheStoredSubmissionsOrRulesWereChanged) {
  Screen();
  std::string text = work_.Read("log-private/runs/000000000001/inputs/000000");
  text.replace(text.find("ferry"), 5, "coach");
  work_.Write("log-private/runs/000000000001/inputs/000000", text);
  const ProgramRun run = Run({"audit", "replay", "log"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "submission 0"),
            "submission 0: the stored file is not the one that was received");
  EXPECT_EQ(Run({"audit", "replay", "log", "in"}).code, 0);
  EXPECT_EQ(Run({"audit", "replay", "log", "in/b.json"}).code, 2);
  for (const auto& entry :
       fs::directory_iterator(work_.folder() / "log/rulesets")) {
    const std::string rules =
        "log/rulesets/" + entry.path().filename().string() + "/ruleset.yaml";
    work_.Write(rules, work_.Read(rules) + "# changed\n");
  }
  const ProgramRun changed = Run({"audit", "replay", "log", "in"});
  EXPECT_EQ(changed.code, 2);
  EXPECT_NE(changed.err.find("[L151 ruleset-differs]"), std::string::npos);
}

TEST_F(AuditTest, TellsARulesetThatIsNotWhatItsRunUsed) {
  Screen();
  const fs::path folder =
      fs::directory_iterator(work_.folder() / "log/rulesets")->path();
  const std::string name = "log/rulesets/" + folder.filename().string();
  const auto verify = [&] {
    const ProgramRun run = Run({"audit", "verify", "log"});
    EXPECT_EQ(LineOf(run.out, "error:"),
              run.code == 0 ? ""
                            : "error: the ruleset in '" + name +
                                  "' is missing, or is another than the run "
                                  "used [L160 ruleset-not-kept]");
    EXPECT_EQ(LineOf(run.out, "NOT OK").empty(), run.code == 0) << run.out;
    return run.code;
  };
  ASSERT_EQ(verify(), 0);
  const std::string whole = work_.Read(name + "/rules.yaml");
  work_.Write(name + "/rules.yaml", whole + "# x\n");
  EXPECT_EQ(verify(), 1);
  // The next run with these rules puts it right.
  Screen();
  EXPECT_EQ(work_.Read(name + "/rules.yaml"), whole);
  EXPECT_EQ(verify(), 0);
  EXPECT_EQ(Run({"audit", "replay", "--all", "log"}).code, 0);
  fs::remove(folder / "outings.schema.json");
  EXPECT_EQ(verify(), 1);
  fs::remove_all(work_.folder() / "log/rulesets");
  EXPECT_EQ(verify(), 1);
  Screen();
  EXPECT_EQ(verify(), 0);
  work_.Write(name + "/rules.yaml.tmp", "cut off");
  EXPECT_EQ(verify(), 0);
}

}  // namespace
}  // namespace sigte
