// SPDX-License-Identifier: MPL-2.0

#include "engine/report/queue_workbook.h"

#include <algorithm>

#include "engine/report/findings_sheet.h"
#include "engine/report/workbook_answers.h"
#include "engine/report/workbook_plan.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

constexpr std::size_t kAcross = 120;  // letters of the lines on top
constexpr std::uint32_t kWideColumns = 6;
constexpr std::array<double, kQueueInputs> kInputWidths = {9, 26, 44, 26, 24};

struct QueueColumn {
  std::string heading;
  double width;
  std::string QueueRow::*text;  ///< null: the amount
};

const char* ListOf(QueueInput input) {
  switch (input) {
    case QueueInput::kAnswer: return "list_answer";
    case QueueInput::kReason: return "list_reason";
    case QueueInput::kBody: return "list_body";
    default: return "";
  }
}

class QueueSheet {
 public:
  QueueSheet(const Program& program, const QueueBook& book, Sheet* sheet)
      : program_(program), book_(book), sheet_(sheet) {
    PlanColumns();
  }

  void Write() {
    sheet_->HideGrid();
    Top();
    Headings();
    const std::uint32_t first = row_;
    for (const QueueRow& row : book_.rows) Line(row);
    if (row_ > first) Checks(first, row_ - 1);
    sheet_->Freeze(first, frozen_);
    sheet_->Protect();
    constexpr std::uint16_t kPagesAcross = 2;
    sheet_->PrintAcross(first - 1, kPagesAcross, frozen_);
    sheet_->Activate();
  }

 private:
  std::string Say(MessageKey key, const std::vector<LocalText>& args = {}) {
    return Message(book_.lang, key, args);
  }

  void AddField(FieldIndex field, double width, std::string QueueRow::*text) {
    if (field == kNoField) return;
    columns_.push_back(
        {FieldHeading(program_.layout[field], book_.lang), width, text});
  }

  void PlanColumns() {
    const Layout& layout = program_.layout;
    AddField(layout.group, 15, &QueueRow::group);
    AddField(layout.id, 11, &QueueRow::id);
    AddField(layout.title, 24, &QueueRow::title);
    frozen_ = static_cast<std::uint32_t>(columns_.size());
    AddField(layout.amount, 16, nullptr);
    columns_.push_back({Say("queue.rule"), 22, &QueueRow::rule});
    columns_.push_back({Say("queue.question"), 34, &QueueRow::question});
    if (book_.approve) {
      columns_.push_back({Say("queue.proposal"), 40, &QueueRow::proposal});
    }
    columns_.push_back({Say("queue.if-yes"), 24, &QueueRow::if_yes});
    columns_.push_back({Say("queue.if-no"), 24, &QueueRow::if_no});
    columns_.push_back({Say("queue.found"), 36, &QueueRow::found});
    columns_.push_back({Say("review.reads"), 44, &QueueRow::reads});
    inputs_ = static_cast<std::uint32_t>(columns_.size());
    keys_ = inputs_ + static_cast<std::uint32_t>(kQueueInputs);
  }

  void Top() {
    sheet_->Height(row_, 30);
    sheet_->Text(row_++, 0, Say("queue.title", {book_.title}), {Look::kTitle});
    const std::string how =
        book_.approve ? Say("queue.how-to-approve") : Say("queue.how-to");
    sheet_->Height(row_, RowHeight(LinesIn(how, kAcross)) + 4);
    sheet_->Wide(row_++, 0, kWideColumns, how, {Look::kSubtle});
  }

  void Headings() {
    sheet_->Height(row_, RowHeight(3) + 4);
    for (std::uint32_t i = 0; i < inputs_; ++i) {
      sheet_->Width(i, i, columns_[i].width);
      sheet_->Text(row_, i, columns_[i].heading, {Look::kHeading});
    }
    for (std::uint32_t i = 0; i < kQueueInputs; ++i) {
      sheet_->Width(inputs_ + i, inputs_ + i, kInputWidths[i]);
      sheet_->Text(row_, inputs_ + i,
                   QueueHeading(static_cast<QueueInput>(i)).In(book_.lang),
                   {Look::kAskedHeading});
    }
    for (std::uint32_t i = 0; i < kQueueKeys; ++i) {
      sheet_->Text(row_, keys_ + i, kQueueKeyNames[i], {Look::kMadeHeading});
    }
    sheet_->HideColumns(keys_, LastColumn());
    ++row_;
  }

  std::uint32_t LastColumn() const {
    return keys_ + static_cast<std::uint32_t>(kQueueKeys) - 1;
  }

  void Line(const QueueRow& row) {
    std::size_t lines = 2;
    for (std::uint32_t i = 0; i < inputs_; ++i) {
      const QueueColumn& column = columns_[i];
      if (column.text == nullptr) continue;
      lines = std::max(lines, LinesIn(row.*column.text,
                                      static_cast<std::size_t>(column.width)));
    }
    sheet_->Height(row_, RowHeight(lines));
    for (std::uint32_t i = 0; i < inputs_; ++i) Cell(i, row);
    for (std::uint32_t i = 0; i < kQueueInputs; ++i) {
      sheet_->Blank(row_, inputs_ + i, {Look::kAnswer});
    }
    for (std::uint32_t i = 0; i < kQueueKeys; ++i) {
      sheet_->Text(row_, keys_ + i, HarmlessText(row.keys[i]),
                   {Look::kTable, Mark::kNone, NumberForm::kText});
    }
    ++row_;
  }

  void Cell(std::uint32_t at, const QueueRow& row) {
    const QueueColumn& column = columns_[at];
    if (column.text != nullptr) {
      sheet_->Text(row_, at, HarmlessText(row.*column.text),
                   {Look::kTable, MarkAt(column, row)});
      return;
    }
    const Style style{Look::kTable, Mark::kNone, NumberForm::kWhole};
    if (!row.amount) {
      sheet_->Blank(row_, at, style);
      return;
    }
    const Decimal amount = Decimal::FromInt(*row.amount);
    if (KeepsItsDigits(amount)) {
      sheet_->Number(row_, at, amount, style);
    } else {
      sheet_->Text(row_, at, GroupedNumber(book_.lang, *row.amount), style);
    }
  }

  static Mark MarkAt(const QueueColumn& column, const QueueRow& row) {
    if (column.text == &QueueRow::if_yes) return MarkOf(row.yes);
    if (column.text == &QueueRow::if_no) return MarkOf(row.no);
    return Mark::kNone;
  }

  // What an answer still lacks is coloured.
  void Checks(std::uint32_t first, std::uint32_t last) {
    sheet_->Filter({first - 1, 0, last, LastColumn()});
    const std::string answer = "$" + CellReference(first, inputs_);
    const std::string begun = "TRIM(" + answer + ")<>\"\"";
    const std::string asked = book_.approve
                                  ? "AND(" + begun + "," + answer + "<>" +
                                        FormulaText(Say("workbook.yes")) + ")"
                                  : begun;
    for (std::uint32_t i = 0; i < kQueueInputs; ++i) {
      const auto input = static_cast<QueueInput>(i);
      const std::uint32_t column = inputs_ + i;
      const CellRange cells{first, column, last, column};
      sheet_->Check(cells, CheckFor(input));
      if (input == QueueInput::kAnswer) continue;
      const bool of_ruling =
          input == QueueInput::kReason || input == QueueInput::kText;
      sheet_->MarkWhere(cells,
                        "=AND(" + (of_ruling ? asked : begun) + ",TRIM(" +
                            CellReference(first, column) + ")=\"\")",
                        Mark::kGap);
    }
  }

  InputCheck CheckFor(QueueInput input) {
    InputCheck check;
    check.hint_title = QueueHeading(input).In(book_.lang);
    check.error_title = check.hint_title;
    check.error = Say("workbook.choice-wanted");
    const bool listed =
        input == QueueInput::kAnswer || input == QueueInput::kReason ||
        (input == QueueInput::kBody && !program_.ruling_words.bodies.empty());
    if (listed) {
      check.kind = InputCheck::Kind::kList;
      check.list = ListOf(input);
    }
    check.hint = HintOf(input);
    return check;
  }

  std::string HintOf(QueueInput input) {
    switch (input) {
      case QueueInput::kAnswer:
        return book_.approve ? Say("queue.hint-approve")
                             : Say("queue.hint-answer");
      case QueueInput::kReason: return Say("queue.hint-reason");
      case QueueInput::kText: return Say("queue.hint-text");
      case QueueInput::kBody: return Say("queue.hint-body");
      case QueueInput::kRole: return Say("queue.hint-role");
    }
    return {};
  }

  const Program& program_;
  const QueueBook& book_;
  Sheet* sheet_;
  std::vector<QueueColumn> columns_;
  std::uint32_t frozen_ = 0;
  std::uint32_t inputs_ = 0;  // the first column to fill in
  std::uint32_t keys_ = 0;    // the first hidden one
  std::uint32_t row_ = 0;
};

void WriteChoices(const Program& program, Lang lang, Workbook* workbook,
                  Sheet* sheet) {
  const RulingWords& words = program.ruling_words;
  const std::array<std::pair<QueueInput, std::vector<std::string>>, 3> lists = {
      {{QueueInput::kAnswer,
        {Message(lang, "workbook.yes"), Message(lang, "workbook.no")}},
       {QueueInput::kReason, TitlesOf(words.reasons, lang)},
       {QueueInput::kBody, TitlesOf(words.bodies, lang)}}};
  std::size_t longest = 0;
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    const auto& [input, titles] = lists[i];
    sheet->Text(0, i, QueueHeading(input).In(lang), {Look::kHeading});
    sheet->Width(i, i, 40);
    longest = std::max(longest, titles.size());
    if (titles.empty()) continue;
    const auto last = static_cast<std::uint32_t>(titles.size());
    workbook->Name(ListOf(input), *sheet, {1, i, last, i});
  }
  for (std::uint32_t row = 0; row < longest; ++row) {
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
      const std::vector<std::string>& titles = lists[i].second;
      if (row < titles.size()) {
        sheet->Text(row + 1, i, titles[row], {Look::kTable});
      }
    }
  }
  sheet->Protect();
  sheet->Hide();
}

}  // namespace

LocalText QueueHeading(QueueInput input) {
  switch (input) {
    case QueueInput::kAnswer: return Message("queue.answer");
    case QueueInput::kReason: return Message("queue.reason");
    case QueueInput::kText: return Message("review.text");
    case QueueInput::kBody: return Message("queue.body");
    case QueueInput::kRole: return Message("review.role");
  }
  return {};
}

bool WriteQueue(const Program& program, const QueueBook& book,
                const std::string& scratch_folder, const std::string& path,
                std::string* why) {
  Workbook workbook(path, scratch_folder);
  workbook.Describe(
      PropertiesOf(program, Message(book.lang, "queue.title", {book.title})));
  Sheet* queue = workbook.Add(Message(book.lang, "queue.sheet"));
  Sheet* lists = workbook.Add(Message(book.lang, "workbook.lists"));
  QueueSheet(program, book, queue).Write();
  WriteChoices(program, book.lang, &workbook, lists);
  // So that nobody takes the queue for answers, though it has their headings.
  WriteDescription(program, {{"contents", "queue"}}, workbook.Add("_sigte"));
  if (workbook.Close()) return true;
  *why = workbook.error();
  return false;
}

bool IsQueueAsText(std::string_view beginning) {
  return !beginning.starts_with('{') &&
         std::ranges::all_of(kQueueKeyNames, [&](std::string_view name) {
           return beginning.find(name) != beginning.npos;
         });
}

}  // namespace sigte
