// SPDX-License-Identifier: MPL-2.0

// Headings among the rows, and records above the first of them.

#include "engine/table/heading_row.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/table/table_book.h"
#include "tests/table/table_file.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

const std::string kHead = std::string(kHeading) + "\n";
constexpr const char* kOther =
    " error D382 the row is a heading again, but another one than that above "
    "it, and no record; the rows below it were read by it\n";

std::string Above(const std::string& place, const std::string& heading) {
  return "  instead " + place +
         " error D383 the row looks like a record, but it stands above the "
         "headings in row " +
         heading + "\n";
}

/// What is told of a CSV file, without the lines that its rows became.
std::string Told(const std::string& bytes) {
  const std::string words = CsvInWords(bytes);
  std::string told;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = words.find('\n', at) + 1;
    const std::string line = words.substr(at, end - at);
    at = end;
    const std::size_t brace = line.find('{');
    told += brace == std::string::npos
                ? line
                : line.substr(0, brace - 1) + " is read\n";
  }
  return told.substr(std::string(kAssumed).size());
}

// The second heading has a column more, and used to be taken for the only one:
// everything above it was lost without a word.
TEST(HeadingRow, ReadsBothOfTwoListsOneBelowTheOther) {
  EXPECT_EQ(CsvInWords(kHead + "1;240;social;a;5;a;x\n" + kHeading +
                       ";Formål\n2;190;general;b;6;b;y;z\n"),
            std::string(kAssumed) +
                "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
                "\"title\":\"a\",\"gross_expenditure_tdkk\":5,"
                "\"primary_target\":\"a\",\"content\":\"x\"}\n"
                "3 {\"id\":\"Id\",\"municipality\":\"Kommune\",\"area\":"
                "\"Område\",\"title\":\"Initiativ\",\"gross_expenditure_tdkk\":"
                "\"Bruttoudgifter\",\"primary_target\":\"Primær målgruppe\","
                "\"content\":\"Indhold\"}\n"
                "  3:4 error D353 'Kommune' is none of the field's values\n"
                "  3:12 error D353 'Område' is none of the field's values\n"
                "  3:44 error D353 'Primær målgruppe' is none of the field's "
                "values\n"
                "  3:69 error D345 'Formål' stands in a column without a "
                "heading\n"
                "  instead 3:1" +
                kOther +
                "4 {\"id\":\"2\",\"municipality\":190,\"area\":\"general\","
                "\"title\":\"b\",\"gross_expenditure_tdkk\":6,"
                "\"primary_target\":\"b\",\"content\":\"y\",\"purpose\":\"z\"}"
                "\n");
}

// By the first heading the amount would have been an id.
TEST(HeadingRow, ReadsRowsByTheHeadingThatTheyStandBelow) {
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Felt 2\n1;a;5\nFelt 2;Initiativ;Id\n"
                       "6;b;2\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"gross_expenditure_tdkk\":5}\n"
            "{\"id\":\"Felt 2\",\"title\":\"Initiativ\","
            "\"gross_expenditure_tdkk\":\"Id\"}\n"
            "{\"gross_expenditure_tdkk\":6,\"title\":\"b\",\"id\":\"2\"}\n");
}

// "Felt 1" is what the column may be called, too.
TEST(HeadingRow, KnowsTheSameHeadingInOtherWords) {
  const std::string told = Told(
      "Id;Kommune;Initiativ;Felt 2\n1;240;a;5\n"
      "Nr.;Kommunenavn;Felt 1;Bruttoudgifter\n2;240;b;6\n");
  EXPECT_NE(told.find("  instead 3:1 error D380 the row repeats the headings "
                      "and is no record\n4 is read\n"),
            std::string::npos)
      << told;
}

// Far below the rows that are looked at for the first heading, too.
TEST(HeadingRow, KnowsAnotherHeadingHoweverFarDown) {
  std::string text = "Id;Initiativ;Felt 2\n";
  for (int i = 0; i < 200; ++i) text += std::to_string(i) + ";a;5\n";
  const std::string told =
      Told(text + "Felt 2;Initiativ;Id;Indtægter i alt\n6;b;2;1\n");
  EXPECT_EQ(told.substr(told.find("201 ")),
            "201 is read\n202 is read\n"
            "  202:21 error D345 'Indtægter i alt' stands in a column without "
            "a heading\n"
            "  instead 202:1" +
                std::string(kOther) +
                "203 is read\n"
                "  of the file: 202:21 error D341 the heading 'Indtægter i "
                "alt' is no field's name\n"
                "202:21 error D341 the heading 'Indtægter i alt' is no "
                "field's name\n"
                "202:1 error D348 'Municipality' is missing: as a column, or "
                "once above the table\n"
                "202:1 error D343 the column 'Area' is missing\n"
                "202:1 error D343 the column 'Primary target group' is "
                "missing\n"
                "202:1 error D343 the column 'Content' is missing\n");
}

// Each list has its own line above its heading; the second municipality's
// records are not the first one's.
TEST(HeadingRow, TakesWhatStandsAboveAHeadingForItsRows) {
  const std::string heading = "Id;Område;Initiativ;Målgruppe;Indhold\n";
  const std::string lines = LinesOfCsv(
      "Kommune;Egedal\nKortlægning;kortlaegning-2022\n" + heading +
      "1;social;a;a;x\nKommune;Furesø\n" + heading + "2;social;b;a;y\n");
  EXPECT_EQ(lines.substr(lines.find("{\"id\":\"2\"")),
            "{\"id\":\"2\",\"area\":\"social\",\"title\":\"b\","
            "\"primary_target\":\"a\",\"content\":\"y\",\"municipality\":190}"
            "\n");
}

// A sheet that was sorted together with its heading.
TEST(HeadingRow, TellsRecordsAboveTheHeading) {
  EXPECT_EQ(Told("1;240;social;a;5;a;x\n2;240;social;b;;a;\n" + kHead +
                 "3;240;social;c;7;a;z\n"),
            "1 is read\n" + Above("1:1", "3") + "2 is read\n" +
                Above("2:1", "3") + "4 is read\n");
}

// Next to nothing stands in the second, but it stands among the others.
TEST(HeadingRow, TellsARecordAboveTheHeadingByItsNeighbours) {
  EXPECT_EQ(
      Told("Indsatser\n1;240;social;a;5;a;x\n2;;;b\n\n9;;;note\n" + kHead),
      "2 is read\n" + Above("2:1", "6") + "3 is read\n" + Above("3:1", "6"));
}

TEST(HeadingRow, TellsRecordsAboveAHeadingOfTextsAlone) {
  EXPECT_NE(Told("1;a;x\n2;b;y\nId;Initiativ;Indhold\n3;c;z\n")
                .find("1 is read\n" + Above("1:1", "3") + "2 is read\n"),
            std::string::npos);
}

// A letterhead, guidance for the columns, their numbers, a total above them and
// a heading of two rows are no records.
TEST(HeadingRow, TakesNoFreeTextForARecord) {
  const std::string heading = "Kommune;Egedal\n" + kHead;
  const std::string row = "1;240;social;a;5;a;x\n";
  for (const char* above :
       {"Kortlægning 2021/22;;;;;;\nUdfyldt af;Hans Hansen;;12. maj 2022\n",
        "Kommune;Egedal;Kontakt;Hans Hansen;Telefon;12345678\n",
        "Et nummer;Vælg kommune;Vælg område;Titel;Hele 1.000 kr.;Vælg;Kort\n",
        "1;2;3;4;5;6;7\n", "I alt;;;;1700;;\n", "Regnskab;;;;2019;;\n",
        "Felt 1;Felt 2;Felt 3;Felt 6\n",
        "K1;K2;K3;Felt 1;Felt 2;Felt 6;Felt 8\n",
        "Stamdata;;;Økonomi;;Målgruppe;\n"}) {
    EXPECT_EQ(
        Told(above + heading + row),
        CsvInWords(heading).substr(std::string(kAssumed).size()) +
            (std::count(above, above + std::string(above).size(), '\n') == 2
                 ? "5 is read\n"
                 : "4 is read\n"))
        << above;
  }
}

// A project may be called "Projekt".
TEST(HeadingRow, TakesNoRecordForAHeading) {
  EXPECT_EQ(Told(kHead + "1;240;social;Projekt;5;a;Beskrivelse\n"
                         "2;;;Projekt;;;Beskrivelse\n"
                         "3;240;social;b;5;a;y\n")
                .find("D382"),
            std::string::npos);
}

TEST(HeadingRow, KnowsThemInAWorkbookToo) {
  std::vector<std::string> wider = kHeadingRow;
  wider.emplace_back("Formål");
  std::vector<std::string> answer = kAnswerRow;
  answer[0] = "2";
  answer.emplace_back("z");
  const std::string told = WorkbookInWords(
      BookOf({{"S", Data({Row(kAnswerRow), Row(kHeadingRow), Row(kAnswerRow),
                          Row(wider), Row(answer)})}}));
  EXPECT_NE(told.find(Above("S!1", "2")), std::string::npos) << told;
  EXPECT_NE(told.find(std::string("  instead S!4") + kOther), std::string::npos)
      << told;
  EXPECT_NE(told.find("\n5 {\"id\":\"2\""), std::string::npos) << told;
  EXPECT_NE(told.find("\"purpose\":\"z\"}\n"), std::string::npos) << told;
}

}  // namespace
}  // namespace sigte
