// SPDX-License-Identifier: MPL-2.0

// `sigte audit erase`: which record or submission is meant, and what replay
// makes of what is gone.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRun = "log-private/runs/000000000001/";

// Ids that look like two persons' numbers, and one record without an id.
constexpr const char* kErasedFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"990199-1234\", \"title\": \"Zoo\", \"cost\": 10},\n"
    "  {\"id\": \"990199-5678\", \"title\": \"Ferry\", \"cost\": 20},\n"
    "  {\"id\": \"\", \"title\": \"Picnic\", \"cost\": 30}\n"
    "]}\n";
// No JSON at all.
constexpr const char* kBroken =
    "{\"season\": \"2020\", \"outings\": [{\"title\": \"Secret\"},{\"id\" 1}]}";

/// A log of a run with a ruleset that hides such numbers.
class EraseTest : public testing::Test {
 protected:
  void SetUp() override {
    work_.CopyRuleset("hide: [\"000000-####\"]\n");
    work_.Write("a.json", kErasedFile);
    work_.Write("broken.json", kBroken);
    work_.Write("c.json",
                "{\"season\": \"2020\", \"club\": 8, \"outings\": [\n"
                "{\"id\": \"1\", \"title\": \"Park\", \"cost\": 5}]}\n");
    ASSERT_EQ(
        Run({"audit", "init", "--origin", "club.example/log", "log"}).code, 0);
    ASSERT_LT(Run({"screen", "--rules", "rules", "--audit", "log", "-q",
                   "a.json", "broken.json", "c.json"})
                  .code,
              2);
  }

  ProgramRun Run(std::vector<std::string> arguments) const {
    return work_.Run(std::move(arguments));
  }

  ProgramRun Erase(std::vector<std::string> what) const {
    what.insert(what.begin(), {"audit", "erase", "log"});
    return Run(std::move(what));
  }

  std::string Input(int number) const {
    return work_.Read(std::string(kRun) + "inputs/00000" +
                      std::to_string(number));
  }

  /// The salt of an entry, as its bytes.
  std::string Salt(std::size_t entry) const {
    return work_.Read(std::string(kRun) + "salts").substr(32 * (entry - 1), 32);
  }

  void Damage(std::size_t entry) const {
    const std::string path = std::string(kRun) + "salts";
    std::string salts = work_.Read(path);
    work_.Write(path, salts.replace(32 * (entry - 1), 32, 32, '\0'));
  }

  Workplace work_;
  // 1: run, 2 to 4: submissions, 5 to 7: a.json, 8: c.json
};

const std::string kGone(32, '\0');

TEST_F(EraseTest, FindsARecordByItsIdAsWrittenThoughItIsShownMasked) {
  const ProgramRun run =
      Erase({"--municipality", "7", "--record", "990199-5678"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.out, "erased"),
            "erased; salts: 1, places in the kept submissions: 1. The log says "
            "so now.");
  EXPECT_EQ(Input(0).find("Ferry"), std::string::npos);
  EXPECT_NE(Input(0).find("Zoo"), std::string::npos);
  EXPECT_EQ(Salt(6), kGone);
  EXPECT_NE(Salt(5), kGone);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 0);
  EXPECT_EQ(replay.out,
            "run 1: decided again: 3, differences: 0, erased and so not "
            "compared: 1\n");
}

TEST_F(EraseTest, GuessesAtNoRecordByAMaskedId) {
  const ProgramRun run =
      Erase({"--municipality", "7", "--record", "990199-****"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.err, "error:"),
            "error: no record of the log 'log' can be told to be that one; it "
            "may have been erased before [L149 no-such-record]");
  EXPECT_NE(Salt(5), kGone);
  EXPECT_NE(Salt(6), kGone);
}

// As where a log commits to ids in the form in which they are shown: these two
// records have one such id, written so.
TEST_F(EraseTest, RefusesAMaskedIdThatSeveralRecordsShare) {
  work_.Write(
      "masked.json",
      "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
      "{\"id\": \"990199-****\", \"title\": \"Sea\", \"cost\": 1},\n"
      "{\"id\": \"990199-****\", \"title\": \"Wood\", \"cost\": 2}]}\n");
  ASSERT_LT(
      Run({"screen", "--rules", "rules", "--audit", "log", "-q", "masked.json"})
          .code,
      2);
  for (const char* id : {"990199-****", "990199-0000"}) {
    const ProgramRun run = Erase({"--municipality", "7", "--record", id});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(LineOf(run.err, "error:"),
              "error: 2 records of the log 'log' may be that one, as ids with "
              "private numbers are known there with asterisks only: entry 14, "
              "15 [L159 ambiguous-record]");
    EXPECT_NE(run.err.find("help: name the right one with --entry\n"),
              run.err.npos);
  }
  // One that is surely meant, and two that may be.
  const ProgramRun both =
      Erase({"--municipality", "7", "--record", "990199-1234"});
  EXPECT_EQ(both.code, 2);
  EXPECT_NE(both.err.find("entry 5, 14, 15 [L159"), both.err.npos) << both.err;
  EXPECT_NE(Salt(5), kGone);
  EXPECT_EQ(Erase({"--entry", "15"}).code, 0);
  const std::string kept =
      work_.Read("log-private/runs/000000000012/inputs/000000");
  EXPECT_NE(kept.find("Sea"), kept.npos);
  EXPECT_EQ(kept.find("Wood"), kept.npos);
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
}

TEST_F(EraseTest, ForgetsARecordWithoutAnIdByItsEntry) {
  ASSERT_EQ(Erase({"--entry", "7"}).code, 0);
  EXPECT_EQ(Input(0).find("Picnic"), std::string::npos);
  EXPECT_NE(Input(0).find("Ferry"), std::string::npos);
  EXPECT_EQ(Salt(7), kGone);
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
  for (const char* entry : {"0", "1", "2", "9", "99"}) {
    const ProgramRun none = Erase({"--entry", entry});
    EXPECT_EQ(none.code, 2) << entry;
    EXPECT_NE(none.err.find("[L149 no-such-record]"), none.err.npos)
        << none.err;
  }
}

TEST_F(EraseTest, ForgetsAWholeSubmissionWithTheSaltsOfAllItsEntries) {
  const ProgramRun run = Erase({"--run", "1", "--submission", "0"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(LineOf(run.out, "erased"),
            "erased; salts: 4, places in the kept submissions: 1. The log says "
            "so now.");
  EXPECT_EQ(Input(0),
            "null" + std::string(std::string(kErasedFile).size() - 4, ' '));
  for (const std::size_t entry : {2u, 5u, 6u, 7u})
    EXPECT_EQ(Salt(entry), kGone);
  for (const std::size_t entry : {3u, 4u, 8u}) EXPECT_NE(Salt(entry), kGone);
  EXPECT_EQ(work_.Read(std::string(kRun) + "names"),
            "[\"\",\"broken.json\",\"c.json\"]");
  const ProgramRun show = Run({"audit", "show", "--format", "ndjson", "log"});
  EXPECT_NE(show.out.find("\"entries\":[2,5,6,7]"), show.out.npos) << show.out;
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "replay", "log"}).out,
            "run 1: decided again: 1, differences: 0, erased and so not "
            "compared: 3\n");
  fs::remove(work_.folder() / kRun / "inputs/000000");
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
  const ProgramRun again = Erase({"--run", "1", "--submission", "0"});
  EXPECT_EQ(again.code, 2);
  EXPECT_EQ(LineOf(again.err, "error:"),
            "error: submission 0 is not (any longer) kept in 'log-private' "
            "[L152 no-submission]");
}

TEST_F(EraseTest, ForgetsAFileThatCouldNotBeRead) {
  ASSERT_NE(Input(1).find("Secret"), std::string::npos);
  ASSERT_EQ(Erase({"--run", "1", "--submission", "1"}).code, 0);
  EXPECT_EQ(Input(1),
            "null" + std::string(std::string(kBroken).size() - 4, ' '));
  EXPECT_EQ(Salt(3), kGone);
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
}

TEST_F(EraseTest, SaysWhatASubmissionIsNamedBy) {
  const auto error = [&](std::vector<std::string> what) {
    const ProgramRun run = Erase(std::move(what));
    EXPECT_EQ(run.code, 2);
    return LineOf(run.err, "error:");
  };
  EXPECT_EQ(error({"--submission", "0"}),
            "error: the option '--submission' means something only with "
            "'--run' [V101 option-needs-other]");
  EXPECT_EQ(error({"--run", "1"}),
            "error: the option '--run' means something only with "
            "'--submission' [V101 option-needs-other]");
  EXPECT_EQ(error({"--entry", "5", "--run", "1", "--submission", "0"}),
            "error: '--entry' and '--submission' cannot be used together [C111 "
            "options-exclude]");
  EXPECT_EQ(error({"--entry", "5", "--record", "1"}),
            "error: '--record' and '--entry' cannot be used together [C111 "
            "options-exclude]");
  EXPECT_EQ(error({}),
            "error: 'audit erase' lacks --record [A107 "
            "missing-argument]");
  EXPECT_NE(error({"--run", "4", "--submission", "0"}).find("L152"),
            std::string::npos);
  EXPECT_NE(error({"--run", "1", "--submission", "9"}).find("L152"),
            std::string::npos);
}

// Where nothing stood for such a record, those behind it changed their places:
// the next erasure took another one's.
TEST_F(EraseTest, ForgetsTheRightRecordBehindOneOfFewBytes) {
  const std::string zoo =
      "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":10}";
  const std::string sea =
      "{\"id\":\"2\",\"club\":7,\"title\":\"Sea\",\"cost\":10}";
  const std::string none = "null" + std::string(zoo.size() - 4, ' ');
  work_.Write("s.ndjson", "{}\n" + zoo + "\n" + sea + "\n");
  work_.Write("s.json", "[{}," + zoo + "," + sea + "]");
  ASSERT_LT(Run({"screen", "--rules", "rules", "--audit", "log", "-q",
                 "s.ndjson", "s.json"})
                .code,
            2);
  const auto input = [&](const char* number) {
    return work_.Read("log-private/runs/000000000012/inputs/00000" +
                      std::string(number));
  };
  // 12: run, 13 and 14: submissions, 15 to 17: s.ndjson, 18 to 20: s.json
  ASSERT_EQ(Erase({"--entry", "15"}).code, 0);
  ASSERT_EQ(Erase({"--entry", "18"}).code, 0);
  EXPECT_EQ(input("0"), "0 \n" + zoo + "\n" + sea + "\n");
  EXPECT_EQ(input("1"), "[0 ," + zoo + "," + sea + "]");
  ASSERT_EQ(Erase({"--municipality", "7", "--record", "1"}).code, 0);
  EXPECT_EQ(input("0"), "0 \n" + none + "\n" + sea + "\n");
  EXPECT_EQ(input("1"), "[0 ," + none + "," + sea + "]");
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 0) << replay.out;
  // Once more what is gone: nothing else goes with it.
  for (const char* entry : {"15", "16", "18", "19"}) Erase({"--entry", entry});
  EXPECT_EQ(input("0"), "0 \n" + none + "\n" + sea + "\n");
  EXPECT_EQ(input("1"), "[0 ," + none + "," + sea + "]");
}

// As a kill leaves it between the overwriting and the entry.
TEST_F(EraseTest, TellsAnErasureThatWasCutOffAndHoldsNothingAgainstIt) {
  std::string bytes = Input(0);
  const std::size_t begin = bytes.find("{\"id\": \"990199-5678\"");
  const std::size_t size = bytes.find('}', begin) + 1 - begin;
  bytes.replace(begin, size, "null" + std::string(size - 4, ' '));
  work_.Write(std::string(kRun) + "inputs/000000", bytes);
  Damage(6);
  work_.Write("log-private/erasing",
              "{\"entries\":[6],\"names\":[],\"spans\":[[1,0," +
                  std::to_string(begin) + "," + std::to_string(begin + size) +
                  "]]}");
  const std::string told =
      "warning: an erasure in the log 'log' was begun and not completed "
      "(entries: 1) [L162 erasure-begun]\n"
      "      = help: run 'sigte audit erase' again; a run with --audit "
      "completes it, too\n"
      "      = more: sigte explain L162\n";
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 0);
  EXPECT_EQ(replay.out, told +
                            "run 1: decided again: 3, differences: 0, erased "
                            "and so not compared: 1\n");
  const ProgramRun verify = Run({"audit", "verify", "log"});
  EXPECT_EQ(verify.code, 0);
  EXPECT_EQ(verify.out.substr(0, told.size()), told);
  // Another erasure completes it first.
  const ProgramRun run = Erase({"--entry", "7"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err,
            "audit log: an erasure had been cut off; it was completed "
            "(entries: 1)\n");
  EXPECT_EQ(Run({"audit", "replay", "log"}).out,
            "run 1: decided again: 2, differences: 0, erased and so not "
            "compared: 2\n");
  EXPECT_EQ(Run({"audit", "verify", "log"}).code, 0);
}

TEST_F(EraseTest, TellsAnErasureThatItCannotRead) {
  work_.Write("log-private/erasing", "");
  const ProgramRun verify = Run({"audit", "verify", "log"});
  EXPECT_EQ(verify.code, 0);
  EXPECT_EQ(LineOf(verify.out, "warning:"),
            "warning: an erasure in the log 'log' was begun and not completed "
            "(entries: 0) [L162 erasure-begun]");
  EXPECT_EQ(Run({"audit", "replay", "log"}).code, 0);
}

// Commitments that nothing opens prove nothing: who took the salts could have
// changed what they open.
TEST_F(EraseTest, TellsSaltsThatAreGoneWithoutAnErasure) {
  Damage(6);
  const ProgramRun one = Run({"audit", "replay", "log"});
  EXPECT_EQ(one.code, 1);
  EXPECT_EQ(one.out,
            "the salt of 1 entry is gone without an erasure in the log; the "
            "first is 6. What they commit to cannot be checked\n"
            "run 1: decided again: 4, differences: 1, erased and so not "
            "compared: 0\n");
  ASSERT_EQ(Erase({"--entry", "5"}).code, 0);
  EXPECT_EQ(LineOf(Run({"audit", "replay", "log"}).out, "the salt"),
            "the salt of 1 entry is gone without an erasure in the log; the "
            "first is 6. What they commit to cannot be checked");
  fs::remove(work_.folder() / kRun / "salts");
  const ProgramRun all = Run({"audit", "replay", "log"});
  EXPECT_EQ(all.code, 1);
  // 3 submissions, 4 records but the erased one, the aggregate
  EXPECT_EQ(LineOf(all.out, "the salts"),
            "the salts of 7 entries are gone without an erasure in the log; "
            "the first is 2. What they commit to cannot be checked");
}

TEST_F(EraseTest, BelievesNoBlankedSubmissionThatNoErasureExplains) {
  work_.Write(std::string(kRun) + "inputs/000002",
              "null" + std::string(Input(2).size() - 4, ' '));
  const ProgramRun replay = Run({"audit", "replay", "log"});
  EXPECT_EQ(replay.code, 1);
  EXPECT_EQ(LineOf(replay.out, "submission 2"),
            "submission 2: the stored file is not the one that was received");
}

}  // namespace
}  // namespace sigte
