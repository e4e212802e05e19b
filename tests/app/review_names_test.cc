// SPDX-License-Identifier: MPL-2.0

// Records whose id is no name: a private number, or no answer. People rule on
// them all the same, and on no other one that is shown alike.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNamedFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"990199-1234\", \"title\": \"Zoo\", \"cost\": 40},\n"
    "  {\"id\": \"990199-5678\", \"title\": \"Picnic\", \"cost\": 30},\n"
    "  {\"id\": \"-\", \"title\": \"Theatre\", \"cost\": 20},\n"
    "  {\"id\": \"-\", \"title\": \"Museum\", \"cost\": 10}\n"
    "]}\n";

class ReviewNames : public testing::Test {
 protected:
  void SetUp() override {
    work_.CopyRuleset("hide: [\"000000-####\"]\n");
    work_.Write("a.json", kNamedFile);
  }

  ProgramRun Run(const std::string& command, const std::string& input = "",
                 std::vector<std::string> more = {}) const {
    more.insert(more.begin(),
                {command, "--rules", "rules", "--today", "2026-11-25"});
    more.emplace_back("a.json");
    return work_.Run(std::move(more), input);
  }

  /// "borderline include …" in the order of the file.
  std::string Verdicts() const {
    const std::string out = Run("screen", "", {"--format", "ndjson"}).out;
    std::string verdicts;
    const std::string key = "\"verdict\":\"";
    for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
      const std::size_t begin = out.find(key, at) + key.size();
      verdicts += (verdicts.empty() ? "" : " ") +
                  out.substr(begin, out.find('"', begin) - begin);
    }
    return verdicts;
  }

  Workplace work_;
};

constexpr const char* kYes =
    "{\"answer\":\"yes\",\"reason\":\"seen\",\"text\":\"Asked\","
    "\"body\":\"board\",\"role\":\"chair\"}\n";
constexpr const char* kApproval =
    "{\"answer\":\"yes\",\"body\":\"audit\",\"role\":\"head\"}\n";

TEST_F(ReviewNames, AreAskedForWithoutADigitThatNobodyMaySee) {
  ASSERT_EQ(Verdicts(), "borderline borderline borderline borderline");
  const ProgramRun list = Run("review", "", {"--list", "--format", "ndjson"});
  EXPECT_EQ(list.code, 0);
  std::vector<std::string> ids;
  const std::string key = "{\"record\":{\"club\":7,\"id\":\"";
  for (std::size_t at = list.out.find(key); at != list.out.npos;
       at = list.out.find(key, at)) {
    at += key.size();
    ids.push_back(list.out.substr(at, list.out.find('"', at) - at));
  }
  ASSERT_EQ(ids.size(), 4u) << list.out;
  EXPECT_EQ(ids[0].substr(0, 12), "990199-****#");
  EXPECT_EQ(ids[0].size(), 28u);
  EXPECT_EQ(ids[1].substr(0, 12), "990199-****#");
  EXPECT_NE(ids[0], ids[1]);
  EXPECT_EQ(ids[2].substr(0, 2), "-#");
  EXPECT_NE(ids[2], ids[3]);
  EXPECT_EQ(list.out.find("1234"), list.out.npos);
  EXPECT_EQ(list.out.find("5678"), list.out.npos);
}

TEST_F(ReviewNames, AreRuledOnOneByOne) {
  ASSERT_EQ(Run("review", kYes).err,
            "written: 1; approved: 0; skipped: 0; left: 3\n");
  std::string text;
  for (const auto& file : fs::directory_iterator(work_.folder() / "rulings")) {
    text += work_.Read("rulings/" + file.path().filename().string());
  }
  EXPECT_NE(text.find("record: {club: 7, id: \"990199-****#"), text.npos)
      << text;
  EXPECT_EQ(text.find("1234"), text.npos);
  ASSERT_EQ(Run("review", kApproval, {"--approve"}).code, 0);
  EXPECT_EQ(Verdicts(), "include borderline borderline borderline");
  // The one shown alike, and those without an id, are asked for still.
  ASSERT_EQ(Run("review", std::string(kYes) + kYes + kYes).err,
            "written: 3; approved: 0; skipped: 0; left: 0\n");
  ASSERT_EQ(Run("review", std::string(kApproval) + kApproval + kApproval,
                {"--approve"})
                .code,
            0);
  EXPECT_EQ(Verdicts(), "include include include include");
  EXPECT_EQ(Run("review").err,
            "written: 0; approved: 0; skipped: 0; left: 0\n");
}

// What a record says is all that tells it from others.
TEST_F(ReviewNames, LapseWhenAnythingInTheRecordChanges) {
  ASSERT_EQ(Run("review", kYes).code, 0);
  ASSERT_EQ(Run("review", kApproval, {"--approve"}).code, 0);
  std::string text = kNamedFile;
  work_.Write("a.json", text.replace(text.find("Zoo"), 3, "Sea"));
  EXPECT_EQ(Verdicts(), "borderline borderline borderline borderline");
}

// A ruling written by hand may name the record as it is written.
TEST_F(ReviewNames, AreFoundByTheIdAsWrittenToo) {
  ASSERT_EQ(Run("review", kYes).code, 0);
  ASSERT_EQ(Run("review", kApproval, {"--approve"}).code, 0);
  for (const auto& file : fs::directory_iterator(work_.folder() / "rulings")) {
    const std::string name = "rulings/" + file.path().filename().string();
    std::string text = work_.Read(name);
    const std::size_t at = text.find("990199-****#");
    work_.Write(name, text.replace(at, 28, "990199-5678"));
  }
  EXPECT_EQ(Verdicts(), "borderline include borderline borderline");
}

}  // namespace
}  // namespace sigte
