// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the log asks of a file system, small enough to be made to fail in
/// tests: every step that changes something is one call.
namespace sigte::audit {

/// The real thing. Each call is one step that a crash can come before or
/// after; false, or a negative descriptor, means errno says why.
class FileOps {
 public:
  FileOps() = default;
  FileOps(const FileOps&) = delete;
  FileOps& operator=(const FileOps&) = delete;
  virtual ~FileOps() = default;

  /// Creates or empties a file to be written.
  virtual int Create(const std::string& path, mode_t mode);
  /// All of `bytes`, or false.
  virtual bool Write(int fd, std::string_view bytes);
  /// In the middle of a file that is there already.
  virtual bool WriteAt(const std::string& path, std::uint64_t offset,
                       std::string_view bytes);
  virtual bool Sync(int fd);
  virtual bool Close(int fd);
  virtual bool Rename(const std::string& from, const std::string& to);
  virtual bool Remove(const std::string& path);
  /// With all above it. True where it is there already.
  virtual bool MakeFolders(const std::string& path, mode_t mode);
  virtual bool SyncFolder(const std::string& path);
};

/// Writes files that are whole or absent: temporary file, fsync, rename; the
/// folders are synced together at the end.
class FileWriter {
 public:
  explicit FileWriter(FileOps* ops) : ops_(ops) {}

  /// Makes the folders above `path` too. False: see error().
  bool Put(const std::string& path, std::string_view bytes, mode_t mode = 0666);
  /// Renames a file or folder that was written elsewhere.
  bool Move(const std::string& from, const std::string& to);
  bool MakeFolders(const std::string& path, mode_t mode);
  /// Makes all renames since the last call durable.
  bool SyncFolders();

  FileOps* ops() const { return ops_; }
  /// "'path': the system's words"; empty while all is well.
  const std::string& error() const { return error_; }
  bool Fail(const std::string& path);

 private:
  FileOps* ops_;
  std::set<std::string> folders_;  // that hold names not yet synced
  std::string error_;
};

/// One writer at a time: flock on a file of the folder.
class [[nodiscard]] FolderLock {
 public:
  FolderLock() = default;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

  enum class Result : std::uint8_t { kTaken, kHeldByAnother, kFailed };
  /// Does not wait. Where it failed, errno says why.
  Result Take(const std::string& folder);

 private:
  int fd_ = -1;
};

/// Bytes of a file of at most `limit`; nullopt with errno (EFBIG: larger).
std::optional<std::string> ReadBytes(const std::string& path,
                                     std::size_t limit);
bool Exists(const std::string& path);

/// Calls `each` for every file below `folder` with its name relative to it, in
/// no order; hidden files too. Nothing where there is no such folder.
void WalkFiles(const std::string& folder,
               const std::function<void(std::string)>& each);
/// Every file below `folder`, names relative to it, sorted; hidden files too.
/// Nothing where there is no such folder.
std::vector<std::string> FilesBelow(const std::string& folder);

}  // namespace sigte::audit
