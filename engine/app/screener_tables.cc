// SPDX-License-Identifier: MPL-2.0

// Rows of tables: lines like any others, but for their places, for what their
// cells left to say, and for numbers that can be read in two ways.

#include <algorithm>
#include <utility>

#include "engine/app/cell_wording.h"
#include "engine/app/fault_field.h"
#include "engine/app/screener.h"
#include "engine/base/messages.h"
#include "engine/decide/cell_places.h"
#include "engine/decide/wording.h"

namespace sigte {
namespace {

bool Within(Span part, Span whole) {
  return part.begin >= whole.begin && part.begin < whole.end;
}

// A fault of the schema about a value that the reading spoke of already.
bool IsToldOf(const TableRecord& row, Span span) {
  const CellOrigin* cell = row.origin.CellAt(span.begin);
  if (cell == nullptr) return false;
  return std::ranges::any_of(row.findings, [&](const CellFinding& finding) {
    return finding.issue.severity == Severity::kError &&
           finding.cell.column == cell->column;
  });
}

// "missing member {0}": the field, where that is what an issue says.
FieldIndex MissingField(const Issue& issue, const Layout& layout) {
  const bool missing = issue.message.name() == "D202.missing-member" ||
                       issue.message.name() == "D203.missing-titled-member";
  return missing && !issue.args.empty()
             ? layout.Find(issue.args.front().In(Lang::kEn))
             : kNoField;
}

// Column 0 is all of a row.
FieldIndex FieldAt(const TableOrigin& table, std::uint32_t column) {
  if (column == 0) return kNoField;
  for (FieldIndex i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i] == column) return i;
  }
  return kNoField;
}

}  // namespace

void Screener::TellRemark(const TableRemark& remark, FileState* state) {
  if (remark.table != nullptr) {
    state->sink->file_finding(RemarkFindingOf(remark, state));
    return;
  }
  Finding finding = FindingOf(remark.issue, state->origin, {});
  finding.location.reset();
  HidePrivate(program_, &finding);
  state->sink->file_finding(finding);
}

Finding Screener::RemarkFindingOf(const TableRemark& remark,
                                  FileState* state) const {
  Finding finding =
      CellFindingOf(remark.issue, *remark.table, remark.cell, state);
  if (remark.field != kNoField) {
    finding.field = program_.layout[remark.field].name;
  }
  return finding;
}

Finding Screener::CellFindingOf(const Issue& issue, const TableOrigin& table,
                                const CellOrigin& cell,
                                FileState* state) const {
  Finding finding = FindingOf(issue, state->origin, {});
  const Span all{0, cell.text.size()};
  LocateInCell(table, cell, cell.part.end == 0 ? all : cell.part,
               &finding.location.emplace());
  const FieldIndex field = cell.label.empty()
                               ? FieldAt(table, cell.column)
                               : tables_.headings.Find(cell.label);
  if (field != kNoField) finding.field = program_.layout[field].name;
  HidePrivate(program_, &finding);
  return finding;
}

void Screener::ScreenTable(const Job& job, FileState* state) {
  const TableBlock& block = job.table;
  if (block.of_all != nullptr) {
    for (const TableRemark& remark : *block.of_all) {
      state->of_all.push_back(RemarkFindingOf(remark, state));
      state->of_all.back().of_file = true;
    }
  }
  state->of_columns = block.of_columns.get();
  const std::string_view text = job.text();
  std::size_t offset = 0;
  std::string_view line;
  for (const TableRecord& row : block.records) {
    if (!NextLine(text, &offset, &line)) return;
    ScreenRow(row, line, state);
  }
  if (block.nobody.origin.table != nullptr) TellEmptyTable(block, state);
}

// A table without rows is an answer where it says whose it is.
void Screener::TellEmptyTable(const TableBlock& block, FileState* state) {
  const bool is_wrong = std::ranges::any_of(
      block.nobody.findings, [](const CellFinding& finding) {
        return finding.issue.severity == Severity::kError;
      });
  if (is_wrong || !state->of_all.empty() || !state->sink->empty) return;
  const PaddedText line(block.nobodys_line);
  IssueList ignored;
  if (!json_.Read(line.text(), nullptr, 0, &document_, &ignored)) return;
  const std::string group = GroupOfFile(Document::kRoot);
  if (group.empty()) return;
  FillFromFile(block.nobody, &record_);
  state->sink->empty(group, record_);
}

// Values that stand once for the file: rows say the same, one after another.
void Screener::FillFromFile(const TableRecord& row, Record* record) {
  if (row.file.empty()) return;
  if (row.file != file_text_.text()) {
    file_text_ = PaddedText(row.file);
    IssueList ignored;
    json_.Read(file_text_.text(), nullptr, 0, &file_document_, &ignored);
  }
  record->FillFromFile(file_document_);
}

void Screener::ScreenRow(const TableRecord& row, std::string_view line,
                         FileState* state) {
  state->text = line;
  state->origin.first_line = row.origin.row;
  state->origin.row = &row.origin;
  if (!ReadLine(line, state)) return;
  std::vector<Finding> faults = RowFaults(row, state);
  const std::vector<FieldReadings> readings = RowReadings(row, line);
  state->origin.readings = &readings;
  record_.Fill(document_, Document::kRoot, kNoNode);
  FillFromFile(row, &record_);
  record_.SetRow(&row.origin);
  record_.SetUnread(row.unread);
  OpenNumbers::LeaveOpen(row.readings, &record_);
  // What is no record adds nothing to any sum.
  if (!state->is_record && program_.layout.amount != kNoField) {
    record_.Set(program_.layout.amount, Value::Unknown(kMissing));
  }
  state->has_strays = !row.strays.empty();
  DecideRecord(std::move(faults), state);
  state->has_strays = false;
  state->origin.readings = nullptr;
}

// What stands in a column that no field is called like may be what another
// field lacks: no check tells of one without a column.
void Screener::DropFollowers(const RowOrigin& row) {
  const Layout& layout = program_.layout;
  decision_.findings.EraseIf([&](const Finding& finding) {
    if (finding.rule == kNoIndex) return false;
    const FieldIndex field = layout.Find(finding.field);
    return field != kNoField && row.table->columns[field] == 0 &&
           record_[field].value.is_unknown();
  });
}

// What the reading has to say, then what the schema has. A column that is not
// there is told of once, by of_all, and not again by the schema.
std::vector<Finding> Screener::RowFaults(const TableRecord& row,
                                         FileState* state) {
  const TableOrigin& table = *row.origin.table;
  const Layout& layout = program_.layout;
  std::vector<Finding> findings = state->of_all;
  for (const CellFinding& told : row.findings) {
    findings.push_back(CellFindingOf(told.issue, table, told.cell, state));
    if (told.field != kNoField) findings.back().field = layout[told.field].name;
  }
  for (const std::size_t stray : row.strays) {
    findings.push_back(RemarkFindingOf((*state->of_columns)[stray], state));
    findings.back().of_file = true;
  }
  const auto is_open = [&](const Issue& issue) {
    return std::ranges::any_of(row.readings, [&](const OpenReading& open) {
      return Within(issue.span, open.span);
    });
  };
  const std::vector<SchemaFault> faults =
      SchemaFaultsOf(Document::kRoot, state, &findings);
  state->is_record = !row.instead || (faults.empty() && !row.is_none);
  if (!state->is_record) {
    findings = state->of_all;
    findings.push_back(
        CellFindingOf(row.instead->issue, table, row.instead->cell, state));
    return findings;
  }
  for (const SchemaFault& fault : faults) {
    if (is_open(fault.issue) || IsToldOf(row, fault.issue.span)) continue;
    const FieldIndex missing = MissingField(fault.issue, layout);
    if (missing != kNoField && table.columns[missing] == 0) continue;
    const CellOrigin* cell = row.origin.CellAt(fault.issue.span.begin);
    const FieldIndex field = missing != kNoField ? missing
                             : cell == nullptr   ? kNoField
                                                 : FieldAt(table, cell->column);
    const Field* const of = field == kNoField ? nullptr : &layout[field];
    Finding finding = FindingAt(InCells(fault.issue, of), state);
    if (field != kNoField) {
      finding.field = layout[field].name;
      NameAsInTable(layout[field], table.HeadingOf(table.columns[field]),
                    &finding);
      HidePrivate(program_, &finding);  // in the heading, too
    }
    if (missing != kNoField) {
      LocateColumn(row.origin, table.columns[missing], &*finding.location);
    }
    findings.push_back(std::move(finding));
  }
  const bool no_group = layout.group != kNoField &&
                        table.columns[layout.group] != 0 &&
                        LacksGroup(Document::kRoot, kNoNode);
  if (no_group) {
    Finding finding =
        FindingAt(MakeIssue("D164.no-group", Severity::kError,
                            {tables_.headings.TitleOf(layout.group)}),
                  state);
    LocateColumn(row.origin, table.columns[layout.group], &*finding.location);
    finding.field = layout[layout.group].name;
    findings.push_back(std::move(finding));
  }
  return findings;
}

// What says that there is no answer is none here, too. A stream has no file
// around its records that could say whose they are.
bool Screener::LacksGroup(NodeIndex node, NodeIndex file) const {
  const Layout& layout = program_.layout;
  if (layout.group == kNoField) return false;
  const Field& group = layout[layout.group];
  NodeIndex value = document_.Member(node, group.name);
  if (value == kNoNode && file != kNoNode) {
    value = OfFile(file, layout.group);
    if (value == kNoNode) return false;  // its schema's to say
  }
  if (value == kNoNode) return true;
  const Node& said = document_[value];
  if (said.kind == NodeKind::kNull) return group.nullable;
  return group.type == FieldType::kText && group.choices.empty() &&
         said.kind == NodeKind::kString &&
         layout.missing_markers.Has(said.text);
}

std::vector<FieldReadings> Screener::RowReadings(const TableRecord& row,
                                                 std::string_view line) {
  std::vector<FieldReadings> all;
  for (const OpenReading& open : row.readings) {
    all.push_back(ReadingsOf(open, [&](const std::string& number) {
      return IsRefused(open, number, line);
    }));
  }
  return all;
}

// Whether the schema has something against the number in that place.
bool Screener::IsRefused(const OpenReading& open, const std::string& number,
                         std::string_view line) {
  std::string other(line);
  other.replace(
      open.span.begin, open.span.end - open.span.begin,
      number +
          std::string(open.span.end - open.span.begin - number.size(), ' '));
  const PaddedText padded(other);
  IssueList ignored;
  if (!json_.Read(padded.text(), nullptr, 0, &other_document_, &ignored)) {
    return true;
  }
  bool cut = false;
  const auto faults =
      record_checker_.Faults(other_document_, Document::kRoot, nullptr, &cut);
  return std::ranges::any_of(faults, [&](const SchemaFault& fault) {
    return Within(fault.issue.span, open.span);
  });
}

// In a table a blank has a place too: the cell where the answer should be.
void Screener::PlaceBlanks(const RowOrigin& row) {
  const auto place = [&](const std::string& field,
                         std::optional<Location>* location) {
    const FieldIndex index = program_.layout.Find(field);
    const std::uint32_t column =
        index == kNoField ? 0 : row.table->columns[index];
    if (*location || column == 0) return;
    LocateColumn(row, column, &location->emplace());
    HidePrivate(program_, &**location);
  };
  for (Reason& reason : decision_.reasons) {
    for (Evidence& evidence : reason.evidence) {
      place(evidence.field, &evidence.location);
    }
  }
  for (Finding& finding : decision_.findings) {
    place(finding.field, &finding.location);
    // Of no cell in particular: in a text the line says enough.
    if (finding.location || !row.table->is_workbook) continue;
    Location& whole = finding.location.emplace();
    LocateInRow(row, {}, {}, &whole);
    whole.line.clear();
    whole.heading.clear();
    whole.caret = {};
  }
}

void Screener::GatherTable(const Job& job, Groups* groups) {
  if (!job.table.records.empty()) {
    groups->NameInput(static_cast<std::uint32_t>(job.input), job.file,
                      job.table.table->sheet);
  }
  std::size_t offset = 0;
  std::string_view line;
  IssueList ignored;
  for (const TableRecord& row : job.table.records) {
    if (!NextLine(job.text(), &offset, &line)) return;
    if (!json_.Read(line, nullptr, 0, &document_, &ignored)) continue;
    counted_.Fill(document_, Document::kRoot, kNoNode);
    FillFromFile(row, &counted_);
    OpenNumbers::LeaveOpen(row.readings, &counted_);
    GatherFilled(Document::kRoot,
                 {job.file, row.origin.row, &row.origin, nullptr,
                  static_cast<std::uint32_t>(job.input)},
                 groups);
  }
}

}  // namespace sigte
