// SPDX-License-Identifier: MPL-2.0

// `sigte screen --audit` and `sigte audit …` as a whole.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"2\", \"title\": \"By ferry\", \"cost\": 20, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30}\n"
    "]}\n";
constexpr const char* kOther =
    "{\"season\": \"2020\", \"club\": 8, \"outings\": []}\n";

/// A workplace with a log and two submissions.
class AuditTest : public testing::Test {
 protected:
  void SetUp() override {
    work_.Write("in/a.json", kFile);
    work_.Write("in/b.json", kOther);
    ASSERT_EQ(
        Run({"audit", "init", "--origin", "club.example/log", "log"}).code, 0);
  }

  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& input = "") const {
    return work_.Run(std::move(arguments), input);
  }

  ProgramRun Screen(std::vector<std::string> more = {"in"}) const {
    more.insert(more.begin(), {"screen", "--audit", "log", "-q"});
    return Run(std::move(more));
  }

  /// Every byte of the log, as one text.
  std::string LogBytes() const {
    std::string bytes;
    for (const auto& entry : fs::recursive_directory_iterator(
             work_.folder() / "log" / "tile" / "entries")) {
      if (!entry.is_regular_file()) continue;
      bytes += work_.Read(fs::relative(entry.path(), work_.folder()).string());
    }
    return bytes;
  }

  Workplace work_;
};

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

TEST_F(AuditTest, ForgetsARecordAndStillVerifies) {
  Screen();
  work_.Write("old", work_.Read("log/checkpoint"));
  const std::vector<std::string> erase = {
      "audit", "erase", "--municipality", "7", "--record", "2", "log"};
  const ProgramRun run = Run(erase);
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.out, "erased"),
            "erased; salts: 1, places in the kept submissions: 1. The log says "
            "so now.");
  const std::string kept =
      work_.Read("log-private/runs/000000000001/inputs/000000");
  EXPECT_EQ(kept.find("ferry"), kept.npos);
  EXPECT_NE(kept.find("Zoo"), kept.npos);
  EXPECT_EQ(kept.size(), std::string(kFile).size());
  const std::string salts = work_.Read("log-private/runs/000000000001/salts");
  EXPECT_EQ(salts.substr(32 * 4, 32), std::string(32, '\0'));
  EXPECT_NE(salts.substr(32 * 3, 32), std::string(32, '\0'));
  EXPECT_EQ(Run({"audit", "verify", "--since", "old", "log"}).code, 0);
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 0);
  EXPECT_EQ(replay.out,
            "run 1: decided again: 2, differences: 0, erased and so not "
            "compared: 1\n");
  EXPECT_EQ(Run(erase).code, 2);  // it cannot be found any more
}

// The check is over the records of a club with one title: of the two, one is
// left.
TEST_F(AuditTest, SaysWhereAGroupLacksWhatWasErased) {
  std::string twice = kFile;
  twice.replace(twice.find("Picnic"), 6, "Zoo");
  work_.Write("in/a.json", twice);
  Screen();
  ASSERT_EQ(
      Run({"audit", "erase", "--municipality", "7", "--record", "3", "log"})
          .code,
      0);
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 1);
  EXPECT_EQ(replay.out,
            "entry 4, 7/1: verdict was \"borderline\", is now \"include\"\n"
            "entry 4, 7/1: rules was [{\"rule\":\"K1\",\"value\":\"true\"}], "
            "is now [{\"rule\":\"I1\",\"value\":\"true\"}]\n"
            "entry 4, 7/1: findings was [\"K1\"], is now []\n"
            "entry 4, 7/1: K1 looks at several records together; in the group "
            "7 1 record has been erased since\n"
            "run 1: decided again: 2, differences: 3, erased and so not "
            "compared: 1\n");
}

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

// Full bundles are no part of the edge that a writer checks.
TEST_F(AuditTest, ErasesNothingByAnEntryThatWasChanged) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"club\":7}\n";
  }
  work_.Write("many.ndjson", lines);
  Screen({"many.ndjson"});
  ASSERT_TRUE(work_.Has("log/tile/entries/000"));
  std::string bundle = work_.Read("log/tile/entries/000");
  const std::size_t commit = bundle.find("\"commit\":\"", 600) + 10;
  bundle[commit] = bundle[commit] == '0' ? '1' : '0';
  work_.Write("log/tile/entries/000", bundle);
  const ProgramRun run = Run({"audit", "erase", "--entry", "4", "log"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("[L110 damaged]"), run.err.npos) << run.err;
}

TEST_F(AuditTest, ForgetsARecordOfAStreamToo) {
  work_.Write("all.ndjson",
              "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10}\n\n"
              "{\"id\":\"2\",\"club\":8,\"title\":\"Park\",\"cost\":10}\n");
  Screen({"all.ndjson"});
  EXPECT_EQ(
      Run({"audit", "erase", "--municipality", "8", "--record", "2", "log"})
          .code,
      0);
  EXPECT_EQ(work_.Read("log-private/runs/000000000001/inputs/000000"),
            "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10}\n\nnull" +
                std::string(40, ' ') + "\n");
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
}

TEST_F(AuditTest, ForgetsARecordOfABareListToo) {
  work_.Write("all.json",
              "[{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10},\n"
              " {\"id\":\"2\",\"club\":8,\"title\":\"Park\",\"cost\":10}]\n");
  ASSERT_LT(Screen({"all.json"}).code, 2);
  EXPECT_EQ(
      Run({"audit", "erase", "--municipality", "8", "--record", "2", "log"})
          .code,
      0);
  EXPECT_EQ(work_.Read("log-private/runs/000000000001/inputs/000000"),
            "[{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10},\n null" +
                std::string(40, ' ') + "]\n");
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
}

// Its bytes were looked for in the lines that stand for the rows, and those of
// another record were overwritten.
TEST_F(AuditTest, ForgetsARecordOfATableWithTheWholeTable) {
  work_.Write("b.csv",
              "Klub;Nummer;Titel;Pris;For\n7;1;Museum;10;members\n"
              "7;2;\"By \"\"bus\"\"\nand foot\";20;members\n");
  ASSERT_LT(Screen({"in/a.json", "b.csv"}).code, 2);
  ASSERT_EQ(Run({"audit", "replay", "log"}).code, 0);
  const ProgramRun run =
      Run({"audit", "erase", "--municipality", "7", "--record", "2", "log"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.out, "erased"),
            "erased; salts: 2, places in the kept submissions: 2. The log says "
            "so now.");
  EXPECT_EQ(LineOf(run.out, "Of 1"),
            "Of 1 kept submission all was erased: in a table a record cannot "
            "be erased by itself.");
  const std::string folder = "log-private/runs/000000000001/inputs/";
  EXPECT_EQ(work_.Read(folder + "000001"),
            "null" + std::string(work_.Read("b.csv").size() - 4, ' '));
  const std::string json = work_.Read(folder + "000000");
  EXPECT_EQ(json.find("ferry"), json.npos);
  EXPECT_NE(json.find("Zoo"), json.npos);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.out,
            "run 1: decided again: 2, differences: 0, erased and so not "
            "compared: 3\n");
}

// An erasure excuses the bytes of the submission that it changed, no others.
TEST_F(AuditTest, FindsAChangedSubmissionBesideAnErasedRecord) {
  work_.Write("in/b.json",
              "{\"season\": \"2020\", \"club\": 8, \"outings\": [\n"
              "{\"id\": \"1\", \"title\": \"Park\", \"cost\": 5}]}\n");
  Screen();
  ASSERT_EQ(
      Run({"audit", "erase", "--municipality", "7", "--record", "2", "log"})
          .code,
      0);
  ASSERT_EQ(Run({"audit", "replay", "log"}).code, 0);
  const std::string stored = "log-private/runs/000000000001/inputs/000001";
  std::string text = work_.Read(stored);
  work_.Write(stored, text.replace(text.find("Park"), 4, "Pier"));
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 1);
  EXPECT_NE(replay.out.find("differences: 1"), replay.out.npos) << replay.out;
}

TEST_F(AuditTest, ForgetsARecordBehindAByteOrderMark) {
  work_.Write("mark.ndjson",
              "\xEF\xBB\xBF{\"id\":\"8\",\"club\":7,\"title\":\"Sea\","
              "\"cost\":1}\n{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\"}\n");
  work_.Write("one.json", "\xEF\xBB\xBF" + std::string(kFile));
  Screen({"mark.ndjson", "one.json"});
  EXPECT_EQ(
      Run({"audit", "erase", "--municipality", "7", "--record", "1", "log"})
          .code,
      0);
  for (const char* input : {"000000", "000001"}) {
    const std::string rest = work_.Read(
        "log-private/runs/000000000001/inputs/" + std::string(input));
    EXPECT_EQ(rest.find("Zoo"), rest.npos) << rest;
    EXPECT_NE(rest.find(input[5] == '0' ? "Sea" : "Picnic"), rest.npos) << rest;
  }
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
