// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/app/ruleset_store.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/screen_exit.h"
#include "engine/app/settings.h"
#include "engine/report/returned_workbook.h"

/// Screening for those who submitted: everything that is told of every record,
/// kept until it can be written as one whole.
namespace sigte {

struct ReplyRun {
  Reply reply;
  ScreenOutcome outcome;
};

/// What to screen for a reply, and where it goes.
struct ReplyRequest {
  const std::vector<std::string>& inputs;
  const RulingOptions& rulings;
  std::size_t threads = 1;
  const std::string& output;
};

/// Screens the inputs and keeps what is to be told. False, after it was said on
/// standard error, where that is too much for one reply or cannot be done, and
/// where the output is one of the files that would be read.
bool RunReply(const Settings& settings, const RulesetStore& store,
              const ReplyRequest& request, ReplyRun* run);

/// Says the issue on standard error; always kExitFailed.
int RefuseRun(const Issue& issue, const Settings& settings);

}  // namespace sigte
