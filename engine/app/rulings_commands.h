// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/app/ruling_shelf.h"
#include "engine/app/settings.h"

namespace sigte {

struct RulingsOptions {
  /// The folder of rulings (or one that has it within), then submissions. None:
  /// here.
  std::vector<std::string> arguments;
  RulingOptions rulings;
  bool ndjson = false;
  std::size_t threads = 1;
};

/// Lists the rulings that do not decide; exit code 1 where there are any.
int RunRulingsCheck(const Settings& settings, const RulingsOptions& options);

/// Agreement, ages and reasons.
int RunRulingsStats(const Settings& settings, const RulingsOptions& options);

}  // namespace sigte
