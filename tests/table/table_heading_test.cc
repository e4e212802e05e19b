// SPDX-License-Identifier: MPL-2.0

// CSV files: their headings, and what stands above them for the whole file.

#include <gtest/gtest.h>

#include <string>

#include "tests/table/table_file.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

TEST(TableReader, FindsTheHeadingBelowOtherRows) {
  EXPECT_EQ(LinesOfCsv("Kortlægning af indsatser\n"
                       "Kommune:;Egedal;;Kontakt;en person\n\n"
                       "Id;Initiativ\n1;a\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"municipality\":240}\n");
  EXPECT_EQ(LinesOfCsv("Kommune: Egedal;Dato: 1. maj\n"
                       "Id: et nummer;Initiativ: en titel;Indhold: kort\n"
                       "Id;Initiativ\n1;a\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"municipality\":240}\n");
  EXPECT_EQ(LinesOfCsv("Kommune: 240\nId;Initiativ\n1;a\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"municipality\":240}\n");
}

// As JSON is: "we have none" is an answer only of a municipality that there is.
TEST(TableReader, TellsAnUnknownValueAboveTheHeadingWithoutAnyRow) {
  const std::string heading =
      "Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold\n";
  EXPECT_EQ(CsvInWords("Kommune;Egdal\n" + heading),
            std::string(kAssumed) +
                "1:9 error D353 'Egdal' is none of the field's values; did "
                "you mean Egedal?\n");
  EXPECT_EQ(CsvInWords("Kommune;Egedal\n" + heading), kAssumed);
  // With rows, each says it of itself.
  EXPECT_EQ(CsvInWords("Kommune;Egdal\n" + heading + "1;social;a;5;a;x\n"),
            std::string(kAssumed) +
                "3 {\"id\":\"1\",\"area\":\"social\",\"title\":\"a\","
                "\"gross_expenditure_tdkk\":5,\"primary_target\":\"a\","
                "\"content\":\"x\",\"municipality\":\"Egdal\"}\n"
                "  1:9 error D353 'Egdal' is none of the field's values; did "
                "you mean Egedal?\n");
}

TEST(TableReader, TellsTwoValuesSideBySideAboveTheHeading) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal;Greve\nId;Område;Initiativ;"
                       "Bruttoudgifter;Målgruppe;Indhold\n"),
            std::string(kAssumed) +
                "1:16 error D349 'Municipality' stands twice above the table: "
                "'Egedal' and 'Greve'\n");
  EXPECT_EQ(CsvInWords("Kommune;Egedal;kontakt i Greve\nId;Område;Initiativ;"
                       "Bruttoudgifter;Målgruppe;Indhold\n"),
            kAssumed);
}

TEST(TableReader, FindsHiddenNumbersAboveTheHeading) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal\nSag;990199-4321;990199-4321\nId;Område;"
                       "Initiativ;Bruttoudgifter;Målgruppe;Indhold\n"),
            std::string(kAssumed) +
                "2:5 warning D376 above the table stands what looks like a "
                "number that nobody may show\n");
}

// As in JSON: what stands once for the file may stand with a row, too, but not
// otherwise.
TEST(TableReader, RefusesARowThatSaysOtherwiseThanItsFile) {
  const std::string told = CsvInWords(
      "Kommune;Egedal\n" + std::string(kHeading) +
      "\n1;190;social;a;5;a;x\n2;;social;b;5;a;x\n3;240;social;c;5;a;x\n");
  EXPECT_EQ(told,
            std::string(kAssumed) +
                "3 {\"id\":\"1\",\"municipality\":190,\"area\":\"social\","
                "\"title\":\"a\",\"gross_expenditure_tdkk\":5,"
                "\"primary_target\":\"a\",\"content\":\"x\"}\n"
                "  3:3 error D175 'Municipality' is 190 here, but Egedal for "
                "the whole file\n"
                "4 {\"id\":\"2\",\"area\":\"social\",\"title\":\"b\","
                "\"gross_expenditure_tdkk\":5,\"primary_target\":\"a\","
                "\"content\":\"x\",\"municipality\":240}\n"
                "5 {\"id\":\"3\",\"municipality\":240,\"area\":\"social\","
                "\"title\":\"c\",\"gross_expenditure_tdkk\":5,"
                "\"primary_target\":\"a\",\"content\":\"x\"}\n");
}

TEST(TableReader, TakesTwoValuesAboveTheHeadingThatSayTheSame) {
  const std::string heading =
      "Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold\n";
  EXPECT_EQ(CsvInWords("Kommunenavn;Egedal\nKommunenr.;240\n" + heading),
            kAssumed);
  EXPECT_EQ(CsvInWords("Kommunenavn;Egedal\nKommunenr.;190\n" + heading),
            std::string(kAssumed) +
                "2:12 error D349 'Municipality' stands twice above the table: "
                "'Egedal' and '190'\n");
}

TEST(TableReader, RefusesAFileWithoutAHeading) {
  EXPECT_EQ(CsvInWords("a;b\n1;2\n"),
            "refused: error D340 there is no row with the names of fields as "
            "headings\n");
  EXPECT_EQ(CsvInWords("Id\n1\n").substr(0, 19), "refused: error D340");
}

TEST(TableReader, TellsUnknownDoubledAndMissingColumnsByTheirCells) {
  EXPECT_EQ(
      CsvInWords("Id;Kommune;Område;Initiativ;Titel;Bruttoudgifter;"
                 "Primær målgruppr;Indhold\n"
                 "1;240;social;a;b;5;a;x\n2;240;social;a;;5;;x\n"),
      std::string(kAssumed) +
          "1:29 error D342 the heading 'Titel' means the field 'Initiative', "
          "which already stands in column 4\n"
          "1:50 error D341 the heading 'Primær målgruppr' is no field's name; "
          "first below it stands 'a'; did you mean Primær målgruppe?\n"
          "1:1 error D343 the column 'Primary target group' is missing\n"
          "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
          "\"title\":\"a\",\"gross_expenditure_tdkk\":5,\"content\":\"x\"}\n"
          "  2:16 error D371 the answer cannot be used: the field "
          "'Initiative' has another column\n"
          "  of the file: 1:50 error D341 the heading 'Primær målgruppr' is no "
          "field's name; first below it stands 'a'; did you mean Primær "
          "målgruppe?\n"
          "3 {\"id\":\"2\",\"municipality\":240,\"area\":\"social\","
          "\"title\":\"a\",\"gross_expenditure_tdkk\":5,\"content\":\"x\"}\n");
}

TEST(TableReader, AsksForTheGroupOnce) {
  EXPECT_EQ(
      CsvInWords("Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold\n"),
      std::string(kAssumed) +
          "1:1 error D348 'Municipality' is missing: as a column, or "
          "once above the table\n");
  EXPECT_EQ(
      CsvInWords("Kommune;Egedal\nKommune;Greve\n"
                 "Id;Område;Initiativ;Bruttoudgifter;Målgruppe;Indhold\n"),
      std::string(kAssumed) +
          "2:9 error D349 'Municipality' stands twice above the table: "
          "'Egedal' and 'Greve'\n");
}

TEST(TableReader, ChecksWhatStandsForTheWholeFile) {
  EXPECT_EQ(CsvInWords("Kortlægning;2012\n" + std::string(kHeading) + "\n"),
            std::string(kAssumed) +
                "1:13 error D347 '2012' is no value of 'Mapping'\n"
                "2:1 error D393 the table has no rows, and 'Municipality' does "
                "not stand above it\n");
  EXPECT_EQ(CsvInWords("Kortlægning;kortlaegning-2022\nKommune;Egedal\n" +
                       std::string(kHeading) + "\n"),
            kAssumed);
}

TEST(TableReader, TellsACellThatNoHeadingIsAbove) {
  EXPECT_EQ(CsvInWords(std::string(kHeading) + "\n1;240;social;a;5;a;x;;y\n"),
            std::string(kAssumed) +
                "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
                "\"title\":\"a\",\"gross_expenditure_tdkk\":5,"
                "\"primary_target\":\"a\",\"content\":\"x\"}\n"
                "  2:23 error D345 'y' stands in a column without a "
                "heading\n");
}

// "Udgift (kr.)" is asked about, and so is the same without brackets; what it
// is in is told where that is another unit (D375).
TEST(TableReader, KnowsAHeadingThatEndsInAUnit) {
  for (const char* heading : {"Udgift (kr.)", "Udgift i kr.", "Udgift kr",
                              "Udgifter i kroner", "Bruttoudgifter i DKK"}) {
    const std::string told =
        CsvInWords("Id;Initiativ;" + std::string(heading) + "\n1;a;5000\n");
    EXPECT_NE(
        told.find("  2:5 warning D374 '5000 kr.' may be in DKK 1,000 or in "
                  "DKK: 5000 or 5 (DKK 1,000)\n"),
        std::string::npos)
        << told;
  }
  EXPECT_NE(CsvInWords("Id;Initiativ;Udgift i mio. kr.\n1;a;5\n")
                .find("1:14 error D375 the heading 'Udgift i mio. kr.' names "
                      "another unit than the field's, which is DKK 1,000\n"),
            std::string::npos);
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Bruttoudgifter i 1.000 kr.\n1;a;5\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"gross_expenditure_tdkk\":5}\n");
}

// What stands below is told of a column that is not read, where there is any.
TEST(TableReader, TellsWhatStandsFirstInAnUnknownColumn) {
  const std::string heading = "Id;Initiativ;Indtægter i alt\n";
  EXPECT_NE(CsvInWords(heading + "1;a;\n2;b; 500 \n3;c;80\n")
                .find("1:14 error D341 the heading 'Indtægter i alt' is no "
                      "field's name; first below it stands '500'\n"),
            std::string::npos);
  EXPECT_NE(CsvInWords(heading + "1;a;\n")
                .find("1:14 error D341 the heading 'Indtægter i alt' is no "
                      "field's name\n"),
            std::string::npos);
}

// The rows that could not be read are none that are not there.
TEST(TableReader, SaysNothingOfRowsThatItCouldNotRead) {
  EXPECT_EQ(CsvInWords(std::string(kHeading) + "\n1" +
                       std::string(20'000, ';') + "\n"),
            std::string(kAssumed) +
                "2:1 error D312 the table has more than 16,384 columns\n");
}

TEST(TableReader, PointsAtTheCellBesideALabelWithoutAValue) {
  EXPECT_EQ(CsvInWords("Kommune;;\nId;Område;Initiativ;Bruttoudgifter;"
                       "Målgruppe;Indhold\n"),
            std::string(kAssumed) +
                "1:9 error D348 'Municipality' is missing: as a column, or "
                "once above the table\n");
}

}  // namespace
}  // namespace sigte
