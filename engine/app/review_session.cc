// SPDX-License-Identifier: MPL-2.0

#include "engine/app/review_session.h"

#include <algorithm>
#include <utility>

#include "engine/app/job.h"
#include "engine/app/ruling_files.h"
#include "engine/base/ascii.h"
#include "engine/base/canonical_text.h"
#include "engine/base/date.h"
#include "engine/base/issue_hint.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/report/words.h"
#include "engine/rule/ruling_loader.h"
#include "engine/rule/ruling_text.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxPart = 40;       // of a name in an id
constexpr std::size_t kMaxWords = 10'000;  // bytes of a text
constexpr int kMaxNumber = 10'000;

Issue Fault(MessageKey key, std::vector<LocalText> args = {}) {
  return MakeIssue(key, Severity::kError, std::move(args));
}

// Small letters, digits and '-': a file's name wherever it goes.
std::string IdPart(std::string_view text) {
  std::string part;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool plain = (c >= 'a' && c <= 'z') || IsDigit(c) || c == '_';
    if (plain) {
      part.push_back(c);
    } else if (!part.empty() && part.back() != '-') {
      part.push_back('-');
    }
    if (part.size() == kMaxPart) break;
  }
  while (!part.empty() && (part.back() == '-' || part.back() == '_')) {
    part.pop_back();
  }
  return part.empty() ? "x" : part;
}

std::string IdBeginning(const Ruling& ruling) {
  std::string id = "r";
  if (!ruling.record.group.empty()) id += "-" + IdPart(ruling.record.group);
  return id + "-" + IdPart(ruling.record.id) + "-" + IdPart(ruling.rule) + "-";
}

// One line, as it will stand in the file.
std::string RulingLine(const std::string& words) {
  std::string line = CanonicalText(words);
  std::ranges::replace(line, '\n', ' ');
  return Printable(line);
}

bool IsListed(const std::string& code, const std::vector<NamedCode>& codes) {
  return std::ranges::any_of(
      codes, [&](const NamedCode& one) { return one.code.text == code; });
}

Issue Unlisted(MessageKey key, const std::string& code,
               const std::vector<NamedCode>& codes) {
  std::vector<std::string> known;
  for (const NamedCode& one : codes) known.push_back(one.code.text);
  return UnknownNameIssue(key, nullptr, {}, code, known);
}

}  // namespace

std::string ItemName(const ReviewItem& item, const Program& program) {
  return RecordName(*item.decision) + " " +
         RuleMark(program.rules[item.file->rule]);
}

ReviewSession::ReviewSession(const RulesetStore& store,
                             const RulingShelf& shelf, const ReviewQueue& queue,
                             const ReviewOptions& options)
    : store_(store),
      shelf_(shelf),
      options_(options),
      items_(options.approve       ? queue.Proposals()
             : options.independent ? queue.QuestionsFor(options.body)
                                   : queue.OpenQuestions()),
      standing_(*shelf.book) {
  // A body does not approve its own: it need not look at them.
  if (options.approve && !options.body.empty()) {
    std::erase_if(items_, [&](const ReviewItem& item) {
      return shelf.book->rulings()[item.proposal].by.body == options.body;
    });
  }
  states_.resize(items_.size(), ItemState::kOpen);
  for (const Ruling& ruling : shelf.book->rulings()) ids_.insert(ruling.id);
}

std::size_t ReviewSession::NextOpen(std::size_t from) const {
  while (from < items_.size() && states_[from] != ItemState::kOpen) ++from;
  return from;
}

std::size_t ReviewSession::open() const {
  return static_cast<std::size_t>(
      std::ranges::count(states_, ItemState::kOpen));
}

bool ReviewSession::IsMeant(const ReviewItem& item,
                            const RulingAnswer& row) const {
  const CompiledRule& rule = store_.program->rules[item.file->rule];
  if (item.proposal != kNoIndex && !row.ruling.empty()) {
    return shelf_.book->rulings()[item.proposal].id == row.ruling;
  }
  return row.record && item.file->record == *row.record &&
         (row.rule.empty() || rule.id == row.rule || rule.code == row.rule);
}

std::optional<Issue> ReviewSession::SeveralMeant(
    const RulingAnswer& row, const std::string& name) const {
  if (!options_.approve || !row.ruling.empty()) return std::nullopt;
  std::string proposals;
  std::size_t meant = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (IsDone(states_[i]) || !IsMeant(items_[i], row)) continue;
    proposals += (meant++ == 0 ? "" : ", ") +
                 shelf_.book->rulings()[items_[i].proposal].id;
  }
  if (meant <= 1) return std::nullopt;
  return Fault("A622.several-proposals", {Printable(name), proposals});
}

Issue ReviewSession::SayWhyNotAsked(const RulingAnswer& row, AnswerKind kind,
                                    const std::string& name,
                                    bool settled) const {
  const std::string& body = row.body.empty() ? options_.body : row.body;
  if (auto said = standing_.SayOf(row, kind, body, options_.approve, name)) {
    return *std::move(said);
  }
  if (!settled) return Fault("A608.not-asked", {Printable(name)});
  return MakeIssue("A644.record-settled", Severity::kNote, {Printable(name)});
}

std::optional<std::size_t> ReviewSession::Find(const RulingAnswer& row,
                                               AnswerKind kind,
                                               Issue* fault) const {
  if (!row.record && row.ruling.empty()) {
    const std::size_t next = NextOpen(0);
    if (next < items_.size()) return next;
    *fault = Fault("A608.not-asked", {"?"});
    return std::nullopt;
  }
  std::string name = row.ruling;
  if (row.record) {
    const RecordKey& key = *row.record;
    name = (key.group.empty() ? "" : key.group + "/") + key.id;
    if (!row.rule.empty()) name += " " + row.rule;
  }
  if (auto several = SeveralMeant(row, name)) {
    *fault = *std::move(several);
    return std::nullopt;
  }
  bool settled = false;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!IsMeant(items_[i], row)) continue;
    if (!IsDone(states_[i])) return i;
    settled |= states_[i] == ItemState::kSettled;
  }
  *fault = SayWhyNotAsked(row, kind, name, settled);
  return std::nullopt;
}

std::optional<Issue> ReviewSession::CheckReason(
    const std::string& reason) const {
  const auto& reasons = store_.program->ruling_words.reasons;
  if (reason.empty()) return Fault("A609.answer-lacks", {"reason"});
  if (IsListed(reason, reasons)) return std::nullopt;
  return Unlisted("A611.answer-reason", reason, reasons);
}

std::optional<Issue> ReviewSession::CheckBody(const std::string& body) const {
  const auto& bodies = store_.program->ruling_words.bodies;
  if (body.empty()) return Fault("A609.answer-lacks", {"body"});
  if (bodies.empty() || IsListed(body, bodies)) return std::nullopt;
  return Unlisted("A612.answer-body", body, bodies);
}

std::optional<Issue> ReviewSession::CheckWords(const std::string& key,
                                               const std::string& words) const {
  const std::string line = RulingLine(words);
  if (line.empty()) return Fault("A609.answer-lacks", {key});
  if (line.size() > kMaxWords) {
    return Fault("A621.answer-too-long", {key, CountText(kMaxWords)});
  }
  const Redaction& redaction = store_.program->redaction;
  if (redaction.HidesIn(words) || redaction.HidesIn(line)) {
    return Fault("A613.answer-private", {key});
  }
  return std::nullopt;
}

std::optional<Issue> ReviewSession::CheckDate(
    const std::string& review_by) const {
  const std::string& today = shelf_.book->today();
  if (IsIsoDate(review_by) && review_by >= today) return std::nullopt;
  return Fault("A614.answer-date", {Printable(review_by), today});
}

std::optional<Issue> ReviewSession::Unusable() const {
  if (!options_.body.empty()) {
    if (auto fault = CheckBody(options_.body)) return fault;
  }
  if (options_.review_by.empty()) return std::nullopt;
  return CheckDate(options_.review_by);
}

// Fills in what the command line said, and looks at every part.
std::optional<Issue> ReviewSession::Complete(RulingAnswer* row,
                                             bool approves) const {
  if (row->body.empty()) row->body = options_.body;
  if (row->role.empty()) row->role = options_.role;
  if (row->review_by.empty()) row->review_by = options_.review_by;
  if (row->review_by.empty()) {
    row->review_by = YearAfter(shelf_.book->today());
  }
  if (auto fault = CheckBody(row->body)) return fault;
  if (auto fault = CheckWords("role", row->role)) return fault;
  if (approves) return std::nullopt;
  if (auto fault = CheckReason(row->reason)) return fault;
  if (auto fault = CheckWords("text", row->text)) return fault;
  return CheckDate(row->review_by);
}

std::optional<Issue> ReviewSession::Answer(std::size_t item,
                                           const RulingAnswer& row,
                                           AnswerKind kind, std::string* path,
                                           std::string* id) {
  const ReviewItem& asked = items_[item];
  RulingAnswer whole = row;
  const bool approves = asked.proposal != kNoIndex && kind == AnswerKind::kYes;
  if (auto fault = Complete(&whole, approves)) return fault;
  if (!row.evidence.empty() && row.evidence != asked.file->evidence) {
    return Fault("A610.answer-stale",
                 {Printable(ItemName(asked, *store_.program))});
  }
  bool answer = kind == AnswerKind::kYes;
  std::optional<Issue> fault;
  if (asked.proposal != kNoIndex) {
    const Ruling& proposal = shelf_.book->rulings()[asked.proposal];
    if (proposal.by.body == whole.body) {
      return Fault("A615.own-proposal", {whole.body, proposal.id});
    }
    answer = !proposal.answer;  // to the contrary
    *id = proposal.id;
    if (!approves) fault = RefusedBefore(asked, whole);
    if (fault) return fault;
  }
  fault = approves ? Approve(asked, whole, path)
                   : Write(asked, RulingOf(asked, whole, answer), path, id);
  if (fault) return fault;
  ++(approves ? counts_.approved : counts_.written);
  Settle(item, kind);
  return std::nullopt;
}

// A body does not say twice that it is of another mind.
std::optional<Issue> ReviewSession::RefusedBefore(
    const ReviewItem& item, const RulingAnswer& row) const {
  RulingAnswer named;
  named.ruling = shelf_.book->rulings()[item.proposal].id;
  return standing_.SayOf(named, AnswerKind::kNo, row.body, true,
                         ItemName(item, *store_.program));
}

void ReviewSession::Skip(std::size_t item) {
  states_[item] = ItemState::kSkipped;
  ++counts_.skipped;
}

void ReviewSession::Settle(std::size_t item, AnswerKind kind) {
  if (states_[item] == ItemState::kSkipped) --counts_.skipped;
  states_[item] = ItemState::kAnswered;
  const ReviewItem& asked = items_[item];
  if (asked.proposal != kNoIndex) return;
  const Verdict verdict =
      kind == AnswerKind::kYes ? asked.file->if_true : asked.file->if_false;
  if (verdict == Verdict::kBorderline) return;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].decision == asked.decision && i != item &&
        !IsDone(states_[i])) {
      states_[i] = ItemState::kSettled;
    }
  }
}

Ruling ReviewSession::RulingOf(const ReviewItem& item, const RulingAnswer& row,
                               bool answer) const {
  Ruling ruling;
  ruling.record = item.file->record;
  ruling.rule = store_.program->rules[item.file->rule].id;
  ruling.answer = answer;
  ruling.reason = row.reason;
  ruling.text = RulingLine(row.text);
  ruling.by = {row.body, RulingLine(row.role), shelf_.book->today()};
  ruling.review_by = row.review_by;
  ruling.evidence = item.file->evidence;
  ruling.supersedes = item.file->supersedes;
  return ruling;
}

// The first number that is free; a file of that name stays as it is.
std::optional<Issue> ReviewSession::Write(const ReviewItem& item, Ruling ruling,
                                          std::string* path, std::string* id) {
  const std::string folder = RulingFolderFor(
      options_.rulings.folder, options_.inputs, item.decision->file);
  std::string why;
  if (folder.empty() || !MakeFolder(folder, &why)) {
    return Fault("A604.cannot-write-ruling", {Printable(folder), why});
  }
  const std::string beginning = IdBeginning(ruling);
  for (int n = 1; n <= kMaxNumber; ++n) {
    ruling.id = beginning + std::to_string(n);
    if (ids_.contains(ruling.id)) continue;
    *path = folder + "/" + ruling.id + ".yaml";
    const std::string text = RulingText(ruling, store_.program->layout);
    if (!ReadsBack(text, false)) return Fault("A637.no-ruling-holds-it", {});
    switch (WriteNewFile(*path, text, &why)) {
      case Written::kYes:
        ids_.insert(ruling.id);
        standing_.AddWritten(ruling);
        *id = ruling.id;
        return std::nullopt;
      case Written::kNotMine: continue;
      case Written::kFailed: break;
    }
    break;
  }
  return Fault("A604.cannot-write-ruling", {Printable(folder), why});
}

std::optional<Issue> ReviewSession::Approve(const ReviewItem& item,
                                            const RulingAnswer& row,
                                            std::string* path) {
  const Ruling& proposal = shelf_.book->rulings()[item.proposal];
  *path = proposal.source->name();
  const std::string before(proposal.source->text());
  const std::string after =
      before + ApprovalLines(before, {row.body, RulingLine(row.role),
                                      shelf_.book->today()});
  if (!ReadsBack(after, true)) {
    return Fault("A617.cannot-append", {Printable(*path)});
  }
  std::string why;
  switch (ReplaceFile(*path, before, after, &why)) {
    case Written::kYes:
      standing_.AddApproval(proposal.id, row.body);
      return std::nullopt;
    case Written::kNotMine:
      return Fault("A616.ruling-changed", {Printable(*path)});
    case Written::kFailed: break;
  }
  return Fault("A604.cannot-write-ruling", {Printable(*path), why});
}

// Nothing is written that would not be understood.
bool ReviewSession::ReadsBack(const std::string& text, bool approved) const {
  FileSet files;
  files.Add("ruling.yaml", text);
  IssueList issues;
  const Program& program = *store_.program;
  const std::vector<Ruling> read = LoadRulings(
      files, {program.layout, program.ruling_words, program.redaction},
      &issues);
  return read.size() == 1 && read.front().approved.has_value() == approved;
}

}  // namespace sigte
