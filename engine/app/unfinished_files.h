// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <string>

namespace sigte {

/// A new file beside `path`, open to be written, that has no name which people
/// know yet. It is gone with this object, and where the process is told to end
/// (SIGINT, SIGTERM, SIGHUP, SIGQUIT): what is in it must not stay behind, in a
/// repository least of all.
class UnfinishedFile {
 public:
  UnfinishedFile() = default;
  ~UnfinishedFile() { Remove(); }
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  /// The file descriptor, which the caller closes, or -1 with errno set.
  int Create(const std::string& path);
  /// Gives it the name `path`, whatever had it before; false with errno set.
  bool Rename(const std::string& path);
  bool exists() const { return !name_.empty(); }

 private:
  void Remove();
  void Forget();

  std::string name_;
  std::size_t slot_ = 0;
};

/// Removes those that there are, for a process that ends at once. May be called
/// from a signal's handler.
void RemoveUnfinishedFiles();

}  // namespace sigte
