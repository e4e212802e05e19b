// SPDX-License-Identifier: MPL-2.0

// `sigte review`: the queue as a list, as a dialogue, or with answers from a
// pipe or a file.

#include "engine/app/review_command.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "engine/app/answer_faults.h"
#include "engine/app/exit_code.h"
#include "engine/app/job.h"
#include "engine/app/line_input.h"
#include "engine/app/output.h"
#include "engine/app/review_dialog.h"
#include "engine/app/review_listing.h"
#include "engine/app/review_sheet.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/date.h"
#include "engine/base/json_writer.h"
#include "engine/base/system_words.h"
#include "engine/base/utf8.h"
#include "engine/read/workbook.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

class ReviewCommand {
 public:
  ReviewCommand(const Settings& settings, const ReviewOptions& options)
      : settings_(settings), options_(options) {}

  int Run() {
    store_ = OpenRuleset(settings_.rules, settings_.lang);
    if (store_ == nullptr || !MayAnswer()) return kExitFailed;
    RulingOptions rulings = options_.rulings;
    rulings.may_be_new = true;
    shelf_ = OpenRulings(*store_, rulings, options_.inputs, settings_.lang);
    if (shelf_ == nullptr) return kExitFailed;
    ReviewQueue queue(*store_, *shelf_);
    if (!ReadQueue(&queue)) return kExitFailed;
    ReviewSession session(*store_, *shelf_, queue, options_);
    session_ = &session;
    if (const auto fault = session.Unusable()) return Refuse(*fault);
    if (options_.list) return List(queue);
    if (options_.import.empty() && isatty(STDIN_FILENO) != 0) {
      return Talk(queue);
    }
    return TakeAnswers();
  }

 private:
  int Refuse(const Issue& issue) const {
    WriteError(IssueText(issue, settings_.lang));
    return kExitFailed;
  }

  bool MayAnswer() const {
    if (!options_.review_by.empty() && !IsIsoDate(options_.review_by)) {
      Refuse(MakeIssue("A601.bad-date", Severity::kError,
                       {"--review-by", options_.review_by}));
      return false;
    }
    if (options_.list) return true;
    const bool takes_input =
        std::ranges::find(options_.inputs, kStandardInput) !=
            options_.inputs.end() &&
        (options_.import.empty() || options_.import == kStandardInput);
    if (takes_input) {
      Refuse(MakeIssue("A619.answers-from-input", Severity::kError));
      return false;
    }
    if (!store_->program->ruling_words.reasons.empty()) return true;
    Refuse(MakeIssue("A620.no-reasons", Severity::kError));
    return false;
  }

  bool ReadQueue(ReviewQueue* queue) {
    InputList inputs = ListInputs(options_.inputs);
    // Answers that lie beside the submissions are none.
    std::erase_if(inputs.paths, [&](const std::string& path) {
      std::error_code error;
      return std::filesystem::equivalent(path, options_.import, error);
    });
    WriteError(IssuesText(inputs.issues, settings_.lang));
    TellPassedOver(inputs, settings_);
    bool readable = inputs.paths.empty();
    for (const std::string& path : inputs.paths) {
      readable |= path == kStandardInput || access(path.c_str(), R_OK) == 0;
      if (path == kStandardInput || access(path.c_str(), R_OK) == 0) continue;
      LocalText why;
      OpenInput(path, &why);
      Refuse(MakeIssue("A110.unreadable-file", Severity::kError, {path, why}));
      unreadable_ = true;
    }
    unreadable_ |= !inputs.issues.empty();
    std::string why;
    if (!queue->Read(inputs, options_.threads, settings_, &why)) {
      Refuse(MakeIssue("A114.cannot-spool", Severity::kError, {why}));
      return false;
    }
    return readable && !(inputs.paths.empty() && unreadable_);
  }

  int ExitCode() const {
    const bool blocked = unreadable_ || shelf_->refused_files > 0 ||
                         session_->counts().refused > 0;
    return blocked ? kExitBlocked : kExitOk;
  }

  int List(const ReviewQueue& queue) {
    return ListQueue(settings_, options_, *store_, *shelf_, queue,
                     session_->items())
               ? ExitCode()
               : kExitFailed;
  }

  int Talk(const ReviewQueue& queue) {
    if (session_->items().empty()) {
      WriteError(Message(settings_.lang, "review.queue-empty") + "\n");
      return ExitCode();
    }
    if (!ReviewAtTerminal(settings_, options_, *store_, *shelf_, queue,
                          session_)) {
      return kExitFailed;
    }
    SayCounts();
    return ExitCode();
  }

  int TakeAnswers() {
    int fd = STDIN_FILENO;
    name_ = std::string(kStandardInputName);
    faults_.emplace(settings_, store_->program->redaction);
    LocalText why;
    if (!options_.import.empty() && options_.import != kStandardInput) {
      fd = OpenInput(options_.import, &why);
      name_ = options_.import;
    }
    std::string beginning;
    if (fd < 0 || !ReadBeginning(fd, &beginning, &why)) {
      return Refuse(
          MakeIssue("A110.unreadable-file", Severity::kError, {name_, why}));
    }
    switch (SignatureOf(beginning)) {
      case FileSignature::kZip: TakeSheets(fd, beginning); break;
      case FileSignature::kCompoundFile:
        RefuseAt(Printable(name_),
                 MakeIssue("D338.old-or-locked", Severity::kError));
        well_ = false;
        break;
      case FileSignature::kPacked:
        RefuseAt(Printable(name_),
                 MakeIssue("D395.packed-file", Severity::kError,
                           {std::string(PackerOf(beginning))}));
        well_ = false;
        break;
      case FileSignature::kOther:
        if (IsQueueAsText(beginning)) {
          RefuseAt(Printable(name_),
                   MakeIssue("A646.queue-as-text", Severity::kError));
          well_ = false;
        } else {
          TakeLines(fd, std::move(beginning));
        }
        break;
    }
    if (fd != STDIN_FILENO) close(fd);
    faults_->End();
    if (!well_) return kExitFailed;
    SayCounts();
    return ExitCode();
  }

  // As much as comes at once, but enough to tell a workbook: answers from a
  // pipe are carried out as they come.
  static bool ReadBeginning(int fd, std::string* beginning, LocalText* why) {
    constexpr std::size_t kSignature = 8;
    std::array<char, 4096> bytes;
    while (beginning->empty() ||
           (beginning->size() < kSignature && (*beginning)[0] != '{')) {
      const ssize_t got = read(fd, bytes.data(), bytes.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) *why = SystemText(errno);
      if (got <= 0) return got == 0;
      beginning->append(bytes.data(), static_cast<std::size_t>(got));
    }
    return true;
  }

  void TakeLines(int fd, std::string beginning) {
    beginning.erase(0, ByteOrderMark(beginning));
    LineInput input(fd, std::move(beginning));
    std::string line;
    bool goes_on = true;
    while (goes_on && well_ && input.Next(&line)) {
      if (line.find_first_not_of(" \t") == std::string::npos) continue;
      goes_on = TakeLine(line, input.number());
    }
  }

  // A workbook is read here and there, which a pipe does not allow.
  void TakeSheets(int fd, const std::string& beginning) {
    if (lseek(fd, 0, SEEK_SET) == 0) return TakeSheetsOf(fd);
    const SpooledInput kept = SpoolPipe(fd, beginning);
    if (kept.fd < 0) {
      Refuse(MakeIssue("A110.unreadable-file", Severity::kError,
                       {name_, kept.why}));
      well_ = false;
      return;
    }
    TakeSheetsOf(kept.fd);
    close(kept.fd);
  }

  void TakeSheetsOf(int fd) {
    AnswerSheets sheets(*store_, *session_, options_, name_, settings_.lang);
    SheetAnswer answer;
    const bool opened = sheets.Open(fd);
    while (opened && well_ && sheets.Next(&answer)) TakeRow(answer);
    if (!sheets.fault()) return;
    RefuseAt(sheets.fault()->place, sheets.fault()->issue);
    well_ = false;
  }

  void TakeRow(const SheetAnswer& answer) {
    for (const PlacedIssue& fault : answer.faults) {
      RefuseAt(fault.place, fault.issue);
    }
    if (!answer.usable) return;
    const auto fault = Carry(answer.row, answer.kind);
    if (!fault) return;
    if (fault->message == MessageKey("A604.cannot-write-ruling")) {
      well_ = false;
    }
    RefuseAt(answer.place, *fault);
  }

  void RefuseAt(const std::string& place, const Issue& issue) {
    faults_->Tell(issue, place);
    if (issue.severity == Severity::kError) session_->Refuse();
  }

  // False after a quit.
  bool TakeLine(const std::string& line, std::size_t number) {
    // The line where it stands, so that places are right.
    std::string shown = std::string(number - 1, '\n') + line;
    store_->program->redaction.Apply(&shown);
    const Source source(name_, std::move(shown));
    const std::size_t offset = number - 1;
    IssueList issues;
    const auto row =
        ReadAnswerRow(line, *store_->program, source, offset, &json_, &issues);
    if (!row) {
      RefuseLine(issues.issues().front());
      return true;
    }
    if (row->answer.empty()) return true;  // a row that was left blank
    const auto kind = AnswerOf(row->answer);
    if (!kind) {
      RefuseLine(
          At(MakeIssue("A607.unknown-answer", Severity::kError, {row->answer}),
             source, offset, *row));
      return true;
    }
    if (*kind == AnswerKind::kQuit) return false;
    if (auto fault = Carry(*row, *kind)) {
      // A disk that takes no file is nobody's answer.
      if (fault->message == MessageKey("A604.cannot-write-ruling")) {
        well_ = false;
      }
      RefuseLine(At(std::move(*fault), source, offset, *row));
    }
    return true;
  }

  static Issue At(Issue issue, const Source& source, std::size_t offset,
                  const RulingAnswer& row) {
    issue.source = &source;
    const auto part = row.spans.find(PartOf(issue));
    issue.span = part == row.spans.end() ? Span{offset, source.text().size()}
                                         : part->second;
    return issue;
  }

  void RefuseLine(const Issue& issue) { RefuseAt({}, issue); }

  std::optional<Issue> Carry(const RulingAnswer& row, AnswerKind kind) {
    Issue fault = MakeIssue("A608.not-asked", Severity::kError);
    const auto item = session_->Find(row, kind, &fault);
    if (!item) return fault;
    std::string path;
    std::string id;
    if (kind == AnswerKind::kSkip) {
      session_->Skip(*item);
    } else if (auto wrong = session_->Answer(*item, row, kind, &path, &id)) {
      return wrong;
    }
    Tell(session_->items()[*item], kind, path, id);
    return std::nullopt;
  }

  void Tell(const ReviewItem& item, AnswerKind kind, const std::string& path,
            const std::string& id) {
    std::string out;
    JsonWriter json(&out);
    json.BeginObject();
    json.Key("record");
    json.String(RecordName(*item.decision));
    json.Key("rule");
    json.String(store_->program->rules[item.file->rule].id);
    json.Key("answer");
    json.String(kind == AnswerKind::kSkip  ? "skip"
                : kind == AnswerKind::kYes ? "yes"
                                           : "no");
    json.Key("ruling");
    id.empty() ? json.Null() : json.String(id);
    json.Key("file");
    path.empty() ? json.Null() : json.String(path);
    json.EndObject();
    well_ = WriteAll(STDOUT_FILENO, out + "\n");
  }

  void SayCounts() const {
    if (settings_.quiet) return;
    const ReviewCounts& counts = session_->counts();
    const auto number = [&](std::int64_t n) {
      return GroupedNumber(settings_.lang, n);
    };
    WriteError(Message(settings_.lang, "review.done",
                       {number(counts.written), number(counts.approved),
                        number(counts.skipped),
                        number(static_cast<std::int64_t>(session_->open()))}) +
               "\n");
  }

  const Settings& settings_;
  const ReviewOptions& options_;
  const RulesetStore* store_ = nullptr;
  std::unique_ptr<RulingShelf> shelf_;
  ReviewSession* session_ = nullptr;
  std::optional<AnswerFaults> faults_;
  JsonReader json_;
  std::string name_;
  bool unreadable_ = false;
  bool well_ = true;
};

}  // namespace

int RunReview(const Settings& settings, const ReviewOptions& options) {
  const Usage usage(settings.lang, "review");
  if (options.inputs.empty()) {
    usage.Missing(Message(settings.lang, "app.arg.files"));
    return kExitFailed;
  }
  if (options.list && !options.import.empty()) {
    usage.Excludes("--list", "--import");
    return kExitFailed;
  }
  if (!options.list && !options.output.empty()) {
    usage.NeedsOther("--output", "--list");
    return kExitFailed;
  }
  if (options.independent && options.body.empty()) {
    usage.Missing("--body");
    return kExitFailed;
  }
  return ReviewCommand(settings, options).Run();
}

}  // namespace sigte
