// SPDX-License-Identifier: MPL-2.0

// Replies to tables: what is told of their numbers, columns and places.

#include "tests/app/table_reply.h"

#include <gtest/gtest.h>

#include <string>

namespace sigte {
namespace {

// 25,000 kr. must not become 25 million on the way out and back.
TEST_F(TableReplies, AskAgainOfANumberInThePlainUnit) {
  work_.Write("a.csv",
              "Kommune;Id;Område;Initiativ;Bruttoudgifter (kr.);"
              "Målgruppe;Indhold\n"
              "Aarhus;1;Social;Mentorer;25000;b);Mentorer hjælper\n");
  const ProgramRun sent = Run({"screen", "-q", "a.csv"});
  Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  const ProgramRun back = Run({"screen", "-q", "back.xlsx"});
  for (const ProgramRun& run : {sent, back}) {
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.out.find("  ? Is it 25000 or 25 (DKK 1,000)?\n"),
              std::string::npos)
        << run.out;
    EXPECT_NE(run.out.find("warning: '25000 kr.' may be in DKK 1,000 or in "
                           "DKK: 25000 or 25 (DKK 1,000) [D374 two-units]"),
              std::string::npos)
        << run.out;
    EXPECT_NE(run.out.find("help: write the number without a unit, in DKK "
                           "1,000"),
              std::string::npos)
        << run.out;
  }
}

TEST_F(TableReplies, RefuseEveryRecordOfAColumnInAnotherUnit) {
  work_.Write("a.csv",
              "Kommune;Id;Område;Initiativ;Bruttoudgifter (mio. kr.);"
              "Målgruppe;Indhold\n"
              "Aarhus;1;Social;Mentorer;3;b);Mentorer hjælper\n");
  const ProgramRun run = Run({"screen", "-q", "a.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.out, "Records read:"),
            "Records read: 1 = 0 included + 0 left out + 0 borderline + 1 "
            "invalid");
}

// Once for the file, by the field that is missing, and not at another's cell.
TEST_F(TableReplies, TellAMissingColumnOnceAndByItsField) {
  work_.Write("a.csv",
              "Kommune;Aarhus\nId;Område;Initiativ;Bruttoudgifter;Indhold\n"
              "1;Social;Mentorer;5;Hjælp\n2;Social;Kor;6;Sang\n");
  const ProgramRun lines =
      Run({"screen", "-q", "--format", "concise", "a.csv"});
  const std::string told =
      "a.csv:2:1: error: the column 'Primary target group' is missing [D343 "
      "missing-column]\n";
  const std::size_t at = lines.out.find(told);
  ASSERT_NE(at, std::string::npos) << lines.out;
  EXPECT_EQ(lines.out.find("D343", at + told.size()), std::string::npos)
      << lines.out;
  EXPECT_NE(lines.out.find("+ 2 invalid"), std::string::npos);
  const ProgramRun letter = Run({"letter", "a.csv"});
  EXPECT_NE(letter.out.find("### Primary target group (D343)"),
            std::string::npos)
      << letter.out;
  Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  const std::string findings = Sheet("back.xlsx", 1);
  for (const char* cell : {"H5", "H6"}) {
    EXPECT_NE(findings.find("location=\"'Answers'!" + std::string(cell) + "\""),
              std::string::npos)
        << findings;
  }
  EXPECT_EQ(findings.find("'Answers'!A"), std::string::npos) << findings;
}

// Still counted, but with one sentence, and in no sum.
TEST_F(TableReplies, TellASumAndASecondHeadingInOneSentence) {
  const std::string heading =
      "Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold\n";
  work_.Write("a.csv", "Kommune;Aarhus\n" + heading +
                           "1;Social;Mentorer;5;b);Hjælp\n"
                           "2;Social;Kor;6;b);Sang\n"
                           "I alt;;;11;;\n" +
                           heading + "3;Social;Avis;7;b);Skriver\n");
  const ProgramRun lines =
      Run({"screen", "-q", "--format", "concise", "a.csv"});
  const std::string sum =
      "a.csv:5:1: error: 751/I alt: the row looks like a sum of the rows above "
      "it, not like a record [D381 sum-row]\n";
  const std::string again =
      "a.csv:6:1: error: 751/Id: the row repeats the headings and is no record "
      "[D380 heading-again]\n";
  EXPECT_NE(lines.out.find(sum), std::string::npos) << lines.out;
  EXPECT_NE(lines.out.find(again), std::string::npos) << lines.out;
  for (const char* place : {"a.csv:5:", "a.csv:6:"}) {
    EXPECT_EQ(lines.out.find(place), lines.out.rfind(place)) << lines.out;
  }
  EXPECT_EQ(LineOf(lines.out, "Records read:"),
            "Records read: 5 = 0 included + 0 left out + 3 borderline + 2 "
            "invalid");
  EXPECT_EQ(Run({"screen", "-q", "a.csv"}).out.find(" 11 "), std::string::npos);
}

// A number shown in thousands is asked about, and again when it comes back.
TEST_F(TableReplies, AskAgainOfANumberThatIsShownInThousands) {
  const auto text = [](const std::string& cell) {
    return "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  };
  std::string rows = "<row>";
  for (const char* heading : {"Kommune", "Id", "Område", "Initiativ",
                              "Bruttoudgifter", "Målgruppe", "Indhold"}) {
    rows += text(heading);
  }
  rows += "</row><row>" + text("Aarhus") + text("1") + text("Social") +
          text("Mentorer") + "<c s=\"1\"><v>25000</v></c>" + text("b)") +
          text("Hjælp") + "</row>";
  work_.Write("a.xlsx", WorkbookParts(rows).Styles({"#,##0,"}, {0, 164}).Zip());
  Run({"screen", "-q", "-o", "back.xlsx", "a.xlsx"});
  for (const char* name : {"a.xlsx", "back.xlsx"}) {
    const ProgramRun run = Run({"screen", "-q", name});
    EXPECT_NE(run.out.find("  ? Is it 25000 or 25 (DKK 1,000)?\n"),
              std::string::npos)
        << run.out;
  }
}

// "We have none" of a municipality that there is not.
TEST_F(TableReplies, FailOnAnUnknownMunicipalityWithoutRecords) {
  const std::string heading =
      "Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold\n";
  work_.Write("a.csv", "Kommune;Aarhuss\n" + heading);
  work_.Write("b.csv", "Kommune;Aarhus\n" + heading);
  const ProgramRun run = Run({"screen", "-q", "a.csv"});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.out.find("a.csv:1:9 (Kommune): error: 'Aarhuss' is none of the "
                         "field's values; did you mean 'Aarhus'? [D353 "
                         "unknown-choice]"),
            std::string::npos)
      << run.out;
  EXPECT_EQ(Run({"screen", "-q", "b.csv"}).code, 0);
}

// Officers know titles and blank cells, and neither the schema's names nor
// null.
TEST_F(TableReplies, CallFieldsByTheirTitlesAndKnowNoNull) {
  work_.Write("a.csv",
              std::string(kHeading) + RowOf("1", "40", "ca. 500") +
                  "Aarhus;2;;Mentorer;41;0;;;b);;Job hjælper;Job;80\n");
  const ProgramRun concise =
      Run({"screen", "-q", "--format", "concise", "a.csv"});
  EXPECT_EQ(LineOf(concise.out, "a.csv:2:36"),
            "a.csv:2:36: error: 751/1: 'Felt 3' must be a whole number or "
            "blank but is the text 'ca. 500' [D201 wrong-type]");
  EXPECT_EQ(LineOf(concise.out, "a.csv:3:10"),
            "a.csv:3:10: error: 751/2: 'Område' is missing [D203 "
            "missing-titled-member]");
  const ProgramRun full = Run({"screen", "-q", "a.csv"});
  EXPECT_NE(full.out.find("a.csv:3:10: error: 'Område' is missing [D203"),
            std::string::npos)
      << full.out;
  // It is not said as well that there is no answer.
  EXPECT_EQ(concise.out.find("K05"), std::string::npos) << concise.out;
  const ProgramRun letter = Run({"letter", "a.csv"});
  EXPECT_NE(letter.out.find("**751/1  Mentorer**: field 'Gross income' must be "
                            "a whole number or blank but is the text 'ca. 500' "
                            "(a.csv:2:36, Felt 3)"),
            std::string::npos)
      << letter.out;
}

// "Felt 3" in the heading is no title: the report shows it as it stands.
TEST_F(TableReplies, TellNoExpressionsBesideAMessage) {
  work_.Write("a.csv",
              std::string(kHeading) + RowOf("1", "85") + RowOf("2", "85"));
  const ProgramRun full = Run({"screen", "-q", "a.csv"});
  EXPECT_NE(full.out.find("The municipality has another initiative"),
            std::string::npos)
      << full.out;
  EXPECT_EQ(full.out.find("number of records"), std::string::npos) << full.out;
  // Who asks for all of one record sees what the rule works out.
  EXPECT_NE(Run({"explain", "751/1", "a.csv"})
                .out.find("the number of records with the same Municipality"),
            std::string::npos);
}

// A check's help is how to mend it; that a "no" changes nothing is no news.
TEST_F(TableReplies, SayHowToMendWhatACheckAsks) {
  work_.Write("a.csv",
              std::string(kHeading) + RowOf("1", "85") + RowOf("2", "85"));
  const std::string letter = Run({"letter", "a.csv"}).out;
  EXPECT_NE(
      letter.find("Delete one of them, or give them titles of their own."),
      std::string::npos)
      << letter;
  EXPECT_EQ(letter.find("does not hold: borderline"), std::string::npos)
      << letter;
}

TEST_F(TableReplies, BeginAndEndSentencesAboutAFileOnce) {
  work_.Write("a.csv",
              "Kommune;Id;Område;Initiativ;Bruttoudgifter;Primær "
              "målgrupe;Indhold\n"
              "Aarhus;1;Social;Mentorer;3;b);Mentorer hjælper\n");
  const std::string letter = Run({"letter", "--lang", "da", "a.csv"}).out;
  EXPECT_NE(letter.find("mente du 'Primær målgruppe'? Ret overskriften"),
            std::string::npos)
      << letter;
  EXPECT_EQ(letter.find("?."), std::string::npos) << letter;
  EXPECT_EQ(letter.find(".."), std::string::npos) << letter;
}

// What is wrong with a file must be known, but there is nothing to answer.
TEST_F(TableReplies, WarnOfAFileAndAskNothing) {
  work_.Write("a.csv",
              "Note;000000-1234\n" + std::string(kHeading) + RowOf("1", "85"));
  Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  EXPECT_NE(Sheet("back.xlsx", 1).find("! warning"), std::string::npos);
}

// The place, its heading, and the linked cell are one and the same.
TEST_F(TableReplies, PointAtTheCellThatACountOverTheGroupIsAbout) {
  work_.Write("a.csv",
              std::string(kHeading) + RowOf("1", "85") + RowOf("2", "85"));
  const ProgramRun lines =
      Run({"screen", "-q", "--format", "concise", "a.csv"});
  EXPECT_NE(lines.out.find("a.csv:2:33: warning: 751/1: The municipality has "
                           "another initiative of the same title and "
                           "expenditure. See also 751/2 (a.csv:3:1). "
                           "(Bruttoudgifter) [K09"),
            std::string::npos)
      << lines.out;
  Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  const std::string findings = Sheet("back.xlsx", 1);
  EXPECT_NE(findings.find("a.csv:2:33 (Bruttoudgifter)"), std::string::npos);
  // In the reply the municipality stands above, and so the amount in column D.
  EXPECT_NE(findings.find("location=\"'Answers'!D5\""), std::string::npos)
      << findings;
}

TEST_F(TableReplies, SayWhereAQuestionAboutANumberStands) {
  work_.Write("a.csv", std::string(kHeading) + RowOf("1", "1.250"));
  const ProgramRun letter = Run({"letter", "a.csv"});
  EXPECT_NE(letter.out.find("Is it 1250 or 1.25? (a.csv:2:33, "
                            "Bruttoudgifter)"),
            std::string::npos)
      << letter.out;
  Run({"screen", "-q", "-o", "back.xlsx", "a.csv"});
  EXPECT_NE(Sheet("back.xlsx", 1).find("a.csv:2:33 (Bruttoudgifter)"),
            std::string::npos);
}

}  // namespace
}  // namespace sigte
