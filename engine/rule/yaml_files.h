// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <optional>
#include <thread>
#include <vector>

#include "engine/base/issue.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {

/// What ReadYaml says of one file.
struct YamlFile {
  std::optional<YamlNode> root;
  IssueList issues;
};

/// Files that are read in the background while the caller works on those that
/// are there: start-up is counted, and yaml-cpp takes most of it.
class YamlFiles {
 public:
  /// Begins to read `sources` (borrowed) from the first to the last, on as many
  /// threads as there are cores, four at most, the caller's among them.
  explicit YamlFiles(std::vector<const Source*> sources);
  /// Files that nobody has begun with are left unread.
  ~YamlFiles();

  /// The file of sources[index], which the caller may take apart. Reads on
  /// until it is there. For one thread.
  YamlFile& At(std::size_t index);

 private:
  struct Job {
    YamlFile file;
    std::atomic<bool> done = false;
  };
  bool ReadNext();

  std::vector<const Source*> sources_;
  std::deque<Job> jobs_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::jthread> threads_;  // last: they end before the rest does
};

}  // namespace sigte
