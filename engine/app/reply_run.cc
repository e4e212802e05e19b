// SPDX-License-Identifier: MPL-2.0

#include "engine/app/reply_run.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/screening.h"
#include "engine/app/summary_line.h"
#include "engine/app/telling.h"

namespace sigte {
namespace {

/// The words for one job's records, made on the worker's thread.
class ReplyResult : public JobResult {
 public:
  ReplyResult(const Program& program, Lang lang) : voice_{program, lang} {}

  void Clear() override {
    cases_.clear();
    files_.clear();
    empties_.clear();
    summary_ = Summary();
    file_faults_ = false;
  }

  void AddDecision(const Decision& decision) override {
    AddRecord(decision, nullptr);
  }

  void AddRecord(const Decision& decision, const Record* record) override {
    summary_.Add(decision);
    cases_.push_back(CaseOf(decision, record, voice_));
  }

  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    file_faults_ |= finding.effect == Finding::Effect::kReject;
    files_.push_back(FileCaseOf(finding, file, voice_));
  }

  void AddUnreadable(const std::string& file) override {
    summary_.AddUnreadable(file);
  }

  void BeginJob(const Job& job) override { file_ = job.file; }

  void AddEmpty(const std::string& group, const Record& values) override {
    summary_.AddGroup(group);
    empties_.push_back(EmptyReplyOf(group, values, file_, voice_));
  }

  void MoveTo(ReplyRun* run) {
    run->outcome.file_faults |= file_faults_;
    run->reply.summary.Merge(summary_);
    std::ranges::move(cases_, std::back_inserter(run->reply.cases));
    std::ranges::move(files_, std::back_inserter(run->reply.files));
    std::ranges::move(empties_, std::back_inserter(run->reply.empties));
  }

 private:
  Voice voice_;
  std::vector<Case> cases_;
  std::vector<FileCase> files_;
  std::vector<EmptyReply> empties_;
  Summary summary_;
  std::string file_;  // of the job
  bool file_faults_ = false;
};

Issue Fault(MessageKey key, std::vector<LocalText> args) {
  return MakeIssue(key, Severity::kError, std::move(args));
}

}  // namespace

int RefuseRun(const Issue& issue, const Settings& settings) {
  WriteError(IssueText(issue, settings.lang));
  return kExitFailed;
}

bool RunReply(const Settings& settings, const RulesetStore& store,
              const ReplyRequest& request, ReplyRun* run) {
  const Lang lang = settings.lang;
  const InputList list = ListInputs(request.inputs);
  if (IsInput(request.output, list)) {
    RefuseRun(Fault("W111.output-is-input", {request.output}), settings);
    return false;
  }
  const auto shelf = OpenRulings(store, request.rulings, request.inputs, lang);
  if (shelf == nullptr) return false;
  run->outcome.file_faults = shelf->refused_files > 0;
  run->reply.lang = lang;
  run->reply.title = store.ruleset->title.In(lang);
  run->outcome.files = list.paths.size();
  run->outcome.unlisted = list.issues.issues().size();
  for (const Issue& issue : list.issues.issues()) {
    run->reply.summary.AddUnreadable(AsTold(issue.args.front().In(lang)));
    WriteError(IssueText(issue, lang));
  }
  TellPassedOver(list, settings);
  Progress progress(settings);
  Screening screening(store, list, request.threads);
  DecideOptions decide;
  decide.rulings = shelf->book.get();
  std::string why;
  const bool kept = screening.Run(
      decide,
      [&] { return std::make_unique<ReplyResult>(*store.program, lang); },
      [&](JobResult& result) {
        static_cast<ReplyResult&>(result).MoveTo(run);
        return run->reply.cases.size() <= kMostReturned;
      },
      &progress, &why);
  progress.Erase();
  if (!kept) {
    RefuseRun(Fault("A114.cannot-spool", {why}), settings);
    return false;
  }
  if (run->reply.cases.size() > kMostReturned) {
    RefuseRun(Fault("W112.too-many-rows", {CountText(kMostReturned)}),
              settings);
    return false;
  }
  run->reply.summary.CheckReconciled();
  return true;
}

}  // namespace sigte
