// SPDX-License-Identifier: MPL-2.0

#include "tests/app/program_runner.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "tests/base/child_process.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void WriteWhole(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
}

std::vector<char*> Pointers(std::vector<std::string>* texts) {
  std::vector<char*> pointers;
  for (std::string& text : *texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

void Redirect(const fs::path& path, int flags, int fd) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, fd) < 0) _exit(127);
}

}  // namespace

Workplace::Workplace() {
  std::string name = (fs::temp_directory_path() / "sigte-test-XXXXXX").string();
  folder_ = mkdtemp(name.data());
}

Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Workplace::Write(const std::string& name, const std::string& text) const {
  fs::create_directories((folder_ / name).parent_path());
  WriteWhole(folder_ / name, text);
}

void Workplace::CopyRuleset(const std::string& more) const {
  fs::copy(SIGTE_SOURCE_DIR "/tests/data/mini", folder_ / "rules",
           fs::copy_options::recursive);
  std::ofstream(folder_ / "rules/ruleset.yaml", std::ios::app) << more;
}

std::string Workplace::Read(const std::string& name) const {
  return ReadWhole(folder_ / name);
}

bool Workplace::Has(const std::string& name) const {
  return fs::exists(folder_ / name);
}

std::vector<std::string> Workplace::Names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

ProgramRun Workplace::Run(std::vector<std::string> arguments,
                          const std::string& standard_input,
                          std::vector<std::string> environment) const {
  return RunWith(std::move(arguments), standard_input, std::move(environment),
                 -1);
}

ProgramRun Workplace::RunWithClosed(int stream,
                                    std::vector<std::string> arguments) const {
  return RunWith(std::move(arguments), "", {"LANG=en_GB.UTF-8"}, stream);
}

ProgramRun Workplace::RunWith(std::vector<std::string> arguments,
                              const std::string& standard_input,
                              std::vector<std::string> environment,
                              int closed) const {
  const Workplace streams;
  WriteWhole(streams.folder_ / "in", standard_input);
  arguments.insert(arguments.begin(), SIGTE_PROGRAM);
  environment.emplace_back("SIGTE_RULES=" SIGTE_SOURCE_DIR "/tests/data/mini");
  const std::vector<char*> argv = Pointers(&arguments);
  const std::vector<char*> envp = Pointers(&environment);
  const pid_t child = ForkChild();
  if (child == 0) {
    if (chdir(folder_.c_str()) != 0) _exit(127);
    Redirect(streams.folder_ / "in", O_RDONLY, STDIN_FILENO);
    Redirect(streams.folder_ / "out", O_WRONLY | O_CREAT, STDOUT_FILENO);
    Redirect(streams.folder_ / "err", O_WRONLY | O_CREAT, STDERR_FILENO);
    if (closed >= 0) close(closed);
    execve(SIGTE_PROGRAM, argv.data(), envp.data());
    _exit(127);
  }
  ProgramRun run;
  int status = 0;
  waitpid(child, &status, 0);
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = ReadWhole(streams.folder_ / "out");
  run.err = ReadWhole(streams.folder_ / "err");
  return run;
}

}  // namespace sigte
