// SPDX-License-Identifier: MPL-2.0

// Templates and replies that come back as workbooks.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/table/table_book.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

BookSheet Description(
    const std::vector<std::pair<std::string, std::string>>& rows) {
  std::vector<std::string> cells;
  for (const auto& [key, value] : rows) cells.push_back(Row({key, value}));
  return {"_sigte", Data(cells), "veryHidden"};
}

TEST(WorkbookTable, ReadsTheSheetThatATemplateNames) {
  std::vector<std::string> heading = kHeadingRow;
  heading.push_back("Mangler");
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"Kladde", Data({Row(kHeadingRow), Row(kAnswerRow)})},
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
  BookSheet description =
      Description({{"answers", "Svar"}, {"id", "prefilled"}});
  description.inside.insert(description.inside.find("</row>"), "<");
  EXPECT_EQ(
      WorkbookInWords(BookOf(
          {{"Svar", Data({Row(kHeadingRow), Row(kAnswerRow), Row({"2"})})},
           description})),
      "refused: error D327 the file is damaged: its part 'xl/s1.xml' "
      "cannot be read from line 1 on\n");
}

// Half the answers on a copy of the sheet would be lost without a word.
TEST(WorkbookTable, TellsOfASecondSheetOfAnswersInATemplate) {
  const BookSheet answers = {"Svar", Data({Row(kHeadingRow), Row(kAnswerRow)})};
  BookSheet copy = answers;
  copy.name = "Svar (2)";
  BookSheet hidden = copy;
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
  const BookSheet answers = {"Svar", Data({Row(kHeadingRow), Row(kAnswerRow)})};
  const BookSheet about = {
      "Vejledning",
      Data({Row({"Id", "Initiativ"}), Row({"Regelsæt 1.0 (c2553730000d)"})})};
  const std::string digest = "c2553730000d" + std::string(52, 'a');
  const BookSheet description = Description({{"template", "kortlaegning-2022"},
                                             {"digest", digest},
                                             {"answers", "Svar"}});
  EXPECT_EQ(WorkbookInWords(BookOf({about, answers, description})),
            "2 " + std::string(kLine) + "\n  Svar!E2" + kAsText);
  BookSheet written = about;
  written.inside = Data({Row({"Om c2553730000d: 990199-1234"})});
  EXPECT_EQ(WorkbookInWords(BookOf({written, answers, description})),
            "Vejledning!A1 warning D364 on the sheet 'Vejledning' stands what "
            "looks like a number that nobody may show\n2 " +
                std::string(kLine) + "\n  Svar!E2" + kAsText);
}

// Every missing column and unknown heading would be an error of its own.
TEST(WorkbookTable, TellsOnceThatATemplateOfOtherRulesDoesNotFit) {
  const BookSheet other =
      Description({{"template", "andet"}, {"answers", "Svar"}});
  const std::string refusal =
      "refused: error D367 the questionnaire belongs to the ruleset 'andet', "
      "but 'kortlaegning-2022' is used here\n";
  std::vector<std::string> heading = kHeadingRow;
  heading[2] = "Sporart";
  for (const auto& headings :
       {heading, std::vector<std::string>{"Id", "Initiativ"},
        std::vector<std::string>{"Nr", "Hold"}}) {
    EXPECT_EQ(WorkbookInWords(BookOf(
                  {{"Svar", Data({Row(headings), Row(kAnswerRow)})}, other})),
              refusal);
  }
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"Answers", Data({Row(kHeadingRow)})}, other})),
      refusal);
}

TEST(WorkbookTable, ReadsATemplateOfOtherRulesThatFits) {
  EXPECT_EQ(WorkbookInWords(BookOf(
                {{"Svar", Data({Row(kHeadingRow)})},
                 Description({{"template", "andet"}, {"answers", "Svar"}})})),
            "error D367 the questionnaire belongs to the ruleset 'andet', but "
            "'kortlaegning-2022' is used here\n"
            "Svar!1" +
                std::string(kNobodys));
  EXPECT_EQ(
      WorkbookInWords(BookOf({{"Svar", Data({Row(kHeadingRow)})},
                              Description({{"template", "kortlaegning-2022"},
                                           {"version", "0.9"}})})),
      "note D368 the questionnaire was made with version 0.9 of the "
      "ruleset; version 1.0.0 is used here\n"
      "Svar!1" +
          std::string(kNobodys));
}

// A reply's list of findings has a column for the municipality's answer.
TEST(WorkbookTable, TellsOfAnswersThatStandBesideTheFindings) {
  const BookSheet answers = {"Svar", Data({Row(kHeadingRow)})};
  const BookSheet description =
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
      WorkbookInWords(BookOf({{"Ark1", Data({Row(kHeadingRow)})},
                              Description({{"answers", "Svar"}})})),
      "refused: error D369 the sheet 'Svar', where the answers should be, "
      "is not there\n");
  EXPECT_EQ(WorkbookInWords(BookOf({{"Svar", Data({Row({"x"})})},
                                    Description({{"answers", "Svar"}})})),
            "refused: error D370 the sheet 'Svar' has no row with the names of "
            "fields as headings\n");
}

}  // namespace
}  // namespace sigte
