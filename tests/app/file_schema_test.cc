// SPDX-License-Identifier: MPL-2.0

// What a schema says of a file as a whole: of the list of records, and of its
// records only where they stand in it.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

class FileSchema : public testing::Test {
 protected:
  FileSchema() {
    work_.CopyRuleset("");
    work_.Write("a.json",
                "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
                "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10},\n"
                "  {\"id\": \"2\", \"title\": \"Park\", \"cost\": 20}]}\n");
  }

  /// With `keyword` in the schema's root, or in its list where `of_list`.
  void Add(const std::string& keyword, bool of_list) {
    std::string schema = work_.Read("rules/outings.schema.json");
    const std::string at =
        of_list ? "\"outings\": {" : "\"required\": [\"season\"";
    const std::size_t found = schema.find(at);
    ASSERT_NE(found, std::string::npos);
    schema.insert(of_list ? found + at.size() : found, keyword + ", ");
    work_.Write("rules/outings.schema.json", schema);
  }

  /// Of `screen`: the faults, a line each, and the totals.
  std::string Screened() {
    const std::string out =
        work_.Run({"screen", "--format=concise", "--rules=rules", "a.json"})
            .out;
    std::string told;
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = out.find('\n', at);
      const std::string line = out.substr(at, end - at);
      if (line.find(": error: ") != std::string::npos ||
          line.starts_with("Records read")) {
        told += line + "\n";
      }
      at = end + 1;
    }
    return told;
  }

  Workplace work_;
};

TEST_F(FileSchema, CountsTheRecordsThatStandThere) {
  Add("\"minItems\": 2, \"maxItems\": 2", true);
  EXPECT_EQ(Screened(),
            "Records read: 2 = 0 included + 0 left out + 2 borderline + 0 "
            "invalid\n");
}

TEST_F(FileSchema, MakesAllRecordsInvalidWhereThereAreTooMany) {
  Add("\"maxItems\": 1", true);
  const std::string fault =
      "error: 'outings' may have at most 1 in the list but has 2 [D217 "
      "too-many-elements]\n";
  EXPECT_EQ(Screened().substr(0, 14 + fault.size()),
            "a.json:1:42: " + fault + "R");
  EXPECT_NE(Screened().find("+ 2 invalid\n"), std::string::npos) << Screened();
}

// The other is as it should be.
TEST_F(FileSchema, MakesTheRecordInvalidThatItAloneRefuses) {
  Add("\"if\": {\"properties\": {\"season\": {\"const\": \"2020\"}}}, "
      "\"then\": "
      "{\"properties\": {\"outings\": {\"items\": {\"properties\": {\"cost\": "
      "{\"maximum\": 15}}}}}}",
      false);
  EXPECT_EQ(Screened(),
            "a.json:3:40: error: 7/2: 'cost' is 20 but may be at most 15 [D208 "
            "too-large]\n"
            "Records read: 2 = 0 included + 0 left out + 1 borderline + 1 "
            "invalid\n");
}

}  // namespace
}  // namespace sigte
