// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <optional>
#include <vector>

/// Whether a file is still what it was when a run first looked into it: a run
/// counts all records before it decides the first.
namespace sigte {

/// By what the system knows a file's contents, without a look into them.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;    ///< bytes
  std::time_t changed = 0;  ///< seconds, with the next
  std::int64_t changed_ns = 0;

  bool operator==(const FileStamp&) const = default;
};

/// Nothing where `fd` is no regular file: a pipe has no other size than what
/// comes through it.
std::optional<FileStamp> StampOf(int fd);

/// What a run's inputs were when they were first opened. Knows them by number
/// (InputList::paths).
class InputStamps {
 public:
  /// Whether input `number`, open at `fd` (negative: it cannot be opened), is
  /// as it was at the first call for it.
  bool IsAsBefore(std::size_t number, int fd);

 private:
  struct Seen {
    bool is_known = false;
    std::optional<FileStamp> stamp;
  };
  std::vector<Seen> seen_;
};

}  // namespace sigte
