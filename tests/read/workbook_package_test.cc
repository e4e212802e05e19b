// SPDX-License-Identifier: MPL-2.0

// The package that a workbook is: its parts with their names and links, and
// packages that are something else.

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/read/package_builder.h"
#include "tests/read/workbook_cells.h"

namespace sigte {
namespace {

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

TEST(Workbook, TellsOtherFilesByWhatTheyAre) {
  EXPECT_EQ(SignatureOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."),
            FileSignature::kCompoundFile);
  EXPECT_EQ(SignatureOf("PK\x03\x04"), FileSignature::kZip);
  EXPECT_EQ(SignatureOf("Id;Title"), FileSignature::kOther);
  EXPECT_EQ(SignatureOf("\x1F\x8B\x08...."), FileSignature::kPacked);
  EXPECT_EQ(PackerOf("\x1F\x8B\x08...."), "gzip");
  EXPECT_EQ(PackerOf("BZh91AY&SY"), "bzip2");
  EXPECT_EQ(PackerOf("BZh;Title"), "");
  EXPECT_EQ(PackerOf(std::string("\xFD"
                                 "7zXZ\0\0\4",
                                 8)),
            "xz");
  EXPECT_EQ(PackerOf("\x28\xB5\x2F\xFD...."), "zstd");
  EXPECT_EQ(PackerOf("7z\xBC\xAF\x27\x1C.."), "7z");
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
