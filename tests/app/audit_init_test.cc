// SPDX-License-Identifier: MPL-2.0

// Where a log and its keys come to lie.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

TEST_F(AuditTest, RefusesAKeyThatOthersCanRead) {
  fs::permissions(work_.folder() / "log-private/key", fs::perms(0640));
  const ProgramRun run = Screen();
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "error: 'log-private/key' can be read by others than its owner "
            "[L117 open-to-others]\n"
            "      = help: run 'chmod go-rwx log-private/key'; if others have "
            "had access, make a new key\n"
            "      = more: sigte explain L117\n");
  fs::permissions(work_.folder() / "log-private/key", fs::perms(0600));
  fs::permissions(work_.folder() / "log-private", fs::perms(0755));
  EXPECT_EQ(Screen().code, 2);
}

TEST_F(AuditTest, MakesKeysForTheirOwnerAlone) {
  const auto mode = [&](const char* name) {
    return fs::status(work_.folder() / name).permissions();
  };
  EXPECT_EQ(mode("log-private"), fs::perms(0700));
  EXPECT_EQ(mode("log-private/key"), fs::perms(0600));
  Screen();
  EXPECT_EQ(mode("log-private/runs/000000000001/salts"), fs::perms(0600));
  EXPECT_EQ(mode("log-private/runs/000000000001/inputs/000000"),
            fs::perms(0600));
  EXPECT_EQ(Run({"audit", "init", "log"}).code, 2);
  const ProgramRun other =
      Run({"audit", "init", "--key", "k", "--origin", "a b", "two"});
  EXPECT_EQ(other.err,
            "error: 'a b' cannot be a name: no blanks, no '+', no '://', not "
            "empty [L140 "
            "bad-name]\n"
            "      = help: write a name like kl.example/sigte\n"
            "      = more: sigte explain L140\n");
}

TEST_F(AuditTest, TellsAKeyFileThatIsNotThereFromOneThatHoldsNone) {
  const auto error = [&](const char* key) {
    const ProgramRun run = Run({"audit", "verify", "--vkey", key, "log"});
    EXPECT_EQ(run.code, 2);
    return run.err;
  };
  EXPECT_EQ(error("log.vkey"),
            "error: 'log.vkey' is no verifier key, and as a file it cannot be "
            "read: there is no file or folder of that name [L163 "
            "no-verifier-key-file]\n"
            "      = help: a log's own key lies in its folder: LOG/log.vkey\n"
            "      = more: sigte explain L163\n");
  EXPECT_EQ(LineOf(error("in/a.json"), "error:"),
            "error: 'in/a.json' is neither a verifier key nor a file that "
            "holds one [L115 no-verifier-key]");
  EXPECT_EQ(Run({"audit", "verify", "--vkey", "log/log.vkey", "log"}).code, 0);
}

// What is private must not get into the log by the way that the log is named.
TEST_F(AuditTest, KeepsWhatIsPrivateBesideTheLogWhateverItIsCalledBy) {
  fs::create_directory_symlink("log", work_.folder() / "current");
  for (const char* name : {"log/.", "log//", "./log/", "log/../log", "current",
                           "current/", "current/."}) {
    EXPECT_EQ(Run({"screen", "--audit", name, "-q", "in"}).code, Screen().code)
        << name;
  }
  EXPECT_EQ(work_.Names(),
            std::vector<std::string>({"current", "in", "log", "log-private"}));
  EXPECT_FALSE(work_.Has("log/.-private"));
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  ASSERT_EQ(
      Run({"audit", "erase", "--municipality", "7", "--record", "2", "current"})
          .code,
      0);
  const std::string first = "log-private/runs/000000000001/inputs/000000";
  EXPECT_EQ(work_.Read(first).find("ferry"), std::string::npos);
}

TEST_F(AuditTest, MakesALogOfTheFolderThatItStandsInWithItsKeyBesideIt) {
  fs::create_directory(work_.folder() / "new");
  ASSERT_EQ(Run({"audit", "init", "new/."}).code, 0);
  EXPECT_TRUE(work_.Has("new-private/key"));
  EXPECT_FALSE(work_.Has("new/.-private"));
  fs::create_directory(work_.folder() / "real");
  fs::create_directory_symlink("real", work_.folder() / "named");
  ASSERT_EQ(Run({"audit", "init", "named"}).code, 0);
  EXPECT_TRUE(work_.Has("real-private/key"));
  EXPECT_FALSE(work_.Has("named-private"));
}

TEST_F(AuditTest, MakesNoKeyInALog) {
  const ProgramRun init = Run({"audit", "init", "--key", "new/key", "new"});
  EXPECT_EQ(init.code, 2);
  EXPECT_EQ(LineOf(init.err, "error:"),
            "error: the key 'new/key' would lie in the log 'new', which "
            "everybody may read [L158 key-in-log]");
  EXPECT_FALSE(work_.Has("new"));
  EXPECT_FALSE(work_.Has("new-private"));
  EXPECT_EQ(Run({"audit", "cosign", "--key", "./log/../log/w.key", "--name",
                 "w.example/1", "log"})
                .code,
            2);
  EXPECT_FALSE(work_.Has("log/w.key"));
}

TEST_F(AuditTest, MakesNothingWhereTheNameOrKeyCannotBeUsed) {
  const ProgramRun address =
      Run({"audit", "init", "--origin", "https://club.example/log", "new"});
  EXPECT_EQ(address.code, 2);
  EXPECT_EQ(LineOf(address.err, "error:"),
            "error: 'https://club.example/log' cannot be a name: no blanks, no "
            "'+', no '://', not empty [L140 bad-name]");
  work_.Write("no.key", "nonsense\n");
  fs::permissions(work_.folder() / "no.key", fs::perms::owner_read);
  EXPECT_EQ(Run({"audit", "init", "--key", "no.key", "new"}).code, 2);
  EXPECT_FALSE(work_.Has("new"));
  EXPECT_FALSE(work_.Has("new-private"));
}

// A new history signed by the same key would be taken for the old one.
TEST_F(AuditTest, MakesNoLogOverWhatIsLeftOfOne) {
  Screen();
  const auto lose = [&](const char* part) {
    fs::remove_all(work_.folder() / "log" / part);
  };
  const auto init = [&] {
    const ProgramRun run =
        Run({"audit", "init", "--origin", "club.example/log", "log"});
    EXPECT_EQ(run.code, 2) << run.out;
    return LineOf(run.err, "error:");
  };
  const auto left = [](const std::string& what) {
    return "error: '" + what +
           "' is what is left of an audit log without its checkpoint; 'log' is "
           "not made over it [L161 log-remains]";
  };
  lose("checkpoint");
  EXPECT_EQ(init(), left("log-private/seen"));
  fs::remove(work_.folder() / "log-private/seen");
  EXPECT_EQ(init(), left("log/checkpoints"));
  lose("checkpoints");
  const std::string bytes = LogBytes();
  EXPECT_EQ(init(), left("log/tile"));
  EXPECT_EQ(LogBytes(), bytes);
  lose("tile");
  EXPECT_EQ(init(), left("log/log.vkey"));
  lose("log.vkey");
  EXPECT_EQ(Run({"audit", "init", "--origin", "club.example/log", "log"}).code,
            0);
  EXPECT_TRUE(work_.Has("log-private/runs/000000000001/salts"));
}

TEST_F(AuditTest, LeavesNothingWhereNoLogCanBeMade) {
  work_.Write("a.txt", "a file, no folder");
  EXPECT_EQ(Run({"audit", "init", "a.txt"}).code, 2);
  EXPECT_EQ(Run({"audit", "init", "--key", "my.key", "a.txt"}).code, 2);
  EXPECT_EQ(work_.Names(),
            std::vector<std::string>({"a.txt", "in", "log", "log-private"}));
  // What was there before is nobody's to remove.
  EXPECT_EQ(Run({"audit", "init", "--key", "log-private/key", "--origin",
                 "club.example/log", "a.txt"})
                .code,
            2);
  EXPECT_TRUE(work_.Has("log-private/key"));
}

}  // namespace
}  // namespace sigte
