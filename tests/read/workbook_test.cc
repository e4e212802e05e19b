// SPDX-License-Identifier: MPL-2.0

// One test for each rule of reading workbooks, with a file built for it.

#include "engine/read/workbook.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "engine/record/row_origin.h"
#include "tests/read/package_builder.h"

namespace sigte {
namespace {

std::string KindMark(const TableCell& cell) {
  switch (cell.kind) {
    case CellKind::kText: return "'";
    case CellKind::kNumber: return "#";
    case CellKind::kBool: return "?";
    case CellKind::kDate: return "@";
    case CellKind::kError: return "!";
    case CellKind::kUncalculated: return "~";
    case CellKind::kMisquoted: return "\"";
    case CellKind::kUnclosed: return "\"\"";
  }
  return "";
}

std::string WordsOf(const Issue& issue) {
  return Message(Lang::kEn, issue.message, issue.args);
}

/// The first sheet's cells, "A1'text B1#12 |" for each row: ' text, # number,
/// @ date, ? truth, ! error value, ~ formula without value; a refusal at the
/// end.
std::string Cells(const std::string& bytes, std::size_t sheet = 0) {
  const BytesFile file(bytes);
  std::optional<Issue> fault;
  const auto workbook = WorkbookFile::Open(file.fd(), &fault);
  if (workbook == nullptr) return WordsOf(*fault);
  const auto rows = workbook->OpenSheet(sheet, &fault);
  if (rows == nullptr) return WordsOf(*fault);
  std::string out;
  TableRow row;
  while (rows->Next(&row)) {
    for (const TableCell& cell : row.cells) {
      out += CellName(cell.column, row.number) + KindMark(cell) + cell.text;
      if (cell.kind == CellKind::kNumber && cell.text != cell.number) {
        out += "=" + cell.number;
      }
      out += " ";
    }
    out += row.hidden ? "hidden|" : "|";
  }
  if (rows->fault()) out += WordsOf(rows->fault()->issue);
  return out;
}

std::string CellsOf(const std::string& rows) {
  return Cells(WorkbookParts(rows).Zip());
}

const char* const kOneCell =
    "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>";

// Rule 1
TEST(Workbook, FindsItsPartsByRelationshipsWhateverTheyAreCalled) {
  WorkbookParts book(kOneCell);
  const std::string relations =
      std::string("<Relationships xmlns=\"") + kPackageSpace + "\">";
  const std::string type = std::string("Type=\"") + kRelationSpace;
  book.Remove("xl/worksheets/sheet1.xml").Remove("xl/workbook.xml");
  book.Remove("xl/_rels/workbook.xml.rels");
  book.Set("_rels/.rels", relations + "<Relationship Id=\"a\" " + type +
                              "/officeDocument\" Target=\"/bog/Mappe.XML\"/>"
                              "</Relationships>");
  book.Set("bog/mappe.xml",
           std::string("<workbook xmlns=\"") + kMainSpace + "\" xmlns:q=\"" +
               kRelationSpace +
               "\"><sheets><sheet name=\"A\" sheetId=\"7\" q:id=\"z9\"/>"
               "</sheets></workbook>");
  book.Set("bog/_rels/mappe.xml.rels",
           relations + "<Relationship Id=\"z9\" " + type +
               "/worksheet\" Target=\"../ark/./Svar.xml\"/></Relationships>");
  book.Set("ark/svar.xml",
           SheetXml(std::string("<sheetData>") + kOneCell + "</sheetData>"));
  EXPECT_EQ(Cells(book.Zip()), "A1'x |");
}

TEST(Workbook, FollowsNoLinkOutOfThePackage) {
  WorkbookParts book(kOneCell);
  const std::string type = std::string("Type=\"") + kRelationSpace;
  book.Set("xl/_rels/workbook.xml.rels",
           std::string("<Relationships xmlns=\"") + kPackageSpace +
               "\"><Relationship Id=\"rId1\" " + type +
               "/worksheet\" Target=\"../../../../etc/passwd\"/>"
               "</Relationships>");
  EXPECT_EQ(Cells(book.Zip()),
            "the file is damaged: its part 'etc/passwd' is missing");
}

// Rule 2
TEST(Workbook, ReadsPrefixedAndStrictNamespaces) {
  WorkbookParts prefixed("");
  prefixed.Set("xl/worksheets/sheet1.xml",
               std::string("<x:worksheet xmlns:x=\"") + kMainSpace +
                   "\"><x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>p"
                   "</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");
  EXPECT_EQ(Cells(prefixed.Zip()), "A1'p |");
  WorkbookParts strict("");
  const std::string space = "http://purl.oclc.org/ooxml/";
  strict.Set("_rels/.rels", std::string("<Relationships xmlns=\"") +
                                kPackageSpace +
                                "\"><Relationship Id=\"r\" Type=\"" + space +
                                "officeDocument/relationships/officeDocument\" "
                                "Target=\"xl/workbook.xml\"/></Relationships>");
  strict.Set("xl/workbook.xml",
             "<workbook xmlns=\"" + space + "spreadsheetml/main\" xmlns:r=\"" +
                 space +
                 "officeDocument/relationships\"><sheets><sheet name=\"S\" "
                 "sheetId=\"1\" r:id=\"r\"/></sheets></workbook>");
  strict.Set("xl/_rels/workbook.xml.rels",
             std::string("<Relationships xmlns=\"") + kPackageSpace +
                 "\"><Relationship Id=\"r\" Type=\"" + space +
                 "officeDocument/relationships/worksheet\" "
                 "Target=\"worksheets/sheet1.xml\"/></Relationships>");
  strict.Set("xl/worksheets/sheet1.xml",
             "<worksheet xmlns=\"" + space +
                 "spreadsheetml/main\"><sheetData><row><c><v>1</v></c>"
                 "</row></sheetData></worksheet>");
  EXPECT_EQ(Cells(strict.Zip()), "A1#1 |");
}

TEST(Workbook, LeavesElementsOfOtherNamespacesOut) {
  EXPECT_EQ(CellsOf("<row><c><v>1</v></c><o:c xmlns:o=\"urn:o\"><v>2</v></o:c>"
                    "</row>"),
            "A1#1 |");
}

// Rule 3
TEST(Workbook, CountsRowsAndCellsThatHaveNoAddress) {
  EXPECT_EQ(CellsOf("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v>"
                    "</c></row><row r=\"5\"><c><v>4</v></c></row><row>"
                    "<c/><c><v>5</v></c></row>"),
            "A1#1 D1#2 E1#3 |A5#4 |B6#5 |");
}

// Rule 4
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

// Rule 5
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

// Rule 6
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

// Rule 7
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

// Rule 8
TEST(Workbook, ReadsATruthThatIsAFormula) {
  EXPECT_EQ(CellsOf("<row><c t=\"b\"><f>TRUE()</f><v>1</v></c></row>"),
            "A1?TRUE |");
}

// Rule 9
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

// Rule 10
TEST(Workbook, PassesOverStyledCellsInWhichNothingStands) {
  WorkbookParts book("");
  book.Set("xl/worksheets/sheet1.xml",
           SheetXml("<dimension ref=\"A1:XFD1048576\"/><sheetData>"
                    "<row r=\"1\"><c s=\"1\"/><c t=\"s\"/></row>"
                    "<row r=\"2\"><c s=\"1\"/><c><v>2</v></c></row>"
                    "<row r=\"900\" s=\"1\"><c s=\"1\"/></row></sheetData>"));
  EXPECT_EQ(Cells(book.Zip()), "B2#2 |");
}

// Rule 11
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

// Rule 12
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

// Rule 13
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

// Rule 14
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

// Rule 15
TEST(Workbook, TellsOtherFilesByWhatTheyAre) {
  EXPECT_EQ(SignatureOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."),
            FileSignature::kCompoundFile);
  EXPECT_EQ(SignatureOf("PK\x03\x04"), FileSignature::kZip);
  EXPECT_EQ(SignatureOf("Id;Title"), FileSignature::kOther);
  EXPECT_EQ(Cells(ZipOf(
                {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml", "<x/>"}})),
            "the file is a spreadsheet of LibreOffice or OpenOffice (.ods), "
            "which cannot be read");
  EXPECT_EQ(Cells(ZipOf({{"a.txt", "a"}})),
            "the file is packed like a workbook, but it is none");
  WorkbookParts binary("");
  binary.Set("_rels/.rels",
             std::string("<Relationships xmlns=\"") + kPackageSpace +
                 "\"><Relationship Id=\"r\" Type=\"" + kRelationSpace +
                 "/officeDocument\" Target=\"xl/workbook.bin\"/>"
                 "</Relationships>");
  EXPECT_EQ(Cells(binary.Zip()),
            "the file is a binary workbook (.xlsb), which cannot be read");
}

TEST(Workbook, SaysWhenAPartIsLocked) {
  EXPECT_EQ(Cells(LockedZipOf(WorkbookParts(kOneCell).parts(),
                              "xl/worksheets/sheet1.xml")),
            "the file is protected by a password");
}

TEST(Workbook, SaysThatThereAreMacros) {
  WorkbookParts book(kOneCell);
  const std::string type = std::string("Type=\"") + kRelationSpace;
  book.Set("xl/_rels/workbook.xml.rels",
           std::string("<Relationships xmlns=\"") + kPackageSpace +
               "\"><Relationship Id=\"rId1\" " + type +
               "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
               "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/"
               "office/2006/relationships/vbaProject\" "
               "Target=\"vbaProject.bin\"/></Relationships>");
  const BytesFile file(book.Zip());
  std::optional<Issue> fault;
  EXPECT_TRUE(WorkbookFile::Open(file.fd(), &fault)->has_macros());
}

// Rule 16
TEST(Workbook, WorksNoFormulaOutAndFollowsNoLink) {
  EXPECT_EQ(CellsOf("<row><c t=\"str\"><f>WEBSERVICE(\"http://x\")</f>"
                    "<v>kept</v></c><c><f>[1]Other!A1</f><v>5</v></c></row>"),
            "A1'kept B1#5 |");
}

TEST(Workbook, ReadsPartsInUtf16) {
  const std::string xml =
      "\xEF\xBB\xBF" +
      SheetXml("<sheetData><row><c><v>1</v></c></row></sheetData>");
  std::string wide = "\xFF\xFE";
  for (const char c : xml.substr(3)) wide += {c, '\0'};
  WorkbookParts book("");
  EXPECT_EQ(Cells(book.Set("xl/worksheets/sheet1.xml", wide).Zip()), "A1#1 |");
}

}  // namespace
}  // namespace sigte
