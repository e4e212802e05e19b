// SPDX-License-Identifier: MPL-2.0

#include "tests/app/terminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "tests/base/child_process.h"

namespace sigte {
namespace {

constexpr int kPatience = 20'000;  // milliseconds

// False at the end, or when nothing comes.
bool ReadMore(int fd, std::string* shown) {
  pollfd ready{fd, POLLIN, 0};
  if (poll(&ready, 1, kPatience) <= 0) return false;
  std::array<char, 4096> bytes;
  const ssize_t count = read(fd, bytes.data(), bytes.size());
  if (count <= 0) return false;
  shown->append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

}  // namespace

ProgramRun RunAtTerminal(
    const Workplace& work, std::vector<std::string> arguments,
    const std::vector<std::pair<std::string, std::string>>& steps,
    const std::vector<std::string>& more_environment) {
  arguments.insert(arguments.begin(), SIGTE_PROGRAM);
  std::vector<std::string> environment = {
      "LANG=en_GB.UTF-8", "SIGTE_RULES=" SIGTE_SOURCE_DIR "/tests/data/mini"};
  environment.insert(environment.end(), more_environment.begin(),
                     more_environment.end());
  std::vector<char*> argv;
  for (std::string& text : arguments) argv.push_back(text.data());
  argv.push_back(nullptr);
  std::vector<char*> envp;
  for (std::string& text : environment) envp.push_back(text.data());
  envp.push_back(nullptr);
  int fd = -1;
  const pid_t child = ChildOr("no terminal (is /dev/pts mounted?)",
                              forkpty(&fd, nullptr, nullptr, nullptr));
  if (child == 0) {
    if (chdir(work.folder().c_str()) == 0) {
      execve(SIGTE_PROGRAM, argv.data(), envp.data());
    }
    _exit(127);
  }
  ProgramRun run;
  std::size_t seen = 0;
  bool lost = false;
  for (const auto& [awaited, typed] : steps) {
    std::size_t at = run.out.find(awaited, seen);
    while (at == std::string::npos && ReadMore(fd, &run.out)) {
      at = run.out.find(awaited, seen);
    }
    lost = at == std::string::npos;
    if (lost) break;
    seen = at + awaited.size();
    const std::string line = typed + "\n";
    lost = write(fd, line.data(), line.size()) !=
           static_cast<ssize_t>(line.size());
  }
  if (lost) kill(child, SIGTERM);
  while (ReadMore(fd, &run.out)) {
  }
  close(fd);
  int status = 0;
  waitpid(child, &status, 0);
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::erase(run.out, '\r');
  return run;
}

}  // namespace sigte
