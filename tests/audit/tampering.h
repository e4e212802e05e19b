// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "tests/audit/log_fixture.h"

/// Ways to falsify a log, each with what must come of it.
namespace sigte::audit {

/// The log that is falsified: three runs, 609 entries; its checkpoints are kept
/// at 1, 257, 563 and 609. `since` of a tampering names one of them.
inline const std::vector<int> kTamperedRuns = {250, 300, 40};

struct Tampering {
  const char* name;   ///< for the test: letters and digits
  const char* what;   ///< for the table in FORMAT.md
  const char* since;  ///< the older checkpoint that the verifier holds, or ""
  std::function<void(const TestFolder&)> make;
  const char* code;   ///< what our verifier says first; "OK" where nothing
  const char* where;  ///< the first bad entry: "300", "256-511", or ""
  /// Which of the others find it: g (Go's note and tlog), p (Python, the root
  /// alone), o (openssl, the signature alone).
  const char* others;

  friend void PrintTo(const Tampering& t, std::ostream* out) { *out << t.name; }
};

const std::vector<Tampering>& Tamperings();

}  // namespace sigte::audit
