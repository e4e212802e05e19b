// SPDX-License-Identifier: MPL-2.0

#include "engine/app/process.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <new>
#include <string>

#include "engine/app/exit_code.h"
#include "engine/app/job.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/unfinished_files.h"

namespace sigte {
namespace {

bool ends_with_closed_pipe = false;

// Made while there is memory to make it.
std::string& NoMemoryText() {
  static std::string text;
  return text;
}

// The other threads may hold any lock, and whatever comes next may ask for
// memory again: nothing is tidied up but what must not stay behind.
void EndWithoutMemory() {
  static std::atomic<bool> ending = false;
  if (ending.exchange(true)) {
    while (true) pause();
  }
  RemoveUnfinishedFiles();
  WriteError(NoMemoryText());
  _exit(kExitFailed);
}

}  // namespace

void PrepareProcess() {
  ends_with_closed_pipe = signal(SIGPIPE, SIG_IGN) != SIG_IGN;
  signal(SIGXFSZ, SIG_IGN);
}

void TellNoMemoryIn(Lang lang) {
  NoMemoryText() =
      IssueText(MakeIssue("A134.no-memory", Severity::kError), lang);
  std::set_new_handler(EndWithoutMemory);
}

bool EndsWithClosedPipe() { return ends_with_closed_pipe; }

int EndProcess(int code) {
  if (!ends_with_closed_pipe || !Output::reader_left()) return code;
  signal(SIGPIPE, SIG_DFL);
  raise(SIGPIPE);
  return code;  // whoever started this blocks the signal
}

}  // namespace sigte
