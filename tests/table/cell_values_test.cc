// SPDX-License-Identifier: MPL-2.0

// Cells of fields that the questionnaire has none like: truth values, and
// choices with commas in their names.

#include "engine/table/cell_values.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/text/language.h"

namespace sigte {
namespace {

FieldChoice Choice(const std::string& value, const std::string& title) {
  FieldChoice choice;
  choice.value = value;
  choice.title = {title, title};
  return choice;
}

Layout Repairs() {
  Layout layout;
  Field done;
  done.name = "done";
  done.type = FieldType::kBool;
  done.nullable = true;
  Field closed = done;
  closed.name = "closed";
  closed.choices = {Choice("true", "Spærret"), Choice("false", "Åben")};
  Field materials;
  materials.name = "materials";
  materials.is_list = true;
  materials.choices = {Choice("asphalt", "Asfalt"),
                       Choice("salt", "Salt, groft")};
  Field crew;
  crew.name = "crew";
  crew.is_list = true;
  Field answers = done;
  answers.name = "answers";
  answers.is_list = true;
  Field weights;
  weights.name = "weights";
  weights.type = FieldType::kDecimal;
  weights.is_list = true;
  weights.unit = {"kg", "kg"};
  for (const Field& field : {done, closed, materials, crew, answers, weights}) {
    layout.Add(field);
  }
  layout.missing_markers = {"-", "ukendt"};
  return layout;
}

/// The value that `text` in a cell stands for, and what is said of it.
std::string ValueOf(const char* field, const std::string& text,
                    CellKind kind = CellKind::kText) {
  static const Layout layout = Repairs();
  static const Folder folder{Language{}};
  static const CellValues values(layout, folder);
  TableCell cell;
  cell.column = 1;
  cell.text = text;
  cell.kind = kind;
  std::string line;
  TableRecord record;
  values.Write(layout.Find(field), cell, {.from_text = true}, &line, &record);
  for (const CellFinding& finding : record.findings) {
    line += " " + Message(Lang::kEn, finding.issue.message, finding.issue.args);
  }
  return line;
}

/// What is told of `text` in a cell, in a reader's language.
std::string HintOf(const std::string& text, Lang lang) {
  Layout layout;
  Field area;
  area.name = "area";
  area.choices = {Choice("work", "Arbejde"), Choice("school", "Skole")};
  area.choices[0].title = {"Arbejde", "Employment"};
  area.choices[1].title = {"Skole", "School"};
  layout.Add(area);
  const Folder folder{Language{}};
  const CellValues values(layout, folder);
  TableCell cell;
  cell.text = text;
  std::string line;
  TableRecord record;
  values.Write(0, cell, {.from_text = true}, &line, &record);
  return Format(record.findings.front().issue, lang);
}

TEST(CellValues, OfferTitlesInTheReadersLanguage) {
  EXPECT_EQ(HintOf("Kultur", Lang::kEn),
            "error: 'Kultur' is none of the field's values; known: Employment, "
            "School [D353 unknown-choice]\n");
  EXPECT_EQ(HintOf("Kultur", Lang::kDa),
            "fejl: 'Kultur' er ikke en af feltets værdier; kendte: Arbejde, "
            "Skole [D353 unknown-choice]\n");
  EXPECT_EQ(HintOf("Scool", Lang::kEn),
            "error: 'Scool' is none of the field's values; did you mean "
            "'School'? [D353 unknown-choice]\n");
}

// Who wrote Danish is helped by the Danish word, whoever reads.
TEST(CellValues, OfferTheTitleThatWasMisspelt) {
  EXPECT_EQ(HintOf("Arbjede", Lang::kEn),
            "error: 'Arbjede' is none of the field's values; did you mean "
            "'Arbejde'? [D353 unknown-choice]\n");
  EXPECT_EQ(HintOf("Emplyment", Lang::kDa),
            "fejl: 'Emplyment' er ikke en af feltets værdier; mente du "
            "'Employment'? [D353 unknown-choice]\n");
}

// The template offers Ja and Nej; Danish Excel writes SAND and FALSK in a CSV.
TEST(CellValues, ReadTruthAsPeopleAndSpreadsheetsWriteIt) {
  for (const char* field : {"done", "closed"}) {
    for (const char* text : {"Ja", "JA ", "j", "Yes", "SAND", "TRUE", "1"}) {
      EXPECT_EQ(ValueOf(field, text), "true") << text;
    }
    for (const char* text : {"Nej", "nej", "N", "No", "FALSK", "false", "0"}) {
      EXPECT_EQ(ValueOf(field, text), "false") << text;
    }
    EXPECT_EQ(ValueOf(field, "ukendt"), "null");
  }
  EXPECT_EQ(ValueOf("closed", "spærret"), "true");
  EXPECT_EQ(ValueOf("done", "måske"),
            "\"måske\" 'måske' is neither yes nor no");
}

TEST(CellValues, ReadValuesWithCommasInTheirNames) {
  EXPECT_EQ(ValueOf("materials", "Salt, groft"), "[\"salt\"]");
  EXPECT_EQ(ValueOf("materials", "Asfalt; Salt, groft"),
            "[\"asphalt\",\"salt\"]");
  EXPECT_EQ(ValueOf("materials", "salt, groft\nasfalt"),
            "[\"salt\",\"asphalt\"]");
  EXPECT_EQ(
      ValueOf("materials", "Asfalt; Salt, fint"),
      "\"Asfalt; Salt, fint\" 'Salt, fint' is none of the field's values; "
      "several are written with semicolons between them");
  // Half a number is not what somebody wrote.
  EXPECT_EQ(ValueOf("materials", "12.5", CellKind::kNumber),
            "\"12.5\" '12.5' is none of the field's values; several are "
            "written with semicolons between them");
}

// A blank cell is no answer; a list without values is one.
TEST(ListCell, MayHoldAListWithoutValues) {
  for (const char* field : {"materials", "crew", "answers", "weights"}) {
    EXPECT_EQ(ValueOf(field, "(ingen valgt)"), "[]");
    EXPECT_EQ(ValueOf(field, " (none chosen) "), "[]");
  }
}

TEST(ListCell, OfOpenTextsIsPartedAtSemicolonsAndLineBreaks) {
  EXPECT_EQ(ValueOf("crew", "Ida; Bo, den lange\n;12,5"),
            R"(["Ida","Bo, den lange","12,5"])");
}

TEST(ListCell, OfTruthValuesHoldsTruthValues) {
  EXPECT_EQ(ValueOf("answers", "Ja"), "[true]");
  EXPECT_EQ(ValueOf("answers", "ja; No; måske"), "[true,false,\"måske\"]");
  EXPECT_EQ(ValueOf("answers", "ukendt"), "null");
}

TEST(ListCell, OfNumbersHoldsNumbers) {
  EXPECT_EQ(ValueOf("weights", "0,5; 1000.25 kg;3"), "[0.5,1000.25,3]");
  EXPECT_EQ(ValueOf("weights", "12 kr."), "[\"12 kr.\"]");
}

// As our own workbooks write them.
TEST(ListCell, ReadsANumberWithAZeroBehindThreeDecimalsInOneWay) {
  EXPECT_EQ(ValueOf("weights", "1,2340; 1234; -0,1250"), "[1.234,1234,-0.125]");
}

// Neither reading is written for what may be 1250 and 1.25.
TEST(ListCell, LeavesANumberThatCanBeReadInTwoWaysAsAText) {
  EXPECT_EQ(ValueOf("weights", "1.250; 2"),
            "[\"1.250\",2] '1.250' can be read in two ways: as 1250 and as "
            "1.25");
}

}  // namespace
}  // namespace sigte
