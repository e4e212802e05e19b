// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

#include "engine/decide/decision.h"
#include "engine/record/row_origin.h"

/// Bytes of the line that stands for a table's row, as places in the table.
namespace sigte {

/// The place of bytes `part` of a cell's own text: in a workbook the cell, with
/// columns counted in its text; in a text table the file's line and column.
void LocateInCell(const TableOrigin& table, const CellOrigin& cell, Span part,
                  Location* location);

/// The place of `span` in `line`, which stands for `row`: the part of a cell
/// whose text the line repeats; all of a cell that was read as a value; the
/// row's first cell where the span lies in none.
void LocateInRow(const RowOrigin& row, std::string_view line, Span span,
                 Location* location);

/// The place of column `column` of `row`, whether anything stands there or not.
void LocateColumn(const RowOrigin& row, std::uint32_t column,
                  Location* location);

}  // namespace sigte
