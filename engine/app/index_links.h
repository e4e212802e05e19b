// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/git.h"

/// Follows symbolic links within git's index, as the system does in a folder.
namespace sigte {

/// Where a path leads. Paths are from the top of the work tree.
struct IndexWay {
  bool arrives = false;            ///< at a file or folder of the index
  std::string end;                 ///< it, by a path without links
  std::vector<std::string> links;  ///< passed, in their order
};

class IndexLinks {
 public:
  /// `index` is sorted by path, and outlives this.
  explicit IndexLinks(std::span<const IndexEntry> index) : index_(index) {}

  /// Does not arrive where it leads out of the repository, in circles, or to
  /// what is not staged.
  IndexWay Follow(std::string_view path) const;

  /// Null where the index has nothing of that name.
  const IndexEntry* Find(std::string_view path) const;

  /// The entries at `path` or, where it is a folder ("." is the top), below it.
  std::vector<const IndexEntry*> Below(std::string_view path) const;

 private:
  std::span<const IndexEntry> index_;
};

}  // namespace sigte
