// SPDX-License-Identifier: MPL-2.0

// What changed rules say of records: their messages, their explanations and the
// places that they point at.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/app/changed_ruleset.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(Rules, AMessageSaysThatAValueIsNotStated) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "en: The outing is too dear.",
           "en: \"Too dear ({note})\"");
  work.Write(
      "a.ndjson",
      R"({"club": 7, "id": "1", "title": "A", "cost": 1001})"
      "\n"
      R"({"club": 7, "id": "2", "title": "B", "cost": 1001, "note": null})"
      "\n"
      R"({"club": 7, "id": "3", "title": "C", "cost": 1001, "note": " "})"
      "\n"
      R"({"club": 7, "id": "4", "title": "D", "cost": 1001, "note": "-"})"
      "\n");
  const ProgramRun run = work.Run(
      {"screen", "--rules", "rules", "--format", "concise", "a.ndjson"});
  for (const char* line :
       {"a.ndjson:1:46: error: 7/1: Too dear (not stated) [K2 too_dear]",
        "a.ndjson:2:46: error: 7/2: Too dear (not stated) [K2 too_dear]",
        "a.ndjson:3:46: error: 7/3: Too dear (not stated) [K2 too_dear]",
        "a.ndjson:4:46: error: 7/4: Too dear (-) [K2 too_dear]"}) {
    EXPECT_EQ(LineOf(run.out, line), line) << run.out;
  }
}

TEST(Rules, AnExplanationNamesTheDutyBesideTheCitation) {
  for (const std::string asked :
       {"duty(note) == \"must\"", "in_force(note) == true"}) {
    const Workplace work;
    CopyWith(work, "rules.yaml", "mentions(description, \"boats\")",
             "mentions(description, \"boats\") || " + asked);
    work.Write("a.ndjson",
               "{\"id\":\"1\",\"club\":3,\"title\":\"Zoo\",\"cost\":1,"
               "\"note\":\"CA § 1\"}\n");
    const ProgramRun run =
        work.Run({"explain", "3/1", "--rules", "rules", "a.ndjson"});
    EXPECT_EQ(LineOf(run.out, "      Note: "),
              "      Note: 'CA § 1' – " + asked)
        << run.out;
    EXPECT_THAT(work.Run({"screen", "--rules", "rules", "--format", "ndjson",
                          "a.ndjson"})
                    .out,
                testing::HasSubstr(R"("found":"CA § 1","compared":")" +
                                   asked.substr(0, asked.find('"'))));
  }
}

// What is not there has no place of its own.
TEST(Rules, AFindingOnAMissingFieldStandsWhereItsRecordBegins) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "fails_when: cost > dear",
           "fails_when: '!has(target)'");
  work.Write("a.json",
             "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
             "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10}]}\n");
  work.Write("a.csv", "id,club,title,cost\n1,7,Zoo,10\n");
  const ProgramRun run = work.Run({"screen", "--rules", "rules", "a.json"});
  EXPECT_EQ(Section(run.out, "Faults and remarks"),
            "a.json:2:3: error: The outing is too dear. [K2 too_dear]\n"
            "    2 |   {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10}]}\n"
            "      |   ^\n"
            "      = record: 7/1\n"
            "      = more: sigte explain K2\n");
  EXPECT_EQ(LineOf(work.Run({"screen", "--rules", "rules", "--format",
                             "concise", "a.csv"})
                       .out,
                   "a.csv:2:"),
            "a.csv:2:1: error: 7/1: The outing is too dear. [K2 too_dear]");
}

}  // namespace
}  // namespace sigte
