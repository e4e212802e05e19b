// SPDX-License-Identifier: MPL-2.0

// CSV files as the lines that they stand for.

#include "engine/table/table_reader.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "tests/read/package_builder.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

constexpr const char* kHeading =
    "Id;Kommune;Område;Initiativ;Bruttoudgifter;Primær målgruppe;Indhold";
constexpr const char* kAssumed =
    "note D315 the file was read as CSV in UTF-8 with semicolons between the "
    "cells\n";

/// One row under all the required headings and `heading`, with `cell` in it.
std::string LineWith(const std::string& heading, const std::string& cell) {
  const std::string lines =
      CsvInWords(std::string(kHeading) + ";" + heading +
                 "\n1;240;social;Café;5;a;Møder;" + cell + "\n");
  const std::string before =
      std::string(kAssumed) +
      "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
      "\"title\":\"Café\",\"gross_expenditure_tdkk\":5,"
      "\"primary_target\":\"a\",\"content\":\"Møder\"";
  EXPECT_EQ(lines.substr(0, before.size()), before);
  return lines.size() < before.size() ? lines : lines.substr(before.size());
}

TEST(TableReader, WritesARowAsTheLineItStandsFor) {
  EXPECT_EQ(
      LinesOfCsv("Id;Kommune;Felt 4;Område;Felt 2\n"
                 "7;Egedal;1) tilskud fra staten, kommunen;Social;12\n"),
      "{\"id\":\"7\",\"municipality\":240,\"financing\":[\"state\","
      "\"municipal\"],\"area\":\"social\",\"gross_expenditure_tdkk\":12}\n");
}

TEST(TableReader, ReadsEverySeparator) {
  const std::string line = "{\"id\":\"1\",\"title\":\"a\",\"content\":\"b\"}\n";
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Indhold\n1;a;b\n"), line);
  EXPECT_EQ(LinesOfCsv("Id,Initiativ,Indhold\n1,a,b\n"), line);
  EXPECT_EQ(LinesOfCsv("Id\tInitiativ\tIndhold\n1\ta\tb\n"), line);
  EXPECT_EQ(LinesOfCsv("sep=|\nId|Initiativ|Indhold\n1|a|b\n"), line);
  // More of another sign in the texts does not matter.
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Indhold\n1;a;\"x,y,z,v,w,q\"\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"content\":\"x,y,z,v,w,q\"}\n");
}

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

// Saved as CSV by a spreadsheet: the column of gaps is empty where nobody has
// written, and the numbers stand in every row.
TEST(TableReader, ReadsTheTemplatesSheetAsTheWorkbookIsRead) {
  const std::string line =
      "{\"id\":\"2\",\"title\":\"b\",\"municipality\":240}\n";
  for (const char* gaps : {"Mangler", "Missing", "MANGLER"}) {
    EXPECT_EQ(LinesOfCsv("Kommune;Egedal;\n;;\nId;Initiativ;" +
                         std::string(gaps) + "\n1;;\n2;b;Område\n3;;\n"),
              line);
  }
  // A number that nobody's template gave is an answer.
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Mangler\nA7;;\n01;;\n"),
            "{\"id\":\"A7\"}\n{\"id\":\"01\"}\n");
  EXPECT_EQ(LinesOfCsv("Id;Initiativ\n1;\n"), "{\"id\":\"1\"}\n");
}

// Of a reply the rows are records, whatever is left of them.
TEST(TableReader, ReadsARepliesSheetWithItsOwnColumns) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal\nId;Område;Initiativ;Bruttoudgifter;"
                       "Målgruppe;Indhold;Mangler;Afgørelse;Bemærkninger\n"
                       "1;;;;;;;ugyldig;intet svar\n"),
            std::string(kAssumed) +
                "3 {\"id\":\"1\",\"content\":\"\",\"municipality\":240}\n");
  // Somebody's own remarks are no column of ours.
  EXPECT_NE(CsvInWords("Id;Initiativ;Bemærkninger\n1;a;b\n").find("D341"),
            std::string::npos);
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
          "  2:20 error D346 the answer cannot be used: the heading "
          "'Primær målgruppr' is no field's name\n"
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

TEST(TableReader, PointsAtTheCellBesideALabelWithoutAValue) {
  EXPECT_EQ(CsvInWords("Kommune;;\nId;Område;Initiativ;Bruttoudgifter;"
                       "Målgruppe;Indhold\n"),
            std::string(kAssumed) +
                "1:9 error D348 'Municipality' is missing: as a column, or "
                "once above the table\n");
}

// Blank, "-", "ukendt" and 0 stay four things where the field can tell them
// apart; where null is an answer, a marker is null.
TEST(TableReader, KeepsBlankMarkersAndZeroApart) {
  EXPECT_EQ(LineWith("Bruttoindtægter", ""), "}\n");
  EXPECT_EQ(LineWith("Bruttoindtægter", "-"), ",\"gross_income_tdkk\":null}\n");
  EXPECT_EQ(LineWith("Bruttoindtægter", "Ukendt"),
            ",\"gross_income_tdkk\":null}\n");
  EXPECT_EQ(LineWith("Bruttoindtægter", "0"), ",\"gross_income_tdkk\":0}\n");
  EXPECT_EQ(LineWith("Hjemmel", ""), "}\n");
  EXPECT_EQ(LineWith("Hjemmel", "-"), ",\"legal_basis\":\"-\"}\n");
  EXPECT_EQ(LineWith("Hjemmel", "ukendt"), ",\"legal_basis\":\"ukendt\"}\n");
  EXPECT_EQ(LineWith("Hjemmel", "0"), ",\"legal_basis\":\"0\"}\n");
  EXPECT_EQ(LineWith("Felt 7", "-"), ",\"secondary_target\":null}\n");
  EXPECT_EQ(LineWith("Felt 7", "Ikke oplyst"), ",\"secondary_target\":null}\n");
  EXPECT_EQ(LineWith("Felt 4", "-"), ",\"financing\":null}\n");
  EXPECT_EQ(LineWith("Felt 10", "\u00A0"), "}\n");
}

TEST(TableReader, ReadsListsInOneCell) {
  for (const char* cell :
       {"\"stat; kommune\"", "\"1) tilskud fra staten\n3\"", "1+3", "1,3",
        "1 & 3", "\"staten, kommunen finansierer selv\"", "\"1; 3;\""}) {
    EXPECT_EQ(LineWith("Felt 4", cell),
              ",\"financing\":[\"state\",\"municipal\"]}\n")
        << cell;
  }
  EXPECT_EQ(LineWith("Felt 4", "Tilskud fra private"),
            ",\"financing\":[\"private\"]}\n");
  EXPECT_EQ(LineWith("Felt 4", "\"stat; EU\""),
            ",\"financing\":\"stat; EU\"}\n  2:30 error D354 'EU' is none of "
            "the field's values, which semicolons separate\n");
  EXPECT_EQ(LineWith("Felt 4", "\"stat; tilskud fra privat\""),
            ",\"financing\":\"stat; tilskud fra privat\"}\n  2:30 error D354 "
            "'tilskud fra privat' is none of the field's values, which "
            "semicolons separate; did you mean Tilskud fra private?\n");
}

TEST(TableReader, ReadsNumbersWithTheirUnits) {
  EXPECT_EQ(LineWith("Felt 10", "56 %"), ",\"share_percent\":56}\n");
  EXPECT_EQ(LineWith("Felt 10", "12,5"), ",\"share_percent\":12.5}\n");
  EXPECT_EQ(LineWith("Felt 10", "56 procent"), ",\"share_percent\":56}\n");
  for (const char* text :
       {"850 1.000 kr.", "850 t.kr.", "tkr. 850", "850 tusind kr."}) {
    EXPECT_EQ(LineWith("Felt 3", text), ",\"gross_income_tdkk\":850}\n");
  }
  EXPECT_EQ(LineWith("Felt 3", "1.250.000"),
            ",\"gross_income_tdkk\":1250000}\n");
  // A unit that is not the field's, and no number at all, go to the schema.
  EXPECT_EQ(LineWith("Felt 3", "3 mio. kr."),
            ",\"gross_income_tdkk\":\"3 mio. kr.\"}\n");
  EXPECT_EQ(LineWith("Felt 3", "56 %"), ",\"gross_income_tdkk\":\"56 %\"}\n");
  EXPECT_EQ(LineWith("Felt 10", "ca. 50"), ",\"share_percent\":\"ca. 50\"}\n");
}

// As a reply hides what looks like a personal number: "101290****" is no
// 101290.
TEST(TableReader, TakesNoNumberWithStarsForANumber) {
  for (const char* text :
       {"101290****", "*850", "850 kr. *", "12**34", "1*2"}) {
    const std::string quoted = text;
    EXPECT_EQ(
        LineWith("Felt 3", quoted),
        ",\"gross_income_tdkk\":\"" + quoted + "\"}\n  2:29 error D392 '" +
            quoted +
            "' was read as no number: its stars may stand for digits that "
            "are hidden\n");
  }
}

TEST(TableReader, AsksWhichOfTwoNumbersIsMeant) {
  EXPECT_EQ(LineWith("Felt 3", "1.250"),
            ",\"gross_income_tdkk\":1250}\n  2:29 warning D356 '1.250' can be "
            "read in two ways: as 1250 and as 1.25\n");
  // The shorter number has blanks behind it, so that the other fits in.
  EXPECT_EQ(LineWith("Felt 3", "1,255 t.kr."),
            ",\"gross_income_tdkk\":1255 }\n  2:29 warning D356 '1,255 "
            "t.kr.' can be read in two ways: as 1255 and as 1.255\n");
}

// The field counts DKK 1,000: 25,000 of them are 25 million.
TEST(TableReader, AsksWhetherANumberOfThePlainUnitIsMeantInIt) {
  const auto asked = [](const std::string& text, const std::string& second) {
    return "  2:29 warning D374 '" + text +
           "' may be in DKK 1,000 or in DKK: 25000 or " + second +
           " (DKK 1,000)\n";
  };
  for (const char* text :
       {"25000 kr.", "DKK 25000", "25.000 kr.", "25 000 kr", "kr. 25.000,-"}) {
    EXPECT_EQ(LineWith("Felt 3", text),
              ",\"gross_income_tdkk\":25000}\n" + asked(text, "25"));
  }
  // Rounded where the field is whole, but not to 0.
  EXPECT_EQ(LineWith("Felt 3", "25300 kr."),
            ",\"gross_income_tdkk\":25300}\n  2:29 warning D374 '25300 kr.' "
            "may be in DKK 1,000 or in DKK: 25300 or rounded 25 (DKK "
            "1,000)\n");
  EXPECT_EQ(LineWith("Felt 3", "100 kr."),
            ",\"gross_income_tdkk\":100}\n  2:29 warning D374 '100 kr.' may "
            "be in DKK 1,000 or in DKK: 100 or 0.1 (DKK 1,000)\n");
  EXPECT_EQ(LineWith("Felt 3", "0 kr."), ",\"gross_income_tdkk\":0}\n");
  EXPECT_EQ(LineWith("Felt 3", "kr."), ",\"gross_income_tdkk\":\"kr.\"}\n");
}

TEST(TableReader, AsksTheSameOfAColumnWhoseHeadingSaysThePlainUnit) {
  for (const char* heading :
       {"Felt 3 (kr.)", "Bruttoindtægter [DKK]",
        "Felt 3: Bruttoindtægter (i kr.)", "Felt 3: vores indtægter i kr."}) {
    EXPECT_EQ(LineWith(heading, "25000"),
              ",\"gross_income_tdkk\":25000}\n  2:29 warning D374 '25000 kr.' "
              "may be in DKK 1,000 or in DKK: 25000 or 25 (DKK 1,000)\n");
    EXPECT_EQ(LineWith(heading, "25 t.kr."), ",\"gross_income_tdkk\":25}\n");
    EXPECT_EQ(LineWith(heading, "0"), ",\"gross_income_tdkk\":0}\n");
    EXPECT_EQ(LineWith(heading, "-"), ",\"gross_income_tdkk\":null}\n");
  }
  for (const char* heading :
       {"Felt 3 (t.kr.)", "Bruttoindtægter t.kr.", "Bruttoindtægter i tkr",
        "Bruttoindtægter (2020)"}) {
    EXPECT_EQ(LineWith(heading, "25000"), ",\"gross_income_tdkk\":25000}\n");
  }
}

TEST(TableReader, RefusesAColumnInAnotherUnit) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal\nId;Område;Initiativ;Bruttoudgifter "
                       "(mio. kr.);Målgruppe;Indhold\n1;social;a;3;a;x\n"),
            std::string(kAssumed) +
                "2:21 error D375 the heading 'Bruttoudgifter (mio. kr.)' names "
                "another unit than the field's, which is DKK 1,000\n"
                "3 {\"id\":\"1\",\"area\":\"social\",\"title\":\"a\","
                "\"primary_target\":\"a\",\"content\":\"x\","
                "\"municipality\":240}\n");
}

TEST(TableReader, OffersTheNearestOfTheValues) {
  EXPECT_EQ(LineWith("Felt 7", "Kvindr"),
            ",\"secondary_target\":\"Kvindr\"}\n  2:29 error D353 'Kvindr' is "
            "none of the field's values; did you mean Kvinder?\n");
}

// Names of fields are a schema's, which may call them what it likes.
TEST(TableReader, WritesTheNamesOfFieldsAsJsonDoes) {
  Layout layout;
  for (const char* name : {"a \"b\" \\", "c"}) {
    Field field;
    field.name = name;
    layout.Add(std::move(field));
  }
  const Redaction nothing;
  const TableSetup setup(layout, Language{}, nothing);
  const BytesFile file("\"a \"\"b\"\" \\\";c\n1;2\n");
  std::optional<TableRemark> fault;
  const auto table = OpenCsv(file.fd(), setup, &fault);
  ASSERT_NE(table, nullptr);
  std::string lines;
  TableBlock block;
  table->Next(100, &lines, &block);
  EXPECT_EQ(lines, R"({"a \"b\" \\":"1","c":"2"})"
                   "\n");
}

TEST(TableReader, KnowsMarkersAmongBlanksThatDoNotBreak) {
  for (const char* text : {"-", "\u00A0-", "\u2003ukendt\u00A0", "\u202F?"}) {
    EXPECT_EQ(LineWith("Felt 3", text), ",\"gross_income_tdkk\":null}\n");
  }
}

TEST(TableReader, RefusesWhatIsNoText) {
  EXPECT_EQ(CsvInWords(std::string("Id;\0Initiativ\n", 14)),
            "refused: error D314 the file is neither a text nor a workbook "
            "that can be read\n");
}

// Read with other letters in their place, such a file gave other verdicts.
TEST(TableReader, RefusesAFileThatIsNotInTheEncodingItSays) {
  const std::string mark = "\xEF\xBB\xBF";
  const std::string in_utf8 =
      "error D390 the file says that it is UTF-8, but here are bytes that are "
      "not\n";
  const std::string heading = mark +
                              "Id;Omr\u00E5"
                              "de;Initiativ\n";
  EXPECT_EQ(CsvInWords(heading + "1;K\u00F8"
                                 "b;K\xF8kken\n"),
            "refused: 2:8 " + in_utf8);
  EXPECT_EQ(CsvInWords(heading + "1;a;b\n2;a;\xC3"), "refused: 3:5 " + in_utf8);
  // Behind much that is right, across the pieces that a file is read in.
  std::string rows;
  while (rows.size() < 200'000) rows += "1;social;\u00C6\u00D8\u00C5\n";
  EXPECT_EQ(CsvInWords(heading + rows + "\xA0").substr(0, 9), "refused: ");
  EXPECT_EQ(CsvInWords(heading + "1;social;\uFFFD\n").substr(0, 8), "note D31");
}

TEST(TableReader, RefusesUtf16ThatIsBroken) {
  const auto little = [](std::u16string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t c : text) {
      bytes += static_cast<char>(c & 0xFF);
      bytes += static_cast<char>(c >> 8);
    }
    return bytes;
  };
  const std::string said =
      "error D390 the file says that it is UTF-16, but here are bytes that are "
      "not\n";
  const std::u16string good = u"Id;Initiativ\n1;\xD83D\xDE00";
  EXPECT_EQ(CsvInWords(little(good)).substr(0, 8), "note D31");
  EXPECT_EQ(CsvInWords(little(good + u"\xDE00")), "refused: 2:4 " + said);
  EXPECT_EQ(CsvInWords(little(good + u"\xD83D")), "refused: 2:4 " + said);
  EXPECT_EQ(CsvInWords(little(good) + "x"), "refused: 2:4 " + said);
}

TEST(TableReader, SaysWhatItAssumed) {
  EXPECT_EQ(CsvInWords("Id;Omr\xE5"
                       "de;Initiativ\n")
                .substr(0, 86),
            "note D316 the file was read as CSV in Windows-1252 with "
            "semicolons between the cells\n1");
  EXPECT_EQ(CsvInWords("\xEF\xBB\xBFId\tInitiativ\n").substr(0, 72),
            "note D315 the file was read as CSV in UTF-8 with tabs between the "
            "cells\n");
}

TEST(TableReader, GoesOnBehindAQuoteThatNothingCloses) {
  EXPECT_EQ(
      CsvInWords(std::string(kHeading) +
                 "\n1;240;social;a;5;a;x\n2;240;social;\"b;5;a;x\n"),
      std::string(kAssumed) +
          "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
          "\"title\":\"a\",\"gross_expenditure_tdkk\":5,"
          "\"primary_target\":\"a\",\"content\":\"x\"}\n"
          "3 {\"id\":\"2\",\"municipality\":240,\"area\":\"social\","
          "\"title\":\"\\\"b\",\"gross_expenditure_tdkk\":5,"
          "\"primary_target\":\"a\",\"content\":\"x\"}\n"
          "  3:14 error D313 the cell begins with a quotation mark, and none "
          "comes that ends it; the lines behind it are read each for itself\n");
}

}  // namespace
}  // namespace sigte
