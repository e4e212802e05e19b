// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/table/table_plan.h"

/// Rows where no record is expected, and whether one stands there all the same.
namespace sigte {

/// How a cell goes with its column: only a column whose values are closed or
/// numbers tells.
enum class CellFit : std::uint8_t { kUntold, kFits, kMisfits };
CellFit FitOf(const TableCell& cell, const TablePlan& plan,
              const TableSetup& setup);

/// Nothing speaks against a record of `plan` with two answers or more.
bool MayBeRecord(const TableRow& row, const TablePlan& plan,
                 const TableSetup& setup);

/// The row begins with the name of a field that may stand once for a table:
/// "Municipality | Egedal".
bool IsLabelRow(const TableRow& row, const TableSetup& setup);

/// The numbers (TableRow::number) of those of the rows above `rows[heading]`
/// that look like records of `plan`, its plan, and of the rows that stand
/// directly by these. A letterhead, a title, guidance for the columns and their
/// numbers do not look so.
std::vector<std::size_t> RecordsAbove(const std::vector<TableRow>& rows,
                                      std::size_t heading,
                                      const TablePlan& plan,
                                      const TableSetup& setup);

}  // namespace sigte
