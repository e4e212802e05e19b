// SPDX-License-Identifier: MPL-2.0

// Rows to lines.
#include "engine/table/table_reader.h"

#include <algorithm>
#include <utility>

#include "engine/base/blank.h"
#include "engine/base/numbers.h"

namespace sigte {
namespace {

constexpr std::size_t kHiddenShown = 5;

// As the template numbers its rows: 1, 2, 3 …
bool IsCount(std::string_view text) {
  return !text.empty() && text.front() != '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool IsBlankCell(const TableCell& cell) {
  return cell.kind == CellKind::kText && Trimmed(cell.text).empty();
}

TableRemark RemarkOf(const TableFault& fault,
                     std::shared_ptr<const TableOrigin> table) {
  TableRemark remark(fault.issue);
  if (fault.row == 0) return remark;
  remark.table = std::move(table);
  remark.cell.column = fault.column;
  remark.cell.place = fault.place;
  remark.cell.text = fault.text;
  return remark;
}

std::vector<TableRow> ReadWindow(RowSource* source) {
  std::vector<TableRow> rows;
  TableRow row;
  std::size_t bytes = 0;
  while (rows.size() < kHeadingWindow && bytes <= kMaxRowBytes &&
         source->Next(&row)) {
    for (const TableCell& cell : row.cells) bytes += cell.text.size();
    rows.push_back(std::move(row));
    row = {};
  }
  return rows;
}

void TableReader::Begin(std::vector<TableRow> rows, RowSource* source,
                        TablePlan plan, TableDeclaration declared) {
  source_ = source;
  first_rows_ = std::move(rows);
  declared_ = std::move(declared);
  first_heading_row_ = plan.heading_row;
  Adopt(std::move(plan));
  LookAbove();
}

// Of an earlier plan's values above the table was told.
void TableReader::Adopt(TablePlan plan) {
  plan_ = std::move(plan);
  sums_.emplace(plan_, setup_.layout);
  labels_.clear();
  for (const CommonValue& value : plan_.common) CheckCommon(value);
  auto of_all = std::make_shared<std::vector<TableRemark>>();
  auto of_columns = std::make_shared<std::vector<TableRemark>>();
  for (TableRemark& remark : plan_.remarks) {
    if (remark.of_all) of_all->push_back(remark);
    const Column column = plan_.ColumnAt(remark.cell.column);
    if (column.use == ColumnUse::kUnknown) of_columns->push_back(remark);
    const bool told = plan_.heading_row > first_heading_row_ &&
                      remark.cell.place.line < first_heading_row_;
    if (!told) remarks_.push_back(std::move(remark));
  }
  plan_.remarks.clear();
  of_all_ = std::move(of_all);
  of_columns_ = std::move(of_columns);
}

// Of a heading among the rows. What stands right above it for its rows goes
// before what stands above all.
TablePlan TableReader::PlanBelow(const TableRow& heading) const {
  std::vector<TableRow> rows = labels_;
  rows.push_back(heading);
  TableOrigin origin;
  origin.sheet = plan_.origin->sheet;
  origin.is_workbook = plan_.origin->is_workbook;
  origin.separator = plan_.origin->separator;
  return PlanTable(rows, labels_.size(), origin, declared_, setup_, &plan_);
}

// What stands for the file must be what the schema closes it to, or of the
// field's type, and no number that can be read in two ways: nobody asks of it.
std::optional<Issue> TableReader::FileValueFault(FieldIndex index,
                                                 const TableCell& cell) const {
  const Field& field = setup_.layout[index];
  if (!field.of_file) return std::nullopt;
  if (field.choices.empty()) {
    TableRecord read;
    std::string written;
    setup_.values.Write(index, cell, {.from_text = !plan_.origin->is_workbook},
                        &written, &read);
    const bool is_text = written.starts_with('"');
    const bool fits = (field.type == FieldType::kText || !is_text) &&
                      read.readings.empty() &&
                      std::ranges::none_of(read.findings, [](const auto& told) {
                        return told.issue.severity == Severity::kError;
                      });
    if (fits) return std::nullopt;
  } else if (!setup_.values.ChoiceOf(index, cell.text).empty()) {
    return std::nullopt;
  }
  Issue issue = RemarkOf("D347.wrong-file-value", Severity::kError,
                         {setup_.headings.TitleOf(index), cell.text})
                    .issue;
  for (const FieldChoice& choice : field.choices) {
    issue.known.push_back(choice.value);
  }
  return issue;
}

// Numbers that nobody may see, where no record takes them up.
void TableReader::LookAbove() {
  // No heading says what stands there.
  auto bare = std::make_shared<TableOrigin>();
  bare->sheet = plan_.origin->sheet;
  bare->is_workbook = plan_.origin->is_workbook;
  for (const TableRow& row : first_rows_) {
    if (row.number >= plan_.heading_row) return;
    if (IsOfTable(row)) continue;
    for (const TableCell& cell : row.cells) {
      std::string text = cell.text;
      setup_.redaction.Apply(&text);
      if (text == cell.text) continue;
      TableRemark& remark = remarks_.emplace_back(
          RemarkOf("D376.private-above", Severity::kWarning));
      remark.table = std::move(bare);
      remark.cell.column = cell.column;
      remark.cell.place = PlaceOf(cell, row.number);
      remark.cell.text = cell.text;
      return;
    }
  }
}

void TableReader::CheckCommon(const CommonValue& value) {
  auto issue = FileValueFault(value.field, value.cell);
  if (!issue) return;
  TableRemark& remark = plan_.remarks.emplace_back(*std::move(issue));
  remark.table = plan_.origin;
  remark.cell.column = value.cell.column;
  remark.cell.place = PlaceOf(value.cell, value.row);
  remark.cell.label = value.label;
  remark.cell.text = value.cell.text;
  remark.of_all = true;
}

Place TableReader::PlaceOf(const TableCell& cell, std::size_t row) const {
  return plan_.origin->is_workbook ? Place{row, 1} : cell.place;
}

std::vector<TableRemark> TableReader::TakeRemarks() {
  return std::exchange(remarks_, {});
}

// Behind the heading, or a record before it.
bool TableReader::IsOfTable(const TableRow& row) const {
  return row.number > plan_.heading_row ||
         std::ranges::binary_search(plan_.above, row.number);
}

// The next row that is not free text above the heading, into row_.
bool TableReader::NextRow() {
  while (true) {
    if (next_first_ < first_rows_.size()) {
      row_ = std::move(first_rows_[next_first_++]);
    } else if (!source_->Next(&row_)) {
      return false;
    }
    if (IsOfTable(row_)) return true;
  }
}

bool TableReader::Next(std::size_t bytes, std::string* lines,
                       TableBlock* block) {
  if (next_plan_) Adopt(*std::exchange(next_plan_, std::nullopt));
  block->table = plan_.origin;
  block->of_all = of_all_;
  block->of_columns = of_columns_;
  block->records.clear();
  block->nobody = {};
  const std::size_t begin = lines->size();
  while (!ended_ && lines->size() - begin < bytes) {
    if (!NextRow()) {
      End(block);
      break;
    }
    last_row_ = row_.number;
    if (!IsRecord(row_)) continue;
    if (row_.hidden && hidden_count_++ < kHiddenShown) {
      hidden_rows_.push_back(row_.number);
    }
    any_record_ = true;
    TableRecord& record = block->records.emplace_back();
    record.origin.table = plan_.origin.get();
    record.origin.row = row_.number;
    WriteRow(row_, lines, &record);
    TellNoRecord(row_, &record);
    if (next_plan_) break;  // a block is of one heading
  }
  return !block->records.empty();
}

void TableReader::End(TableBlock* block) {
  ended_ = true;
  if (source_->fault()) {
    Remark(RemarkOf(*source_->fault(), plan_.origin));
  }
  if (hidden_count_ > 0) {
    std::string rows;
    for (const std::size_t row : hidden_rows_) {
      rows += (rows.empty() ? "" : ", ") + std::to_string(row);
    }
    if (hidden_count_ > hidden_rows_.size()) rows += ", …";
    TableRemark remark = RemarkOf("D344.hidden-rows", Severity::kNote,
                                  {CountText(hidden_count_), rows});
    Locate(0, hidden_rows_.front(), &remark);
    Remark(std::move(remark));
  }
  if (!any_record_ && !source_->fault()) {
    for (const CommonValue& value : plan_.common) TellUnused(value);
    TellNobodys();
    block->nobody.origin.table = plan_.origin.get();
    block->nobodys_line.clear();
    WriteRow({}, &block->nobodys_line, &block->nobody);
  }
  Finish();
}

// Whose an answer is stands in its rows, or above them.
void TableReader::TellNobodys() {
  const FieldIndex group = setup_.layout.group;
  if (group == kNoField || plan_.origin->columns[group] == 0 ||
      std::ranges::find(plan_.common, group, &CommonValue::field) !=
          plan_.common.end()) {
    return;
  }
  TableRemark remark = RemarkOf("D393.nobodys-table", Severity::kError,
                                {setup_.headings.TitleOf(group)});
  Locate(0, plan_.heading_row, &remark);
  Remark(std::move(remark));
}

// What every record would say of a value above the heading, where there is
// none to say it.
void TableReader::TellUnused(const CommonValue& value) {
  if (setup_.layout[value.field].of_file) return;
  TableRecord nobody;
  std::string line;
  setup_.values.Write(value.field, value.cell, {}, &line, &nobody);
  for (CellFinding& finding : nobody.findings) {
    if (finding.issue.severity != Severity::kError) continue;
    TableRemark& remark = remarks_.emplace_back(std::move(finding.issue));
    remark.table = plan_.origin;
    remark.cell = std::move(finding.cell);
    remark.cell.place = PlaceOf(value.cell, value.row);
    remark.cell.label = value.label;
  }
}

// Blank rows are none, and neither are those that only have the number that the
// template gave them.
bool TableReader::IsRecord(const TableRow& row) const {
  return std::ranges::any_of(row.cells, [&](const TableCell& cell) {
    const Column column = plan_.ColumnAt(cell.column);
    const bool given = declared_.id_is_prefilled &&
                       column.use == ColumnUse::kField &&
                       column.field == setup_.layout.id && IsCount(cell.text);
    return column.use != ColumnUse::kIgnored && !given && !IsBlankCell(cell);
  });
}

void TableReader::Locate(std::uint32_t column, std::size_t row,
                         TableRemark* remark) const {
  remark->table = plan_.origin;
  remark->cell.column = column;
  remark->cell.place = {row, 1};
}

}  // namespace sigte
