// SPDX-License-Identifier: MPL-2.0

// What stands once for a file and with none of its records: the same in JSON,
// in tables and in what goes back; and files that have nothing else.

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "tests/app/program_runner.h"

namespace sigte {
namespace {

// The club says whether its books are closed; open books are refused.
constexpr const char* kRule = R"(
- rule: books_open
  code: K9
  kind: check
  effect: reject
  title: {da: Åbne bøger, en: Open books}
  source: "tests"
  fails_when: "!closed"
  message: {da: Bøgerne er ikke lukket., en: The books are not closed.}
  ask: {da: "Er bøgerne lukket?", en: "Are the books closed?"}
  examples:
    - {given: {closed: false}, expect: true}
    - {given: {closed: true}, expect: false}
)";

class FileValues : public testing::Test {
 protected:
  FileValues() {
    work_.CopyRuleset("");
    std::ofstream(work_.folder() / "rules/rules.yaml", std::ios::app) << kRule;
    std::string schema = work_.Read("rules/outings.schema.json");
    const std::string club = "\"club\": {\"$ref\": \"#/$defs/club\"},";
    schema.insert(schema.find(club),
                  "\"closed\": {\"title\": \"Closed\", \"type\": \"boolean\"}, "
                  "\"as_of\": {\"title\": \"As of\", \"type\": \"string\"}, ");
    const std::string asked = "[\"season\", ";
    schema.insert(schema.find(asked) + asked.size(), "\"closed\", ");
    work_.Write("rules/outings.schema.json", schema);
  }

  ProgramRun Concise(std::vector<std::string> files) const {
    files.insert(files.begin(),
                 {"screen", "--rules", "rules", "--format", "concise"});
    return work_.Run(files);
  }

  void WriteJson(const std::string& name, const std::string& closed) const {
    work_.Write(name, R"({"season": "2020", "club": 7, "closed": )" + closed +
                          R"(, "outings": [{"id": "1", "title": "By ferry",)" +
                          R"( "cost": 5, "target": "members"}]})");
  }

  Workplace work_;
};

constexpr const char* kNote =
    "a.csv:1:1: note: the file was read as CSV in UTF-8 with semicolons "
    "between the cells [D315 assumed-csv]\n";

TEST_F(FileValues, DecideTheRecordsOfATableAsThoseOfJson) {
  WriteJson("open.json", "false");
  WriteJson("shut.json", "true");
  EXPECT_EQ(Concise({"open.json"}).out,
            "open.json:1:41: error: 7/1: The books are not closed. [K9 "
            "books_open]\n"
            "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 "
            "invalid\n");
  const std::string rows =
      "Number;Title;Cost;For\n"
      "1;By ferry;5;members\n";
  work_.Write("a.csv", "Club;7\nClosed;No\n" + rows);
  EXPECT_EQ(Concise({"a.csv"}).out,
            std::string(kNote) +
                "a.csv:4:1: error: 7/1: The books are not closed. [K9 "
                "books_open]\n"
                "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 "
                "invalid\n");
  work_.Write("a.csv", "Club;7\nClosed;Yes\n" + rows);
  EXPECT_EQ(Concise({"a.csv"}).out,
            std::string(kNote) +
                "Records read: 1 = 0 included + 1 left out + 0 borderline + 0 "
                "invalid\n");
  work_.Write("a.csv",
              "Club;Closed;Number;Title;Cost;For\n"
              "7;No;1;By ferry;5;members\n"
              "8;Yes;1;By ferry;5;members\n");
  EXPECT_EQ(Concise({"a.csv"}).out,
            std::string(kNote) +
                "a.csv:2:1: error: 7/1: The books are not closed. [K9 "
                "books_open]\n"
                "Records read: 2 = 0 included + 1 left out + 0 borderline + 1 "
                "invalid\n");
}

TEST_F(FileValues, AreToldWhereTheyAreMissingOrNone) {
  const std::string rows =
      "Number;Title;Cost;For\n"
      "1;By ferry;5;members\n";
  const std::string invalid =
      "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 invalid\n";
  work_.Write("a.csv", "Club;7\n" + rows);
  EXPECT_EQ(Concise({"a.csv"}).out,
            std::string(kNote) +
                "a.csv:2:1: error: 'Closed' is missing: as a column, or once "
                "above the table [D348 missing-common]\n" +
                invalid);
  work_.Write("a.csv", "Club;7\nClosed;perhaps\n" + rows);
  EXPECT_EQ(Concise({"a.csv"}).out,
            std::string(kNote) +
                "a.csv:2:8: error: 'perhaps' is no value of 'Closed' [D347 "
                "wrong-file-value]\n" +
                invalid);
}

TEST_F(FileValues, ComeBackFromAReply) {
  WriteJson("open.json", "false");
  WriteJson("shut.json", "true");
  for (const auto& files :
       {std::vector<std::string>{"open.json"},
        std::vector<std::string>{"open.json", "shut.json"}}) {
    std::vector<std::string> run = {"screen", "--rules", "rules",
                                    "-q",     "-o",      "back.xlsx"};
    run.insert(run.end(), files.begin(), files.end());
    work_.Run(run);
    const auto sum = [&](const std::vector<std::string>& of) {
      const std::string out = Concise(of).out;
      return out.substr(out.find("Records read"));
    };
    EXPECT_EQ(sum({"back.xlsx"}), sum(files));
  }
}

// A table without rows is an answer, as an empty list is.
TEST_F(FileValues, TellWhoHasNothing) {
  work_.Write("a.csv", "Club;7\nClosed;Yes\nNumber;Title;Cost;For\n");
  work_.Write(
      "b.json",
      R"({"season": "2020", "club": 8, "closed": true, "outings": []})");
  const std::string out =
      work_.Run({"screen", "--rules", "rules", "-q", "a.csv", "b.json"}).out;
  EXPECT_EQ(out.substr(0, out.find("\nRecords read")),
            "                     included     left out   borderline      "
            "invalid\n"
            "Club              number  kr.  number  kr.  number  kr.  number  "
            "kr.\n"
            "----------------------------------------------------------------"
            "----\n"
            "7                      0    0       0    0       0    0       0   "
            " 0\n"
            "8                      0    0       0    0       0    0       0   "
            " 0\n"
            "----------------------------------------------------------------"
            "----\n"
            "Total                  0    0       0    0       0    0       0   "
            " 0\n");
}

// Nobody knows what was meant by it, so the rules alone say nothing either.
TEST(Screen, TakesWhatIsNoneOfTheClosedValuesForUnknown) {
  const Workplace work;
  const auto scope_of = [&](const std::string& target) {
    const std::string told =
        work.Run({"screen", "--format", "ndjson", "-"},
                 R"({"id": "1", "club": 7, "title": "Zoo", "cost": 10, )"
                 R"("target": ")" +
                     target + "\"}\n")
            .out;
    const std::size_t at = told.find("\"verdict\":");
    return told.substr(at, told.find(",\"reasons\"") - at);
  };
  EXPECT_EQ(scope_of("members"), R"("verdict":"include","scope":"include")");
  EXPECT_EQ(scope_of("Members"), R"("verdict":"invalid","scope":"borderline")");
}

}  // namespace
}  // namespace sigte
