// SPDX-License-Identifier: MPL-2.0

// By what a record has that nothing else has: values of closed fields and
// numbers, each in its column.
#include "engine/table/record_row.h"

#include <algorithm>
#include <string>

#include "engine/base/blank.h"
#include "engine/table/number_text.h"
#include "engine/table/sum_row.h"

namespace sigte {
namespace {

// A record has a number or mark, a name and something else.
constexpr std::size_t kLeastFilled = 3;

bool IsNumberField(const Field& field) {
  return field.type == FieldType::kInt || field.type == FieldType::kDecimal;
}

bool IsNumberOf(const TableCell& cell, FieldIndex field,
                const TableSetup& setup) {
  if (cell.kind == CellKind::kNumber) return true;
  std::string rest;
  if (NumbersIn(cell.text, &rest).empty()) return false;
  return rest.empty() ||
         setup.values.UnitsOf(field).Beside(rest) != UnitWord::kOther;
}

bool IsTold(const Field& field) {
  return !field.choices.empty() || (IsNumberField(field) && !field.is_list);
}

struct Fits {
  std::size_t filled = 0;  // cells of fields
  std::size_t needed = 0;  // of them, those of required fields
  std::size_t fits = 0;
  std::size_t chosen = 0;  // of them, those whose values are closed
  std::size_t misfits = 0;
};

Fits FitsOf(const TableRow& row, const TablePlan& plan,
            const TableSetup& setup) {
  Fits all;
  for (const TableCell& cell : row.cells) {
    const Column column = plan.ColumnAt(cell.column);
    if (column.use != ColumnUse::kField || Trimmed(cell.text).empty()) continue;
    const Field& field = setup.layout[column.field];
    ++all.filled;
    if (field.required) ++all.needed;
    const CellFit fit = FitOf(cell, plan, setup);
    if (fit == CellFit::kMisfits) ++all.misfits;
    if (fit != CellFit::kFits) continue;
    ++all.fits;
    if (!field.choices.empty()) ++all.chosen;
  }
  return all;
}

// The columns' own numbers: 1, 2, 3 …
bool NumbersColumns(const TableRow& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto number = Decimal::Parse(Trimmed(row.cells[i].text));
    const auto before =
        i == 0 ? number : Decimal::Parse(Trimmed(row.cells[i - 1].text));
    if (!number || !before) return false;
    if (i > 0 && Decimal::Add(*before, Decimal::FromInt(1)) != number) {
      return false;
    }
  }
  return true;
}

template <typename Is>
std::size_t CountColumns(const TablePlan& plan, const TableSetup& setup,
                         Is is) {
  return static_cast<std::size_t>(
      std::ranges::count_if(plan.columns, [&](const Column& column) {
        return column.use == ColumnUse::kField &&
               is(setup.layout[column.field]);
      }));
}

// Something that a letterhead may be, too, but hardly a record.
bool IsNone(const TableRow& row, const TablePlan& plan,
            const TableSetup& setup) {
  const auto stands_here = [&](const CommonValue& value) {
    return value.row == row.number;
  };
  return IsLabelRow(row, setup) || NumbersColumns(row) ||
         !TotalWordIn(row, plan, setup).empty() ||
         std::ranges::any_of(plan.common, stands_here) ||
         std::ranges::any_of(plan.refused, stands_here);
}

bool LooksLikeRecord(const TableRow& row, const TablePlan& plan,
                     const TableSetup& setup) {
  const Fits all = FitsOf(row, plan, setup);
  if (all.filled < kLeastFilled || IsNone(row, plan, setup)) return false;
  if (CountColumns(plan, setup, IsTold) == 0) {
    return all.filled * 2 >
           CountColumns(plan, setup, [](const Field&) { return true; });
  }
  const std::size_t needed =
      CountColumns(plan, setup, [](const Field& f) { return f.required; });
  return all.fits >=
             std::min<std::size_t>(2, CountColumns(plan, setup, IsTold)) &&
         all.fits >= all.misfits && (all.chosen > 0 || all.needed * 2 > needed);
}

}  // namespace

CellFit FitOf(const TableCell& cell, const TablePlan& plan,
              const TableSetup& setup) {
  const Column column = plan.ColumnAt(cell.column);
  if (column.use != ColumnUse::kField) return CellFit::kUntold;
  const Field& field = setup.layout[column.field];
  if (!IsTold(field) || Trimmed(cell.text).empty()) return CellFit::kUntold;
  const bool fits =
      field.choices.empty()
          ? IsNumberOf(cell, column.field, setup)
          : !setup.values.ChoiceOf(column.field, cell.text).empty();
  if (fits) return CellFit::kFits;
  // Several values in one cell are looked at by who reads them.
  const bool is_open =
      field.is_list || setup.layout.missing_markers.Has(Trimmed(cell.text));
  return is_open ? CellFit::kUntold : CellFit::kMisfits;
}

bool MayBeRecord(const TableRow& row, const TablePlan& plan,
                 const TableSetup& setup) {
  const Fits all = FitsOf(row, plan, setup);
  return all.filled >= 2 && all.fits >= all.misfits &&
         !IsNone(row, plan, setup);
}

bool IsLabelRow(const TableRow& row, const TableSetup& setup) {
  if (row.cells.empty()) return false;
  const TableCell& first = row.cells.front();
  std::string_view value;
  FieldIndex field = setup.headings.FindLabelled(first.text, &value);
  if (field == kNoField || Trimmed(value).empty()) {
    field = setup.headings.Find(first.text);
  }
  return field != kNoField && setup.layout[field].of_group;
}

std::vector<std::size_t> RecordsAbove(const std::vector<TableRow>& rows,
                                      std::size_t heading,
                                      const TablePlan& plan,
                                      const TableSetup& setup) {
  std::vector<bool> is_record(heading, false);
  for (std::size_t i = 0; i < heading; ++i) {
    is_record[i] = LooksLikeRecord(rows[i], plan, setup);
  }
  // A record with next to nothing in it is known by its neighbours.
  const auto joins = [&](std::size_t i, std::size_t neighbour) {
    const std::size_t above = std::min(i, neighbour);
    return is_record[neighbour] && !is_record[i] &&
           rows[above].number + 1 == rows[above + 1].number &&
           rows[i].cells.size() >= 2 && !IsNone(rows[i], plan, setup);
  };
  for (std::size_t i = 1; i < heading; ++i) {
    if (joins(i, i - 1)) is_record[i] = true;
  }
  for (std::size_t i = heading; i-- > 1;) {
    if (joins(i - 1, i)) is_record[i - 1] = true;
  }
  std::vector<std::size_t> records;
  for (std::size_t i = 0; i < heading; ++i) {
    if (is_record[i]) records.push_back(rows[i].number);
  }
  return records;
}

}  // namespace sigte
