// SPDX-License-Identifier: MPL-2.0

// What stands in a workbook's cells: texts, numbers, dates, truths and
// formulas.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/read/package_builder.h"
#include "tests/read/workbook_cells.h"

namespace sigte {
namespace {

TEST(Workbook, ReadsEveryTypeOfCell) {
  WorkbookParts book(
      "<row><c t=\"s\"><v>1</v></c>"
      "<c t=\"inlineStr\"><is><t>inline</t></is></c>"
      "<c t=\"str\"><f>A1</f><v>given</v></c><c t=\"b\"><v>1</v></c>"
      "<c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c>"
      "<c t=\"d\"><v>2019-05-01T00:00:00</v></c>"
      "<c t=\"n\"><v>1.5</v></c><c><v> 7 </v></c></row>");
  book.Strings({"<t>zero</t>", "<t>one</t>"});
  EXPECT_EQ(Cells(book.Zip()),
            "A1'one B1'inline C1'given D1?TRUE E1?FALSE F1!#DIV/0! "
            "G1@2019-05-01 H1#1.5 I1#7 |");
}

TEST(Workbook, TellsAFormulaWithoutItsValueFromOneThatGaveNothing) {
  EXPECT_EQ(CellsOf("<row><c><f>1/0</f><v></v></c><c><f>B2+1</f></c>"
                    "<c t=\"str\"><f>IF(1,\"\")</f><v></v></c>"
                    "<c><f>SUM(1)</f><v>3</v></c></row>"),
            "A1~=1/0 B1~=B2+1 D1#3 |");
}

TEST(Workbook, JoinsRichTextWithoutPhonetics) {
  WorkbookParts book(
      "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
      "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>");
  book.Strings(
      {"<r><t>Caf</t></r><r><rPr/><t xml:space=\"preserve\">é "
       "</t></r><rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh>",
       "", "<t xml:space=\"preserve\"> two </t>",
       "<t> a_x000D_b _x005F_x0041_ </t>"});
  EXPECT_EQ(Cells(book.Zip()), "A1'Café  C1' two  D1'a\rb _x0041_ |");
}

TEST(Workbook, ShowsANumberAsADateWhereItsStyleDoes) {
  WorkbookParts book(
      "<row><c s=\"1\"><v>43586</v></c><c s=\"2\"><v>43586.5</v></c>"
      "<c s=\"3\"><v>43586</v></c><c s=\"1\"><v>60</v></c>"
      "<c s=\"1\"><v>59</v></c><c s=\"4\"><v>0.25</v></c></row>");
  book.Styles({"[$-406]dd\\-mm\\-yyyy;@", "0.0\\ &quot;dage&quot;", "[h]:mm"},
              {0, 14, 164, 165, 166});
  EXPECT_EQ(Cells(book.Zip()),
            "A1@2019-05-01 B1@2019-05-01T12:00:00 C1#43586 D1@1900-02-29 "
            "E1@1900-02-28 F1@06:00:00 |");
}

TEST(Workbook, ShowsATimeThatGoesOnBeyondADay) {
  WorkbookParts book(
      "<row><c s=\"0\"><v>1.5</v></c><c s=\"1\"><v>43586</v></c>"
      "<c s=\"0\"><v>-1.5</v></c></row>");
  book.Styles({"[h]:mm"}, {164, 46});
  EXPECT_EQ(Cells(book.Zip()), "A1@36:00:00 B1@1046064:00:00 C1#-1.5 |");
}

TEST(Workbook, CountsDaysFrom1904WhereTheWorkbookDoes) {
  WorkbookParts book("<row><c s=\"0\"><v>0</v></c></row>");
  book.Styles({}, {14}).Set(
      "xl/workbook.xml",
      std::string("<workbook xmlns=\"") + kMainSpace + "\" xmlns:r=\"" +
          kRelationSpace +
          "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" "
          "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
  EXPECT_EQ(Cells(book.Zip()), "A1@1904-01-01 |");
}

TEST(Workbook, KeepsANumbersDecimalText) {
  WorkbookParts book(
      "<row><c><v>0.30000000000000004</v></c>"
      "<c><v>0.56999999999999995</v></c><c><v>1.5E3</v></c>"
      "<c><v>12345678901234567890</v></c><c s=\"1\"><v>0.56</v></c>"
      "<c s=\"1\"><v>0.56999999999999995</v></c><c><v>-.5</v></c></row>");
  book.Styles({}, {0, 9});
  EXPECT_EQ(Cells(book.Zip()),
            "A1#0.3 B1#0.57 C1#1500 D1#12345678901234567890 "
            "E1#56 %=56 F1#57 %=57 G1#-0.5 |");
}

// Few bytes of styles must not become many in memory.
TEST(Workbook, KeepsTheWordsOfALongFormatOnce) {
  WorkbookParts book("<row><c s=\"99000\"><v>1</v></c></row>");
  book.Styles({"&quot;" + std::string(900'000, 'x') + "&quot;0"},
              std::vector<int>(99'999, 164));
  const BytesFile file(book.Zip());
  std::optional<Issue> fault;
  const auto workbook = WorkbookFile::Open(file.fd(), &fault);
  ASSERT_NE(workbook, nullptr);
  TableRow row;
  ASSERT_TRUE(workbook->OpenSheet(0, &fault)->Next(&row));
  EXPECT_EQ(row.cells[0].beside, std::string(254, 'x'));
}

TEST(Workbook, CountsWhatFormatsShowAmongARowsBytes) {
  std::string row = "<row>";
  for (std::size_t i = 0; i < kMaxColumns; ++i) {
    row += "<c s=\"0\"><v>12345678901234567890</v></c>";
  }
  std::string unit;
  for (int i = 0; i < 253; ++i) unit += "\U0001F6B2";
  WorkbookParts book(row + "</row>");
  book.Styles({"&quot;" + unit + "&quot;0"}, {164});
  EXPECT_EQ(Cells(book.Zip()), "a row may take 16 MiB at most");
}

TEST(Workbook, ReadsATruthThatIsAFormula) {
  EXPECT_EQ(CellsOf("<row><c t=\"b\"><f>TRUE()</f><v>1</v></c></row>"),
            "A1?TRUE |");
}

TEST(Workbook, WorksNoFormulaOutAndFollowsNoLink) {
  EXPECT_EQ(CellsOf("<row><c t=\"str\"><f>WEBSERVICE(\"http://x\")</f>"
                    "<v>kept</v></c><c><f>[1]Other!A1</f><v>5</v></c></row>"),
            "A1'kept B1#5 |");
}

}  // namespace
}  // namespace sigte
