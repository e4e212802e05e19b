// SPDX-License-Identifier: MPL-2.0

// Reads jobs on the caller's thread and spreads them over workers.

#include "engine/app/screening.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "engine/app/ordered_pool.h"
#include "engine/base/system_words.h"

namespace sigte {

// One a worker, made by it when it gets its first job: a small file makes one.
class Screening::Screeners {
 public:
  Screeners(const RulesetStore& store, const DecideOptions& options,
            std::size_t workers)
      : store_(store), options_(options), screeners_(workers) {}

  Screener& operator[](std::size_t worker) {
    std::unique_ptr<Screener>& screener = screeners_[worker];
    if (screener == nullptr) {
      screener = std::make_unique<Screener>(store_, options_);
    }
    return *screener;
  }

 private:
  const RulesetStore& store_;
  const DecideOptions options_;
  std::vector<std::unique_ptr<Screener>> screeners_;
};

struct Screening::Task {
  Job job;
  std::unique_ptr<JobResult> result;
};

Screening::Screening(const RulesetStore& store, const InputList& inputs,
                     std::size_t threads)
    : store_(store), inputs_(inputs), threads_(threads) {}

Screening::~Screening() {
  for (const auto& [path, spooled] : spooled_) {
    if (spooled.fd >= 0) close(spooled.fd);
  }
}

// What comes through a pipe can be read only once. One that cannot be read is a
// fault of that input, and the others are screened.
bool Screening::KeepPipes(std::string* why) {
  if (!inputs_.copies.empty()) return true;
  for (const std::string& path : inputs_.paths) {
    if (!IsReadOnce(path)) continue;
    LocalText unopened;  // what cannot be opened is told when it is read
    const int fd = OpenInput(path, &unopened);
    if (fd < 0) continue;
    SpooledInput kept = SpoolPipe(fd, "");
    if (fd != STDIN_FILENO) close(fd);
    if (kept.fd < 0 && !kept.is_unread) {
      *why = kept.why.In(SystemLanguage());
      return false;
    }
    spooled_.emplace(path, std::move(kept));
  }
  return true;
}

std::unique_ptr<Groups> Screening::GatherGroups(Screeners* screeners,
                                                InputStamps* stamps,
                                                Progress* progress) {
  const Program& program = *store_.program;
  std::vector<std::unique_ptr<Groups>> groups;
  for (std::size_t i = 0; i < threads_; ++i) {
    groups.push_back(std::make_unique<Groups>(program));
  }
  JobSource source(inputs_, *store_.tables, spooled_, stamps);
  OrderedPool<Task> pool(
      threads_,
      [&](std::size_t worker, Task& task) {
        (*screeners)[worker].Gather(task.job, groups[worker].get());
      },
      [&](Task&) { progress->Tell(source.bytes_read(), inputs_.bytes * 2); });
  for (auto task = pool.Take(); source.Next(&task->job); task = pool.Take()) {
    pool.Submit(std::move(task));
  }
  pool.Finish();
  for (std::size_t i = 1; i < threads_; ++i) groups[0]->Merge(*groups[i]);
  return std::move(groups[0]);
}

bool Screening::Run(const DecideOptions& options, const MakeResult& make,
                    const TakeResult& take, Progress* progress,
                    std::string* why) {
  const bool needs_groups = Groups(*store_.program).needed();
  std::unique_ptr<Groups> groups;
  Screeners screeners(store_, options, threads_);
  InputStamps stamps;
  if (needs_groups) {
    if (!KeepPipes(why)) return false;
    groups = GatherGroups(&screeners, &stamps, progress);
  }
  JobSource source(inputs_, *store_.tables, spooled_,
                   needs_groups ? &stamps : nullptr);
  const std::uint64_t passes = needs_groups ? 2 : 1;
  bool wanted = true;
  const auto work = [&](std::size_t worker, Task& task) {
    if (task.result == nullptr) task.result = make();
    JobResult& result = *task.result;
    result.Clear();
    result.BeginJob(task.job);
    const ScreenSink sink{[&](const Decision& decision, const Record* record) {
                            result.AddRecord(decision, record);
                          },
                          [&](const Finding& finding) {
                            result.AddFileFinding(finding, task.job.file);
                          },
                          [&](const std::string& group, const Record& file) {
                            result.AddEmpty(group, file);
                          }};
    if (!screeners[worker].Screen(task.job, groups.get(), sink)) {
      result.AddUnreadable(task.job.file);
    }
  };
  OrderedPool<Task> pool(threads_, work, [&](Task& task) {
    wanted = wanted && take(*task.result);
    progress->Tell(source.bytes_read() + inputs_.bytes * (passes - 1),
                   inputs_.bytes * passes);
  });
  for (auto task = pool.Take(); wanted && source.Next(&task->job);
       task = pool.Take()) {
    pool.Submit(std::move(task));
  }
  pool.Finish();
  return true;
}

}  // namespace sigte
