// SPDX-License-Identifier: MPL-2.0

// What stands in the cells of a returned workbook.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "engine/read/json_reader.h"
#include "engine/record/record.h"
#include "engine/report/cases.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

std::unique_ptr<Program> ListProgram() {
  auto program = SampleProgram();
  Layout layout;
  Field texts;
  texts.name = "texts";
  texts.is_list = true;
  Field truths = texts;
  truths.name = "truths";
  truths.type = FieldType::kBool;
  Field numbers = texts;
  numbers.name = "numbers";
  numbers.type = FieldType::kDecimal;
  numbers.unit = {"kr.", "DKK"};
  Field closed = texts;
  closed.name = "closed";
  closed.choices = {{"a", {"Skole", "School"}, {}}, {"b", {"Job", "Work"}, {}}};
  for (const Field& field : {texts, truths, numbers, closed}) layout.Add(field);
  program->layout = layout;
  return program;
}

/// The cell of the one field of `json`; "~" where it comes back as another.
std::string CellOf(const std::string& json, Lang lang) {
  static const auto program = ListProgram();
  const PaddedText text(json);
  Document document;
  IssueList issues;
  EXPECT_TRUE(JsonReader().Read(text.text(), nullptr, 0, &document, &issues));
  Record record(program->layout);
  record.Fill(document, Document::kRoot, kNoNode);
  std::string cells;
  for (const CellValue& value : ValuesOf(record, {}, *program, lang)) {
    cells += value.text + (value.reads_otherwise ? "~" : "");
  }
  return cells;
}

TEST(CellOfAList, HasItsValuesBetweenSemicolons) {
  EXPECT_EQ(CellOf(R"({"closed": ["a", "b"]})", Lang::kDa), "Skole; Job");
  EXPECT_EQ(CellOf(R"({"truths": [true, false]})", Lang::kDa), "Ja; Nej");
  EXPECT_EQ(CellOf(R"({"truths": [true, false]})", Lang::kEn), "Yes; No");
  EXPECT_EQ(CellOf(R"({"numbers": [0.5, 1000.25]})", Lang::kDa),
            "0,5; 1000,25");
  EXPECT_EQ(CellOf(R"({"texts": ["x, y", "12.5"]})", Lang::kDa), "x, y; 12.5");
}

// What could be read in two ways would come back as a text.
TEST(CellOfAList, HasNumbersThatCanBeReadInOneWayOnly) {
  EXPECT_EQ(CellOf(R"({"numbers": [1.234, 1234, -0.125]})", Lang::kDa),
            "1,2340; 1234; -0,1250");
  EXPECT_EQ(CellOf(R"({"numbers": [1.234, 1e3]})", Lang::kEn), "1.2340; 1000");
}

// A blank cell would be asked about when it comes back.
TEST(CellOfAList, IsNotBlankWhereTheListIsEmpty) {
  for (const char* field : {"texts", "truths", "numbers", "closed"}) {
    const std::string json = "{\"" + std::string(field) + "\": []}";
    EXPECT_EQ(CellOf(json, Lang::kDa), "(ingen valgt)");
    EXPECT_EQ(CellOf(json, Lang::kEn), "(none chosen)");
  }
  // Where it may not be null, null is as wrong in a cell.
  EXPECT_EQ(CellOf(R"({"texts": null})", Lang::kDa), "(JSON) null");
  EXPECT_EQ(CellOf("{}", Lang::kDa), "");
}

TEST(CellOfAList, SaysWhereItComesBackAsAnotherList) {
  EXPECT_EQ(CellOf(R"({"texts": ["x; y", "z"]})", Lang::kDa), "x; y; z~");
  EXPECT_EQ(CellOf(R"({"texts": ["x\ny"]})", Lang::kDa), "x\ny~");
  EXPECT_EQ(CellOf(R"({"texts": ["", "x"]})", Lang::kDa), "x~");
  EXPECT_EQ(CellOf(R"({"texts": [" x"]})", Lang::kDa), " x~");
  EXPECT_EQ(CellOf(R"j({"texts": ["(ingen valgt)"]})j", Lang::kDa),
            "(ingen valgt)~");
}

}  // namespace
}  // namespace sigte::test
