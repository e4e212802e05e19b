// SPDX-License-Identifier: MPL-2.0

// `sigte explain`.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "engine/base/messages.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kRecords =
    "{\"id\":\"1\",\"club\":3,\"title\":\"By ferry\",\"cost\":1}\n"
    "{\"id\":\"2\",\"club\":3,\"title\":\"Zoo\",\"cost\":1}\n"
    "{\"id\":\"2\",\"club\":4,\"title\":\"Sea\",\"cost\":1}\n";

TEST(Explain, TellsARuleByCodeOrName) {
  const Workplace work;
  const ProgramRun run = work.Run({"explain", "E1"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out,
            "E1  By boat\n"
            "by_boat · exclusion · " SIGTE_SOURCE_DIR
            "/tests/data/mini/rules.yaml:13\n"
            "\n"
            "Message\n"
            "  The outing is by boat.\n"
            "\n"
            "Question\n"
            "  Is the outing by boat?\n"
            "\n"
            "Source\n"
            "  tests\n"
            "\n"
            "Holds when\n"
            "  mentions(description, \"boats\")\n"
            "\n"
            "Examples\n"
            "  holds: {title: \"By ferry\"}\n"
            "  does not hold: {title: \"By bus\"}\n");
  EXPECT_EQ(work.Run({"explain", "by_boat"}).out, run.out);
}

TEST(Explain, TellsWhatACheckOverAGroupGathers) {
  const Workplace work;
  EXPECT_THAT(work.Run({"explain", "K1"}).out,
              testing::HasSubstr("Holds when\n"
                                 "  group_count() > 1\n"
                                 "\n"
                                 "Over records with the same\n"
                                 "  club, title\n"
                                 "\n"
                                 "Examples\n"));
}

TEST(Explain, TellsWhatAConditionWorksOut) {
  const Workplace work;
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"club\":3,\"title\":\"Zoo\",\"cost\":1,"
             "\"target\":\"members\"}\n"
             "{\"id\":\"2\",\"club\":3,\"title\":\"ZOO\",\"cost\":1,"
             "\"target\":\"members\"}\n");
  EXPECT_THAT(work.Run({"explain", "3/1", "a.ndjson"}).out,
              testing::HasSubstr("      the number of records with the same "
                                 "Club and Title – here it is 2 "
                                 "(over 1)\n"));
  EXPECT_THAT(work.Run({"screen", "--format", "ndjson", "a.ndjson"}).out,
              testing::HasSubstr(R"("field":null,"found":"2","compared":"> 1",)"
                                 R"("condition":"group_count() > 1")"));
}

TEST(Explain, SaysWhyARecordIsNotFound) {
  const Workplace work;
  work.Write("a.ndjson", kRecords);
  work.Write("b.json", "hello\n");
  const ProgramRun run = work.Run({"explain", "E1", "a.ndjson", "b.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "b.json:1:1: error: 'hello' is not a value [D112 unknown-word]\n"
            "    1 | hello\n"
            "      | ^~~~~\n"
            "      = help: write true, false or null in small letters, or put "
            "text in double quotes\n"
            "error: there is no record called 'E1' in what was read [A132 "
            "no-such-record]\n"
            "      = help: write it as the report does; a rule or code is "
            "explained without files\n"
            "      = more: sigte explain A132\n");
}

TEST(Explain, TellsAMessageByItsCode) {
  const Workplace work;
  EXPECT_EQ(
      work.Run({"explain", "D161"}).out,
      "D161  empty-file · The text of a file\n"
      "  the file is empty\n"
      "\n"
      "Why\n"
      "  An empty file may be a fault in sending, so it does not count as "
      "\"nothing to report\".\n"
      "\n"
      "What you can do\n"
      "  whoever has nothing to report submits an empty list\n"
      "\n"
      "Example\n"
      "  {\"municipality\": 751, \"initiatives\": []}\n");
}

TEST(Explain, TellsACodeInDanishAndInSmallLetters) {
  const Workplace work;
  EXPECT_EQ(work.Run({"explain", "d207"}, "", {"LANG=da_DK.UTF-8"}).out,
            "D207  too-small · Indholdet af en indberetning\n"
            "  … er …, men skal være mindst …\n"
            "\n"
            "Hvorfor\n"
            "  Skemaet sætter en nedre grænse, og tallet er mindre.\n"
            "\n"
            "Sådan kan du gøre\n"
            "  ret tallet; se efter fortegn og enhed\n"
            "\n"
            "Eksempel\n"
            "  \"gross_expenditure_tdkk\": -3\n");
  EXPECT_EQ(work.Run({"explain", "e1"}).out, work.Run({"explain", "E1"}).out);
}

// A rule keeps its name although a message has the same code or short name; a
// code in capitals is always a message.
TEST(Explain, TellsARuleThatIsNamedAsAMessageIs) {
  const Workplace work;
  std::filesystem::copy(SIGTE_SOURCE_DIR "/tests/data/mini",
                        work.folder() / "own",
                        std::filesystem::copy_options::recursive);
  std::string rules = work.Read("own/rules.yaml");
  const std::string name = "rule: by_boat\n  code: E1\n";
  ASSERT_NE(rules.find(name), rules.npos);
  rules.replace(rules.find(name), name.size(), "rule: r101\n");
  work.Write("own/rules.yaml", rules);
  const auto explained = [&](const char* what) {
    const ProgramRun run = work.Run({"explain", what, "--rules", "own"});
    EXPECT_EQ(run.code, 0) << run.err;
    return run.out.substr(0, run.out.find('\n'));
  };
  EXPECT_EQ(explained("r101").find("yaml-syntax"), std::string::npos);
  EXPECT_NE(explained("r101").find("By boat"), std::string::npos);
  EXPECT_NE(explained("R101").find("yaml-syntax"), std::string::npos);
}

// The catalogue's own tests see to it that the list is complete.
TEST(Explain, ListsEveryRuleAndCodeByTopic) {
  const Workplace work;
  const ProgramRun run = work.Run({"explain"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')), "Rules");
  EXPECT_EQ(LineOf(run.out, "  E1"), "  E1  By boat");
  EXPECT_EQ(LineOf(run.out, "  R102"), "  R102  unknown key '…'");
  EXPECT_EQ(LineOf(run.out, "The audit log"), "The audit log");
  for (const MessageRow& row : MessageCatalogue()) {
    if (CodeOf(row.name).empty()) continue;
    EXPECT_NE(LineOf(run.out, "  " + std::string(CodeOf(row.name))), "")
        << row.name;
  }
}

TEST(Explain, TellsOneRecordByGroupAndIdOrByIdAlone) {
  const Workplace work;
  work.Write("a.ndjson", kRecords);
  const ProgramRun full = work.Run({"explain", "3/1", "a.ndjson"});
  EXPECT_EQ(full.code, 0);
  EXPECT_EQ(LineOf(full.out, "Verdict:"), "Verdict: left out");
  EXPECT_EQ(work.Run({"explain", "1", "a.ndjson"}).out, full.out);
  const ProgramRun two = work.Run({"explain", "2", "a.ndjson"});
  EXPECT_EQ(two.code, 2);
  EXPECT_EQ(LineOf(two.err, "error:"),
            "error: several records are called '2': 3/2, 4/2 [A131 "
            "which-record]");
}

TEST(Explain, OffersTheNearestRule) {
  const Workplace work;
  const ProgramRun run = work.Run({"explain", "by_baot"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "error: there is no rule, code or record called 'by_baot'; did you "
            "mean 'by_boat'? [A130 nothing-found]\n"
            "      = help: 'sigte explain' without a name lists all that can "
            "be explained; a record is looked for in the files named after it\n"
            "      = more: sigte explain A130\n");
}

}  // namespace
}  // namespace sigte
