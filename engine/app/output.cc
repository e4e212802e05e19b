// SPDX-License-Identifier: MPL-2.0

#include "engine/app/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "engine/base/system_words.h"
#include "engine/base/temp_file.h"

namespace sigte {
namespace {

constexpr std::size_t kBuffer = 256 * 1024;

std::atomic<bool> reader_has_left = false;

// A rename would replace a symbolic link; its target is what is meant.
std::string Target(const std::string& path) {
  std::error_code error;
  const auto target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

// Gives `fd` the owner and the mode of the file that it takes the place of, as
// far as the system lets us. Where the group cannot be kept, ours may do no
// more than anybody.
bool TakeRightsOf(const struct stat& before, int fd) {
  mode_t mode = before.st_mode & 07777;
  struct stat now {};
  if (fstat(fd, &now) != 0) return false;
  const bool same_group =
      now.st_gid == before.st_gid || fchown(fd, now.st_uid, before.st_gid) == 0;
  if (!same_group) {
    mode &= ~static_cast<mode_t>(S_ISGID | S_IRWXG);
    mode |= (mode & S_IRWXO) << 3;
  }
  const gid_t group = same_group ? before.st_gid : now.st_gid;
  const bool same_owner =
      now.st_uid == before.st_uid || fchown(fd, before.st_uid, group) == 0;
  if (!same_owner) mode &= ~static_cast<mode_t>(S_ISUID);
  return fchmod(fd, mode) == 0;
}

}  // namespace

mode_t OrdinaryMode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

void SyncFolderOf(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const int fd = open(folder.empty() ? "." : folder.c_str(),
                      O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  close(fd);
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void WriteError(std::string_view bytes) {
  static_cast<void>(WriteAll(STDERR_FILENO, bytes));
}

Output::Output() : fd_(STDOUT_FILENO) {}

Output::~Output() {
  if (fd_ != STDOUT_FILENO && fd_ >= 0) close(fd_);
  if (held_for_ > STDOUT_FILENO) close(held_for_);
}

bool Output::OpenFile(const std::string& path) {
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    fd_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    return fd_ >= 0 || Fail();
  }
  path_ = Target(path);
  fd_ = temporary_.Create(path_);
  if (fd_ < 0) return Fail();
  const bool done =
      exists ? TakeRightsOf(status, fd_) : fchmod(fd_, OrdinaryMode()) == 0;
  return done || Fail();
}

bool Output::OpenToAppend(const std::string& path) {
  fd_ = open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  return fd_ >= 0 ? Hold() : Fail();
}

bool Output::Hold() {
  if (temporary_.exists() || held_for_ >= 0) return true;
  const int fd = OpenTempFile(&error_);
  cannot_hold_ = fd < 0;
  if (cannot_hold_) return false;
  held_for_ = fd_;
  fd_ = fd;
  return true;
}

bool Output::Prepare() {
  if (!error_.empty() || !Flush()) return false;
  return (!temporary_.exists() && held_for_ < 0) || fsync(fd_) == 0 || Fail();
}

// Copies what was held to where it belongs.
bool Output::Release() {
  std::array<char, 65536> buffer;
  if (lseek(fd_, 0, SEEK_SET) != 0) return Fail();
  while (true) {
    const ssize_t count = read(fd_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Fail();
    if (count == 0) return true;
    if (!WriteAll(held_for_,
                  {buffer.data(), static_cast<std::size_t>(count)})) {
      return Fail();
    }
  }
}

bool Output::Write(std::string_view bytes) {
  if (!error_.empty()) return false;
  if (bytes.size() >= kBuffer) {  // no need to wait for more
    return Flush() && (WriteAll(fd_, bytes) || Fail());
  }
  buffer_.append(bytes);
  return buffer_.size() < kBuffer || Flush();
}

bool Output::Finish() {
  if (!error_.empty() || !Flush()) return false;
  if (held_for_ >= 0) return Release();
  if (!temporary_.exists()) return true;
  if (fsync(fd_) != 0) return Fail();
  const int closed = close(fd_);
  fd_ = -1;
  if (closed != 0 || !temporary_.Rename(path_)) return Fail();
  SyncFolderOf(path_);
  return true;
}

bool Output::Flush() {
  if (!WriteAll(fd_, buffer_)) return Fail();
  buffer_.clear();
  return true;
}

bool Output::reader_left() { return reader_has_left.load(); }

bool Output::Fail() {
  const bool standard = fd_ == STDOUT_FILENO || held_for_ == STDOUT_FILENO;
  if (errno == EPIPE && standard) reader_has_left = true;
  left_part_ = path_.empty() && fd_ >= 0 && errno != EBADF;
  error_ = SystemWords(errno);
  return false;
}

}  // namespace sigte
