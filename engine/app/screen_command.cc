// SPDX-License-Identifier: MPL-2.0

// `sigte screen`: one run, told to every output that was asked for.

#include "engine/app/screen_command.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/app/audit_rulings.h"
#include "engine/app/audit_session.h"
#include "engine/app/exit_code.h"
#include "engine/app/finding_text.h"
#include "engine/app/log.h"
#include "engine/app/output.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/screen_exit.h"
#include "engine/app/screen_outputs.h"
#include "engine/app/screening.h"
#include "engine/app/summary_line.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/app/usage.h"
#include "engine/app/version.h"
#include "engine/base/numbers.h"
#include "engine/report/ruling_blocks.h"

namespace sigte {
namespace {

// Seconds, as "1.250".
std::string WithThousandths(std::chrono::duration<double> time) {
  const long long all = std::llround(time.count() * 1000);
  return std::to_string(all / 1000) + "." +
         std::to_string(1000 + all % 1000).substr(1);
}

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// What every run needs to know, whatever it writes.
struct RunTally {
  Summary summary;
  RulingTally rulings;
  bool file_faults = false;

  void Merge(const RunTally& other) {
    summary.Merge(other.summary);
    rulings.Merge(other.rulings);
    file_faults |= other.file_faults;
  }
};

/// One job's counts, and its fragment for each output.
class ScreenResult : public JobResult {
 public:
  ScreenResult(Fragments fragments, const audit::LogTerms* terms,
               bool keep_remarks, Lang lang)
      : fragments_(std::move(fragments)),
        terms_(terms),
        keep_remarks_(keep_remarks),
        lang_(lang) {}

  void Clear() override {
    tally_ = {};
    remarks_.clear();
    facts_.clear();
  }

  void BeginJob(const Job& job) override {
    input_ = job.input;
    for (const auto& fragment : fragments_) fragment->Begin(job.file);
  }

  void AddDecision(const Decision& decision) override {
    AddRecord(decision, nullptr);
  }

  void AddRecord(const Decision& decision, const Record* record) override {
    tally_.summary.Add(decision);
    tally_.rulings.Add(decision);
    if (terms_ != nullptr) {
      facts_.push_back(audit::MakeRecordFact(decision, *terms_));
    }
    for (const auto& fragment : fragments_) fragment->Add(decision, record);
  }

  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    tally_.file_faults |= finding.effect == Finding::Effect::kReject;
    if (keep_remarks_) remarks_ += FindingText(finding, file, lang_);
    for (const auto& fragment : fragments_) {
      fragment->AddFileFinding(finding, file);
    }
  }

  void AddUnreadable(const std::string& file) override {
    tally_.summary.AddUnreadable(file);
    for (const auto& fragment : fragments_) fragment->AddUnreadable(file);
  }

  void AddEmpty(const std::string& group, const Record& file) override {
    tally_.summary.AddGroup(group);
    for (const auto& fragment : fragments_) fragment->AddEmpty(group, file);
  }

  const Fragments& fragments() const { return fragments_; }
  const RunTally& tally() const { return tally_; }
  const std::string& remarks() const { return remarks_; }
  std::size_t input() const { return input_; }
  const std::vector<audit::RecordFact>& facts() const { return facts_; }

 private:
  Fragments fragments_;
  const audit::LogTerms* terms_;  // null: nothing is logged
  bool keep_remarks_;
  Lang lang_;
  RunTally tally_;
  std::string remarks_;  // about files, for standard error
  std::size_t input_ = 0;
  std::vector<audit::RecordFact> facts_;
};

// Where a step of GitHub Actions may put Markdown for its summary page.
void AddStepSummary(std::vector<OutputChoice>* choices) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  const bool asked =
      std::ranges::any_of(*choices, [](const OutputChoice& choice) {
        return choice.format == FindOutputFormat("github");
      });
  if (!asked || path == nullptr || *path == '\0') return;
  choices->push_back({FindOutputFormat("markdown"), path, true});
}

std::vector<OutputChoice> ChoicesOf(const ScreenOptions& options) {
  std::vector<OutputChoice> choices = options.outputs;
  AddStepSummary(&choices);
  return choices;
}

class ScreenCommand {
 public:
  ScreenCommand(const Settings& settings, const ScreenOptions& options)
      : settings_(settings),
        options_(options),
        outputs_(settings, ChoicesOf(options)) {}

  int Run() {
    const auto start = Clock::now();
    store_ = OpenRuleset(settings_.rules, settings_.lang);
    if (store_ == nullptr) return kExitFailed;
    shelf_ =
        OpenRulings(*store_, options_.rulings, options_.inputs, settings_.lang);
    if (shelf_ == nullptr) return kExitFailed;
    inputs_ = ListInputs(options_.inputs);
    TellPassedOver(inputs_, settings_);
    if (ReplacesInput() || !outputs_.Open()) return kExitFailed;
    outputs_.MakeWriters(*store_->program,
                         store_->ruleset->title.In(settings_.lang),
                         HowToWrite());
    if (!OpenLog() || !TellUnlisted() || !ScreenAll()) return kExitFailed;
    tally_.summary.CheckReconciled();
    const std::chrono::duration<double> taken = Clock::now() - start;
    Log::Info(Message(settings_.lang, "log.screened",
                      {CountText(inputs_.paths.size()),
                       DecimalText(WithThousandths(taken))}));
    TellTotals();
    if (!outputs_.End(Result(), taken.count()) || !WriteLog() ||
        !outputs_.Finish()) {
      return kExitFailed;
    }
    return ExitCode();
  }

 private:
  FormatOptions HowToWrite() const {
    FormatOptions how;
    how.lang = settings_.lang;
    how.verbose = settings_.verbose;
    how.sarif_compat = options_.sarif_compat;
    how.borderline_fails = options_.fail_on == FailOn::kBorderline ||
                           options_.fail_on == FailOn::kExclude;
    how.program_version = VersionNumber();
    std::error_code error;
    how.folder = fs::current_path(error).string();
    return how;
  }

  // The file that was sent stays as it is.
  bool ReplacesInput() const {
    for (const OutputChoice& choice : outputs_.choices()) {
      if (!IsInput(choice.path, inputs_)) continue;
      WriteError(IssueText(
          MakeIssue("W111.output-is-input", Severity::kError, {choice.path}),
          settings_.lang));
      return true;
    }
    return false;
  }

  // What goes to standard output is held back until the log is written.
  bool OpenLog() {
    const std::string& folder = options_.audit.folder;
    if (folder.empty()) return true;
    for (const OutputChoice& choice : outputs_.choices()) {
      const bool is_file = choice.path != "-";
      if (is_file && LiesInLog(choice.path, folder, settings_.lang)) {
        return false;
      }
    }
    if (!outputs_.Hold()) return false;
    constexpr std::array kFailOn = {"invalid", "borderline", "exclude",
                                    "never"};
    session_ = AuditSession::Open(
        options_.audit, settings_.lang, *store_,
        {{"format", outputs_.names()},
         {"fail_on", kFailOn[static_cast<std::size_t>(options_.fail_on)]},
         {"rulings", static_cast<std::int64_t>(shelf_->book->rulings().size())},
         {"today", shelf_->book->today()}},
        &inputs_);
    outputs_.LogTo(session_.get());
    return session_ != nullptr;
  }

  // The log goes first. After it only a name, or a copy, is left to be given.
  bool WriteLog() {
    // Without a log as well: of several files none gets its name where another
    // cannot be written.
    if (session_ == nullptr) {
      return outputs_.choices().size() == 1 || outputs_.Prepare();
    }
    if (!outputs_.Prepare()) return false;
    const auto rulings = RulingFactsOf(
        *shelf_->book, tally_.rulings.States(*shelf_->book), *store_->program);
    if (!session_->AddRulings(rulings) ||
        !session_->Commit(tally_.summary.unreadable().size())) {
      session_->Tell();
      return false;
    }
    if (!settings_.quiet) WriteError(session_->SummaryLine() + "\n");
    return true;
  }

  // A name that leads to no file is a fault of no file's contents. It is told
  // as those are: by the outputs, or where they are for machines, beside them.
  bool TellUnlisted() {
    const Fragments fragments = outputs_.MakeFragments();
    for (const Issue& issue : inputs_.issues.issues()) {
      const std::string name = AsTold(issue.args.front().In(settings_.lang));
      Finding why;
      why.effect = Finding::Effect::kReject;
      why.code = CodeOf(issue.message.name());
      why.slug = SlugOf(issue.message.name());
      why.message = Message(issue.message, issue.args);
      for (std::string& words : why.message.in) words = AsTold(words);
      tally_.summary.AddUnreadable(name);
      for (const auto& fragment : fragments) {
        fragment->Begin(name);
        fragment->AddUnlisted(why, name);
      }
      if (!outputs_.Merge(fragments)) return false;
      unlisted_.push_back(name);
      if (!outputs_.for_people()) {
        WriteError(IssueText(issue, settings_.lang));
      }
    }
    return true;
  }

  bool ScreenAll() {
    Progress progress(settings_);
    Screening screening(*store_, inputs_, options_.threads);
    std::string why;
    DecideOptions decide;
    decide.rulings = shelf_->book.get();
    decide.lines = outputs_.reads_lines();
    const bool kept = screening.Run(
        decide,
        [&] {
          return std::make_unique<ScreenResult>(
              outputs_.MakeFragments(), session_ ? &session_->terms() : nullptr,
              !outputs_.for_people(), settings_.lang);
        },
        [&](JobResult& result) {
          return Take(static_cast<ScreenResult&>(result), &progress);
        },
        &progress, &why);
    progress.Erase();
    if (!kept) {
      WriteError(
          IssueText(MakeIssue("A114.cannot-spool", Severity::kError, {why}),
                    settings_.lang));
    }
    return kept && !failed_;
  }

  bool Take(ScreenResult& result, Progress* progress) {
    if (!result.remarks().empty()) {
      progress->Erase();
      WriteError(result.remarks());
    }
    tally_.Merge(result.tally());
    if (session_ != nullptr && !session_->Add(result.input(), result.facts())) {
      progress->Erase();
      session_->Tell();
      failed_ = true;
    }
    if (failed_) return false;
    failed_ = !outputs_.Merge(result.fragments());
    return !failed_;
  }

  // Where no output tells them.
  void TellTotals() const {
    if (outputs_.for_people() || settings_.quiet) return;
    WriteError(SummaryLine(tally_.summary, settings_.lang) + "\n" +
               RulingCountLines(CountRulings(), settings_.lang, 0, true));
  }

  RunResult Result() const {
    RunResult result{tally_.summary, CountRulings(), unlisted_, ExitCode(), {}};
    for (const std::string& path : inputs_.paths) {
      result.files.push_back(InputName(path));
    }
    return result;
  }

  RulingCounts CountRulings() const {
    RulingCounts counts = tally_.rulings.Count(*shelf_->book);
    counts.refused_files = shelf_->refused_files;
    return counts;
  }

  int ExitCode() const {
    return ScreenExitCode(tally_.summary,
                          {inputs_.paths.size(), inputs_.issues.issues().size(),
                           tally_.file_faults || shelf_->refused_files > 0},
                          options_.fail_on);
  }

  const Settings& settings_;
  const ScreenOptions& options_;
  ScreenOutputs outputs_;
  const RulesetStore* store_ = nullptr;
  std::unique_ptr<RulingShelf> shelf_;
  std::unique_ptr<AuditSession> session_;  // null: nothing is logged
  InputList inputs_;
  std::vector<std::string> unlisted_;  // names that led to no file
  RunTally tally_;
  bool failed_ = false;  // and why was said
};

}  // namespace

int RunScreen(const Settings& settings, const ScreenOptions& options) {
  if (options.inputs.empty()) {
    Usage(settings.lang, "screen")
        .Missing(Message(settings.lang, "app.arg.files"));
    return kExitFailed;
  }
  return ScreenCommand(settings, options).Run();
}

}  // namespace sigte
