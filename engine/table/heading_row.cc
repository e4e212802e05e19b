// SPDX-License-Identifier: MPL-2.0

// Rows that name fields.
#include "engine/table/heading_row.h"

#include <algorithm>
#include <set>

#include "engine/base/blank.h"
#include "engine/table/number_text.h"
#include "engine/table/record_row.h"

namespace sigte {
namespace {

// So many names of fields side by side are a heading whatever else stands
// there.
constexpr std::size_t kSurelyNamed = 4;
// Fewer may stand in a record: "Project", "Description".
constexpr std::size_t kNamedBelow = 3;

// How many fields the row's cells name; 0 where they make no heading.
std::size_t FieldsNamed(const TableRow& row, const TableSetup& setup) {
  std::set<FieldIndex> fields;
  bool of_record = false;
  for (const TableCell& cell : row.cells) {
    if (cell.kind != CellKind::kText) continue;
    const FieldIndex field = setup.headings.Find(cell.text);
    if (field == kNoField) continue;
    fields.insert(field);
    of_record = of_record || !setup.layout[field].of_group;
  }
  return fields.size() >= 2 && of_record ? fields.size() : 0;
}

// Above a table a row may name fields in passing: "Municipality | Egedal".
bool IsHeading(const TableRow& row, const TableSetup& setup) {
  const std::size_t named = FieldsNamed(row, setup);
  return named >= kSurelyNamed || named * 2 > row.cells.size();
}

}  // namespace

std::size_t FindHeading(const std::vector<TableRow>& rows,
                        const TableSetup& setup, std::size_t* fields) {
  std::size_t best = rows.size();
  *fields = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t named = FieldsNamed(rows[i], setup);
    if (named <= *fields) continue;
    *fields = named;
    best = i;
  }
  return best;
}

std::size_t FirstHeading(const std::vector<TableRow>& rows, std::size_t best,
                         const TableSetup& setup) {
  std::vector<std::size_t> headings;
  for (std::size_t i = 0; i < best; ++i) {
    if (IsHeading(rows[i], setup)) headings.push_back(i);
  }
  headings.push_back(best);
  for (std::size_t i = 0; i + 1 < headings.size(); ++i) {
    const TablePlan plan = PlanTable(rows, headings[i], {}, {}, setup);
    for (std::size_t row = headings[i] + 1; row < headings[i + 1]; ++row) {
      if (MayBeRecord(rows[row], plan, setup)) return headings[i];
    }
  }
  return best;
}

bool IsOtherHeading(const TableRow& row, const TablePlan& plan,
                    const TableSetup& setup) {
  // A reply has answers of its own beside those that it brings back.
  const bool is_ours = std::ranges::any_of(row.cells, [&](const auto& cell) {
    return plan.ColumnAt(cell.column).use == ColumnUse::kIgnored &&
           !Trimmed(cell.text).empty();
  });
  if (is_ours) return false;
  // Of nearly all records a number tells it, before any name is looked up.
  for (const bool numbers : {true, false}) {
    for (const TableCell& cell : row.cells) {
      if (HasLetter(cell.text) == numbers) continue;
      if (FitOf(cell, plan, setup) == CellFit::kFits &&
          (numbers || setup.headings.Find(cell.text) == kNoField)) {
        return false;
      }
    }
  }
  const auto fields = static_cast<std::size_t>(std::ranges::count_if(
      plan.columns,
      [](const Column& column) { return column.field != kNoField; }));
  return FieldsNamed(row, setup) >= std::min(kNamedBelow, fields) &&
         IsHeading(row, setup);
}

}  // namespace sigte
