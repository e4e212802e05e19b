// SPDX-License-Identifier: MPL-2.0

#include "engine/app/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <system_error>

#include "engine/app/output.h"
#include "engine/base/system_words.h"
#include "engine/base/temp_file.h"

namespace sigte {
namespace {

/// Closed at the end.
class [[nodiscard]] Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor() { Close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void Close() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

std::string ReadToEnd(int fd) {
  std::string text;
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t got = read(fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

// Standard input and error are files, so that nobody waits for anybody.
pid_t Spawn(const std::vector<std::string>& arguments, int in, int out, int err,
            int* fault) {
  std::vector<std::string> words = {"git"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  posix_spawnattr_t attributes;  // this program ignores closed pipes
  posix_spawnattr_init(&attributes);
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &pipe);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = -1;
  *fault =
      posix_spawnp(&child, "git", &actions, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return *fault == 0 ? child : -1;
}

bool Succeeded(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string WithoutLineEnd(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

// "<digest> blob <size>\n<target>\n" for each of `links`, in their order.
bool ReadTargets(const std::vector<std::size_t>& links,
                 const std::string& digests, std::vector<IndexEntry>* entries,
                 std::string* why) {
  if (links.empty()) return true;
  const auto text = RunGit({"cat-file", "--batch"}, digests, why);
  if (!text) return false;
  std::string_view rest = *text;
  for (const std::size_t link : links) {
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    const std::string_view head = rest.substr(0, line);
    const std::string_view number = head.substr(head.rfind(' ') + 1);
    std::size_t size = 0;
    const auto read =
        std::from_chars(number.data(), number.data() + number.size(), size);
    if (read.ec != std::errc() || line + size + 2 > rest.size()) {
      *why = std::string(head);  // "<digest> missing"
      return false;
    }
    (*entries)[link].target = rest.substr(line + 1, size);
    rest.remove_prefix(line + size + 2);
  }
  return true;
}

}  // namespace

std::optional<std::string> RunGit(const std::vector<std::string>& arguments,
                                  std::string_view input, std::string* why) {
  const Descriptor in(OpenTempFile(why));
  const Descriptor err(OpenTempFile(why));
  std::array<int, 2> ends = {-1, -1};
  if (in.get() < 0 || err.get() < 0) return std::nullopt;
  if (!WriteAll(in.get(), input) || lseek(in.get(), 0, SEEK_SET) != 0 ||
      pipe2(ends.data(), O_CLOEXEC) != 0) {
    *why = SystemWords(errno);
    return std::nullopt;
  }
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  int fault = 0;
  const pid_t child =
      Spawn(arguments, in.get(), writing.get(), err.get(), &fault);
  writing.Close();
  if (child < 0) {
    *why = SystemWords(fault);
    return std::nullopt;
  }
  std::string text = ReadToEnd(reading.get());
  if (Succeeded(child)) return text;
  lseek(err.get(), 0, SEEK_SET);
  *why = WithoutLineEnd(ReadToEnd(err.get()));
  return std::nullopt;
}

std::vector<std::string> SplitAtNul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find('\0');
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

// "100644 <digest> <stage>\t<path>"; stages above 0 are of a merge that is not
// settled.
std::optional<std::vector<IndexEntry>> ListIndex(std::string* why) {
  const auto text = RunGit({"ls-files", "--cached", "--stage", "-z"}, "", why);
  if (!text) return std::nullopt;
  std::vector<IndexEntry> entries;
  std::vector<std::size_t> links;
  std::string digests;
  for (const std::string& row : SplitAtNul(*text)) {
    const std::size_t tab = row.find('\t');
    if (tab == std::string::npos || tab < 1 || row[tab - 1] != '0') continue;
    if (row.starts_with("120000 ")) {
      links.push_back(entries.size());
      digests += row.substr(7, row.find(' ', 7) - 7) + "\n";
    }
    entries.push_back({row.substr(tab + 1), row.starts_with("100"), {}});
  }
  if (!ReadTargets(links, digests, &entries, why)) return std::nullopt;
  std::ranges::sort(entries, {}, &IndexEntry::path);
  return entries;
}

std::optional<std::string> WorkTreeTop(std::string* why) {
  auto top = RunGit({"rev-parse", "--show-toplevel"}, "", why);
  if (!top) return std::nullopt;
  // One line break is git's; a folder's name may end in another.
  if (top->ends_with('\n')) top->pop_back();
  return top;
}

}  // namespace sigte
