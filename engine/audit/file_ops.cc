// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/file_ops.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "engine/audit/format.h"
#include "engine/base/system_words.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

std::string FolderOf(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

bool WriteWhole(int fd, std::string_view bytes, std::uint64_t offset,
                bool positioned) {
  while (!bytes.empty()) {
    const ssize_t count = positioned ? pwrite(fd, bytes.data(), bytes.size(),
                                              static_cast<off_t>(offset))
                                     : write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
  return true;
}

}  // namespace

int FileOps::Create(const std::string& path, mode_t mode) {
  return open(path.c_str(),
              O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
}

bool FileOps::Write(int fd, std::string_view bytes) {
  return WriteWhole(fd, bytes, 0, false);
}

bool FileOps::WriteAt(const std::string& path, std::uint64_t offset,
                      std::string_view bytes) {
  const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool written = WriteWhole(fd, bytes, offset, true) && fsync(fd) == 0;
  const int fault = errno;
  close(fd);
  errno = fault;
  return written;
}

bool FileOps::Sync(int fd) { return fsync(fd) == 0; }
bool FileOps::Close(int fd) { return close(fd) == 0; }

bool FileOps::Rename(const std::string& from, const std::string& to) {
  return rename(from.c_str(), to.c_str()) == 0;
}

bool FileOps::Remove(const std::string& path) {
  return unlink(path.c_str()) == 0 || errno == ENOENT;
}

bool FileOps::MakeFolders(const std::string& path, mode_t mode) {
  if (mkdir(path.c_str(), mode) == 0) return true;
  if (errno == ENOENT && FolderOf(path) != path) {
    return MakeFolders(FolderOf(path), mode) && mkdir(path.c_str(), mode) == 0;
  }
  std::error_code error;
  return errno == EEXIST && fs::is_directory(path, error);
}

bool FileOps::SyncFolder(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool synced = fsync(fd) == 0;
  const int fault = errno;
  close(fd);
  errno = fault;
  return synced;
}

bool FileWriter::Fail(const std::string& path) {
  error_ = SystemWords(path, errno);
  return false;
}

bool FileWriter::MakeFolders(const std::string& path, mode_t mode) {
  if (Exists(path)) return true;
  if (!ops_->MakeFolders(path, mode)) return Fail(path);
  // Each of them may be new; one that is not costs a sync at most.
  for (std::string folder = path; folders_.insert(FolderOf(folder)).second;) {
    folder = FolderOf(folder);
  }
  return true;
}

bool FileWriter::Put(const std::string& path, std::string_view bytes,
                     mode_t mode) {
  if (!MakeFolders(FolderOf(path), 0777)) return false;
  const std::string temporary = path + std::string(kTemporaryEnding);
  const int fd = ops_->Create(temporary, mode);
  if (fd < 0) return Fail(temporary);
  const bool written = ops_->Write(fd, bytes) && ops_->Sync(fd);
  const int fault = errno;
  const bool closed = ops_->Close(fd);
  if (!written) errno = fault;
  if (!written || !closed) return Fail(temporary);
  return Move(temporary, path);
}

bool FileWriter::Move(const std::string& from, const std::string& to) {
  if (!ops_->Rename(from, to)) return Fail(to);
  folders_.insert(FolderOf(to));
  return true;
}

bool FileWriter::SyncFolders() {
  for (const std::string& folder : folders_) {
    if (!ops_->SyncFolder(folder)) return Fail(folder);
  }
  folders_.clear();
  return true;
}

FolderLock::~FolderLock() {
  if (fd_ >= 0) close(fd_);
}

FolderLock::Result FolderLock::Take(const std::string& folder) {
  const std::string path = folder + "/" + std::string(kLockFile);
  fd_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) return Result::kFailed;
  if (flock(fd_, LOCK_EX | LOCK_NB) == 0) return Result::kTaken;
  return errno == EWOULDBLOCK ? Result::kHeldByAnother : Result::kFailed;
}

std::optional<std::string> ReadBytes(const std::string& path,
                                     std::size_t limit) {
  // Of a pipe nobody may ever write a byte: it is not waited for.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return std::nullopt;
  struct stat status {};
  std::string bytes;
  int fault = 0;
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) fault = EINVAL;
  if (status.st_size > 0 && static_cast<std::size_t>(status.st_size) > limit) {
    fault = EFBIG;
  }
  if (fault == 0) bytes.resize(static_cast<std::size_t>(status.st_size));
  std::size_t used = 0;
  while (fault == 0 && used < bytes.size()) {
    const ssize_t got = read(fd, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno != EINTR) fault = errno;
    if (got == 0) bytes.resize(used);
    if (got > 0) used += static_cast<std::size_t>(got);
  }
  close(fd);
  errno = fault;
  if (fault != 0) return std::nullopt;
  return bytes;
}

bool Exists(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0;
}

void WalkFiles(const std::string& folder,
               const std::function<void(std::string)>& each) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored) && !at->is_symlink(ignored)) continue;
    each(at->path().lexically_relative(folder).generic_string());
  }
}

std::vector<std::string> FilesBelow(const std::string& folder) {
  std::vector<std::string> names;
  WalkFiles(folder,
            [&](std::string name) { names.push_back(std::move(name)); });
  std::ranges::sort(names);
  return names;
}

}  // namespace sigte::audit
