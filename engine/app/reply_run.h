#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/app/ruleset_store.h"
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

/// Screens `inputs` and keeps what is to be told. False, after it was said on
/// standard error, where that is too much for one reply or cannot be done, and
/// where `output` is one of the files that would be read.
bool RunReply(const Settings& settings, const RulesetStore& store,
              const std::vector<std::string>& inputs, std::size_t threads,
              const std::string& output, ReplyRun* run);

/// Says the issue on standard error; always kExitFailed.
int RefuseRun(const Issue& issue, const Settings& settings);

}  // namespace sigte
