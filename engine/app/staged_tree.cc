// SPDX-License-Identifier: MPL-2.0

#include "engine/app/staged_tree.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "engine/app/glob.h"
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
  if (tree->Open(&why) && tree->LayOutConfigurations(&why)) {
    tree->ReadConfigurations();
    tree->ChooseFiles(all);
    const bool has_work =
        !tree->files_.empty() || !tree->configurations_.empty();
    if (!has_work || tree->LayOut(&why)) return tree;
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
  return FindChanges(why);
}

// A renamed file counts as new; against nothing where there is no commit yet.
bool StagedTree::FindChanges(std::string* why) {
  const auto text =
      RunGit({"diff", "--cached", "--name-only", "-z", "--no-renames",
              "--no-ext-diff", "--no-relative", "--diff-filter=ACMT"},
             "", why);
  if (!text) return false;
  for (std::string& path : SplitAtNul(*text)) changed_.insert(std::move(path));
  return true;
}

bool StagedTree::LayOutConfigurations(std::string* why) {
  std::vector<std::string> paths;
  for (const IndexEntry& entry : index_) {
    if (!entry.is_file || !IsConfiguration(entry.path)) continue;
    paths.push_back(entry.path);
    if (changed_.contains(entry.path)) configurations_.push_back(entry.path);
  }
  return CheckOut(paths, why);
}

// A faulty configuration is told later.
void StagedTree::ReadConfigurations() {
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
      const std::string folder = FromTop(*file, value->text);
      if (folder.empty()) continue;
      named_.insert(folder);
      // A ruleset's schema may lie beside the rulesets.
      const fs::path schemas = fs::path(folder) / "../../schemas";
      named_.insert(schemas.lexically_normal().string());
    }
    for (const SpannedText& input : file->values.inputs) {
      if (!IsPattern(input.text)) inputs_.insert(FromTop(*file, input.text));
    }
  }
}

// Empty for what does not lie in the tree.
std::string StagedTree::FromTop(const ConfigurationFile& file,
                                const std::string& path) const {
  std::error_code error;
  const fs::path whole = fs::absolute(PathWithin(file, path, place_), error);
  const fs::path from_top = whole.lexically_relative(place_.tree);
  const bool is_within =
      !error && !from_top.empty() && *from_top.begin() != "..";
  return is_within ? from_top.string() : std::string();
}

// Data files, and those that are named whatever they are called.
void StagedTree::ChooseFiles(bool all) {
  for (const IndexEntry& entry : index_) {
    if (!entry.is_file) continue;
    if (!all && !changed_.contains(entry.path)) continue;
    if (IsInputName(entry.path) || inputs_.contains(entry.path)) {
      files_.push_back(entry.path);
    }
  }
  std::ranges::sort(files_);
}

// Whether it lies in a folder that a configuration names.
bool StagedTree::IsNamed(const std::string& path) const {
  return std::ranges::any_of(named_, [&](const std::string& folder) {
    return LiesBelow(path, folder);
  });
}

bool StagedTree::LayOut(std::string* why) {
  std::vector<std::string> paths = files_;
  for (const IndexEntry& entry : index_) {
    if (entry.is_file && (IsRuling(entry.path) || IsNamed(entry.path))) {
      paths.push_back(entry.path);
    }
  }
  return CheckOut(paths, why);
}

bool StagedTree::CheckOut(const std::vector<std::string>& paths,
                          std::string* why) {
  if (paths.empty()) return true;
  std::string list;
  for (const std::string& path : paths) list += path + '\0';
  // Forced: what was laid out before may be named again.
  return RunGit({"checkout-index", "-f", "-z", "--stdin",
                 "--prefix=" + place_.tree + "/"},
                list, why)
      .has_value();
}

}  // namespace sigte
