// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "tests/read/package_builder.h"
#include "tests/table/table_testing.h"

/// Workbooks of the shipped questionnaire, sheet by sheet.
namespace sigte {

// What is told of a heading alone.
inline constexpr const char* kNobodys =
    " error D393 the table has no rows, and 'Municipality' does not stand "
    "above "
    "it\n";

struct BookSheet {
  std::string name;
  std::string inside;  // of the worksheet element
  std::string state = "visible";
};

inline std::string TextCell(const std::string& text) {
  return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline std::string Row(const std::vector<std::string>& texts,
                       const std::string& attributes = "") {
  std::string row = "<row" + attributes + ">";
  for (const std::string& text : texts) {
    const bool is_xml = text.starts_with("<");
    row += is_xml ? text : text.empty() ? "<c/>" : TextCell(text);
  }
  return row + "</row>";
}

inline std::string Data(const std::vector<std::string>& rows) {
  std::string data = "<sheetData>";
  for (const std::string& row : rows) data += row;
  return data + "</sheetData>";
}

inline std::string BookOf(const std::vector<BookSheet>& sheets) {
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

inline const std::vector<std::string> kHeadingRow = {
    "Id",        "Kommune", "Område", "Initiativ", "Bruttoudgifter",
    "Målgruppe", "Indhold"};
inline const std::vector<std::string> kAnswerRow = {"1", "240", "social", "a",
                                                    "5", "a",   "x"};
inline constexpr const char* kLine =
    "{\"id\":\"1\",\"municipality\":240,\"area\":\"social\",\"title\":\"a\","
    "\"gross_expenditure_tdkk\":5,\"primary_target\":\"a\",\"content\":\"x\"}";
inline constexpr const char* kAsText =
    " note D357 the number stands as text in the cell: '5' was read as 5\n";

}  // namespace sigte
