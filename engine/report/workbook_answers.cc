// SPDX-License-Identifier: MPL-2.0

#include "engine/report/workbook_answers.h"

#include <algorithm>

#include "engine/record/own_heading.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

constexpr double kGapWidth = 28;

void Write(std::uint32_t row, std::uint32_t column, const CellValue& value,
           const Style& style, Sheet* sheet) {
  const auto number = value.kind == CellValue::Kind::kNumber
                          ? Decimal::Parse(value.text)
                          : std::nullopt;
  if (number) {
    // Rounded, a number that should be whole would look as if it were.
    Style shown = style;
    if (!number->ToInt()) shown.form = NumberForm::kGeneral;
    sheet->Number(row, column, *number, shown);
  } else {
    sheet->Text(row, column, value.text, style);
  }
}

bool IsBlank(const CellValue& value) {
  return value.text.find_first_not_of(' ') == std::string::npos;
}

std::size_t LinesOf(std::string_view text, double width) {
  return LinesIn(text, static_cast<std::size_t>(std::max(6.0, width - 1)));
}

}  // namespace

AnswersWriter::AnswersWriter(const Program& program, const AnswersPlan& plan,
                             Sheet* sheet, bool prefilled)
    : program_(program), plan_(plan), sheet_(sheet), prefilled_(prefilled) {}

void AnswersWriter::Begin(const std::vector<AnswerCell>& heads,
                          const std::vector<ExtraColumn>& extras) {
  extras_ = {{Message(plan_.lang, "workbook.gaps"), kGapWidth}};
  extras_.insert(extras_.end(), extras.begin(), extras.end());
  const auto taken = NamesInTables(program_.layout);
  for (ExtraColumn& extra : extras_) {
    if (!extra.sent) extra.heading = OwnHeading(extra.heading, taken);
  }
  blank_heads_.assign(plan_.heads.size(), true);
  for (std::uint32_t i = 0; i < plan_.heads.size(); ++i) {
    Head(i, plan_.heads[i], i < heads.size() ? heads[i] : AnswerCell{});
  }
  Headings(extras_);
  next_row_ = plan_.first_record();
}

void AnswersWriter::Head(std::uint32_t row, const PlannedField& head,
                         const AnswerCell& cell) {
  AnswerCell shown = cell;
  const bool own = !IsBlank(shown.value);
  const std::string fixed = head.fixed ? head.labels.front() : std::string();
  if (head.fixed && !own) shown.value = {CellValue::Kind::kText, fixed, false};
  const bool locked = head.fixed && shown.value.text == fixed;
  blank_heads_[row] = IsBlank(shown.value);
  sheet_->Text(row, 0, head.heading, {Look::kLabel});
  Cell(row, 1, shown, head, locked ? Look::kLocked : Look::kInput);
}

void AnswersWriter::Headings(const std::vector<ExtraColumn>& extras) {
  const std::uint32_t row = plan_.heading_row();
  std::size_t lines = 1;
  const auto place = [&](std::uint32_t column, const std::string& heading,
                         double width) {
    sheet_->Width(column, column, width);
    lines = std::max(lines, LinesOf(heading, width - 2));
  };
  for (std::uint32_t i = 0; i < plan_.columns.size(); ++i) {
    place(i, plan_.columns[i].heading, plan_.columns[i].width);
  }
  for (std::uint32_t i = 0; i < extras.size(); ++i) {
    place(plan_.gap_column() + i, extras[i].heading, extras[i].width);
  }
  sheet_->Height(row, RowHeight(lines) + 4);
  for (std::uint32_t i = 0; i < plan_.columns.size(); ++i) {
    const PlannedField& column = plan_.columns[i];
    const bool asked = IsAsked(program_.layout[column.field]);
    sheet_->Text(row, i, column.heading,
                 {asked ? Look::kAskedHeading : Look::kHeading});
  }
  for (std::uint32_t i = 0; i < extras.size(); ++i) {
    sheet_->Text(row, plan_.gap_column() + i, extras[i].heading,
                 {extras[i].sent ? Look::kSentHeading : Look::kMadeHeading});
  }
}

void AnswersWriter::Cell(std::uint32_t row, std::uint32_t column,
                         const AnswerCell& cell, const PlannedField& planned,
                         Look look) {
  Write(row, column, cell.value, {look, cell.mark, planned.form}, sheet_);
  if (!cell.note.empty()) sheet_->Note(row, column, cell.note);
}

// What the live formula gives, for programs that do not work it out.
std::string AnswersWriter::GapOf(const AnswerRow& row) const {
  const Layout& layout = program_.layout;
  const auto title = [&](const PlannedField& planned) {
    const Field& field = layout[planned.field];
    const std::string& text = field.title.In(plan_.lang);
    return text.empty() ? field.name : text;
  };
  bool begun = false;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < plan_.heads.size(); ++i) {
    const PlannedField& head = plan_.heads[i];
    if (IsAsked(layout[head.field]) && !head.fixed && blank_heads_[i]) {
      missing.push_back(title(head));
    }
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool blank = IsBlank(row.cells[i].value);
    begun = begun || (!blank && !(prefilled_ && i == plan_.id));
    if (blank && IsAsked(layout[plan_.columns[i].field])) {
      missing.push_back(title(plan_.columns[i]));
    }
  }
  return begun ? GapText(missing) : std::string();
}

// Rows that nobody has begun grow with what is typed into them.
void AnswersWriter::MakeRoom(std::uint32_t at, const AnswerRow& row) {
  if (row.extras.empty()) return;
  std::size_t lines = 1;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    lines = std::max(lines,
                     LinesOf(row.cells[i].value.text, plan_.columns[i].width));
  }
  for (std::size_t i = 0; i < row.extras.size(); ++i) {
    lines = std::max(lines, LinesOf(row.extras[i], extras_[i + 1].width));
  }
  sheet_->Height(at, RowHeight(lines));
}

void AnswersWriter::Add(const AnswerRow& row) {
  const std::uint32_t at = next_row_++;
  MakeRoom(at, row);
  for (std::uint32_t i = 0; i < plan_.columns.size(); ++i) {
    Cell(at, i, i < row.cells.size() ? row.cells[i] : AnswerCell{},
         plan_.columns[i], Look::kInput);
  }
  sheet_->Formula(at, plan_.gap_column(),
                  GapFormula(plan_, program_.layout, at, prefilled_),
                  GapOf(row), {Look::kLive});
  Extras(at, row);
}

void AnswersWriter::Extras(std::uint32_t at, const AnswerRow& row) {
  std::uint32_t sent = 0;
  for (std::uint32_t i = 0; i + 1 < extras_.size(); ++i) {
    const std::uint32_t column = plan_.gap_column() + 1 + i;
    if (extras_[i + 1].sent) {
      Cell(at, column, sent < row.sent.size() ? row.sent[sent] : AnswerCell{},
           {}, Look::kInput);
      ++sent;
      continue;
    }
    const Mark mark = i == 0 ? row.extras_mark : Mark::kNone;
    sheet_->Text(at, column,
                 i < row.extras.size() ? row.extras[i] : std::string(),
                 {Look::kTable, mark});
  }
}

void AnswersWriter::Checks() {
  const Layout& layout = program_.layout;
  const std::uint32_t first = plan_.first_record();
  const std::uint32_t last = next_row_ - 1;
  for (std::uint32_t i = 0; i < plan_.heads.size(); ++i) {
    const PlannedField& head = plan_.heads[i];
    const Field& field = layout[head.field];
    sheet_->Check({i, 1, i, 1}, CheckOf(head, field, plan_.lang));
    if (!IsAsked(field) || head.fixed) continue;
    sheet_->MarkWhere({i, 1, i, 1}, "=TRIM(" + FixedReference(i, 1) + ")=\"\"",
                      Mark::kGap);
  }
  const std::string begun = BegunFormula(plan_, first, prefilled_);
  for (std::uint32_t i = 0; i < plan_.columns.size(); ++i) {
    const PlannedField& column = plan_.columns[i];
    const Field& field = layout[column.field];
    const CellRange cells{first, i, last, i};
    sheet_->Check(cells, CheckOf(column, field, plan_.lang));
    if (column.form == NumberForm::kText) sheet_->ExpectTextNumbers(cells);
    if (!IsAsked(field)) continue;
    sheet_->MarkWhere(
        cells, "=AND(" + begun + ",TRIM(" + CellReference(first, i) + ")=\"\")",
        Mark::kGap);
  }
}

void AnswersWriter::End() {
  Checks();
  const std::uint32_t first = plan_.first_record();
  const std::uint32_t gap = plan_.gap_column();
  const std::string cell = "$" + CellReference(first, gap);
  const CellRange gaps{first, gap, next_row_ - 1, gap};
  const std::string tick = FormulaText(CompleteSign());
  sheet_->MarkWhere(gaps, "=" + cell + "=" + tick, Mark::kIn);
  sheet_->MarkWhere(gaps, "=LEN(" + cell + ")>0", Mark::kGap);
  // The id and what people call a record stay in sight.
  const std::uint32_t title = plan_.ColumnOf(program_.layout.title);
  constexpr std::uint32_t kMostFrozen = 4;
  const std::uint32_t frozen = title < kMostFrozen ? title + 1 : 1;
  sheet_->Freeze(first, frozen);
  sheet_->Protect();
  // Too wide to be read on one page.
  constexpr std::uint16_t kPagesAcross = 2;
  sheet_->PrintAcross(plan_.heading_row(), kPagesAcross, frozen);
}

std::string AnswersWriter::ignored() const {
  std::string text;
  for (const ExtraColumn& extra : extras_) {
    if (extra.sent) break;
    text += (text.empty() ? "" : ";") + extra.heading;
  }
  return text;
}

void WriteLists(const AnswersPlan& plan, Workbook* workbook, Sheet* sheet) {
  std::vector<const PlannedField*> lists;
  for (const auto* fields : {&plan.heads, &plan.columns}) {
    for (const PlannedField& planned : *fields) {
      if (!planned.list.empty()) lists.push_back(&planned);
    }
  }
  std::size_t longest = 0;
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    sheet->Text(0, i, lists[i]->heading, {Look::kHeading});
    sheet->Width(i, i, std::max(20.0, lists[i]->width));
    longest = std::max(longest, lists[i]->labels.size());
    const auto last = static_cast<std::uint32_t>(lists[i]->labels.size());
    workbook->Name(lists[i]->list, *sheet, {1, i, last, i});
  }
  for (std::uint32_t row = 0; row < longest; ++row) {
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
      if (row >= lists[i]->labels.size()) continue;
      sheet->Text(row + 1, i, lists[i]->labels[row], {Look::kTable});
    }
  }
  sheet->Protect();
  sheet->Hide();
}

void WriteIdentity(const Program& program, const std::string& answers,
                   const std::string& ignored, bool prefilled, Sheet* sheet) {
  std::vector<std::pair<std::string, std::string>> more = {
      {"answers", answers}};
  if (prefilled) more.emplace_back("id", "prefilled");
  more.emplace_back("ignore", ignored);
  WriteDescription(program, more, sheet);
}

void WriteDescription(
    const Program& program,
    const std::vector<std::pair<std::string, std::string>>& more,
    Sheet* sheet) {
  std::vector<std::pair<std::string, std::string>> rows = {
      {"template", program.ruleset_id},
      {"version", program.ruleset_version},
      {"digest", program.ruleset_digest},
  };
  rows.insert(rows.end(), more.begin(), more.end());
  std::uint32_t row = 0;
  for (const auto& [key, value] : rows) {
    sheet->Text(row, 0, key, {Look::kPlain});
    sheet->Text(row++, 1, value, {Look::kPlain});
  }
  sheet->Width(0, 0, 12);
  sheet->Width(1, 1, 70);
  sheet->Protect();
  sheet->Hide();
}

WorkbookProperties PropertiesOf(const Program& program,
                                const std::string& title) {
  WorkbookProperties properties;
  properties.title = title;
  properties.subject = program.ruleset_id + " " + program.ruleset_version;
  properties.custom = {{"sigte-template", program.ruleset_id},
                       {"sigte-version", program.ruleset_version},
                       {"sigte-digest", program.ruleset_digest}};
  return properties;
}

}  // namespace sigte
