// SPDX-License-Identifier: MPL-2.0

// What one row becomes: the members of its line, and what is told of its cells.

#include <algorithm>
#include <utility>

#include "engine/base/blank.h"
#include "engine/base/json_writer.h"
#include "engine/table/record_row.h"
#include "engine/table/table_reader.h"

namespace sigte {
namespace {

void AddUnread(std::string_view heading, FieldIndex field,
               const TableCell& cell, TableRecord* record) {
  const bool is_number = cell.kind == CellKind::kNumber &&
                         cell.text == cell.number && cell.beside.empty();
  std::string text = cell.text;
  if (!cell.beside.empty()) text += " " + cell.beside;
  record->unread.push_back(
      {std::string(heading), field, std::move(text), is_number});
}

}  // namespace

void TableReader::WriteRow(const TableRow& row, std::string* lines,
                           TableRecord* record) {
  std::string line = "{";
  record->origin.places = row.places;
  for (const TableCell& cell : row.cells) {
    if (IsBlankCell(cell)) continue;
    const Column column = plan_.ColumnAt(cell.column);
    switch (column.use) {
      case ColumnUse::kField: WriteMember(column, cell, &line, record); break;
      case ColumnUse::kFile:
        if (auto issue = FileValueFault(column.field, cell)) {
          Tell(*std::move(issue), cell, record);
          AddUnread(plan_.origin->HeadingOf(cell.column), column.field, cell,
                    record);
        } else {
          WriteFileValue(column.field, cell, record);
        }
        break;
      case ColumnUse::kIgnored: break;
      case ColumnUse::kNone:
      case ColumnUse::kUnknown:
      case ColumnUse::kOtherUnit:
      case ColumnUse::kDoubled:
        TellStray(cell, column, record);
        AddUnread(plan_.origin->HeadingOf(cell.column), column.field, cell,
                  record);
        break;
    }
  }
  WriteEmptyTexts(row, &line, record);
  WriteCommon(row, &line, record);
  line += "}\n";
  lines->append(line);
  if (!record->file.empty()) record->file += '}';
}

// The line has no place for it: in NDJSON no file stands around the records.
void TableReader::WriteFileValue(FieldIndex field, const TableCell& cell,
                                 TableRecord* record) const {
  TableRecord read;  // its spans are none of the line's
  record->file += record->file.empty() ? '{' : ',';
  JsonWriter(&record->file).Key(setup_.layout[field].name);
  setup_.values.Write(field, cell, {.from_text = !plan_.origin->is_workbook},
                      &record->file, &read);
}

// What looks like no record, where the row does. `*surely`: whatever the schema
// says.
std::optional<Issue> TableReader::NoRecord(const TableRow& row, bool* surely) {
  const auto error = [](MessageKey key, std::vector<LocalText> args) {
    return RemarkOf(key, Severity::kError, std::move(args)).issue;
  };
  if (row.number < plan_.heading_row) {
    *surely = true;
    return error("D383.record-above-heading",
                 {std::to_string(plan_.heading_row)});
  }
  if (RepeatsHeading(row, plan_, setup_)) {
    if (!labels_.empty()) next_plan_ = PlanBelow(row);
    return error("D380.heading-again", {});
  }
  if (IsOtherHeading(row, plan_, setup_)) {
    *surely = true;
    next_plan_ = PlanBelow(row);
    return error("D382.other-heading", {});
  }
  if (sums_->IsSum(row)) return error("D381.sum-row", {});
  const std::string_view total = TotalWordIn(row, plan_, setup_);
  if (total.empty()) return std::nullopt;
  return error("D384.total-row", {total});
}

// Told of the row as a whole, where the schema refuses it too.
void TableReader::TellNoRecord(const TableRow& row, TableRecord* record) {
  auto issue = NoRecord(row, &record->is_none);
  if (issue) {
    record->instead.emplace(*std::move(issue), kNoField,
                            WholeRow(row, plan_.origin->separator));
    return;
  }
  constexpr std::size_t kLongestLabel = 4;  // cells
  if (row.cells.size() <= kLongestLabel && IsLabelRow(row, setup_)) {
    labels_.push_back(row);
  }
  sums_->Add(row);
}

// What stands once for the file may stand with a record too, but not otherwise.
void TableReader::WriteCommon(const TableRow& row, std::string* line,
                              TableRecord* record) const {
  for (const CommonValue& value : plan_.common) {
    const FieldIndex field = value.field;
    const std::uint32_t column = plan_.origin->columns[field];
    const TableCell* own = column == 0 ? nullptr : row.At(column);
    if (setup_.layout[field].of_file) {
      if (FileValueFault(field, value.cell)) {
        AddUnread(value.label, field, value.cell, record);
      } else if (own == nullptr || IsBlankCell(*own)) {
        WriteFileValue(field, value.cell, record);
      }
      continue;
    }
    if (own == nullptr || IsBlankCell(*own)) {
      WriteMember({ColumnUse::kField, field}, value.cell, line, record);
      record->origin.cells.back().place = PlaceOf(value.cell, value.row);
      record->origin.cells.back().label = value.label;
    } else if (!setup_.values.AreSame(field, *own, value.cell)) {
      AddUnread(value.label, field, value.cell, record);
      // What is none of the field's values is told as that.
      const bool closed = !setup_.layout[field].choices.empty();
      if (closed && setup_.values.ChoiceOf(field, own->text).empty()) continue;
      Issue issue =
          RemarkOf("D175.differs-from-file", Severity::kError,
                   {setup_.headings.TitleOf(field), own->text, value.cell.text})
              .issue;
      record->findings.emplace_back(std::move(issue), field, *own);
    }
  }
  for (const CommonValue& value : plan_.refused) {
    AddUnread(value.label, value.field, value.cell, record);
  }
}

void TableReader::WriteMember(const Column& column, const TableCell& cell,
                              std::string* line, TableRecord* record) const {
  if (line->size() > 1) *line += ',';
  JsonWriter(line).Key(setup_.layout[column.field].name);
  setup_.values.Write(column.field, cell,
                      {.from_text = !plan_.origin->is_workbook,
                       .in_plain_unit = column.in_plain_unit,
                       .is_private = LosesItsZero(column.field, cell)},
                      line, record);
}

// A number that nobody may see is known by its ten digits, the first of which
// a number of JSON has not.
bool TableReader::LosesItsZero(FieldIndex field, const TableCell& cell) const {
  const FieldType type = setup_.layout[field].type;
  const bool is_number = type == FieldType::kInt || type == FieldType::kDecimal;
  const std::string_view text = Trimmed(cell.text);
  return is_number && text.starts_with('0') && setup_.redaction.HidesIn(text);
}

// A blank cell is an empty text where the schema takes nothing else for one
// that says nothing, as it does in the line that the row stands for.
void TableReader::WriteEmptyTexts(const TableRow& row, std::string* line,
                                  TableRecord* record) const {
  for (FieldIndex i = 0; i < setup_.layout.size(); ++i) {
    const Field& field = setup_.layout[i];
    const std::uint32_t column = plan_.origin->columns[i];
    const bool takes_empty = field.type == FieldType::kText && field.required &&
                             !field.nullable && !field.is_list &&
                             field.choices.empty() && field.min_length == 0;
    if (column == 0 || !takes_empty || row.cells.empty()) continue;
    const TableCell* own = row.At(column);
    const bool is_common =
        std::ranges::find(plan_.common, i, &CommonValue::field) !=
        plan_.common.end();
    if (is_common || (own != nullptr && !IsBlankCell(*own))) continue;
    TableCell blank;
    blank.column = column;
    blank.place = column <= row.places.size() ? row.places[column - 1]
                                              : Place{row.number, 1};
    WriteMember({ColumnUse::kField, i}, blank, line, record);
  }
}

void TableReader::Tell(Issue issue, const TableCell& cell,
                       TableRecord* record) {
  record->findings.emplace_back(std::move(issue), kNoField, cell);
}

void TableReader::TellStray(const TableCell& cell, const Column& column,
                            TableRecord* record) const {
  if (column.use == ColumnUse::kOtherUnit) return;  // of_all says it
  const auto error = [](MessageKey key, std::vector<LocalText> args) {
    return RemarkOf(key, Severity::kError, std::move(args)).issue;
  };
  if (column.use == ColumnUse::kNone) {
    Tell(error("D345.no-heading-above", {cell.text}), cell, record);
  } else if (column.use == ColumnUse::kDoubled) {
    Tell(error("D371.value-in-doubled-column",
               {setup_.headings.TitleOf(column.field)}),
         cell, record);
  } else {
    // Of all rows at once: the heading is what is wrong.
    const auto told =
        std::ranges::find_if(*of_columns_, [&](const TableRemark& remark) {
          return remark.cell.column == cell.column;
        });
    record->strays.push_back(
        static_cast<std::size_t>(told - of_columns_->begin()));
  }
}

}  // namespace sigte
