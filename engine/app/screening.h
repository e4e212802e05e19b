// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/inputs.h"
#include "engine/app/job.h"
#include "engine/app/progress.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/screener.h"
#include "engine/evaluate/groups.h"

/// A whole run: files → decisions, on several threads, in the input's order.
namespace sigte {

/// What came of one job. Made on a worker's thread, handed over in order.
class JobResult {
 public:
  virtual ~JobResult() = default;
  /// Forgets the job before.
  virtual void Clear() = 0;
  /// The job that all comes of until the next Clear.
  virtual void BeginJob(const Job& /*job*/) {}
  virtual void AddDecision(const Decision& decision) = 0;
  /// The same with the record, where it could be read (else null); valid during
  /// the call. For those who need its values.
  virtual void AddRecord(const Decision& decision, const Record* record) {
    static_cast<void>(record);
    AddDecision(decision);
  }
  virtual void AddFileFinding(const Finding& finding,
                              const std::string& file) = 0;
  virtual void AddUnreadable(const std::string& file) = 0;
  /// A file without records answered for `group`; `file` holds what it says.
  virtual void AddEmpty(const std::string& /*group*/, const Record& /*file*/) {}
};

class Screening {
 public:
  /// Borrows all but the numbers.
  Screening(const RulesetStore& store, const InputList& inputs,
            std::size_t threads);
  ~Screening();
  Screening(const Screening&) = delete;
  Screening& operator=(const Screening&) = delete;

  using MakeResult = std::function<std::unique_ptr<JobResult>()>;
  /// Called in order, on the thread that called Run; false ends the run.
  using TakeResult = std::function<bool(JobResult&)>;

  /// Screens everything. False when what comes through a pipe had to be kept
  /// and could not be: `*why` says so.
  bool Run(const DecideOptions& options, const MakeResult& make,
           const TakeResult& take, Progress* progress, std::string* why);

 private:
  struct Task;
  class Screeners;

  bool KeepPipes(std::string* why);
  std::unique_ptr<Groups> GatherGroups(Screeners* screeners,
                                       InputStamps* stamps, Progress* progress);

  const RulesetStore& store_;
  const InputList& inputs_;
  std::size_t threads_;
  SpooledInputs spooled_;
};

}  // namespace sigte
