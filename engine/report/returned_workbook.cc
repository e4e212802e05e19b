// SPDX-License-Identifier: MPL-2.0

#include "engine/report/returned_workbook.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/report/findings_sheet.h"
#include "engine/report/workbook_answers.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

constexpr std::size_t kSpareRows = 20;  // to add records in
constexpr double kVerdictWidth = 18;
constexpr double kRemarksWidth = 60;

// Fields that may stand once for a file, and do not hold one value here.
std::vector<bool> Differing(const Program& program,
                            const std::vector<Case>& cases) {
  std::vector<bool> differs(program.layout.size());
  const Case* first = nullptr;
  for (const Case& told : cases) {
    if (told.values.empty()) continue;
    if (first == nullptr) first = &told;
    for (FieldIndex i = 0; i < program.layout.size(); ++i) {
      const bool same = told.values[i].text == first->values[i].text;
      differs[i] = differs[i] || (program.layout[i].of_group && !same);
    }
    // A second value stays a second one only beside a column of the first.
    for (const UnreadCell& cell : told.unread) {
      if (cell.field != kNoField) differs[cell.field] = true;
    }
  }
  return differs;
}

CaseItem CellRemark(MessageKey key, const std::string& field, Lang lang,
                    const std::vector<LocalText>& args) {
  CaseItem item;
  item.kind = CaseItem::Kind::kRemark;
  item.code = CodeOf(key.name());
  item.field = field;
  item.what = Message(lang, key, args);
  item.how = Sentence(MessageHelp(lang, key, args));
  return item;
}

// What becomes of a value on its way into a cell is said, never done silently.
void AddCellRemarks(const CellValue& value, const std::string& field, Lang lang,
                    Case* told) {
  const auto add = [&](MessageKey key, const std::vector<LocalText>& args) {
    CaseItem item = CellRemark(key, field, lang, args);
    item.place = value.place;
    item.heading = value.heading;
    told->items.push_back(std::move(item));
  };
  if (value.hidden) add("W121.hidden-digits", {});
  if (value.reads_otherwise) add("W123.list-reads-otherwise", {});
  if (value.loses_signs) add("W124.lost-signs", {});
  const std::size_t size =
      value.text.size() > kMostInCell ? CountUtf16(CellText(value.text)) : 0;
  if (size > kMostInCell) {
    add("W120.cut-cell",
        {GroupedNumber(lang, static_cast<std::int64_t>(size)),
         GroupedNumber(lang, static_cast<std::int64_t>(kMostInCell))});
  }
}

void AddCellRemarks(const Program& program, Lang lang,
                    const std::string& answers, Case* told) {
  if (told->values.empty()) {
    told->items.push_back(CellRemark("W122.no-row", {}, lang, {answers}));
  }
  for (FieldIndex i = 0; i < told->values.size(); ++i) {
    AddCellRemarks(told->values[i], program.layout[i].name, lang, told);
  }
  for (const UnreadCell& cell : told->unread) {
    AddCellRemarks(cell.value, {}, lang, told);
  }
}

/// The columns of what no field could take: one a heading, and more where a
/// record has more values under it. What is beyond the last goes into it.
class SentColumns {
 public:
  explicit SentColumns(const std::vector<Case>& cases) {
    for (const Case& told : cases) {
      std::vector<bool> taken;
      for (const UnreadCell& cell : told.unread) Take(cell.heading, &taken);
    }
  }

  std::vector<ExtraColumn> Columns() const {
    std::vector<ExtraColumn> columns;
    for (const std::string& heading : headings_) {
      columns.push_back({heading, kSentWidth, true});
    }
    return columns;
  }

  std::vector<AnswerCell> CellsOf(const Case& told) {
    std::vector<AnswerCell> cells(headings_.size());
    std::vector<bool> taken;
    for (const UnreadCell& cell : told.unread) {
      AnswerCell& sent = cells[Take(cell.heading, &taken)];
      const bool shared = !sent.value.text.empty();
      const std::string before = shared ? sent.value.text + "\n" : "";
      sent.value = cell.value;
      sent.value.text.insert(0, before);
      if (shared) sent.value.kind = CellValue::Kind::kText;
      sent.mark = Mark::kError;
    }
    return cells;
  }

 private:
  static constexpr double kSentWidth = 24;
  static constexpr std::size_t kMost = 1000;

  std::size_t Take(const std::string& heading, std::vector<bool>* taken) {
    taken->resize(headings_.size());
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (headings_[i] != heading || (*taken)[i]) continue;
      (*taken)[i] = true;
      return i;
    }
    if (headings_.size() == kMost) return kMost - 1;
    headings_.push_back(heading);
    taken->push_back(true);
    return headings_.size() - 1;
  }

  std::vector<std::string> headings_;
};

std::string ItemText(const CaseItem& item) {
  std::string text = KindSign(item.kind) + " ";
  if (!item.code.empty()) text += item.code + " ";
  text += ItemWords(item);
  return item.how.empty() ? text : text + "\n" + item.how;
}

/// Turns cases into rows of the answers sheet.
class Rows {
 public:
  Rows(const Program& program, const AnswersPlan& plan, Lang lang)
      : program_(program), plan_(plan), lang_(lang) {}

  AnswerRow RowOf(const Case& told) const {
    AnswerRow row;
    row.cells.resize(plan_.columns.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      row.cells[i].value = told.values[plan_.columns[i].field];
    }
    std::string remarks;
    for (const CaseItem& item : told.items) {
      if (AnswerCell* cell = CellFor(item, &row)) {
        Worsen(MarkOf(item.kind), &cell->mark);
        Remark(item, cell);
      }
      remarks += (remarks.empty() ? "" : "\n") + Labelled(item);
    }
    row.extras = {
        VerdictSign(told.verdict) + " " + VerdictWord(told.verdict, lang_),
        std::string(FirstUtf16(remarks, kMostInCell))};
    row.extras_mark = MarkOf(told.verdict);
    return row;
  }

  // The head stands for all records: it shows the first one's values, or those
  // of an answer without any.
  std::vector<AnswerCell> HeadOf(const Reply& reply) const {
    std::vector<AnswerCell> cells(plan_.heads.size());
    const auto show = [&](const std::vector<CellValue>& values) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].value = values[plan_.heads[i].field];
      }
    };
    bool first = true;
    for (const Case& told : reply.cases) {
      if (told.values.empty()) continue;
      if (first) show(told.values);
      first = false;
      for (const CaseItem& item : told.items) {
        const std::uint32_t head =
            plan_.HeadOf(program_.layout.Find(item.field));
        if (head == AnswersPlan::kNone || !IsTold(item)) continue;
        Worsen(MarkOf(item.kind), &cells[head].mark);
        if (cells[head].note.empty()) Remark(item, &cells[head]);
      }
    }
    if (first && !reply.empties.empty()) show(reply.empties.front().values);
    return cells;
  }

 private:
  // What is well needs no colour.
  static bool IsTold(const CaseItem& item) {
    return item.kind != CaseItem::Kind::kTakenIn;
  }

  AnswerCell* CellFor(const CaseItem& item, AnswerRow* row) const {
    const FieldIndex field = program_.layout.Find(item.field);
    if (!IsTold(item) || plan_.HeadOf(field) != AnswersPlan::kNone) {
      return nullptr;
    }
    const std::uint32_t column = plan_.ColumnOf(field);
    return &row->cells[column == AnswersPlan::kNone ? 0 : column];
  }

  static void Remark(const CaseItem& item, AnswerCell* cell) {
    cell->note += (cell->note.empty() ? "" : "\n\n") + ItemText(item);
  }

  static void Worsen(Mark mark, Mark* now) {
    if (*now == Mark::kNone || mark < *now) *now = mark;
  }

  // Notes are not printed, and colours not seen by all: the same in words.
  std::string Labelled(const CaseItem& item) const {
    const FieldIndex field = program_.layout.Find(item.field);
    std::string text = KindSign(item.kind) + " ";
    const bool named = field != kNoField &&
                       item.cause == FieldTitle(item.field, {program_, lang_});
    if (field != kNoField) {
      text += FieldHeading(program_.layout[field], lang_) + ": ";
    }
    const std::string words = named ? item.what : ItemWords(item);
    return text + words.substr(0, words.find('\n'));
  }

  const Program& program_;
  const AnswersPlan& plan_;
  Lang lang_;
};

void NameFiles(Reply* reply) {
  FileNames names;
  for (const Case& told : reply->cases) AddFiles(told, &names);
  for (const FileCase& file : reply->files) {
    names.Add(file.file);
    AddFiles(file.item, &names);
  }
  for (const std::string& file : reply->summary.unreadable()) names.Add(file);
  for (Case& told : reply->cases) NameFiles(names, reply->lang, &told);
  for (FileCase& file : reply->files) {
    file.file = names.Of(file.file);
    NameOther(names, reply->lang, &file.item);
  }
  reply->summary.CallUnreadable(
      [&](const std::string& file) { return names.Of(file); });
}

std::size_t NotesIn(const AnswerRow& row) {
  return static_cast<std::size_t>(std::ranges::count_if(
      row.cells, [](const AnswerCell& cell) { return !cell.note.empty(); }));
}

/// The answers sheet of a reply, with what must be known of it afterwards.
class ReturnedAnswers {
 public:
  ReturnedAnswers(const Program& program, const Reply& reply, Sheet* sheet)
      : reply_(reply),
        cases_(reply.cases),
        lang_(reply.lang),
        plan_(PlanAnswers(program, lang_, Differing(program, cases_))),
        rows_(program, plan_, lang_),
        writer_(program, plan_, sheet, false),
        places_(cases_.size(), kNoRow),
        sent_(cases_) {}

  void Write() {
    std::vector<ExtraColumn> extras = {
        {Message(lang_, "workbook.verdict"), kVerdictWidth},
        {Message(lang_, "workbook.remarks"), kRemarksWidth}};
    std::ranges::move(sent_.Columns(), std::back_inserter(extras));
    writer_.Begin(rows_.HeadOf(reply_), extras);
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (cases_[i].values.empty()) continue;
      places_[i] = writer_.next_row();
      AnswerRow row = rows_.RowOf(cases_[i]);
      row.sent = sent_.CellsOf(cases_[i]);
      notes_ += NotesIn(row);
      writer_.Add(row);
    }
    for (std::size_t i = 0; i < kSpareRows; ++i) writer_.Add({});
    writer_.End();
  }

  const AnswersPlan& plan() const { return plan_; }
  const std::vector<std::uint32_t>& places() const { return places_; }
  bool notes_cut() const { return notes_ > Sheet::kMostNotes; }
  std::string ignored() const { return writer_.ignored(); }

 private:
  const Reply& reply_;
  const std::vector<Case>& cases_;
  Lang lang_;
  AnswersPlan plan_;
  Rows rows_;
  AnswersWriter writer_;
  std::vector<std::uint32_t> places_;
  SentColumns sent_;
  std::size_t notes_ = 0;
};

}  // namespace

bool WriteReturned(const Program& program, Reply reply,
                   const std::string& scratch_folder, const std::string& path,
                   std::string* why) {
  const Lang lang = reply.lang;
  Workbook workbook(path, scratch_folder);
  workbook.Describe(
      PropertiesOf(program, Message(lang, "workbook.returned", {reply.title})));
  Sheet* findings = workbook.Add(Message(lang, "workbook.findings"));
  Sheet* answers = workbook.Add(Message(lang, "workbook.answers"));
  Sheet* lists = workbook.Add(Message(lang, "workbook.lists"));
  Sheet* identity = workbook.Add("_sigte");
  NameFiles(&reply);
  for (Case& told : reply.cases) {
    AddCellRemarks(program, lang, answers->name(), &told);
  }
  ReturnedAnswers returned(program, reply, answers);
  returned.Write();
  WriteFindings(program, reply, returned.plan(), returned.places(),
                answers->name(), returned.notes_cut(), findings);
  WriteLists(returned.plan(), &workbook, lists);
  WriteIdentity(program, answers->name(), returned.ignored(), false, identity);
  if (workbook.Close()) return true;
  *why = workbook.error();
  return false;
}

}  // namespace sigte
