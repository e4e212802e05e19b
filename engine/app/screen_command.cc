#include "engine/app/screen_command.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/audit_rulings.h"
#include "engine/app/audit_session.h"
#include "engine/app/exit_code.h"
#include "engine/app/finding_text.h"
#include "engine/app/log.h"
#include "engine/app/output.h"
#include "engine/app/reply_commands.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/screen_exit.h"
#include "engine/app/screening.h"
#include "engine/app/summary_line.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/app/usage.h"
#include "engine/report/decision_json.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/text_report.h"

namespace sigte {
namespace {

using Clock = std::chrono::steady_clock;

/// Counts for all formats; lines for NDJSON.
class ScreenResult : public JobResult {
 public:
  ScreenResult(const DecisionWriter* writer, const audit::LogTerms* terms,
               std::size_t limit, bool verbose, Lang lang)
      : writer_(writer),
        terms_(terms),
        limit_(limit),
        verbose_(verbose),
        lang_(lang),
        data_(limit, verbose) {}

  void Clear() override {
    lines_.clear();
    remarks_.clear();
    facts_.clear();
    data_ = ReportData(limit_, verbose_);
    file_faults_ = false;
  }

  void BeginJob(const Job& job) override { input_ = job.input; }

  void AddDecision(const Decision& decision) override {
    data_.Add(decision);
    if (terms_ != nullptr) {
      facts_.push_back(audit::MakeRecordFact(decision, *terms_));
    }
    if (writer_ != nullptr) writer_->Append(decision, &lines_);
  }

  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    file_faults_ |= finding.effect == Finding::Effect::kReject;
    data_.AddFileFinding(finding, file);
    if (writer_ != nullptr) remarks_ += FindingText(finding, file, lang_);
  }

  void AddUnreadable(const std::string& file) override {
    data_.AddUnreadable(file);
  }

  const std::string& lines() const { return lines_; }
  const std::string& remarks() const { return remarks_; }
  bool file_faults() const { return file_faults_; }
  std::size_t input() const { return input_; }
  const std::vector<audit::RecordFact>& facts() const { return facts_; }
  ReportData TakeData() { return std::move(data_); }

 private:
  const DecisionWriter* writer_;  // null: a report, no lines
  const audit::LogTerms* terms_;  // null: nothing is logged
  std::size_t limit_;
  bool verbose_;
  Lang lang_;
  std::string lines_;
  std::string remarks_;  // about files, for standard error
  ReportData data_;
  bool file_faults_ = false;
  std::size_t input_ = 0;
  std::vector<audit::RecordFact> facts_;
};

class ScreenCommand {
 public:
  ScreenCommand(const Settings& settings, const ScreenOptions& options)
      : settings_(settings),
        options_(options),
        report_(MostTold(settings), settings.verbose) {}

  int Run() {
    const auto start = Clock::now();
    store_ = OpenRuleset(settings_.rules, settings_.lang);
    if (store_ == nullptr) return kExitFailed;
    shelf_ =
        OpenRulings(*store_, options_.rulings, options_.inputs, settings_.lang);
    if (shelf_ == nullptr || !OpenOutput()) return kExitFailed;
    inputs_ = ListInputs(options_.inputs);
    TellUnlisted();
    if (!OpenLog() || !ScreenAll()) return kExitFailed;
    report_.summary().CheckReconciled();
    const std::chrono::duration<double> taken = Clock::now() - start;
    Log::Info("screened {} files in {:.3f} s", inputs_.paths.size(),
              taken.count());
    WriteReport(taken.count());
    if (!WriteLog()) return kExitFailed;
    if (!output_.Finish()) return CannotWrite();
    return ExitCode();
  }

 private:
  bool is_ndjson() const { return options_.format == ScreenFormat::kNdjson; }

  bool OpenOutput() {
    if (options_.output.empty() || options_.output == "-") return true;
    if (output_.OpenFile(options_.output)) return true;
    CannotWrite();
    return false;
  }

  // What goes to standard output is held back until the log is written.
  bool OpenLog() {
    if (options_.audit.folder.empty()) return true;
    if (!output_.Hold()) {
      CannotWrite();
      return false;
    }
    constexpr std::array kFormats = {"text", "ndjson"};
    constexpr std::array kFailOn = {"invalid", "borderline", "exclude",
                                    "never"};
    session_ = AuditSession::Open(
        options_.audit, settings_.lang, *store_,
        {{"format", kFormats[static_cast<std::size_t>(options_.format)]},
         {"fail_on", kFailOn[static_cast<std::size_t>(options_.fail_on)]},
         {"rulings", static_cast<std::int64_t>(shelf_->book->rulings().size())},
         {"today", shelf_->book->today()}},
        &inputs_);
    return session_ != nullptr;
  }

  // The log goes first. After it only a name, or a copy, is left to be given.
  bool WriteLog() {
    if (session_ == nullptr) return true;
    if (!output_.Prepare()) {
      CannotWrite();
      return false;
    }
    const auto rulings =
        RulingFactsOf(*shelf_->book, report_.rulings().States(*shelf_->book),
                      *store_->program);
    if (!session_->AddRulings(rulings) ||
        !session_->Commit(report_.summary().unreadable().size())) {
      session_->Tell();
      return false;
    }
    if (!settings_.quiet) WriteError(session_->SummaryLine() + "\n");
    return true;
  }

  bool Publish(std::string_view bytes) {
    if (session_ != nullptr) session_->AddOutput(bytes);
    return output_.Write(bytes);
  }

  int CannotWrite() {
    IssueList issues;
    issues.Error("A113.cannot-write", nullptr, {},
                 {options_.output.empty() ? "<stdout>" : options_.output,
                  output_.error()});
    WriteError(IssueText(issues.issues().front(), settings_.lang));
    return kExitFailed;
  }

  void TellUnlisted() {
    for (const Issue& issue : inputs_.issues.issues()) {
      report_.AddUnreadable(issue.args.front().In(settings_.lang));
      WriteError(IssueText(issue, settings_.lang));
    }
  }

  bool ScreenAll() {
    std::unique_ptr<DecisionWriter> writer;
    if (is_ndjson())
      writer = std::make_unique<DecisionWriter>(*store_->program);
    const std::size_t limit = is_ndjson() ? 0 : MostTold(settings_);
    Progress progress(settings_);
    Screening screening(*store_, inputs_, options_.threads);
    std::string why;
    DecideOptions decide;
    decide.rulings = shelf_->book.get();
    const bool kept = screening.Run(
        decide,
        [&] {
          return std::make_unique<ScreenResult>(
              writer.get(), session_ ? &session_->terms() : nullptr, limit,
              settings_.verbose, settings_.lang);
        },
        [&](JobResult& result) {
          return Take(static_cast<ScreenResult&>(result), &progress);
        },
        &progress, &why);
    progress.Erase();
    if (log_failed_) {
      session_->Tell();
      return false;
    }
    if (kept && output_.error().empty()) return true;
    if (kept) {
      CannotWrite();
    } else {
      IssueList issues;
      issues.Error("A114.cannot-spool", nullptr, {}, {why});
      WriteError(IssueText(issues.issues().front(), settings_.lang));
    }
    return false;
  }

  bool Take(ScreenResult& result, Progress* progress) {
    file_faults_ |= result.file_faults();
    if (!result.remarks().empty()) {
      progress->Erase();
      WriteError(result.remarks());
    }
    report_.Merge(result.TakeData());
    log_failed_ =
        session_ != nullptr && !session_->Add(result.input(), result.facts());
    if (log_failed_) return false;
    return result.lines().empty() || Publish(result.lines());
  }

  void WriteReport(double seconds) {
    if (is_ndjson()) {
      if (!settings_.quiet) {
        WriteError(SummaryLine(report_.summary(), settings_.lang) + "\n" +
                   RulingCountLines(CountRulings(), settings_.lang, 0, true));
      }
      return;
    }
    ReportOptions how;
    how.lang = settings_.lang;
    how.color = UseColor(settings_.color, output_.fd());
    const TerminalSize size = SizeOf(output_.fd());
    how.width = size.width;
    how.line_columns = LineColumns(size, 6);
    how.limit = MostTold(settings_);
    how.verbose = settings_.verbose;
    RunFacts facts;
    facts.files = static_cast<std::int64_t>(inputs_.paths.size());
    facts.rulings = CountRulings();
    // Time would make equal runs differ; it is for those who watch.
    if (isatty(output_.fd()) != 0) facts.seconds = seconds;
    Publish(TextReport(report_, *store_->program, how, facts));
  }

  RulingCounts CountRulings() const {
    RulingCounts counts = report_.rulings().Count(*shelf_->book);
    counts.refused_files = shelf_->refused_files;
    return counts;
  }

  int ExitCode() const {
    return ScreenExitCode(report_.summary(),
                          {inputs_.paths.size(), inputs_.issues.issues().size(),
                           file_faults_ || shelf_->refused_files > 0},
                          options_.fail_on);
  }

  const Settings& settings_;
  const ScreenOptions& options_;
  std::unique_ptr<RulesetStore> store_;
  std::unique_ptr<RulingShelf> shelf_;
  std::unique_ptr<AuditSession> session_;  // null: nothing is logged
  bool log_failed_ = false;
  Output output_;
  InputList inputs_;
  ReportData report_;
  bool file_faults_ = false;
};

}  // namespace

int RunScreen(const Settings& settings, const ScreenOptions& options) {
  if (options.inputs.empty()) {
    Usage(settings.lang)
        .Missing("screen", Message(settings.lang, "app.arg.files"));
    return kExitFailed;
  }
  if (options.format == ScreenFormat::kXlsx)
    return RunReturn(settings, options);
  return ScreenCommand(settings, options).Run();
}

}  // namespace sigte
