// SPDX-License-Identifier: MPL-2.0

// Which sheet of a workbook is read, and what is said of the rest.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/table/table_book.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

TEST(WorkbookTable, ReadsTheFirstVisibleSheetWithAHeading) {
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"Gemt", Data({Row(kHeadingRow)}), "hidden"},
                 {"Vejledning", Data({Row({"Skriv på næste ark"})})},
                 {"Svar", Data({Row(kHeadingRow), Row(kAnswerRow)})},
                 {"Kladde", Data({Row(kHeadingRow), Row(kAnswerRow)})}})),
            "Gemt!1 warning D363 the sheet 'Gemt' has fields' names as "
            "headings too but was "
            "not read: only one sheet is\n"
            "Kladde!1 warning D363 the sheet 'Kladde' has fields' names as "
            "headings too but "
            "was not read: only one sheet is\n"
            "2 " +
                std::string(kLine) + "\n  Svar!E2" + kAsText);
}

TEST(WorkbookTable, ReadsAHiddenSheetWhereTheAnswersAreAndSaysSo) {
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"A", Data({Row({"x"})})},
                              {"B", Data({Row(kHeadingRow)}), "veryHidden"},
                              {"C", Data({Row({"y"})}), "hidden"}})),
      "B!1 note D361 the sheet 'B' is hidden; it was read because the answers "
      "are there\n"
      "note D362 the sheet 'C' is hidden and was not read as answers\n"
      "B!1" +
          std::string(kNobodys));
}

TEST(WorkbookTable, SaysThatRowsAndColumnsAreHidden) {
  EXPECT_EQ(
      WorkbookInWords(BookOf(
          {{"S",
            "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/>"
            "<col min=\"90\" max=\"16384\" hidden=\"1\"/></cols>" +
                Data({Row(kHeadingRow), Row(kAnswerRow, " hidden=\"1\"")})}})),
      "S!B1 note D360 hidden columns, read like the others: B, C\n"
      "2 " +
          std::string(kLine) + "\n  S!E2" + kAsText +
          "S!2 note D344 hidden rows, read like the others: 1 (row 2)\n");
}

TEST(WorkbookTable, TellsMergedAnswersAndNoOtherMergedCells) {
  EXPECT_EQ(
      WorkbookInWords(BookOf(
          {{"S",
            Data({Row({"Indberetning"}), Row(kHeadingRow), Row(kAnswerRow)}) +
                "<mergeCells><mergeCell ref=\"A1:G1\"/>"
                "<mergeCell ref=\"C3:C4\"/><mergeCell ref=\"K3:L3\"/>"
                "</mergeCells>"}})),
      "3 " + std::string(kLine) + "\n  S!E3" + kAsText +
          "S!C3 warning D365 the cells C3:C4 are merged: only the first of "
          "them has an answer\n");
}

/// A row whose amount is `number` in format `code`: line and findings.
std::string WithAmount(const std::string& number, const std::string& code) {
  std::vector<std::string> answer = kAnswerRow;
  answer[4] = "<c s=\"1\"><v>" + number + "</v></c>";
  std::string rows = Row(kHeadingRow);
  rows += Row(answer);
  return WorkbookInWords(WorkbookParts(rows).Styles({code}, {0, 164}).Zip());
}

// What the number's format shows beside it is read as if it were typed.
TEST(WorkbookTable, AsksOfANumberThatIsShownInThePlainUnit) {
  const auto told = [](const std::string& code) {
    const std::string words = WithAmount("25000", code);
    return words.substr(words.find("\n") + 1);
  };
  const std::string asked =
      "  Svar!E2 warning D374 '25000 kr.' may be in DKK 1,000 or in DKK: 25000 "
      "or 25 (DKK 1,000)\n";
  EXPECT_EQ(told("#,##0 &quot;kr.&quot;"), asked);
  EXPECT_EQ(told("#,##0\\ [$kr.-406]"), asked);
  EXPECT_EQ(told("#,##0 &quot;t.kr.&quot;"), "");
  EXPECT_EQ(told("#,##0"), "");
}

// As the same typed as a text: what it is the schema says.
TEST(WorkbookTable, TakesNoNumberThatIsShownInAnotherUnit) {
  const auto has = [](const std::string& code, const std::string& value) {
    return WithAmount("3", code).find("\"gross_expenditure_tdkk\":" + value) !=
           std::string::npos;
  };
  EXPECT_TRUE(has("#,##0.00 &quot;mio. kr.&quot;", "\"3 mio. kr.\""));
  EXPECT_TRUE(has("0 [$\u20AC-2]", "\"3 \u20AC\""));
  EXPECT_TRUE(has("0 &quot;personer&quot;", "\"3 personer\""));
  EXPECT_TRUE(has("0.00,, &quot;mio. kr.&quot;", "\"0.000003 mio. kr.\""));
  EXPECT_TRUE(has("0 &quot;t.kr.&quot;", "3,"));
  EXPECT_TRUE(has("_ * #,##0.00_ ", "3,"));
}

// Whoever wrote it saw 25; the file has 25000.
TEST(WorkbookTable, AsksOfANumberThatItsFormatShowsInThousands) {
  const auto told = [](const std::string& number, const std::string& code) {
    const std::string words = WithAmount(number, code);
    return words.substr(words.find("\n") + 1);
  };
  const std::string asked =
      "  Svar!E2 warning D379 the cell shows 25, but the number behind it is "
      "25000: its format shows thousands\n";
  EXPECT_EQ(told("25000", "#,##0,"), asked);
  EXPECT_EQ(told("25000", "#,##0, &quot;t.kr.&quot;"), asked);
  EXPECT_EQ(told("0", "#,##0,"), "");
  EXPECT_EQ(told("3000000", "0.0,,"),
            "  Svar!E2 error D379 the cell shows 3, but the number behind it "
            "is 3000000: its format shows thousands\n");
  EXPECT_NE(WithAmount("3000000", "0.0,,")
                .find("\"gross_expenditure_tdkk\":\"3 (3000000)\""),
            std::string::npos);
}

TEST(WorkbookTable, ReadsTheNumberThatAFormulasCellShows) {
  std::vector<std::string> answer = kAnswerRow;
  answer[4] = "<c><f>4.35*100</f><v>434.99999999999994</v></c>";
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"S", Data({Row(kHeadingRow), Row(answer)})}})),
      "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
      "\"title\":\"a\",\"gross_expenditure_tdkk\":435,"
      "\"primary_target\":\"a\",\"content\":\"x\"}\n"
      "  S!E2 note D391 the cell stores 434.99999999999994 but shows "
      "435, which was read\n");
}

TEST(WorkbookTable, RefusesATimeForANumberAsItIsShown) {
  std::vector<std::string> answer = kAnswerRow;
  answer[4] = "<c s=\"1\"><v>1.5</v></c>";
  std::string rows = Row(kHeadingRow);
  rows += Row(answer);
  const std::string words =
      WorkbookInWords(WorkbookParts(rows).Styles({"[h]:mm"}, {0, 164}).Zip());
  EXPECT_EQ(words.substr(words.find("\n") + 1),
            "  Svar!E2 error D355 the cell shows the date or time 36:00:00 "
            "where a number was expected; behind it lies 1.5\n");
}

TEST(WorkbookTable, FindsHiddenNumbersOnOtherSheets) {
  EXPECT_EQ(WorkbookInWords(
                BookOf({{"S", Data({Row(kHeadingRow)})},
                        {"Data", Data({Row({"x"}), Row({"", "310290-4321"})}),
                         "veryHidden"}})),
            "note D362 the sheet 'Data' is hidden and was not read as answers\n"
            "Data!B2 warning D364 on the sheet 'Data' stands what looks like a "
            "number that nobody may show\nS!1" +
                std::string(kNobodys));
}

TEST(WorkbookTable, RefusesAWorkbookWithoutAHeading) {
  EXPECT_EQ(WorkbookInWords(
                BookOf({{"A", Data({Row({"x", "y"})})}, {"B", Data({})}})),
            "refused: error D340 there is no row with the names of fields as "
            "headings\n");
}

TEST(WorkbookTable, TellsCellsThatHaveNoValue) {
  EXPECT_EQ(
      WorkbookInWords(BookOf(
          {{"S",
            "<cols/>" + Data({Row(kHeadingRow),
                              Row({"1", "240", "social", "a",
                                   "<c><f>SUM(A1:A3)</f></c>",
                                   "<c t=\"e\"><v>#REF!</v></c>", "x"})})}})),
      "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
      "\"title\":\"a\",\"gross_expenditure_tdkk\":\"=SUM(A1:A3)\","
      "\"primary_target\":\"#REF!\",\"content\":\"x\"}\n"
      "  S!E2 error D350 the cell has a formula but not what it gives\n"
      "  S!F2 error D351 the cell has the error value #REF!\n");
}

// As where somebody typed 1-2 for a number of their own.
TEST(WorkbookTable, SaysThatADateBecameAText) {
  std::vector<std::string> answer = kAnswerRow;
  answer[0] = "<c t=\"d\"><v>2022-01-02</v></c>";
  answer[4] = "<c><v>5</v></c>";
  std::string line = kLine;
  line.replace(line.find("\"1\""), 3, "\"2022-01-02\"");
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"S", Data({Row(kHeadingRow), Row(answer)})}})),
      "2 " + line +
          "\n  S!A2 note D377 the cell is a date and was read "
          "as the text '2022-01-02'\n");
}

// "1,3" in a list becomes the number 1.3 where decimals begin with a comma.
TEST(WorkbookTable, ReadsTwoMarksThatBecameANumber) {
  std::vector<std::string> heading = kHeadingRow;
  heading.push_back("Felt 4");
  std::vector<std::string> answer = kAnswerRow;
  answer[4] = "<c><v>5</v></c>";
  answer.push_back("<c><v>1.3</v></c>");
  EXPECT_EQ(WorkbookInWords(BookOf({{"S", Data({Row(heading), Row(answer)})}})),
            "2 " + std::string(kLine).substr(0, std::string(kLine).size() - 1) +
                ",\"financing\":[\"state\",\"municipal\"]}\n");
}

}  // namespace
}  // namespace sigte
