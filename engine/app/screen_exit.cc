// SPDX-License-Identifier: MPL-2.0

#include "engine/app/screen_exit.h"

#include "engine/app/exit_code.h"

namespace sigte {

int ScreenExitCode(const Summary& summary, const ScreenOutcome& outcome,
                   FailOn fail_on) {
  const bool read_nothing =
      summary.read() == 0 &&
      summary.unreadable().size() == outcome.files + outcome.unlisted;
  if (read_nothing && !summary.unreadable().empty()) return kExitFailed;
  if (fail_on == FailOn::kNever) return kExitOk;
  const bool fails_on_doubt = fail_on != FailOn::kInvalid;
  const bool blocked =
      outcome.file_faults || !summary.unreadable().empty() ||
      summary.Count(Verdict::kInvalid) > 0 ||
      (fails_on_doubt && summary.Count(Verdict::kBorderline) > 0) ||
      (fail_on == FailOn::kExclude && summary.Count(Verdict::kExclude) > 0);
  return blocked ? kExitBlocked : kExitOk;
}

}  // namespace sigte
