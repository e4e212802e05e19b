// SPDX-License-Identifier: MPL-2.0

// Tables through the whole program: their places, their questions, and files
// that are not what they are called.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/read/package_builder.h"

namespace sigte {
namespace {

constexpr const char* kCsv =
    "Club;7\n"
    "Number;Title;Cost;For;Note\n"
    "1;Zoo;10;members;\n"
    "2;By ferry;20;members;-\n"
    "3;Picnic;30;;\n";

std::string Text(const std::string& text) {
  return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string Number(const std::string& number) {
  return "<c><v>" + number + "</v></c>";
}

/// The same as kCsv.
std::string Workbook() {
  return WorkbookParts("<row>" + Text("Club") + Number("7") + "</row><row>" +
                       Text("Number") + Text("Title") + Text("Cost") +
                       Text("For") + Text("Note") + "</row><row>" +
                       Number("1") + Text("Zoo") + Number("10") +
                       Text("members") + "</row><row>" + Number("2") +
                       Text("By ferry") + Number("20") + Text("members") +
                       Text("-") + "</row><row>" + Number("3") +
                       Text("Picnic") + Number("30") + "</row>")
      .Zip();
}

std::string Replaced(std::string text, const std::string& from,
                     const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Tables, AreScreenedAsTheLinesThatTheyStandFor) {
  const Workplace work;
  work.Write("a.csv", kCsv);
  work.Write("a.xlsx", Workbook());
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"title\":\"Zoo\",\"cost\":10,\"target\":"
             "\"members\",\"club\":7}\n"
             "{\"id\":\"2\",\"title\":\"By ferry\",\"cost\":20,\"target\":"
             "\"members\",\"note\":null,\"club\":7}\n"
             "{\"id\":\"3\",\"title\":\"Picnic\",\"cost\":30,\"club\":7}\n");
  const std::string expected =
      "Records read: 3 = 1 included + 1 left out + 1 borderline + 0 invalid";
  for (const char* file : {"a.csv", "a.xlsx", "a.ndjson"}) {
    const ProgramRun run = work.Run({"screen", file});
    EXPECT_EQ(run.code, 0) << file << run.out;
    EXPECT_EQ(LineOf(run.out, "Records read:"), expected) << file;
  }
}

TEST(Tables, SayWhereInTheWorkbookTheWordsStand) {
  const Workplace work;
  work.Write("a.xlsx", Workbook());
  const ProgramRun run = work.Run({"explain", "7/2", "a.xlsx"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find(" · a.xlsx: Svar!4:4\n"), std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("      a.xlsx: Svar!B4 (Title)\n"
                         "          4 | By ferry\n"
                         "            |    ^~~~~\n"),
            std::string::npos)
      << run.out;
}

// The schema has English titles beside the Danish ones.
TEST(Tables, NameHeadingsInTheReadersLanguage) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "Cost", "Valuta"));
  EXPECT_EQ(LineOf(work.Run({"screen", "a.csv"}).out, "a.csv:2:14"),
            "a.csv:2:14: error: the heading 'Valuta' is no field's "
            "name; first below it stands '10'; known: "
            "Club, Number, Title, Cost, For, Note [D341 unknown-column]");
  EXPECT_EQ(
      LineOf(work.Run({"screen", "--lang", "da", "a.csv"}).out, "a.csv:2:14"),
      "a.csv:2:14: fejl: overskriften 'Valuta' er ikke navnet på et "
      "felt; "
      "først under den står '10'; "
      "kendte: Klub, Nummer, Titel, Pris, For, Note [D341 unknown-column]");
}

TEST(Tables, SayWhereInTheTextTheWordsStand) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "By ferry", "\"Home\nand by ferry\""));
  const ProgramRun run = work.Run({"explain", "7/2", "a.csv"});
  EXPECT_NE(run.out.find("      a.csv:5:8 (Title)\n"
                         "          5 | and by ferry\n"
                         "            |        ^~~~~\n"),
            std::string::npos)
      << run.out;
}

// Two marks in the file are one in the cell.
TEST(Tables, SayWhereTheWordsStandBehindDoubledQuotationMarks) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "By ferry", "\"So \"\"by\"\" ferry\""));
  const ProgramRun run = work.Run({"explain", "7/2", "a.csv"});
  EXPECT_NE(run.out.find("      a.csv:4:14 (Title)\n"
                         "          4 | So \"by\" ferry\n"
                         "            |         ^~~~~\n"),
            std::string::npos)
      << run.out;
}

TEST(Tables, GiveTheirCellsInDecisionsToo) {
  const Workplace work;
  work.Write("a.xlsx", Workbook());
  const ProgramRun run =
      work.Run({"screen", "--format", "ndjson", "-q", "a.xlsx"});
  EXPECT_NE(run.out.find("\"file\":\"a.xlsx\",\"sheet\":\"Svar\",\"line\":4,"),
            std::string::npos)
      << run.out;
  EXPECT_NE(
      run.out.find("\"span\":{\"line\":4,\"column\":4,\"end_column\":9,"
                   "\"sheet\":\"Svar\",\"cell\":\"B4\",\"heading\":\"Title\"}"),
      std::string::npos)
      << run.out;
}

TEST(Tables, PointAtTheCellWhereAnAnswerIsMissing) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "1;Zoo;10", ";Zoo;10"));
  const ProgramRun run = work.Run({"screen", "a.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("a.csv:3:1: error: 'Number' is missing [D203"),
            std::string::npos)
      << run.out;
}

// Where the schema takes an empty text, a blank cell is one, as it is where a
// reply brings it back.
TEST(Tables, AreAsTheLineWithAnEmptyTextWhereACellIsBlank) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "1;Zoo;10", "1;;10"));
  work.Write("a.ndjson",
             "{\"id\":\"1\",\"club\":7,\"title\":\"\",\"cost\":10,"
             "\"target\":\"members\"}\n");
  work.Run({"screen", "-o", "reply.xlsx", "a.ndjson"});
  const auto counts = [&](const std::string& file) {
    return LineOf(work.Run({"screen", file}).out, "Records read:");
  };
  EXPECT_EQ(counts("a.ndjson"),
            "Records read: 1 = 0 included + 0 left out + 1 borderline + 0 "
            "invalid");
  EXPECT_EQ(counts("a.csv"),
            "Records read: 3 = 0 included + 1 left out + 2 borderline + 0 "
            "invalid");
  EXPECT_EQ(counts("reply.xlsx"), counts("a.ndjson"));
}

// The rows behind a fault that nothing can be read beyond are not lost in
// silence.
TEST(Tables, SayThatTheyWereNotReadToTheirEnd) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "Picnic", std::string(300UL << 10, 'x')));
  const ProgramRun run = work.Run({"screen", "a.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:").substr(0, 15), "Records read: 2");
  EXPECT_EQ(LineOf(run.out, "a.csv could"),
            "a.csv could not be read, or not to its end; records not read are "
            "not counted");
}

TEST(Tables, AreReadOnBehindAQuoteThatNothingCloses) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "Zoo", "\"Zoo"));
  const ProgramRun run = work.Run({"screen", "a.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:"),
            "Records read: 3 = 0 included + 1 left out + 1 borderline + 1 "
            "invalid");
  EXPECT_EQ(LineOf(run.out, "a.csv:3:3"),
            "a.csv:3:3 (Title): error: the cell begins with a quotation mark, "
            "and none comes that ends it; the lines behind it are read each "
            "for itself [D313 quote-not-closed]");
}

// Neither reading is taken; each says where it would lead.
TEST(Tables, AskWhichOfTwoNumbersIsMeant) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "Zoo;10", "Zoo;1.250"));
  const ProgramRun run = work.Run({"screen", "a.csv"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("7/1  Zoo  amount unknown\n"), std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("  ? Is it 1250 or 1.25?\n"
                         "      answer in field Cost (cost)\n"
                         "      1250 → invalid\n"
                         "      1.25 → invalid\n"),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("a.csv:3:7 (Cost): warning: '1.250' can be read in "
                         "two ways: as 1250 and as 1.25 [D356 two-readings]"),
            std::string::npos)
      << run.out;
  // Answered either way the record would be in.
  work.Write("b.csv", Replaced(kCsv, "Zoo;10", "Zoo;1.000"));
  const ProgramRun other = work.Run({"screen", "b.csv"});
  EXPECT_NE(other.out.find("      1000 → included\n      1 → included\n"),
            std::string::npos)
      << other.out;
  const ProgramRun lines =
      work.Run({"screen", "--format", "ndjson", "-q", "a.csv"});
  EXPECT_NE(lines.out.find("\"questions\":[{\"rule\":\"two-readings\",\"code\":"
                           "\"D356\",\"field\":\"cost\",\"text\":{\"da\":\"Er "
                           "det 1250 eller 1,25?\",\"en\":\"Is it 1250 or "
                           "1.25?\"},\"answers\":[{\"answer\":\"1250\","),
            std::string::npos)
      << lines.out;
}

// JSON knows one meaning, but a Danish writer another.
TEST(Tables, AskOfANumberInJsonToo) {
  const Workplace work;
  const std::string records =
      "{\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 1.000, "
      "\"target\": \"members\"},\n"
      "{\"id\": \"2\", \"title\": \"Sea\", \"cost\": 1.00, "
      "\"target\": \"members\"},\n"
      "{\"id\": \"3\", \"title\": \"Hut\", \"cost\": 0.000, "
      "\"target\": \"members\"}\n";
  work.Write("a.json",
             "{\"season\": \"2020\", \"club\": 7.000, \"outings\": [\n" +
                 records + "]}\n");
  const ProgramRun run = work.Run({"explain", "7/1", "a.json"});
  EXPECT_EQ(run.out,
            "7/1  Zoo\n"
            "7 · amount unknown · a.json:2\n\n"
            "Verdict: borderline\n"
            "The rules alone say: included\n\n"
            "Questions\n"
            "  ? Is it 1000 or 1?\n"
            "      answer in field Cost (cost)\n"
            "      1000 → included\n"
            "      1 → included\n\n"
            "Faults and remarks\n"
            "a.json:2:37: warning: '1.000' can be read in two ways: as 1000 "
            "and as 1 [D356 two-readings]\n"
            "    2 | {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 1.000, "
            "\"target\": \"members\"},\n"
            "      |                                     ^~~~~\n"
            "      = help: write 1000 or 1, without a mark between "
            "thousands\n");
  EXPECT_EQ(LineOf(work.Run({"screen", "a.json"}).out, "Records read:"),
            "Records read: 3 = 2 included + 0 left out + 1 borderline + 0 "
            "invalid");
}

// A cell with one of the readings would be an answer that nobody gave.
TEST(Tables, AskAgainOfTheWorkbookThatWentBack) {
  const Workplace work;
  work.Write("a.csv", Replaced(kCsv, "Zoo;10", "Zoo;1.000"));
  work.Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  const ProgramRun sent = work.Run({"screen", "-q", "a.csv"});
  const ProgramRun back = work.Run({"screen", "-q", "back.xlsx"});
  EXPECT_NE(back.out.find("  ? Is it 1000 or 1?\n"), std::string::npos)
      << back.out;
  const auto totals = [](const ProgramRun& run) {
    return run.out.substr(0, run.out.find("Ruleset"));
  };
  EXPECT_EQ(totals(back), totals(sent));
}

TEST(Tables, AreToldByTheirContent) {
  const Workplace work;
  work.Write("book.csv", Workbook());
  work.Write("text.xlsx", kCsv);
  work.Write("text.json", kCsv);
  work.Write("noname", Workbook());
  for (const char* file : {"book.csv", "text.xlsx", "text.json", "noname"}) {
    const ProgramRun run = work.Run({"screen", file});
    EXPECT_EQ(run.code, 0) << file << run.out;
    EXPECT_EQ(LineOf(run.out, "Records read:").substr(0, 15), "Records read: 3")
        << file << run.out;
  }
  EXPECT_NE(work.Run({"screen", "text.xlsx"})
                .out.find("the file's name ends in '.xlsx', but it is no such "
                          "file; it was read as what it is [D339"),
            std::string::npos);
}

TEST(Tables, ComeThroughStandardInput) {
  const Workplace work;
  work.Write("a.xlsx", Workbook());
  work.Write("a.csv", kCsv);
  for (const std::string& name :
       {std::string("a.xlsx"), std::string("a.csv")}) {
    const ProgramRun file =
        work.Run({"screen", "--format", "ndjson", "-q", name});
    const ProgramRun piped =
        work.Run({"screen", "--format", "ndjson", "-q", "-"}, work.Read(name));
    EXPECT_EQ(Replaced(piped.out, "<stdin>", name), file.out);
    EXPECT_EQ(piped.code, file.code);
  }
}

TEST(Tables, AreFoundInFolders) {
  const Workplace work;
  work.Write("in/a.XLSX", Workbook());
  work.Write("in/b.csv", kCsv);
  work.Write("in/~$a.xlsx", "locked");
  work.Write("in/old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
  const ProgramRun run = work.Run({"screen", "in"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:").substr(0, 15), "Records read: 6")
      << run.out;
  EXPECT_NE(run.out.find("in/old.xls:1:1: error: the file is an old workbook "
                         "(.xls) or protected by a password [D338 "
                         "old-or-locked]\n"
                         "      = help: save it in Excel as .xlsx without a "
                         "password\n"),
            std::string::npos)
      << run.out;
}

TEST(Tables, GiveTheSameBytesOnAnyNumberOfThreads) {
  const Workplace work;
  std::string text = "Number;Club;Title;Cost;For\n";
  for (int i = 0; i < 20'000; ++i) {
    text += std::to_string(i) + ";" + std::to_string(1 + i % 9) + ";" +
            (i % 5 == 0 ? "By boat " : "Walk ") + std::to_string(i / 3) + ";" +
            (i % 11 == 0 ? "1." : "") + std::to_string(100 + i % 900) + ";" +
            (i % 4 == 0 ? "" : "members") + "\n";
  }
  work.Write("a.csv", text);
  for (const char* format : {"ndjson", "text"}) {
    const ProgramRun one =
        work.Run({"screen", "--format", format, "--threads", "1", "a.csv"});
    EXPECT_GT(one.out.size(), 1000u);
    for (const char* threads : {"2", "5"}) {
      const ProgramRun many = work.Run(
          {"screen", "--format", format, "--threads", threads, "a.csv"});
      EXPECT_EQ(many.out == one.out, true) << format << " on " << threads;
    }
  }
}

TEST(Tables, TellABrokenFileAndGoOn) {
  const Workplace work;
  work.Write("a.xlsx", Workbook().substr(0, 300));
  work.Write("b.csv", kCsv);
  const ProgramRun run = work.Run({"screen", "a.xlsx", "b.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:").substr(0, 15), "Records read: 3");
  EXPECT_EQ(LineOf(run.out, "a.xlsx could"),
            "a.xlsx could not be read, or not to its end; records not read are "
            "not counted");
  EXPECT_EQ(work.Run({"screen", "a.xlsx"}).code, 2);
}

// A private number in a hidden column is hidden in the output as anywhere.
TEST(Tables, HideNumbersInCellsAndHeadings) {
  const Workplace work;
  work.Write("rules.csv",
             "Id;Kommune;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold;"
             "310290-4321\n1;240;social;Hjælp til 310290-4321;5;a;x;310290 "
             "4321\n");
  const ProgramRun run =
      work.Run({"screen", "--rules",
                SIGTE_SOURCE_DIR "/rules/kortlaegning-2022", "rules.csv"});
  EXPECT_NE(run.out.find("310290-****"), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find("4321"), std::string::npos) << run.out;
  EXPECT_EQ(run.err.find("4321"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace sigte
