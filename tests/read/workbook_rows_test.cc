// SPDX-License-Identifier: MPL-2.0

// Where the rows and cells of a workbook's sheet stand, and which of them are
// hidden, merged or no cells at all.

#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "tests/read/package_builder.h"
#include "tests/read/workbook_cells.h"

namespace sigte {
namespace {

TEST(Workbook, CountsRowsAndCellsThatHaveNoAddress) {
  EXPECT_EQ(CellsOf("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v>"
                    "</c></row><row r=\"5\"><c><v>4</v></c></row><row>"
                    "<c/><c><v>5</v></c></row>"),
            "A1#1 D1#2 E1#3 |A5#4 |B6#5 |");
}

TEST(Workbook, RemarksMergedCells) {
  WorkbookParts book("");
  book.Set("xl/worksheets/sheet1.xml",
           SheetXml("<sheetData><row><c><v>1</v></c></row></sheetData>"
                    "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>"));
  const BytesFile file(book.Zip());
  std::optional<Issue> fault;
  const auto workbook = WorkbookFile::Open(file.fd(), &fault);
  ASSERT_NE(workbook, nullptr);
  const auto rows = workbook->OpenSheet(0, &fault);
  TableRow row;
  while (rows->Next(&row)) {
  }
  ASSERT_EQ(rows->remarks().merged.size(), 1u);
  EXPECT_EQ(rows->remarks().merged[0].last_row, 3u);
  EXPECT_EQ(rows->remarks().merged[0].last_column, 2u);
}

TEST(Workbook, PassesOverStyledCellsInWhichNothingStands) {
  WorkbookParts book("");
  book.Set("xl/worksheets/sheet1.xml",
           SheetXml("<dimension ref=\"A1:XFD1048576\"/><sheetData>"
                    "<row r=\"1\"><c s=\"1\"/><c t=\"s\"/></row>"
                    "<row r=\"2\"><c s=\"1\"/><c><v>2</v></c></row>"
                    "<row r=\"900\" s=\"1\"><c s=\"1\"/></row></sheetData>"));
  EXPECT_EQ(Cells(book.Zip()), "B2#2 |");
}

TEST(Workbook, MarksWhatIsHidden) {
  WorkbookParts book("");
  book.Set("xl/worksheets/sheet1.xml",
           SheetXml("<cols><col min=\"2\" max=\"3\" hidden=\"true\"/></cols>"
                    "<sheetData><row hidden=\"1\"><c><v>1</v></c></row>"
                    "<row><c><v>2</v></c></row></sheetData>"));
  book.Set("xl/workbook.xml",
           std::string("<workbook xmlns=\"") + kMainSpace + "\" xmlns:r=\"" +
               kRelationSpace +
               "\"><sheets><sheet name=\"S\" sheetId=\"1\" "
               "state=\"veryHidden\" r:id=\"rId1\"/></sheets></workbook>");
  EXPECT_EQ(Cells(book.Zip()), "A1#1 hidden|A2#2 |");
  const BytesFile file(book.Zip());
  std::optional<Issue> fault;
  const auto workbook = WorkbookFile::Open(file.fd(), &fault);
  EXPECT_TRUE(workbook->sheets()[0].hidden);
  const auto rows = workbook->OpenSheet(0, &fault);
  TableRow row;
  rows->Next(&row);
  ASSERT_EQ(rows->remarks().hidden_columns.size(), 1u);
  EXPECT_EQ(rows->remarks().hidden_columns[0], (std::pair{2u, 3u}));
}

struct Broken {
  const char* name;
  const char* rows;
  const char* words;

  friend void PrintTo(const Broken& broken, std::ostream* out) {
    *out << broken.name;
  }
};

class WorkbookRefuses : public testing::TestWithParam<Broken> {};

TEST_P(WorkbookRefuses, WithThePartAndTheCell) {
  EXPECT_EQ(CellsOf(GetParam().rows), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, WorkbookRefuses,
    testing::Values(
        Broken{"CellTwice",
               "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
               "the file is damaged: 'A1' in its part "
               "'xl/worksheets/sheet1.xml' is no cell's or row's place, or is "
               "there twice"},
        Broken{"RowTwice", "<row r=\"2\"/><row r=\"2\"/>",
               "the file is damaged: '2' in its part "
               "'xl/worksheets/sheet1.xml' is no cell's or row's place, or is "
               "there twice"},
        Broken{"CellOfAnotherRow", "<row r=\"2\"><c r=\"A3\"/></row>",
               "the file is damaged: 'A3' in its part "
               "'xl/worksheets/sheet1.xml' is no cell's or row's place, or is "
               "there twice"},
        Broken{"ColumnBeyondTheLast", "<row><c r=\"XFE1\"/></row>",
               "the file is damaged: 'XFE1' in its part "
               "'xl/worksheets/sheet1.xml' is no cell's or row's place, or is "
               "there twice"},
        Broken{"RowBeyondTheLast", "<row r=\"1048577\"/>",
               "the file is damaged: '1048577' in its part "
               "'xl/worksheets/sheet1.xml' is no cell's or row's place, or is "
               "there twice"},
        Broken{"NoSuchSharedText", "<row><c t=\"s\"><v>0</v></c></row>",
               "the file is damaged: cell A1 in its part "
               "'xl/worksheets/sheet1.xml' refers to a text that is not "
               "there"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
