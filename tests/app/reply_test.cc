// SPDX-License-Identifier: MPL-2.0

// What goes back to those who submit: `sigte template`, workbooks and letters.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kRepliedFile =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"2\", \"title\": \"By ferry\", \"cost\": 20, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30},\n"
    "  {\"id\": \"4\", \"title\": \"Ball\", \"cost\": -3}\n"
    "]}\n";

bool IsWorkbook(const std::string& bytes) { return bytes.starts_with("PK"); }

using Names = std::vector<std::string>;

TEST(Template, IsAWorkbookOfTheSameBytesEveryTime) {
  const Workplace work;
  const ProgramRun run = work.Run({"template", "-o", "a.xlsx"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out + run.err, "");
  work.Run({"template", "-o", "b.xlsx"}, "",
           {"LANG=en_GB.UTF-8", "TZ=Asia/Tokyo"});
  EXPECT_TRUE(IsWorkbook(work.Read("a.xlsx")));
  EXPECT_EQ(work.Read("a.xlsx") == work.Read("b.xlsx"), true);
  EXPECT_EQ(work.Run({"template"}).out == work.Read("a.xlsx"), true);
  EXPECT_EQ(work.Names(), (Names{"a.xlsx", "b.xlsx"}));
}

TEST(Template, IsInTheLanguageAndLengthThatAreAskedFor) {
  const Workplace work;
  const std::string plain = work.Run({"template"}).out;
  EXPECT_NE(work.Run({"template", "--lang", "da"}).out, plain);
  EXPECT_LT(work.Run({"template", "--rows", "5"}).out.size(), plain.size());
  const ProgramRun none = work.Run({"template", "--rows", "0"});
  EXPECT_EQ(none.code, 2);
  EXPECT_NE(none.err.find("the option '--rows' is '0'"), std::string::npos);
}

TEST(Template, IsAbsentWhereItCannotBeWritten) {
  const Workplace work;
  const ProgramRun run = work.Run({"template", "-o", "no/such/a.xlsx"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("A113 cannot-write"), std::string::npos) << run.err;
  EXPECT_EQ(work.Names(), Names{});
}

TEST(Template, IsCalledWhatItIs) {
  const Workplace work;
  const ProgramRun run = work.Run({"template", "-o", "a.csv"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "error: 'a.csv' ends in '.csv' but would be a workbook [W114 "
            "not-called-workbook]\n"
            "      = help: give the file the ending .xlsx\n"
            "      = more: sigte explain W114\n");
  EXPECT_EQ(work.Run({"template", "-o", "A.XLSX"}).code, 0);
  EXPECT_EQ(work.Names(), Names{"A.XLSX"});
}

// A folder that is no folder: the library has nowhere for its scratch files.
TEST(Template, SaysWhenThereIsNoRoomForScratchFiles) {
  const Workplace work;
  work.Write("tmp", "a file");
  const ProgramRun run =
      work.Run({"template", "-o", "a.xlsx"}, "",
               {"LANG=en_GB.UTF-8", "TMPDIR=/dev/null/none"});
  EXPECT_EQ(run.code == 0, work.Has("a.xlsx")) << run.err;
  EXPECT_NE(run.code, 128 + 11) << run.err;
}

TEST(ReturnedWorkbook, IsChosenByTheNameOrByTheFormat) {
  const Workplace work;
  work.Write("a.json", kRepliedFile);
  const ProgramRun run = work.Run({"screen", "-o", "reply.xlsx", "a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err,
            "records read: 4 = 1 included + 1 left out + 1 borderline + 1 "
            "invalid; files that could not be read: 0\n");
  const std::string bytes = work.Read("reply.xlsx");
  EXPECT_TRUE(IsWorkbook(bytes));
  const ProgramRun piped = work.Run({"screen", "--format", "xlsx", "a.json"});
  EXPECT_EQ(piped.out == bytes, true);
  work.Run({"screen", "-o", "text:report.xlsx", "a.json"});
  EXPECT_FALSE(IsWorkbook(work.Read("report.xlsx")));
  EXPECT_EQ(work.Read("a.json"), kRepliedFile);
}

TEST(ReturnedWorkbook, HasTheSameBytesOnAnyNumberOfThreads) {
  const Workplace work;
  std::string stream;
  for (int i = 0; i < 3000; ++i) {
    const std::string id = std::to_string(i);
    stream += i % 50 == 7
                  ? "[1]\n"
                  : "{\"id\":\"" + id +
                        "\",\"club\":" + std::to_string(1 + i % 9) +
                        ",\"title\":\"=t" + id + "\",\"cost\":" + id + "}\n";
  }
  work.Write("a.ndjson", stream);
  work.Write("b.json", kRepliedFile);
  const auto bytes = [&](const char* threads) {
    return work
        .Run({"screen", "--format", "xlsx", "--threads", threads, "a.ndjson",
              "b.json"})
        .out;
  };
  const std::string one = bytes("1");
  EXPECT_TRUE(IsWorkbook(one));
  EXPECT_EQ(one == bytes("2"), true);
  EXPECT_EQ(one == bytes("5"), true);
}

TEST(ReturnedWorkbook, NeverReplacesAFileThatIsRead) {
  const Workplace work;
  work.Write("in/a.json", kRepliedFile);
  for (const char* command : {"screen", "letter"}) {
    Names arguments = {command, "-o", "in/../in/a.json", "in"};
    if (arguments[0] == "screen")
      arguments.insert(arguments.end(), {"--format", "xlsx"});
    const ProgramRun run = work.Run(arguments);
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(
        run.err,
        "error: 'in/../in/a.json' is one of the files that are read, and "
        "is not overwritten [W111 output-is-input]\n"
        "      = help: if it is a file that sigte wrote last time, put the "
        "result outside the folder that is read; else choose another name "
        "with -o\n"
        "      = more: sigte explain W111\n");
  }
  EXPECT_EQ(work.Read("in/a.json"), kRepliedFile);
}

TEST(ReturnedWorkbook, IsThereEvenWhereNothingCouldBeRead) {
  const Workplace work;
  work.Write("a.json", "{\"season\": ");
  const ProgramRun run = work.Run({"screen", "-o", "reply.xlsx", "a.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_TRUE(IsWorkbook(work.Read("reply.xlsx")));
}

TEST(Letter, GroupsByCauseWithTheTotalsFirst) {
  const Workplace work;
  work.Write("a.json", kRepliedFile);
  const ProgramRun run = work.Run({"letter", "a.json"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(
      run.out.substr(0, run.out.find("\n---\n")),
      "# Reply to 7: Outings\n"
      "\n"
      "Records read: 4 = 1 included + 1 left out + 1 borderline + 1 invalid\n"
      "\n"
      "## Must be corrected\n"
      "\n"
      "These records cannot be counted until the information is corrected.\n"
      "\n"
      "### Cost (D207)\n"
      "\n"
      "Correct the number; look at its sign and unit.\n"
      "\n"
      "- **7/4  Ball**: field 'Cost' is -3 but must be at least 0 "
      "(a.json:5:40)\n"
      "\n"
      "## Must be answered\n"
      "\n"
      "The answers decide whether the records belong.\n"
      "\n"
      "### For members (I1)\n"
      "\n"
      "Fill in the field 'For'. members: included; guests: left out.\n"
      "\n"
      "- **7/3  Picnic**: Whom is the outing for? (a.json:4)\n"
      "\n"
      "## Do not belong\n"
      "\n"
      "These records are not counted.\n"
      "\n"
      "### By boat (E1)\n"
      "\n"
      "If you disagree, write why.\n"
      "\n"
      "- **7/2  By ferry**: The outing is by boat. Title: 'ferry' – Boats "
      "(a.json:3:28)\n"
      "\n"
      "## Belong\n"
      "\n"
      "- 7/1  Zoo\n");
}

// The question is said once above the records, what to do beside each.
TEST(Letter, PartsARecordsNameFromWhatIsToBeDone) {
  const Workplace work;
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":1}\n"
             "{\"id\":\"2\",\"club\":7,\"title\":\"Zoo\",\"cost\":1}\n"
             "{\"id\":\"3\",\"club\":7,\"title\":\"Picnic\",\"cost\":1}\n");
  const std::string out = work.Run({"letter", "a.ndjson"}).out;
  EXPECT_NE(out.find("Whom is the outing for?\n\n- **7/1  Zoo**: Fill in"),
            std::string::npos)
      << out;
}

TEST(Reply, ShowsNoSumWhereNoAmountIsKnown) {
  const Workplace work;
  work.Write("a.ndjson", "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\"}\n");
  const ProgramRun run =
      work.Run({"screen", "--format", "markdown", "a.ndjson"});
  EXPECT_NE(run.out.find("| 7 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | ? |"),
            std::string::npos)
      << run.out;
}

TEST(Letter, ReadsNothingASubmitterWroteAsMarkdown) {
  const Workplace work;
  work.Write("a_b.json",
             "{\"season\": \"2020\", \"club\": 7, \"outings\": [{\"id\": "
             "\"*1*\", \"title\": \"[x](http://y.dk) <b>\\n# By ferry\", "
             "\"cost\": 1, \"target\": \"members\"}]}");
  const ProgramRun run = work.Run({"letter", "-o", "letter.md", "a_b.json"});
  EXPECT_EQ(run.code, 0) << run.err;
  const std::string letter = work.Read("letter.md");
  EXPECT_NE(letter.find("- **7/\\*1\\*  \\[x\\](http\\://y.dk) \\<b\\> # By "
                        "ferry**: "),
            std::string::npos)
      << letter;
  EXPECT_NE(letter.find("(a\\_b.json:1:"), std::string::npos) << letter;
  EXPECT_EQ(letter.find("\n# By"), std::string::npos) << letter;
}

TEST(Letter, IsOneToEachGroup) {
  const Workplace work;
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"club\":7,\"title\":\"Zoo\",\"cost\":1}\n"
             "{\"id\":\"1\",\"club\":3,\"title\":\"Park\",\"cost\":1}\n"
             "{\"id\":\"2\",\"club\":7,\"title\":\"Lake\",\"cost\":1}\n");
  const std::string out = work.Run({"letter", "a.ndjson"}).out;
  const std::size_t seven = out.find("# Reply to 7: ");
  const std::size_t three = out.find("# Reply to 3: ");
  EXPECT_EQ(seven, 0u);
  EXPECT_LT(seven, three);
  EXPECT_LT(out.find("Lake"), three);
  EXPECT_GT(out.find("Park"), three);
  EXPECT_NE(out.find("Records read: 2 = "), std::string::npos);
}

// An empty list is an answer.
class EmptyAnswer : public testing::Test {
 protected:
  EmptyAnswer() {
    work_.Write("a.json",
                "{\"season\": \"2020\", \"club\": 5, \"outings\": []}");
    work_.Write("b.json", kRepliedFile);
  }

  Workplace work_;
};

TEST_F(EmptyAnswer, HasARowOfZerosInEverySummary) {
  const auto told = [&](const char* format) {
    return work_.Run({"screen", "--format", format, "a.json", "b.json"}).out;
  };
  EXPECT_EQ(
      LineOf(told("full"), "5 "),
      "5                      0    0       0    0       0    0       0    0");
  EXPECT_EQ(LineOf(told("markdown"), "| 5 "),
            "| 5 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |");
  EXPECT_NE(told("json").find("{\"group\":\"5\",\"include\":{\"records\":0,"),
            std::string::npos)
      << told("json");
}

TEST_F(EmptyAnswer, IsAnsweredByALetterOfItsOwn) {
  const std::string out = work_.Run({"letter", "a.json", "b.json"}).out;
  EXPECT_EQ(out.find("# Reply to 7: "), 0u);
  const std::size_t five = out.find("# Reply to 5: ");
  ASSERT_NE(five, std::string::npos) << out;
  EXPECT_EQ(out.substr(five, out.find("\n---\n", five) - five),
            "# Reply to 5: Outings\n"
            "\n"
            "Records read: 0 = 0 included + 0 left out + 0 borderline + 0 "
            "invalid\n"
            "\n"
            "The answer was received. It says that you have no records.\n");
}

TEST_F(EmptyAnswer, GivesAReplyThatCanBeSentBack) {
  work_.Run({"screen", "-o", "reply.xlsx", "a.json"});
  const ProgramRun run = work_.Run({"screen", "reply.xlsx"});
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_EQ(run.out.find("D348"), std::string::npos) << run.out;
}

// Nobody is told of what is wrong with somebody else's answer.
TEST(Letters, TellOfAFileThoseWhoseItIs) {
  const Workplace work;
  work.Write("a.csv",
             "Club;7\nNumber;Title;Cost;For;Note\n1;Zoo;10;members;\n");
  work.Write("b.csv", "Club;5\nNumber;Title;Cost;For;Colour\n");
  work.Write("c.json", "{\"season\": \"2020\", \"club\": 6, \"outings\": [");
  const std::string out = work.Run({"letter", "a.csv", "b.csv", "c.json"}).out;
  const std::size_t seven = out.find("# Reply to 7: ");
  const std::size_t five = out.find("# Reply to 5: ");
  const std::size_t nobody = out.find("# Reply: ");
  ASSERT_TRUE(seven < five && five < nobody && nobody != std::string::npos)
      << out;
  const auto told = [&](std::size_t begin, const std::string& what) {
    return out.substr(begin, out.find("\n---\n", begin) - begin).find(what) !=
           std::string::npos;
  };
  EXPECT_TRUE(told(seven, "About the file a.csv: "));
  EXPECT_TRUE(told(five, "About the file b.csv: the heading 'Colour'")) << out;
  EXPECT_TRUE(told(nobody, "About the file c.json: ")) << out;
  EXPECT_TRUE(told(nobody, "c.json could not be read")) << out;
  EXPECT_FALSE(told(seven, "b.csv") || told(seven, "c.json"));
}

// What is wrong with its file is no answer of anybody.
TEST_F(EmptyAnswer, IsNoneWhereTheFileIsAtFault) {
  work_.Write("a.json",
              "{\"season\": \"2020\", \"club\": -5, \"outings\": []}");
  work_.Write("c.json", "{\"season\": \"2020\", \"club\": 6}");
  const std::string out =
      work_.Run({"letter", "a.json", "b.json", "c.json"}).out;
  EXPECT_EQ(out.find("# Reply to -5"), std::string::npos) << out;
  EXPECT_EQ(out.find("# Reply to 6"), std::string::npos) << out;
}

TEST(Letter, NeedsFiles) {
  const Workplace work;
  const ProgramRun run = work.Run({"letter"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("'letter' lacks FILES"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace sigte
