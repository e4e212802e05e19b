// SPDX-License-Identifier: MPL-2.0

// What an erasure takes away, in every form of submission.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/audit_fixture.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

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
  EXPECT_EQ(kept.size(), std::string(kAuditedFile).size());
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
  std::string twice = kAuditedFile;
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
  work_.Write("one.json", "\xEF\xBB\xBF" + std::string(kAuditedFile));
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

}  // namespace
}  // namespace sigte
