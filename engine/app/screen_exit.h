// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>

#include "engine/app/invocation.h"
#include "engine/report/summary.h"

namespace sigte {

/// What a screening came to, for its exit code (exit_code.h).
struct ScreenOutcome {
  std::size_t files = 0;     ///< that were looked into
  std::size_t unlisted = 0;  ///< names that led to no file; unreadable as well
  bool file_faults = false;  ///< a file as such is to be rejected
};

int ScreenExitCode(const Summary& summary, const ScreenOutcome& outcome,
                   FailOn fail_on);

}  // namespace sigte
