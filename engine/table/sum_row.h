// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/table/table_plan.h"

/// Rows of a table that are no records, by what stands in them.
namespace sigte {

/// Every cell says what its column is called, or may be called.
bool RepeatsHeading(const TableRow& row, const TablePlan& plan,
                    const TableSetup& setup);

/// What a row of totals calls itself ("Total"): its one cell beside those with
/// numbers and that of the group's field; no words of a record stand there.
/// Empty: it is none. The words are the catalogue's (table.words-total).
std::string_view TotalWordIn(const TableRow& row, const TablePlan& plan,
                             const TableSetup& setup);

/// The sums of a table's number columns, row by row.
class ColumnSums {
 public:
  /// Borrows both.
  ColumnSums(const TablePlan& plan, const Layout& layout)
      : plan_(plan), layout_(layout) {}

  /// At least two rows stand above, every number of the row is the sum of those
  /// above it, one is not 0, and at most one cell holds anything else.
  bool IsSum(const TableRow& row) const;
  void Add(const TableRow& row);

 private:
  std::optional<Decimal> NumberIn(const TableCell& cell) const;

  const TablePlan& plan_;
  const Layout& layout_;
  std::map<std::uint32_t, Decimal> sums_;  // by column
  std::size_t rows_ = 0;
};

}  // namespace sigte
