// SPDX-License-Identifier: MPL-2.0

#include "engine/report/findings_sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/utf8.h"
#include "engine/report/table.h"
#include "engine/report/text_report.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

constexpr std::uint32_t kColumns = 10;
constexpr std::uint32_t kAnswerColumn = 8;
constexpr std::array<double, kColumns> kWidths = {5, 30, 16, 14, 7,
                                                  7, 54, 40, 30, 32};
constexpr std::size_t kAcross = 200;  // letters over all of them

class FindingsSheet {
 public:
  FindingsSheet(const Program& program, const Reply& reply,
                const AnswersPlan& plan, const std::string& answers,
                Sheet* sheet)
      : program_(program),
        reply_(reply),
        plan_(plan),
        answers_(answers),
        voice_{program, reply.lang},
        sheet_(sheet) {}

  void Write(const std::vector<std::uint32_t>& rows, bool notes_cut) {
    sheet_->HideGrid();
    for (std::uint32_t i = 0; i < kColumns; ++i) {
      sheet_->Width(i, i, kWidths[i]);
    }
    Top(notes_cut);
    const std::uint32_t heading = row_;
    Headings();
    for (const FileCase& file : reply_.files) FileLine(file);
    for (std::size_t i = 0; i < reply_.cases.size(); ++i) {
      Lines(reply_.cases[i], rows[i]);
    }
    if (row_ > heading + 1) {
      sheet_->Filter({heading, 0, row_ - 1, kColumns - 1});
    }
    sheet_->Freeze(heading + 1, 2);
    sheet_->Protect();
    sheet_->PrintAcross(heading);
    sheet_->Activate();
  }

 private:
  std::string Say(MessageKey key, const std::vector<LocalText>& args = {}) {
    return Message(reply_.lang, key, args);
  }

  void Wide(const std::string& text, const Style& style) {
    sheet_->Height(row_, RowHeight(LinesIn(text, kAcross)));
    sheet_->Wide(row_++, 0, kColumns - 1, text, style);
  }

  // The reconciliation line and what else the sums need, as in the report.
  void Top(bool notes_cut) {
    sheet_->Height(row_, 30);
    sheet_->Text(row_++, 0, Say("workbook.returned", {reply_.title}),
                 {Look::kTitle});
    for (const std::string& line :
         TotalsLines(reply_.summary, voice_, kNoLimit)) {
      Wide(line, {});
    }
    ++row_;
    SumTable();
    Wide(Say("workbook.legend", {KindSign(CaseItem::Kind::kError),
                                 KindSign(CaseItem::Kind::kQuestion),
                                 KindSign(CaseItem::Kind::kWarning),
                                 KindSign(CaseItem::Kind::kRemark),
                                 KindSign(CaseItem::Kind::kLeftOut),
                                 KindSign(CaseItem::Kind::kTakenIn), answers_}),
         {Look::kSubtle});
    if (notes_cut) {
      Wide(Say("workbook.notes-cut",
               {GroupedNumber(reply_.lang,
                              static_cast<std::int64_t>(Sheet::kMostNotes))}),
           {Look::kSubtle});
    }
    ++row_;
  }

  void SumTable() {
    sheet_->Height(row_, RowHeight(1));
    sheet_->Text(row_, 1, Say("workbook.verdict"), {Look::kHeading});
    sheet_->Text(row_, 2, Say("report.count"), {Look::kHeading});
    if (HasAmounts(voice_)) {
      const std::string unit = AmountUnit(voice_);
      sheet_->Text(row_, 3, unit.empty() ? Say("report.amount") : unit,
                   {Look::kHeading});
    }
    ++row_;
    const SummaryRow total = reply_.summary.Total();
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      const auto verdict = static_cast<Verdict>(i);
      sheet_->Height(row_, RowHeight(1));
      sheet_->Text(row_, 1, VerdictText(verdict),
                   {Look::kTable, MarkOf(verdict)});
      SumCells(total[i], Look::kTable);
    }
    SummaryCell all;
    for (const SummaryCell& cell : total) all.Add(cell);
    sheet_->Text(row_, 1, Say("report.total"), {Look::kLabel});
    SumCells(all, Look::kLabel);
    ++row_;
  }

  void SumCells(const SummaryCell& cell, Look look) {
    const Style style{look, Mark::kNone, NumberForm::kWhole};
    sheet_->Number(row_, 2, Decimal::FromInt(cell.records), style);
    if (!HasAmounts(voice_)) {
      ++row_;
      return;
    }
    const std::optional<std::int64_t> amount = cell.Amount();
    const auto sum = Decimal::FromInt(amount.value_or(0));
    if (cell.HasSum() && amount && KeepsItsDigits(sum)) {
      sheet_->Number(row_, 3, sum, style);
    } else {
      sheet_->Text(row_, 3, SumWords(cell, voice_), style);
    }
    ++row_;
  }

  void Headings() {
    const std::array<std::string, kColumns> headings = {
        Say("workbook.column-number"), Say("workbook.column-record"),
        Say("workbook.verdict"),       Say("workbook.column-severity"),
        Say("workbook.column-code"),   Say("workbook.column-cell"),
        Say("workbook.column-what"),   Say("workbook.column-how"),
        Say("workbook.column-answer"), Say("workbook.column-source")};
    sheet_->Height(row_, 22);
    for (std::uint32_t i = 0; i < kColumns; ++i) {
      sheet_->Text(row_, i, headings[i],
                   {i == kAnswerColumn ? Look::kHeading : Look::kAskedHeading});
    }
    ++row_;
  }

  std::string VerdictText(Verdict verdict) const {
    return VerdictSign(verdict) + " " + VerdictWord(verdict, reply_.lang);
  }

  void FileLine(const FileCase& file) {
    Number();
    sheet_->Text(row_, 1, Say("workbook.whole-file"), {Look::kTable});
    sheet_->Blank(row_, 2, {Look::kTable});
    sheet_->Blank(row_, 5, {Look::kTable});
    Common(file.item, file.file, {});
  }

  void Lines(const Case& told, std::uint32_t answers_row) {
    for (const CaseItem& item : told.items) {
      Number();
      sheet_->Text(row_, 1, HarmlessText(CaseName(told, reply_.lang)),
                   {Look::kTable});
      sheet_->Text(row_, 2, VerdictText(told.verdict),
                   {Look::kTable, MarkOf(told.verdict)});
      LinkTo(item, answers_row);
      Common(item, told.file, told.place);
    }
  }

  void Number() {
    sheet_->Number(row_, 0, Decimal::FromInt(++number_), {Look::kTable});
  }

  // Severity, code, words and answer: the same for records and files.
  void Common(const CaseItem& item, const std::string& file,
              const std::string& record_place) {
    const std::string what = ItemWords(item);
    std::string place = item.place.empty() ? record_place : item.place;
    if (!item.heading.empty()) place += " (" + item.heading + ")";
    std::string source = Printable(file);
    if (!place.empty()) source += ":" + place;
    sheet_->Height(row_,
                   RowHeight(std::max({LinesIn(what, 57), LinesIn(item.how, 42),
                                       LinesIn(source, 30), std::size_t{2}})));
    sheet_->Text(row_, 3,
                 KindSign(item.kind) + " " + KindWord(item.kind, reply_.lang),
                 {Look::kTable, MarkOf(item.kind)});
    sheet_->Text(row_, 4, HarmlessText(item.code), {Look::kTable});
    sheet_->Text(row_, 6, HarmlessText(what), {Look::kTable});
    sheet_->Text(row_, 7, HarmlessText(item.how), {Look::kTable});
    sheet_->Blank(row_, kAnswerColumn, {Look::kAnswer});
    sheet_->Text(row_, 9, HarmlessText(source), {Look::kTable});
    ++row_;
  }

  void LinkTo(const CaseItem& item, std::uint32_t answers_row) {
    const FieldIndex field = program_.layout.Find(item.field);
    const std::uint32_t head = plan_.HeadOf(field);
    if (answers_row == kNoRow && head == AnswersPlan::kNone) {
      sheet_->Blank(row_, 5, {Look::kTable});
      return;
    }
    std::uint32_t column = plan_.ColumnOf(field);
    if (column == AnswersPlan::kNone) column = 0;
    const std::string cell = head == AnswersPlan::kNone
                                 ? CellReference(answers_row, column)
                                 : CellReference(head, 1);
    sheet_->Link(row_, 5, answers_, cell, cell, {Look::kLink});
  }

  const Program& program_;
  const Reply& reply_;
  const AnswersPlan& plan_;
  const std::string& answers_;
  Voice voice_;
  Sheet* sheet_;
  std::uint32_t row_ = 0;
  std::int64_t number_ = 0;
};

}  // namespace

void WriteFindings(const Program& program, const Reply& reply,
                   const AnswersPlan& plan,
                   const std::vector<std::uint32_t>& rows,
                   const std::string& answers, bool notes_cut, Sheet* sheet) {
  FindingsSheet(program, reply, plan, answers, sheet).Write(rows, notes_cut);
}

Mark MarkOf(CaseItem::Kind kind) {
  switch (kind) {
    case CaseItem::Kind::kError: return Mark::kError;
    case CaseItem::Kind::kQuestion:
    case CaseItem::Kind::kWarning: return Mark::kQuestion;
    case CaseItem::Kind::kRemark: return Mark::kRemark;
    case CaseItem::Kind::kLeftOut: return Mark::kOut;
    case CaseItem::Kind::kTakenIn: return Mark::kIn;
  }
  return Mark::kNone;
}

Mark MarkOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kInclude: return Mark::kIn;
    case Verdict::kExclude: return Mark::kOut;
    case Verdict::kBorderline: return Mark::kQuestion;
    case Verdict::kInvalid: return Mark::kError;
  }
  return Mark::kNone;
}

}  // namespace sigte
