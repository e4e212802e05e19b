// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/app/configuration.h"
#include "engine/app/git.h"
#include "engine/app/index_links.h"
#include "engine/base/issue.h"

/// What is about to be committed, as files in a folder of their own: git's
/// index and not the work tree.
namespace sigte {

class StagedTree {
 public:
  /// Lays out the data files that a commit would change (every one of the index
  /// with `all`, or where what decides changes), those that `inputs` name
  /// whatever they are called, and of the index all that goes with them:
  /// configurations, rulings, and the rulesets that configurations name. The
  /// current folder becomes the top of the work tree. Links are followed within
  /// the index: one that cannot be is an error, or a warning where it is a data
  /// file. `folder` is empty, private and absolute, and the caller removes it.
  /// Null exactly after adding an error.
  static std::unique_ptr<StagedTree> Make(const std::string& folder, bool all,
                                          IssueList* issues);

  const StagedPlace& place() const { return place_; }
  /// The data files, by their paths from the top; sorted.
  const std::vector<std::string>& files() const { return files_; }
  /// The configurations that a commit would change.
  const std::vector<std::string>& configurations() const {
    return configurations_;
  }
  /// The folders with a configuration, ruleset or rulings that a commit would
  /// change: what holds for data in them.
  const std::set<std::string>& places() const { return places_; }
  bool IsChanged(const std::string& file) const {
    return IsChanged(links_.Follow(file));
  }

 private:
  StagedTree() = default;

  bool Open(std::string* why);
  bool FindChanges(std::string* why);
  IndexWay WayOf(const IndexEntry& entry) const;
  bool IsChanged(const IndexWay& way) const;
  void TellUnfollowed(const IndexWay& way, Severity severity);
  void Want(const std::string& path);
  bool LayOutConfigurations(std::string* why);
  void ReadConfigurations();
  void FindPlaces();
  bool HasChangeBelow(const std::string& folder) const;
  std::string FromTop(const ConfigurationFile& file,
                      const std::string& path) const;
  void ChooseFiles(bool all);
  bool LayOut(std::string* why);
  bool CheckOut(std::string* why);

  StagedPlace place_;
  std::vector<IndexEntry> index_;  // sorted by path
  IndexLinks links_{{}};
  std::set<std::string> changed_;  // what a commit would change
  // Rulesets and rulings that configurations name, and the folders of those.
  std::map<std::string, std::set<std::string>> named_;
  std::set<std::string> inputs_;  // files and folders of theirs
  std::set<std::string> wanted_;  // what is to be laid out
  std::set<std::string> told_;    // links that lead nowhere
  IssueList unfollowed_;          // the same, to be told
  std::set<std::string> places_;
  std::vector<std::string> files_;
  std::vector<std::string> configurations_;
};

}  // namespace sigte
