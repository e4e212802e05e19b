// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/read/table_row.h"
#include "engine/table/table_setup.h"

/// What each column of a table is, by one heading.
namespace sigte {

enum class ColumnUse : std::uint8_t {
  kNone,     ///< it has no heading
  kField,    ///< a field of the record
  kFile,     ///< a field of the file: looked at, no part of a record
  kIgnored,  ///< declared to be no answer
  kUnknown,
  kOtherUnit,  ///< a field's, but its numbers are others (D375)
  kDoubled,    ///< a field that another column is already
};

struct Column {
  ColumnUse use = ColumnUse::kNone;
  FieldIndex field = kNoField;
  bool in_plain_unit = false;  ///< as its heading says (table/unit_names.h)
};

/// A value that stands once for the whole table, above its heading.
struct CommonValue {
  FieldIndex field = kNoField;
  TableCell cell;
  std::size_t row = 0;
  std::string label;  ///< what stands beside it
};

struct TablePlan {
  std::shared_ptr<const TableOrigin> origin;
  std::size_t heading_row = 0;  ///< TableRow::number
  std::vector<Column> columns;  ///< by column - 1
  std::vector<CommonValue> common;
  std::vector<CommonValue> refused;  ///< differ from one of `common`
  /// Rows above the heading that look like records: TableRow::number,
  /// ascending.
  std::vector<std::size_t> above;
  std::vector<TableRemark> remarks;

  Column ColumnAt(std::uint32_t column) const {
    return column >= 1 && column <= columns.size() ? columns[column - 1]
                                                   : Column{};
  }
};

/// All of `row` as one cell of no column, with what stands in it.
TableCell WholeRow(const TableRow& row, char separator);

/// What a table says of itself (the template's sheet).
struct TableDeclaration {
  std::vector<std::string> ignored;  ///< headings of columns without answers
  bool id_is_prefilled = false;
};

/// What the heading of a bare copy of the template's or a reply's sheet (CSV)
/// says of it: their own columns have the catalogue's names.
TableDeclaration DeclarationOf(const TableRow& heading,
                               const TableSetup& setup);

/// Reads the heading `rows[heading]` and what stands above it. What `above`,
/// the plan of an earlier heading, knows of the whole table holds too, unless
/// `rows` say otherwise; may be null.
TablePlan PlanTable(const std::vector<TableRow>& rows, std::size_t heading,
                    const TableOrigin& origin, const TableDeclaration& declared,
                    const TableSetup& setup, const TablePlan* above = nullptr);

}  // namespace sigte
