// SPDX-License-Identifier: MPL-2.0

#include "engine/app/private_folder.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <thread>

#include "engine/app/exit_code.h"
#include "engine/app/held_signals.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

volatile std::sig_atomic_t g_child = 0;

// To all that the child started as well: git must not write on.
extern "C" void PassOn(int number) {
  if (g_child > 0) kill(-static_cast<pid_t>(g_child), number);
}

bool MakeFolder(std::string* folder, std::string* why) {
  const char* where = std::getenv("TMPDIR");
  *folder = std::string(where == nullptr || *where == '\0' ? "/tmp" : where) +
            "/sigte-staged.XXXXXX";
  if (mkdtemp(folder->data()) == nullptr) {
    *why = SystemWords(errno);
    return false;
  }
  std::error_code error;
  const fs::path real = fs::canonical(*folder, error);
  if (!error) *folder = real.string();
  return true;
}

// Somebody who was told to end may still be about to write.
void RemoveFolder(const std::string& folder) {
  for (int tries = 0; tries < 100; ++tries) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (!error && !fs::exists(folder, error)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kExitFailed;
  }
  g_child = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : kExitFailed;
}

}  // namespace

std::optional<int> InPrivateFolder(
    const std::function<int(const std::string& folder)>& work,
    std::string* why) {
  const HeldSignals held;
  std::string folder;
  if (!MakeFolder(&folder, why)) return std::nullopt;
  const pid_t child = fork();
  if (child == 0) {
    setpgid(0, 0);
    // Out of the terminal's foreground it may write there all the same.
    std::signal(SIGTTOU, SIG_IGN);
    held.Release();
    _exit(work(folder));
  }
  std::optional<int> code;
  if (child > 0) {
    setpgid(child, child);  // whichever of the two comes first
    g_child = child;
    for (const int number : kEndingSignals) std::signal(number, PassOn);
    held.Release();
    code = WaitFor(child);
  } else {
    *why = SystemWords(errno);
  }
  RemoveFolder(folder);
  return code;
}

}  // namespace sigte
