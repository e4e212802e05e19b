// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/app/invocation.h"
#include "engine/app/ruleset_store.h"
#include "engine/report/remarks.h"
#include "engine/report/summary.h"

/// The check of files that one configuration holds for.
namespace sigte {

/// What comes of all of them.
struct HookResult {
  /// Lines of which each is counted once; what comes after is counted as it is.
  static constexpr std::size_t kMostCompared = 100'000;

  explicit HookResult(std::size_t kept) : most(kept) {}

  std::size_t most;                ///< lines that are kept
  int code = 0;                    ///< exit_code.h; the worst so far
  std::vector<std::string> lines;  ///< the first of them, as RemarkLine
  std::int64_t found = 0;          ///< lines that there are
  Summary summary;

  void AddLine(std::string line);

 private:
  std::set<std::string> said_;  // what stands once for many records
};

/// What one configuration holds for.
struct HookInputs {
  std::vector<std::string> files;
  /// Folders whose rulings are read, whether data lies there or not.
  std::vector<std::string> places;
  /// What cannot be looked into below folders whose files stand in `files`.
  IssueList unlisted;
};

/// Screens those of the files that are submissions. `invocation` is settled by
/// ConfigureWith. Says on standard error what is wrong beside the submissions,
/// a faulty ruleset or ruling without any as well.
void RunHookOn(const HookInputs& inputs, const Invocation& invocation,
               HookResult* result);

}  // namespace sigte
