// SPDX-License-Identifier: MPL-2.0

#include "engine/app/staged_tree.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "engine/app/inputs.h"
#include "engine/app/ruling_shelf.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

bool IsConfiguration(const std::string& path) {
  return fs::path(path).filename() == kConfigurationName;
}

bool IsRuling(const std::string& path) {
  const std::string ending = EndingOf(path);
  if (ending != ".yaml" && ending != ".yml") return false;
  return std::ranges::any_of(fs::path(path).parent_path(),
                             [](const auto& p) { return p == kRulingFolder; });
}

bool LiesBelow(const std::string& path, const std::string& folder) {
  if (folder == ".") return true;
  return path.size() > folder.size() && path.starts_with(folder) &&
         path[folder.size()] == '/';
}

}  // namespace

std::unique_ptr<StagedTree> StagedTree::Make(const std::string& folder,
                                             bool all, IssueList* issues) {
  std::unique_ptr<StagedTree> tree(new StagedTree());
  tree->place_.tree = folder;
  std::string why;
  if (tree->Open(&why) && tree->ChooseFiles(all, &why) &&
      ((tree->files_.empty() && tree->configurations_.empty()) ||
       (tree->LayOut(&why) && tree->LayOutNamed(&why)))) {
    return tree;
  }
  issues->Error("H101.git-failed", nullptr, {}, {why});
  return nullptr;
}

bool StagedTree::Open(std::string* why) {
  // Nothing here is worth waiting for a lock, or taking one.
  setenv("GIT_OPTIONAL_LOCKS", "0", 1);
  const auto top = WorkTreeTop(why);
  if (!top) return false;
  place_.top = AbsolutePath(*top);
  if (chdir(place_.top.c_str()) != 0) {
    *why = place_.top + ": " + SystemWords(errno);
    return false;
  }
  auto index = ListIndex(why);
  if (!index) return false;
  index_ = *std::move(index);
  return true;
}

// A renamed file counts as new; against nothing where there is no commit yet.
bool StagedTree::ChooseFiles(bool all, std::string* why) {
  const auto text =
      RunGit({"diff", "--cached", "--name-only", "-z", "--no-renames",
              "--no-ext-diff", "--no-relative", "--diff-filter=ACMT"},
             "", why);
  if (!text) return false;
  const std::vector<std::string> list = SplitAtNul(*text);
  const std::set<std::string> changed(list.begin(), list.end());
  for (const IndexEntry& entry : index_) {
    if (!entry.is_file) continue;
    const bool is_changed = changed.contains(entry.path);
    if (IsConfiguration(entry.path) && is_changed) {
      configurations_.push_back(entry.path);
    }
    if (IsInputName(entry.path) && (all || is_changed)) {
      files_.push_back(entry.path);
    }
  }
  std::ranges::sort(files_);
  return true;
}

bool StagedTree::LayOut(std::string* why) {
  std::vector<std::string> paths = files_;
  for (const IndexEntry& entry : index_) {
    if (!entry.is_file) continue;
    if (IsConfiguration(entry.path) || IsRuling(entry.path)) {
      paths.push_back(entry.path);
    }
  }
  return CheckOut(paths, why);
}

// Empty for what does not lie in the tree.
std::string StagedTree::FromTop(const std::string& path) const {
  std::error_code error;
  const fs::path from_top =
      fs::absolute(path, error).lexically_relative(place_.tree);
  return error || from_top.empty() || *from_top.begin() == ".."
             ? std::string()
             : from_top.string();
}

// What configurations name within the repository, from its top. A faulty
// configuration is told later.
std::vector<std::string> StagedTree::NamedFolders() const {
  std::vector<std::string> folders;
  for (const IndexEntry& entry : index_) {
    if (!entry.is_file || !IsConfiguration(entry.path)) continue;
    IssueList ignored;
    std::vector<std::unique_ptr<Source>> refused;
    const auto file = ReadConfigurationFile(
        (fs::path(place_.tree) / entry.path).string(), &refused, &ignored);
    if (file == nullptr) continue;
    for (const char* name : {"ruleset", "rulings"}) {
      const SpannedText* value = file->values.Find(name);
      if (value == nullptr) continue;
      const std::string folder =
          FromTop(PathWithin(*file, value->text, place_));
      if (folder.empty()) continue;
      folders.push_back(folder);
      // A ruleset's schema may lie beside the rulesets.
      folders.push_back(
          (fs::path(folder) / "../../schemas").lexically_normal().string());
    }
  }
  return folders;
}

bool StagedTree::LayOutNamed(std::string* why) {
  const std::vector<std::string> folders = NamedFolders();
  std::vector<std::string> paths;
  for (const IndexEntry& entry : index_) {
    if (entry.is_file &&
        std::ranges::any_of(folders, [&](const std::string& folder) {
          return LiesBelow(entry.path, folder);
        })) {
      paths.push_back(entry.path);
    }
  }
  return paths.empty() || CheckOut(paths, why);
}

bool StagedTree::CheckOut(const std::vector<std::string>& paths,
                          std::string* why) {
  std::string list;
  for (const std::string& path : paths) list += path + '\0';
  // Forced: what was laid out before may be named again.
  return RunGit({"checkout-index", "-f", "-z", "--stdin",
                 "--prefix=" + place_.tree + "/"},
                list, why)
      .has_value();
}

}  // namespace sigte
