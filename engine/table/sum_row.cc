// SPDX-License-Identifier: MPL-2.0

// Sums and headings among the records.
#include "engine/table/sum_row.h"

#include <algorithm>
#include <vector>

#include "engine/base/blank.h"
#include "engine/table/number_text.h"

namespace sigte {
namespace {

// Of a total: its word, and the group's name.
constexpr std::size_t kMostTexts = 2;

// As nearly all records have, so before any number is read or word folded.
bool HasManyWords(const TableRow& row, const TablePlan& plan) {
  std::size_t texts = 0;
  for (const TableCell& cell : row.cells) {
    const bool is_word =
        cell.text.find_first_of("0123456789") == std::string::npos &&
        plan.ColumnAt(cell.column).use != ColumnUse::kIgnored &&
        !Trimmed(cell.text).empty();
    texts += is_word ? 1U : 0U;
  }
  return texts > kMostTexts;
}

bool IsNumberCell(const TableCell& cell, const TablePlan& plan,
                  const TableSetup& setup) {
  if (cell.kind == CellKind::kNumber) return true;
  std::string rest;
  if (NumbersIn(cell.text, &rest).empty()) return false;
  const Column column = plan.ColumnAt(cell.column);
  return rest.empty() ||
         (column.field != kNoField &&
          setup.values.UnitsOf(column.field).Beside(rest) != UnitWord::kOther);
}

}  // namespace

std::string_view TotalWordIn(const TableRow& row, const TablePlan& plan,
                             const TableSetup& setup) {
  if (HasManyWords(row, plan)) return {};
  std::vector<const TableCell*> texts;
  const TableCell* last_number = nullptr;
  for (const TableCell& cell : row.cells) {
    const bool ours = plan.ColumnAt(cell.column).use == ColumnUse::kIgnored;
    if (ours || Trimmed(cell.text).empty()) continue;
    if (IsNumberCell(cell, plan, setup)) {
      last_number = &cell;
    } else if (texts.size() == kMostTexts) {
      return {};
    } else {
      texts.push_back(&cell);
    }
  }
  std::string_view word;
  for (const TableCell* cell : texts) {
    const std::string_view text = Trimmed(cell->text);
    const Column column = plan.ColumnAt(cell->column);
    if (word.empty() && setup.totals.Has(text)) {
      if (last_number == nullptr || last_number->column < cell->column) {
        return {};
      }
      word = text;
      continue;
    }
    const bool is_group = column.use == ColumnUse::kField &&
                          column.field == setup.layout.group &&
                          !setup.values.ChoiceOf(column.field, text).empty();
    if (!is_group) return {};
  }
  return word;
}

bool RepeatsHeading(const TableRow& row, const TablePlan& plan,
                    const TableSetup& setup) {
  std::size_t fields = 0;
  for (const TableCell& cell : row.cells) {
    const Column column = plan.ColumnAt(cell.column);
    // Nobody knows what the letters of some were.
    const bool is_open = column.use == ColumnUse::kIgnored ||
                         cell.kind == CellKind::kUndecodable;
    if (is_open || Trimmed(cell.text).empty()) continue;
    const std::string_view heading = plan.origin->HeadingOf(cell.column);
    const bool repeats =
        setup.folder.Fold(cell.text) == setup.folder.Fold(heading) ||
        (column.use == ColumnUse::kField && HasLetter(cell.text) &&
         setup.headings.Find(cell.text) == column.field);
    if (!repeats) return false;
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
