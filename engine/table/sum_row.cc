// SPDX-License-Identifier: MPL-2.0

// Sums and headings among the records.
#include "engine/table/sum_row.h"

#include <algorithm>

#include "engine/base/blank.h"
#include "engine/table/number_text.h"

namespace sigte {

bool RepeatsHeading(const TableRow& row, const TablePlan& plan,
                    const TableSetup& setup) {
  std::size_t fields = 0;
  for (const TableCell& cell : row.cells) {
    if (Trimmed(cell.text).empty()) continue;
    const std::string_view heading = plan.origin->HeadingOf(cell.column);
    if (setup.folder.Fold(cell.text) != setup.folder.Fold(heading)) {
      return false;
    }
    const Column column = plan.ColumnAt(cell.column);
    fields += column.use == ColumnUse::kField ? 1U : 0U;
  }
  return fields >= 2;
}

// Of a column that counts something; what can be read in two ways is none.
std::optional<Decimal> ColumnSums::NumberIn(const TableCell& cell) const {
  const Column column = plan_.ColumnAt(cell.column);
  if (column.use != ColumnUse::kField) return std::nullopt;
  const Field& field = layout_[column.field];
  const bool counts =
      field.type == FieldType::kInt || field.type == FieldType::kDecimal;
  if (!counts || field.is_list || !field.choices.empty()) return std::nullopt;
  if (cell.kind == CellKind::kNumber) return Decimal::Parse(cell.number);
  if (cell.kind != CellKind::kText) return std::nullopt;
  std::string rest;
  const auto numbers = NumbersIn(cell.text, &rest);
  return numbers.size() == 1 && rest.empty() ? Decimal::Parse(numbers.front())
                                             : std::nullopt;
}

bool ColumnSums::IsSum(const TableRow& row) const {
  if (rows_ < 2) return false;
  const Decimal zero = Decimal::FromInt(0);
  std::size_t others = 0;
  bool adds_up = false;
  for (const TableCell& cell : row.cells) {
    const bool ours = plan_.ColumnAt(cell.column).use == ColumnUse::kIgnored;
    if (ours || Trimmed(cell.text).empty()) continue;
    const auto number = NumberIn(cell);
    if (!number) {
      if (++others > 1) return false;
      continue;
    }
    const auto sum = sums_.find(cell.column);
    if (*number != (sum == sums_.end() ? zero : sum->second)) return false;
    adds_up = adds_up || *number != zero;
  }
  return adds_up;
}

void ColumnSums::Add(const TableRow& row) {
  ++rows_;
  for (const TableCell& cell : row.cells) {
    const auto number = NumberIn(cell);
    if (!number) continue;
    const auto [sum, is_new] =
        sums_.try_emplace(cell.column, Decimal::FromInt(0));
    // What is too large to add up is nobody's sum.
    sum->second = Decimal::Add(sum->second, *number).value_or(sum->second);
  }
}

}  // namespace sigte
