// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/app/configuration.h"
#include "engine/app/git.h"
#include "engine/base/issue.h"

/// What is about to be committed, as files in a folder of their own: git's
/// index and not the work tree.
namespace sigte {

class StagedTree {
 public:
  /// Lays out the data files that a commit would change (`all`: every one of
  /// the index), and of the index all that goes with them: configurations,
  /// rulings, and the rulesets that configurations name. The current folder
  /// becomes the top of the work tree. `folder` is empty, private and absolute,
  /// and the caller removes it. Null after adding an error.
  static std::unique_ptr<StagedTree> Make(const std::string& folder, bool all,
                                          IssueList* issues);

  const StagedPlace& place() const { return place_; }
  /// The data files, by their paths from the top; sorted.
  const std::vector<std::string>& files() const { return files_; }
  /// The configurations that a commit would change.
  const std::vector<std::string>& configurations() const {
    return configurations_;
  }

 private:
  StagedTree() = default;

  bool Open(std::string* why);
  bool ChooseFiles(bool all, std::string* why);
  bool LayOut(std::string* why);
  std::string FromTop(const std::string& path) const;
  std::vector<std::string> NamedFolders() const;
  bool LayOutNamed(std::string* why);
  bool CheckOut(const std::vector<std::string>& paths, std::string* why);

  StagedPlace place_;
  std::vector<IndexEntry> index_;
  std::vector<std::string> files_;
  std::vector<std::string> configurations_;
};

}  // namespace sigte
