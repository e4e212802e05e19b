// SPDX-License-Identifier: MPL-2.0

// Which sheet of a workbook is read, and what is said of the rest.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/read/package_builder.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

// What is told of a heading alone.
constexpr const char* kNobodys =
    " error D393 the table has no rows, and 'Municipality' does not stand "
    "above "
    "it\n";

struct Sheet {
  std::string name;
  std::string inside;  // of the worksheet element
  std::string state = "visible";
};

std::string TextCell(const std::string& text) {
  return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string Row(const std::vector<std::string>& texts,
                const std::string& attributes = "") {
  std::string row = "<row" + attributes + ">";
  for (const std::string& text : texts) {
    const bool is_xml = text.starts_with("<");
    row += is_xml ? text : text.empty() ? "<c/>" : TextCell(text);
  }
  return row + "</row>";
}

std::string Data(const std::vector<std::string>& rows) {
  std::string data = "<sheetData>";
  for (const std::string& row : rows) data += row;
  return data + "</sheetData>";
}

std::string BookOf(const std::vector<Sheet>& sheets) {
  WorkbookParts book("");
  std::string list;
  std::string relations;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = "s" + std::to_string(i);
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" +
            std::to_string(i + 1) + "\" state=\"" + sheets[i].state +
            "\" r:id=\"" + id + "\"/>";
    relations += "<Relationship Id=\"" + id + "\" Type=\"" + kRelationSpace +
                 "/worksheet\" Target=\"" + id + ".xml\"/>";
    book.Set("xl/" + id + ".xml", SheetXml(sheets[i].inside));
  }
  book.Set("xl/workbook.xml",
           std::string("<workbook xmlns=\"") + kMainSpace + "\" xmlns:r=\"" +
               kRelationSpace + "\"><sheets>" + list + "</sheets></workbook>");
  book.Set("xl/_rels/workbook.xml.rels",
           std::string("<Relationships xmlns=\"") + kPackageSpace + "\">" +
               relations + "</Relationships>");
  return book.Zip();
}

const std::vector<std::string> kHeading = {
    "Id",        "Kommune", "Område", "Initiativ", "Bruttoudgifter",
    "Målgruppe", "Indhold"};
const std::vector<std::string> kAnswer = {"1", "240", "social", "a",
                                          "5", "a",   "x"};
constexpr const char* kLine =
    "{\"id\":\"1\",\"municipality\":240,\"area\":\"social\",\"title\":\"a\","
    "\"gross_expenditure_tdkk\":5,\"primary_target\":\"a\",\"content\":\"x\"}";
constexpr const char* kAsText =
    " note D357 the number stands as text in the cell: '5' was read as 5\n";

TEST(WorkbookTable, ReadsTheFirstVisibleSheetWithAHeading) {
  EXPECT_EQ(WorkbookInWords(
                BookOf({{"Gemt", Data({Row(kHeading)}), "hidden"},
                        {"Vejledning", Data({Row({"Skriv på næste ark"})})},
                        {"Svar", Data({Row(kHeading), Row(kAnswer)})},
                        {"Kladde", Data({Row(kHeading), Row(kAnswer)})}})),
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
                              {"B", Data({Row(kHeading)}), "veryHidden"},
                              {"C", Data({Row({"y"})}), "hidden"}})),
      "B!1 note D361 the sheet 'B' is hidden; it was read because the answers "
      "are there\n"
      "note D362 the sheet 'C' is hidden and was not read as answers\n"
      "B!1" +
          std::string(kNobodys));
}

TEST(WorkbookTable, SaysThatRowsAndColumnsAreHidden) {
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"S",
                  "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/>"
                  "<col min=\"90\" max=\"16384\" hidden=\"1\"/></cols>" +
                      Data({Row(kHeading), Row(kAnswer, " hidden=\"1\"")})}})),
            "S!B1 note D360 hidden columns, read like the others: B, C\n"
            "2 " +
                std::string(kLine) + "\n  S!E2" + kAsText +
                "S!2 note D344 hidden rows, read like the others: 1 (row 2)\n");
}

TEST(WorkbookTable, TellsMergedAnswersAndNoOtherMergedCells) {
  EXPECT_EQ(
      WorkbookInWords(BookOf(
          {{"S", Data({Row({"Indberetning"}), Row(kHeading), Row(kAnswer)}) +
                     "<mergeCells><mergeCell ref=\"A1:G1\"/>"
                     "<mergeCell ref=\"C3:C4\"/><mergeCell ref=\"K3:L3\"/>"
                     "</mergeCells>"}})),
      "3 " + std::string(kLine) + "\n  S!E3" + kAsText +
          "S!C3 warning D365 the cells C3:C4 are merged: only the first of "
          "them has an answer\n");
}

/// A row whose amount is `number` in format `code`: line and findings.
std::string WithAmount(const std::string& number, const std::string& code) {
  std::vector<std::string> answer = kAnswer;
  answer[4] = "<c s=\"1\"><v>" + number + "</v></c>";
  std::string rows = Row(kHeading);
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
  std::vector<std::string> answer = kAnswer;
  answer[4] = "<c><f>4.35*100</f><v>434.99999999999994</v></c>";
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"S", Data({Row(kHeading), Row(answer)})}})),
      "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
      "\"title\":\"a\",\"gross_expenditure_tdkk\":435,"
      "\"primary_target\":\"a\",\"content\":\"x\"}\n"
      "  S!E2 note D391 the cell stores 434.99999999999994 but shows "
      "435, which was read\n");
}

TEST(WorkbookTable, RefusesATimeForANumberAsItIsShown) {
  std::vector<std::string> answer = kAnswer;
  answer[4] = "<c s=\"1\"><v>1.5</v></c>";
  std::string rows = Row(kHeading);
  rows += Row(answer);
  const std::string words =
      WorkbookInWords(WorkbookParts(rows).Styles({"[h]:mm"}, {0, 164}).Zip());
  EXPECT_EQ(words.substr(words.find("\n") + 1),
            "  Svar!E2 error D355 the cell shows the date or time 36:00:00 "
            "where a number was expected; behind it lies 1.5\n");
}

TEST(WorkbookTable, FindsHiddenNumbersOnOtherSheets) {
  EXPECT_EQ(WorkbookInWords(
                BookOf({{"S", Data({Row(kHeading)})},
                        {"Data", Data({Row({"x"}), Row({"", "310290-4321"})}),
                         "veryHidden"}})),
            "note D362 the sheet 'Data' is hidden and was not read as answers\n"
            "Data!B2 warning D364 on the sheet 'Data' stands what looks like a "
            "number that nobody may show\nS!1" +
                std::string(kNobodys));
}

Sheet Description(
    const std::vector<std::pair<std::string, std::string>>& rows) {
  std::vector<std::string> cells;
  for (const auto& [key, value] : rows) cells.push_back(Row({key, value}));
  return {"_sigte", Data(cells), "veryHidden"};
}

TEST(WorkbookTable, ReadsTheSheetThatATemplateNames) {
  std::vector<std::string> heading = kHeading;
  heading.push_back("Mangler");
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"Kladde", Data({Row(kHeading), Row(kAnswer)})},
                 {"Lister", Data({Row({"Id", "Initiativ"})}), "hidden"},
                 {"Svar",
                  Data({Row(heading),
                        Row({"1", "240", "social", "a", "5", "a", "x",
                             "<c t=\"str\"><f>IF(1,\"\")</f><v>intet</v></c>"}),
                        Row({"2", "", "", "", "", "", "",
                             "<c t=\"str\"><f>IF(1,\"\")</f><v>alt</v></c>"}),
                        Row({"3"})})},
                 Description({{"template", "kortlaegning-2022"},
                              {"version", "1.0.0"},
                              {"answers", "Svar"},
                              {"id", "prefilled"},
                              {"ignore", "MANGLER;Andet"}})})),
            "Kladde!1 warning D363 the sheet 'Kladde' has fields' names as "
            "headings too "
            "but was not read: only one sheet is\n2 " +
                std::string(kLine) + "\n  Svar!E2" + kAsText);
}

// Without it the numbers that a template gave became records of their own.
TEST(WorkbookTable, RefusesATemplateWhoseDescriptionIsDamaged) {
  Sheet description = Description({{"answers", "Svar"}, {"id", "prefilled"}});
  description.inside.insert(description.inside.find("</row>"), "<");
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"Svar", Data({Row(kHeading), Row(kAnswer), Row({"2"})})},
                 description})),
            "refused: error D327 the file is damaged: its part 'xl/s1.xml' "
            "cannot be read from line 1 on\n");
}

// Half the answers on a copy of the sheet would be lost without a word.
TEST(WorkbookTable, TellsOfASecondSheetOfAnswersInATemplate) {
  const Sheet answers = {"Svar", Data({Row(kHeading), Row(kAnswer)})};
  Sheet copy = answers;
  copy.name = "Svar (2)";
  Sheet hidden = copy;
  hidden.name = "Gemt";
  hidden.state = "hidden";
  EXPECT_EQ(WorkbookInWords(
                BookOf({{"Vejledning", Data({Row({"Felt", "Forklaring"})})},
                        answers,
                        {"Lists", Data({Row({"Id", "Initiativ"})})},
                        copy,
                        hidden,
                        Description({{"template", "kortlaegning-2022"},
                                     {"answers", "Svar"}})})),
            "Svar (2)!1 warning D363 the sheet 'Svar (2)' has fields' names "
            "as headings too but "
            "was not read: only one sheet is\n"
            "Gemt!1 warning D363 the sheet 'Gemt' has fields' names as "
            "headings too but was "
            "not read: only one sheet is\n"
            "2 " +
                std::string(kLine) + "\n  Svar!E2" + kAsText);
}

// They list the fields, and name the ruleset by the beginning of its digest.
TEST(WorkbookTable, PassesOverTheInstructionsOfATemplate) {
  const Sheet answers = {"Svar", Data({Row(kHeading), Row(kAnswer)})};
  const Sheet about = {
      "Vejledning",
      Data({Row({"Id", "Initiativ"}), Row({"Regelsæt 1.0 (c2553730000d)"})})};
  const std::string digest = "c2553730000d" + std::string(52, 'a');
  const Sheet description = Description({{"template", "kortlaegning-2022"},
                                         {"digest", digest},
                                         {"answers", "Svar"}});
  EXPECT_EQ(WorkbookInWords(BookOf({about, answers, description})),
            "2 " + std::string(kLine) + "\n  Svar!E2" + kAsText);
  Sheet written = about;
  written.inside = Data({Row({"Om c2553730000d: 990199-1234"})});
  EXPECT_EQ(WorkbookInWords(BookOf({written, answers, description})),
            "Vejledning!A1 warning D364 on the sheet 'Vejledning' stands what "
            "looks like a number that nobody may show\n2 " +
                std::string(kLine) + "\n  Svar!E2" + kAsText);
}

// Every missing column and unknown heading would be an error of its own.
TEST(WorkbookTable, TellsOnceThatATemplateOfOtherRulesDoesNotFit) {
  const Sheet other = Description({{"template", "andet"}, {"answers", "Svar"}});
  const std::string refusal =
      "refused: error D367 the questionnaire belongs to the ruleset 'andet', "
      "but 'kortlaegning-2022' is used here\n";
  std::vector<std::string> heading = kHeading;
  heading[2] = "Sporart";
  for (const auto& headings :
       {heading, std::vector<std::string>{"Id", "Initiativ"},
        std::vector<std::string>{"Nr", "Hold"}}) {
    EXPECT_EQ(WorkbookInWords(BookOf(
                  {{"Svar", Data({Row(headings), Row(kAnswer)})}, other})),
              refusal);
  }
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"Answers", Data({Row(kHeading)})}, other})),
      refusal);
}

TEST(WorkbookTable, ReadsATemplateOfOtherRulesThatFits) {
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"Svar", Data({Row(kHeading)})},
                 Description({{"template", "andet"}, {"answers", "Svar"}})})),
            "error D367 the questionnaire belongs to the ruleset 'andet', but "
            "'kortlaegning-2022' is used here\n"
            "Svar!1" +
                std::string(kNobodys));
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"Svar", Data({Row(kHeading)})},
                              Description({{"template", "kortlaegning-2022"},
                                           {"version", "0.9"}})})),
      "note D368 the questionnaire was made with version 0.9 of the "
      "ruleset; version 1.0.0 is used here\n"
      "Svar!1" +
          std::string(kNobodys));
}

// A reply's list of findings has a column for the municipality's answer.
TEST(WorkbookTable, TellsOfAnswersThatStandBesideTheFindings) {
  const Sheet answers = {"Svar", Data({Row(kHeading)})};
  const Sheet description =
      Description({{"template", "kortlaegning-2022"}, {"answers", "Svar"}});
  const auto told = [&](const std::string& first, const std::string& second) {
    return WorkbookInWords(BookOf(
        {{"Fund",
          Data({Row({"Tilbagemelding"}), Row({"Nr.", "Kode", "Jeres svar"}),
                Row({"1", "K05", first}), Row({"2", "K09", ""}),
                Row({"3", "E5", second})})},
         answers,
         description}));
  };
  EXPECT_EQ(told("0 kr.", "se mail"),
            "Fund!C3 warning D378 in the column 'Jeres svar' on the sheet "
            "'Fund' 2 cells are filled in; that was not read and does not come "
            "into a new reply\n"
            "Svar!1" +
                std::string(kNobodys));
  EXPECT_EQ(told("", "se mail"),
            "Fund!C5 warning D378 in the column 'Jeres svar' on the sheet "
            "'Fund' 1 cell is filled in; that was not read and does not come "
            "into a new reply\n"
            "Svar!1" +
                std::string(kNobodys));
  EXPECT_EQ(told("", " "), "Svar!1" + std::string(kNobodys));
}

TEST(WorkbookTable, RefusesATemplateWithoutItsAnswers) {
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"Ark1", Data({Row(kHeading)})},
                              Description({{"answers", "Svar"}})})),
      "refused: error D369 the sheet 'Svar', where the answers should be, "
      "is not there\n");
  EXPECT_EQ(WorkbookInWords(BookOf({{"Svar", Data({Row({"x"})})},
                                    Description({{"answers", "Svar"}})})),
            "refused: error D370 the sheet 'Svar' has no row with the names of "
            "fields as headings\n");
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
            "<cols/>" + Data({Row(kHeading),
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
  std::vector<std::string> answer = kAnswer;
  answer[0] = "<c t=\"d\"><v>2022-01-02</v></c>";
  answer[4] = "<c><v>5</v></c>";
  std::string line = kLine;
  line.replace(line.find("\"1\""), 3, "\"2022-01-02\"");
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"S", Data({Row(kHeading), Row(answer)})}})),
      "2 " + line +
          "\n  S!A2 note D377 the cell is a date and was read "
          "as the text '2022-01-02'\n");
}

// "1,3" in a list becomes the number 1.3 where decimals begin with a comma.
TEST(WorkbookTable, ReadsTwoMarksThatBecameANumber) {
  std::vector<std::string> heading = kHeading;
  heading.push_back("Felt 4");
  std::vector<std::string> answer = kAnswer;
  answer[4] = "<c><v>5</v></c>";
  answer.push_back("<c><v>1.3</v></c>");
  EXPECT_EQ(WorkbookInWords(BookOf({{"S", Data({Row(heading), Row(answer)})}})),
            "2 " + std::string(kLine).substr(0, std::string(kLine).size() - 1) +
                ",\"financing\":[\"state\",\"municipal\"]}\n");
}

}  // namespace
}  // namespace sigte
