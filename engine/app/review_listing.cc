// SPDX-License-Identifier: MPL-2.0

// The queue as a list: text, lines, or a workbook to fill in.

#include "engine/app/review_listing.h"

#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>

#include "engine/app/job.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/app/workbook_output.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/report/cases.h"
#include "engine/report/queue_workbook.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

constexpr std::size_t kValueShown = 400;  // letters

/// The words of one question, with nothing in them that must be hidden.
class RowMaker {
 public:
  RowMaker(const RulingBook& book, const Voice& voice)
      : book_(book), voice_(voice) {}

  QueueRow RowOf(const ReviewItem& item) const {
    const CompiledRule& rule = voice_.program.rules[item.file->rule];
    QueueRow row;
    row.group = Shown(GroupTitle(item.decision->group, voice_));
    row.id = Shown(item.decision->id);
    row.title = Shown(RecordTitle(*item.decision, voice_));
    row.amount = item.decision->amount;
    row.rule = Shown(RuleMark(rule) + " " + rule.title.In(voice_.lang));
    row.question = Shown(QuestionText(item, voice_.program).In(voice_.lang));
    row.found = Shown(Found(item));
    row.reads = Shown(Reads(*item.file));
    const AnswerLeads leads = LeadsOf(item, book_);
    row.yes = leads.yes;
    row.no = leads.no;
    item.proposal == kNoIndex ? AddLeads(rule, &row) : AddProposal(item, &row);
    AddKeys(item, rule, &row);
    return row;
  }

 private:
  // Line breaks are ours; all else that steers goes.
  std::string Shown(std::string text) const {
    voice_.program.redaction.Apply(&text);
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (at > 0) out += '\n';
      out += Printable(std::string_view(text).substr(at, end - at));
      at = end + 1;
    }
    return out;
  }

  std::string Found(const ReviewItem& item) const {
    std::string found;
    for (const Reason& reason : item.decision->reasons) {
      if (reason.rule == item.file->rule) found = EvidenceLines(reason, voice_);
    }
    for (const Finding& finding : item.decision->findings) {
      if (finding.rule != item.file->rule) continue;
      if (found.empty()) return FindingWords(finding, voice_.lang);
      if (finding.other) {
        found += "\n" + SeeOther(*finding.other, voice_.lang);
      }
    }
    return found;
  }

  std::string Reads(const CaseFile& file) const {
    std::string out;
    for (const auto& [field, value] : file.reads) {
      if (!out.empty()) out += '\n';
      out += FieldTitle(field, voice_) + ": " +
             CanonicalWords(field, value, kValueShown, voice_);
    }
    return out;
  }

  std::string Leads(MessageKey key, Verdict verdict) const {
    return Message(voice_.lang, key, {VerdictWord(verdict, voice_.lang)});
  }

  void AddLeads(const CompiledRule& rule, QueueRow* row) const {
    const bool check = rule.kind == CompiledKind::kReject ||
                       rule.kind == CompiledKind::kQuestion;
    row->if_yes = Leads(
        check ? MessageKey("review.check-yes") : MessageKey("review.yes-leads"),
        row->yes);
    row->if_no = Leads(
        check ? MessageKey("review.check-no") : MessageKey("review.no-leads"),
        row->no);
  }

  void AddProposal(const ReviewItem& item, QueueRow* row) const {
    const Ruling& ruling = book_.rulings()[item.proposal];
    const RulingWords& words = voice_.program.ruling_words;
    const MessageKey says = ruling.answer ? MessageKey("review.answer-yes")
                                          : MessageKey("review.answer-no");
    row->proposal =
        Shown(Message(voice_.lang, says) + "\n" +
              TitleOf(words.bodies, ruling.by.body).In(voice_.lang) + ", " +
              ruling.by.role + ", " + ruling.by.date + "\n" +
              TitleOf(words.reasons, ruling.reason).In(voice_.lang) + ": " +
              ruling.text);
    row->if_yes = Leads("queue.approve-yes", row->yes);
    row->if_no = Leads("queue.approve-no", row->no);
  }

  void AddKeys(const ReviewItem& item, const CompiledRule& rule,
               QueueRow* row) const {
    const auto at = [&](QueueKey key) -> std::string& {
      return row->keys[static_cast<std::size_t>(key)];
    };
    at(QueueKey::kGroup) = Shown(item.file->record.group);
    at(QueueKey::kId) = Shown(item.file->record.id);
    at(QueueKey::kRule) = rule.id;
    at(QueueKey::kEvidence) = item.file->evidence;
    if (item.proposal != kNoIndex) {
      at(QueueKey::kRuling) = book_.rulings()[item.proposal].id;
    }
  }

  const RulingBook& book_;
  const Voice& voice_;
};

class Listing {
 public:
  Listing(const Settings& settings, const ReviewOptions& options,
          const RulesetStore& store, const RulingShelf& shelf,
          const ReviewQueue& queue, const std::vector<ReviewItem>& items)
      : settings_(settings),
        options_(options),
        store_(store),
        shelf_(shelf),
        queue_(queue),
        items_(items) {}

  bool Write() {
    if (!MayWrite()) return false;
    if (!ToStandardOutput() && !output_.OpenFile(options_.output)) {
      return CannotWrite();
    }
    std::string why;
    const bool written = options_.form == QueueForm::kXlsx
                             ? SendWorkbook(
                                   [this](const auto& path, const auto& scratch,
                                          std::string* fault) {
                                     return Workbook(path, scratch, fault);
                                   },
                                   &output_, &why)
                             : output_.Write(Text());
    if (!written) return CannotWrite(why);
    return output_.Finish() || CannotWrite();
  }

 private:
  bool ToStandardOutput() const {
    return options_.output.empty() || options_.output == kStandardInput;
  }

  bool Refuse(const Issue& issue) const {
    WriteError(IssueText(issue, settings_.lang));
    return false;
  }

  bool CannotWrite(const std::string& why = {}) const {
    return Refuse(WriteFault(output_, options_.output, why));
  }

  bool MayWrite() const {
    const bool workbook = options_.form == QueueForm::kXlsx;
    if (workbook && ToStandardOutput() && isatty(STDOUT_FILENO) != 0) {
      return Refuse(MakeIssue("W110.workbook-to-terminal", Severity::kError));
    }
    if (workbook && items_.size() > kMostQueued) {
      return Refuse(MakeIssue("A630.queue-too-long", Severity::kError,
                              {CountText(kMostQueued)}));
    }
    if (ToStandardOutput()) return true;
    if (!IsInput(options_.output, ListInputs(options_.inputs))) return true;
    return Refuse(
        MakeIssue("W111.output-is-input", Severity::kError, {options_.output}));
  }

  std::string Text() const {
    const Program& program = *store_.program;
    if (options_.form == QueueForm::kNdjson) {
      return QueueRows(items_, queue_, *shelf_.book, program);
    }
    const bool color =
        ToStandardOutput() && UseColor(settings_.color, STDOUT_FILENO);
    std::string text;
    const std::size_t shown = std::min(items_.size(), MostTold(settings_));
    for (std::size_t i = 0; i < shown; ++i) {
      if (!text.empty()) text += "\n";
      text += CaseText(items_[i], queue_, *shelf_.book, program, settings_.lang,
                       color, SizeOf(output_.fd()).width);
    }
    if (text.empty()) {
      return Message(settings_.lang, "review.queue-empty") + "\n";
    }
    if (shown == items_.size()) return text;
    return text + "\n" +
           Message(settings_.lang, "issue.shown-of",
                   {CountText(shown), CountText(items_.size())}) +
           "\n";
  }

  bool Workbook(const std::string& path, const std::string& scratch,
                std::string* why) const {
    const Program& program = *store_.program;
    const Voice voice{program, settings_.lang};
    const RowMaker maker(*shelf_.book, voice);
    QueueBook book;
    book.title = store_.ruleset->title.In(settings_.lang);
    book.lang = settings_.lang;
    book.approve = options_.approve;
    for (const ReviewItem& item : items_)
      book.rows.push_back(maker.RowOf(item));
    return WriteQueue(program, book, scratch, path, why);
  }

  const Settings& settings_;
  const ReviewOptions& options_;
  const RulesetStore& store_;
  const RulingShelf& shelf_;
  const ReviewQueue& queue_;
  const std::vector<ReviewItem>& items_;
  Output output_;
};

}  // namespace

bool ListQueue(const Settings& settings, const ReviewOptions& options,
               const RulesetStore& store, const RulingShelf& shelf,
               const ReviewQueue& queue, const std::vector<ReviewItem>& items) {
  return Listing(settings, options, store, shelf, queue, items).Write();
}

}  // namespace sigte
