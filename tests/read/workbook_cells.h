// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <string>

#include "engine/read/workbook.h"
#include "engine/record/row_origin.h"
#include "tests/read/package_builder.h"

/// Workbooks in, the cells that are read of them out, as one text.
namespace sigte {

inline std::string KindMark(const TableCell& cell) {
  switch (cell.kind) {
    case CellKind::kText: return "'";
    case CellKind::kNumber: return "#";
    case CellKind::kBool: return "?";
    case CellKind::kDate: return "@";
    case CellKind::kError: return "!";
    case CellKind::kUncalculated: return "~";
    case CellKind::kMisquoted: return "\"";
    case CellKind::kUnclosed: return "\"\"";
    case CellKind::kUndecodable:
    case CellKind::kZeroByte: return "x";  // of texts alone
  }
  return "";
}

inline std::string WordsOf(const Issue& issue) {
  return Message(Lang::kEn, issue.message, issue.args);
}

/// The first sheet's cells, "A1'text B1#12 |" for each row: ' text, # number,
/// @ date, ? truth, ! error value, ~ formula without value; a refusal at the
/// end.
inline std::string Cells(const std::string& bytes, std::size_t sheet = 0) {
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

inline std::string CellsOf(const std::string& rows) {
  return Cells(WorkbookParts(rows).Zip());
}

inline constexpr const char* kOneCell =
    "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>";

}  // namespace sigte
