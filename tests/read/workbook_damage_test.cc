// SPDX-License-Identifier: MPL-2.0

// Workbooks that are damaged, cut off or made to harm: none takes more than its
// bounds.

#include <gtest/gtest.h>

#include <string>

#include "tests/read/package_builder.h"
#include "tests/read/workbook_cells.h"

namespace sigte {
namespace {

TEST(Workbook, RefusesADocumentTypeDefinition) {
  WorkbookParts book("");
  book.Set("xl/worksheets/sheet1.xml",
           "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\">"
           "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" +
               SheetXml("<sheetData><row><c t=\"inlineStr\"><is><t>&b;</t>"
                        "</is></c></row></sheetData>"));
  EXPECT_EQ(Cells(book.Zip()),
            "the part 'xl/worksheets/sheet1.xml' has a document type "
            "definition, which no spreadsheet writes");
}

TEST(Workbook, RefusesXmlThatGoesTooDeep) {
  std::string deep;
  for (int i = 0; i < 70; ++i) deep += "<x>";
  EXPECT_EQ(CellsOf(deep),
            "the part 'xl/worksheets/sheet1.xml' has more than 64 levels, and "
            "so many are not read");
}

TEST(Workbook, RefusesAPartThatUnpacksToTooMuch) {
  WorkbookParts book("");
  book.Remove("xl/worksheets/sheet1.xml");
  const std::string bomb =
      ZipWithBlanks(book.parts(), "xl/worksheets/sheet1.xml",
                    std::string("<worksheet xmlns=\"") + kMainSpace +
                        "\"><sheetData><row><c><v>1</v></c></row>",
                    257UL << 20, "</sheetData></worksheet>");
  EXPECT_LT(bomb.size(), 1UL << 20);
  EXPECT_EQ(Cells(bomb),
            "A1#1 |the part 'xl/worksheets/sheet1.xml' takes more than 256 MiB "
            "unpacked, and so much is not read");
}

TEST(Workbook, RefusesOneTagOfMegabytes) {
  EXPECT_EQ(CellsOf("<row a=\"" + std::string(3UL << 20, 'a') + "\"/>"),
            "the file is damaged: its part 'xl/worksheets/sheet1.xml' cannot "
            "be read from line 1 on");
}

TEST(Workbook, RefusesTooManyParts) {
  Parts parts = WorkbookParts(kOneCell).parts();
  for (int i = 0; i < 10'001; ++i) parts.emplace_back(std::to_string(i), "");
  EXPECT_EQ(Cells(ZipOf(parts)),
            "the file has more than 10,000 parts, and so many are not read");
}

// Few bytes of XML can name one long text again and again.
TEST(Workbook, RefusesARowThatGrowsBeyondItsBound) {
  std::string cells;
  for (int i = 0; i < 100; ++i) cells += "<c t=\"s\"><v>0</v></c>";
  WorkbookParts book("<row>" + cells + "</row>");
  book.Strings({"<t>" + std::string(250UL << 10, 'a') + "</t>"});
  EXPECT_EQ(Cells(book.Zip()), "a row may take 16 MiB at most");
}

TEST(Workbook, RefusesATextThatNoCellHolds) {
  EXPECT_EQ(CellsOf("<row><c t=\"inlineStr\"><is><t>" +
                    std::string(300UL << 10, 'a') + "</t></is></c></row>"),
            "a cell may take 256 KiB at most");
}

TEST(Workbook, RefusesTwoPartsOfOneName) {
  Parts parts = WorkbookParts(kOneCell).parts();
  parts.emplace_back("XL/Worksheets/Sheet1.xml", "<other/>");
  EXPECT_EQ(Cells(ZipOf(parts)),
            "the file is damaged: it has two parts 'XL/Worksheets/Sheet1.xml'");
}

TEST(Workbook, FindsDamageByTheChecksum) {
  // Stored, so that a changed byte is still a text.
  std::string cells;
  for (int i = 0; i < 5000; ++i) cells += "<row><c><v>1</v></c></row>";
  std::string bytes = WorkbookParts(cells).Zip();
  EXPECT_EQ(Cells(bytes).find("damaged"), std::string::npos);
  const std::size_t at = bytes.find("xl/worksheets/sheet1.xml") + 60;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  EXPECT_NE(Cells(bytes).find("the file is damaged: its part "
                              "'xl/worksheets/sheet1.xml' cannot be"),
            std::string::npos);
}

TEST(Workbook, RefusesWhatIsCutOff) {
  const std::string bytes = WorkbookParts(kOneCell).Zip();
  EXPECT_EQ(Cells(bytes.substr(0, bytes.size() / 2)),
            "the file is damaged: it begins like a workbook but cannot be "
            "opened");
  WorkbookParts book("");
  book.Set("xl/worksheets/sheet1.xml", "<worksheet><sheetData>");
  EXPECT_EQ(Cells(book.Zip()),
            "the file is damaged: its part 'xl/worksheets/sheet1.xml' cannot "
            "be read from line 1 on");
}

}  // namespace
}  // namespace sigte
