// SPDX-License-Identifier: MPL-2.0

#include "engine/app/hook_run.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/hook_files.h"
#include "engine/app/output.h"
#include "engine/app/screen_exit.h"
#include "engine/app/screening.h"
#include "engine/app/telling.h"
#include "engine/report/output_format.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

bool Blocks(Remark::Grade grade, FailOn fail_on) {
  switch (grade) {
    case Remark::Grade::kError: return fail_on != FailOn::kNever;
    case Remark::Grade::kReview:
      return fail_on == FailOn::kBorderline || fail_on == FailOn::kExclude;
    case Remark::Grade::kLeftOut: return fail_on == FailOn::kExclude;
    case Remark::Grade::kWarning:
    case Remark::Grade::kNote:
    case Remark::Grade::kSettled: return false;
  }
  return false;
}

/// What blocks of one job, made on the worker's thread.
class HookJob : public JobResult {
 public:
  HookJob(const RemarkContext& context, FailOn fail_on)
      : context_(context), fail_on_(fail_on) {}

  void Clear() override {
    found_.clear();
    groups_.clear();
    summary_ = Summary();
    file_faults_ = false;
  }
  void BeginJob(const Job& job) override { file_ = job.file; }
  void AddDecision(const Decision& decision) override {
    summary_.Add(decision);
    if (!decision.group.empty()) {
      groups_.try_emplace(decision.group,
                          RemarkAt(decision, Remark::Grade::kError));
    }
    for (const Remark& remark : RemarksOf(decision, context_)) {
      if (Blocks(remark.grade, fail_on_)) Tell(remark);
    }
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    if (finding.effect != Finding::Effect::kReject) return;
    file_faults_ = true;
    Tell(RemarkOf(finding, file, context_));
  }
  void AddUnreadable(const std::string& file) override {
    summary_.AddUnreadable(file);
  }

  std::vector<std::string>& found() { return found_; }
  const std::map<std::string, Remark>& groups() const { return groups_; }
  const Summary& summary() const { return summary_; }
  const std::string& file() const { return file_; }
  bool file_faults() const { return file_faults_; }

 private:
  void Tell(const Remark& remark) {
    found_.push_back(RemarkLine(remark, context_.options.lang, false));
  }

  const RemarkContext& context_;
  FailOn fail_on_;
  std::string file_;
  std::vector<std::string> found_;
  std::map<std::string, Remark> groups_;  // where each begins
  Summary summary_;
  bool file_faults_ = false;
};

class HookRun {
 public:
  HookRun(const HookInputs& hook_inputs, const Invocation& invocation,
          HookResult* result)
      : places_(hook_inputs.places),
        unlisted_(hook_inputs.unlisted),
        invocation_(invocation),
        settings_(invocation.settings),
        fail_on_(invocation.screen.fail_on),
        result_(*result) {}

  void Run(const std::vector<std::string>& files) {
    if (!Screen(files)) {
      result_.code = kExitFailed;
      return;
    }
    const int code = ScreenExitCode(
        summary_,
        {inputs_.paths.size(), inputs_.issues.issues().size(), faults_},
        fail_on_);
    result_.code = std::max(result_.code, code);
    result_.summary.Merge(summary_);
  }

 private:
  bool Screen(const std::vector<std::string>& files) {
    store_ = OpenRuleset(settings_.rules, settings_.lang);
    if (store_ == nullptr) return false;
    inputs_ = ListInputs(files);
    for (const Issue& issue : unlisted_.issues()) inputs_.issues.Add(issue);
    for (const Issue& issue : inputs_.issues.issues()) {
      summary_.AddUnreadable(AsTold(issue.args.front().In(settings_.lang)));
      WriteError(IssueText(issue, settings_.lang));
    }
    std::erase_if(inputs_.paths, [this](const std::string& path) {
      return IsSomethingElse(path);
    });
    if (inputs_.paths.empty() && places_.empty()) return true;
    const auto shelf = OpenRulings(*store_, invocation_.hook.rulings,
                                   RulingPlaces(), settings_.lang);
    if (shelf == nullptr) return false;
    faults_ = shelf->refused_files > 0;
    return inputs_.paths.empty() || ScreenWith(*shelf->book);
  }

  // The rulings of a folder of inputs hold for all that lies below it.
  std::vector<std::string> RulingPlaces() const {
    std::vector<std::string> places = inputs_.paths;
    places.insert(places.end(), places_.begin(), places_.end());
    const ConfigurationFile* file = invocation_.configuration_file.get();
    if (file == nullptr) return places;
    for (const SpannedText& input : file->values.inputs) {
      const std::string path =
          PathWithin(*file, input.text, invocation_.configuration.staged);
      if (IsFolder(path)) places.push_back(path);
    }
    return places;
  }

  bool IsSomethingElse(const std::string& path) const {
    const ConfigurationFile* file = invocation_.configuration_file.get();
    const StagedPlace& staged = invocation_.configuration.staged;
    if (file != nullptr && CoversInput(*file, path, staged)) return false;
    if (LookAt(path, *store_) != FileLook::kOther) return false;
    if (settings_.verbose) {
      WriteError(Message(settings_.lang, "hook.no-submission", {path}) + "\n");
    }
    return true;
  }

  bool ScreenWith(const RulingBook& book) {
    FormatOptions options;
    options.lang = settings_.lang;
    options.show_values = invocation_.hook.show_values;
    const RemarkContext context(*store_->program, options);
    Progress progress(settings_);
    Screening screening(*store_, inputs_, invocation_.hook.threads);
    DecideOptions decide;
    decide.rulings = &book;
    decide.lines = false;  // its lines name places and quote none
    std::string why;
    const bool kept = screening.Run(
        decide, [&] { return std::make_unique<HookJob>(context, fail_on_); },
        [&](JobResult& job) {
          Take(static_cast<HookJob&>(job));
          return true;
        },
        &progress, &why);
    progress.Erase();
    if (kept) return true;
    WriteError(
        IssueText(MakeIssue("A114.cannot-spool", Severity::kError, {why}),
                  settings_.lang));
    return false;
  }

  void Take(HookJob& job) {
    summary_.Merge(job.summary());
    faults_ = faults_ || job.file_faults();
    for (std::string& line : job.found()) result_.AddLine(std::move(line));
    if (invocation_.hook.all) CompareGroups(job);
  }

  // Whoever submits does it in one file, or their sums are taken twice.
  void CompareGroups(const HookJob& job) {
    for (const auto& [group, begins] : job.groups()) {
      const auto [at, is_new] = groups_.try_emplace(group, job.file());
      if (is_new || at->second == job.file() || fail_on_ == FailOn::kNever) {
        continue;
      }
      if (!told_.emplace(group, job.file()).second) continue;
      faults_ = true;
      Remark remark = begins;
      remark.code = "H102";
      remark.slug = "submitted-twice";
      remark.message = Message(settings_.lang, "H102.submitted-twice",
                               {GroupName(group), at->second});
      result_.AddLine(RemarkLine(remark, settings_.lang, false));
    }
  }

  // A number, or one of the schema's values; else it is somebody's text.
  std::string GroupName(const std::string& group) const {
    const Layout& layout = store_->program->layout;
    const bool is_known =
        invocation_.hook.show_values ||
        group.find_first_not_of("0123456789") == std::string::npos ||
        std::ranges::find(layout[layout.group].choices, group,
                          &FieldChoice::value) !=
            layout[layout.group].choices.end();
    return is_known ? GroupTitle(group, {*store_->program, settings_.lang})
                    : "…";
  }

  const std::vector<std::string>& places_;
  const IssueList& unlisted_;
  const Invocation& invocation_;
  const Settings& settings_;
  FailOn fail_on_;
  HookResult& result_;
  const RulesetStore* store_ = nullptr;
  InputList inputs_;
  Summary summary_;
  bool faults_ = false;
  std::map<std::string, std::string> groups_;  // the first file of each
  std::set<std::pair<std::string, std::string>> told_;  // group and file
};

}  // namespace

void HookResult::AddLine(std::string line) {
  if (said_.size() < kMostCompared) {
    if (!said_.insert(line).second) return;
  } else if (said_.contains(line)) {
    return;
  }
  ++found;
  if (lines.size() < most) lines.push_back(std::move(line));
}

void RunHookOn(const HookInputs& inputs, const Invocation& invocation,
               HookResult* result) {
  HookRun(inputs, invocation, result).Run(inputs.files);
}

}  // namespace sigte
