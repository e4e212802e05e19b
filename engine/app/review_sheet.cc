// SPDX-License-Identifier: MPL-2.0

#include "engine/app/review_sheet.h"

#include <algorithm>

#include "engine/app/job.h"
#include "engine/base/canonical_text.h"
#include "engine/base/issue_hint.h"
#include "engine/base/utf8.h"
#include "engine/record/record_key.h"
#include "engine/record/row_origin.h"
#include "engine/report/words.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

// Rows that may stand above the headings.
constexpr std::size_t kMostAbove = 30;
constexpr std::size_t kWordShown = 60;  // letters

std::string TextAt(const TableRow& row, std::uint32_t column) {
  const TableCell* cell = column == 0 ? nullptr : row.At(column);
  return cell == nullptr ? std::string() : CanonicalText(cell->text);
}

// As it was before HarmlessText.
std::string KeyAt(const TableRow& row, std::uint32_t column) {
  std::string key = TextAt(row, column);
  if (key.starts_with('\'') && LooksLikeFormula(key.substr(1))) key.erase(0, 1);
  return key;
}

std::string PlaceIn(const std::string& file, const std::string& sheet,
                    const std::string& cell, const std::string& heading) {
  Location location;
  location.sheet = sheet;
  location.cell = cell;
  location.heading = heading;
  return PlaceText(file, location);
}

Issue UnknownWord(MessageKey key, const std::string& word,
                  const std::vector<std::string>& known) {
  return UnknownNameIssue(key, nullptr, {}, word, known);
}

}  // namespace

AnswerSheets::AnswerSheets(const RulesetStore& store,
                           const ReviewSession& session,
                           const ReviewOptions& options, std::string name,
                           Lang lang)
    : store_(store),
      session_(session),
      options_(options),
      name_(std::move(name)),
      lang_(lang) {}

bool AnswerSheets::Fail(Issue issue, const std::string& place) {
  fault_ = PlacedIssue{place, std::move(issue)};
  return false;
}

bool AnswerSheets::Open(int fd) {
  std::optional<Issue> issue;
  workbook_ = WorkbookFile::Open(fd, &issue);
  if (workbook_ == nullptr) return Fail(*std::move(issue), Printable(name_));
  if (NextSheet()) return true;
  if (fault_) return false;
  return Fail(MakeIssue("A631.not-a-queue", Severity::kError),
              Printable(name_));
}

// Goes to the next sheet that holds a queue: a copy counts as much.
bool AnswerSheets::NextSheet() {
  while (next_sheet_ < workbook_->sheets().size()) {
    std::optional<Issue> issue;
    sheet_ = workbook_->OpenSheet(next_sheet_++, &issue);
    if (sheet_ == nullptr) return Fail(*std::move(issue), Printable(name_));
    if (FindHeadings()) return true;
    if (fault_) return false;
  }
  sheet_ = nullptr;
  return false;
}

bool AnswerSheets::FindHeadings() {
  TableRow row;
  for (std::size_t i = 0; i < kMostAbove && sheet_->Next(&row); ++i) {
    if (PlanFrom(row)) return true;
  }
  if (!sheet_->fault()) return false;
  return Fail(sheet_->fault()->issue, Printable(name_));
}

bool AnswerSheets::IsHeading(const std::string& text,
                             const LocalText& heading) const {
  const Folder& folder = store_.tables->folder;
  const std::string folded = folder.Fold(text);
  return std::ranges::any_of(heading.in, [&](const std::string& known) {
    return folded == folder.Fold(known);
  });
}

bool AnswerSheets::PlanFrom(const TableRow& row) {
  plan_ = Plan();
  const Layout& layout = store_.program->layout;
  for (const TableCell& cell : row.cells) {
    const std::string text = CanonicalText(cell.text);
    const auto key = std::ranges::find(kQueueKeyNames, text);
    if (key != kQueueKeyNames.end()) {
      plan_.keys[static_cast<std::size_t>(key - kQueueKeyNames.begin())] =
          cell.column;
      continue;  // folded it would be a heading that is seen
    }
    for (std::size_t i = 0; i < kQueueInputs; ++i) {
      if (!IsHeading(text, QueueHeading(static_cast<QueueInput>(i)))) continue;
      plan_.inputs[i] = cell.column;
      plan_.headings[i] = text;
    }
    const FieldIndex field = store_.tables->headings.Find(text);
    // The first: columns of our own that are called so stand behind it.
    if (field != kNoField && field == layout.id && plan_.shown_id == 0) {
      plan_.shown_id = cell.column;
    }
    if (IsHeading(text, Message("queue.rule"))) plan_.shown_rule = cell.column;
  }
  const auto stands = [&](QueueKey key) {
    return plan_.keys[static_cast<std::size_t>(key)] != 0;
  };
  return stands(QueueKey::kId) && stands(QueueKey::kRule) &&
         stands(QueueKey::kEvidence) &&
         (layout.group == kNoField || stands(QueueKey::kGroup)) &&
         plan_.inputs[static_cast<std::size_t>(QueueInput::kAnswer)] != 0;
}

bool AnswerSheets::Next(SheetAnswer* answer) {
  TableRow row;
  while (sheet_ != nullptr) {
    while (sheet_->Next(&row)) {
      *answer = SheetAnswer();
      row_ = row.number;
      Take(row, answer);
      if (answer->usable || !answer->faults.empty()) return true;
    }
    if (sheet_->fault()) return Fail(sheet_->fault()->issue, Printable(name_));
    if (!NextSheet()) return false;
  }
  return false;
}

std::string AnswerSheets::PlaceOf(QueueInput input) const {
  const auto wanted = static_cast<std::size_t>(input);
  const auto answer = static_cast<std::size_t>(QueueInput::kAnswer);
  const std::size_t at = plan_.inputs[wanted] == 0 ? answer : wanted;
  return PlaceIn(name_, workbook_->sheets()[next_sheet_ - 1].name,
                 CellName(plan_.inputs[at], row_), plan_.headings[at]);
}

void AnswerSheets::Blame(QueueInput input, Issue issue,
                         SheetAnswer* answer) const {
  answer->usable &= issue.severity != Severity::kError;
  answer->faults.push_back({PlaceOf(input), std::move(issue)});
}

// Errors of a formula are no words.
std::string AnswerSheets::WordIn(const TableRow& row, QueueInput input,
                                 SheetAnswer* answer) const {
  const std::uint32_t column = plan_.inputs[static_cast<std::size_t>(input)];
  const TableCell* cell = column == 0 ? nullptr : row.At(column);
  if (cell == nullptr) return {};
  if (cell->kind == CellKind::kError || cell->kind == CellKind::kUncalculated) {
    Blame(input,
          MakeIssue("A635.bad-cell", Severity::kError,
                    {Shorten(Printable(cell->text), kWordShown)}),
          answer);
    return {};
  }
  return CanonicalText(cell->text);
}

void AnswerSheets::Take(const TableRow& row, SheetAnswer* answer) const {
  answer->place = PlaceOf(QueueInput::kAnswer);
  answer->usable = true;
  const std::string word = WordIn(row, QueueInput::kAnswer, answer);
  if (!answer->usable) return;
  const auto kind = AnswerOf(word);
  if (word.empty() || kind == AnswerKind::kSkip) {
    answer->usable = false;
    const auto text = static_cast<std::size_t>(QueueInput::kText);
    if (word.empty() && !TextAt(row, plan_.inputs[text]).empty()) {
      Blame(QueueInput::kAnswer,
            MakeIssue("A636.text-without-answer", Severity::kNote), answer);
    }
    return;
  }
  if (!kind || kind == AnswerKind::kQuit) {
    Blame(QueueInput::kAnswer,
          UnknownWord(
              "A634.sheet-answer", Shorten(Printable(word), kWordShown),
              {Message(lang_, "workbook.yes"), Message(lang_, "workbook.no")}),
          answer);
    return;
  }
  answer->kind = *kind;
  if (TakeQuestion(row, answer)) TakeInputs(row, answer);
}

bool AnswerSheets::TakeQuestion(const TableRow& row,
                                SheetAnswer* answer) const {
  const auto key = [&](QueueKey which) {
    return KeyAt(row, plan_.keys[static_cast<std::size_t>(which)]);
  };
  const Layout& layout = store_.program->layout;
  RecordKey record;
  record.id = CanonicalKey(layout[layout.id].type, key(QueueKey::kId));
  if (layout.group != kNoField) {
    record.group =
        CanonicalKey(layout[layout.group].type, key(QueueKey::kGroup));
  }
  answer->row.rule = key(QueueKey::kRule);
  answer->row.evidence = key(QueueKey::kEvidence);
  answer->row.ruling = key(QueueKey::kRuling);
  const bool told = !record.id.empty() && !answer->row.rule.empty() &&
                    !answer->row.evidence.empty();
  answer->row.record = std::move(record);
  if (!told) {
    Blame(QueueInput::kAnswer,
          MakeIssue("A632.row-without-key", Severity::kError), answer);
  } else if (!Agrees(row, answer->row)) {
    Blame(QueueInput::kAnswer, MakeIssue("A633.row-mixed-up", Severity::kError),
          answer);
  }
  return answer->usable;
}

// Whoever sorts the columns that are seen and not the hidden ones would answer
// other questions than those that stand there.
bool AnswerSheets::Agrees(const TableRow& row,
                          const RulingAnswer& answer) const {
  const Layout& layout = store_.program->layout;
  const std::string id = KeyAt(row, plan_.shown_id);
  // A record whose id is no name has one that begins like it.
  const std::string key = CanonicalKey(layout[layout.id].type, id);
  if (!id.empty() && key != answer.record->id &&
      !answer.record->id.starts_with(key + "#")) {
    return false;
  }
  const std::string shown = TextAt(row, plan_.shown_rule);
  const std::string mark = shown.substr(0, shown.find(' '));
  return std::ranges::none_of(store_.program->rules,
                              [&](const CompiledRule& rule) {
                                return rule.id == answer.rule &&
                                       !mark.empty() && RuleMark(rule) != mark;
                              });
}

void AnswerSheets::TakeInputs(const TableRow& row, SheetAnswer* answer) const {
  const bool approves = options_.approve && answer->kind == AnswerKind::kYes;
  const std::string reason = WordIn(row, QueueInput::kReason, answer);
  const std::string text = WordIn(row, QueueInput::kText, answer);
  std::string body = WordIn(row, QueueInput::kBody, answer);
  std::string role = WordIn(row, QueueInput::kRole, answer);
  if (!answer->usable) return;
  if (body.empty()) body = options_.body;
  if (role.empty()) role = options_.role;
  if (!approves) {
    TakeReason(reason, answer);
    TakeWords(QueueInput::kText, text, &answer->row.text, answer);
  }
  TakeBody(body, answer);
  TakeWords(QueueInput::kRole, role, &answer->row.role, answer);
}

// By code or title in any language; empty where it is none, or two.
std::string AnswerSheets::CodeOf(const std::string& word,
                                 const std::vector<NamedCode>& codes) const {
  const std::string folded = store_.tables->folder.Fold(word);
  std::string found;
  for (const NamedCode& one : codes) {
    if (one.code.text == word) return word;
    if (folded.empty() ||
        (!IsHeading(word, one.code.text) && !IsHeading(word, one.title))) {
      continue;
    }
    if (!found.empty()) return {};
    found = one.code.text;
  }
  return found;
}

void AnswerSheets::TakeReason(const std::string& word,
                              SheetAnswer* answer) const {
  const auto& reasons = store_.program->ruling_words.reasons;
  answer->row.reason = CodeOf(word, reasons);
  if (!answer->row.reason.empty()) return;
  Blame(QueueInput::kReason,
        word.empty() ? MakeIssue("A609.answer-lacks", Severity::kError,
                                 {QueueHeading(QueueInput::kReason)})
                     : UnknownWord("A611.answer-reason",
                                   Shorten(Printable(word), kWordShown),
                                   TitlesOf(reasons, lang_)),
        answer);
}

void AnswerSheets::TakeBody(const std::string& word,
                            SheetAnswer* answer) const {
  const auto& bodies = store_.program->ruling_words.bodies;
  answer->row.body = bodies.empty() ? word : CodeOf(word, bodies);
  if (!answer->row.body.empty()) return;
  Blame(QueueInput::kBody,
        word.empty() ? MakeIssue("A609.answer-lacks", Severity::kError,
                                 {QueueHeading(QueueInput::kBody)})
                     : UnknownWord("A612.answer-body",
                                   Shorten(Printable(word), kWordShown),
                                   TitlesOf(bodies, lang_)),
        answer);
}

void AnswerSheets::TakeWords(QueueInput input, const std::string& words,
                             std::string* place, SheetAnswer* answer) const {
  *place = words;
  if (auto fault = session_.CheckWords(QueueHeading(input).In(lang_), words)) {
    Blame(input, *std::move(fault), answer);
  }
}

}  // namespace sigte
