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

// A file that is read in a folder of rules, rulings or schemas.
bool IsPartOfRules(const std::string& path) {
  return IsRulingName(path) || EndingOf(path) == ".json";
}

std::string ParentOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path().string() : ".";
}

bool IsRuling(const std::string& path) {
  if (!LooksLikeRuling(path)) return false;
  return std::ranges::any_of(fs::path(path).parent_path(),
                             [](const auto& p) { return p == kRulingFolder; });
}

// The folder whose data it is about.
std::string PlaceOfRuling(const fs::path& path) {
  fs::path place;
  for (const fs::path& name : path) {
    if (name == kRulingFolder) break;
    place /= name;
  }
  return place.empty() ? "." : place.string();
}

}  // namespace

std::unique_ptr<StagedTree> StagedTree::Make(const std::string& folder,
                                             bool all, IssueList* issues) {
  std::unique_ptr<StagedTree> tree(new StagedTree());
  tree->place_.tree = folder;
  std::string why;
  if (tree->Open(&why) && tree->LayOutConfigurations(&why)) {
    tree->ReadConfigurations();
    tree->FindPlaces();
    tree->ChooseFiles(all || !tree->places_.empty());
    const bool has_work = !tree->files_.empty() || !tree->places_.empty();
    const bool has_all = !has_work || tree->LayOut(&why);
    for (const Issue& issue : tree->unfollowed_.issues()) {
      if (has_work || issue.severity != Severity::kError) issues->Add(issue);
    }
    if (has_all) return issues->has_errors() ? nullptr : std::move(tree);
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
  links_ = IndexLinks(index_);
  return FindChanges(why);
}

// A renamed file is a new one and one that is gone; against nothing where there
// is no commit yet.
bool StagedTree::FindChanges(std::string* why) {
  const auto text = RunGit({"diff", "--cached", "--name-only", "-z",
                            "--no-renames", "--no-ext-diff", "--no-relative"},
                           "", why);
  if (!text) return false;
  for (std::string& path : SplitAtNul(*text)) changed_.insert(std::move(path));
  return true;
}

IndexWay StagedTree::WayOf(const IndexEntry& entry) const {
  // No path of the index leads through a link.
  return entry.target.empty() ? IndexWay{true, entry.path, {}}
                              : links_.Follow(entry.path);
}

// Whether a commit would change what `way` leads to, or one of its links.
bool StagedTree::IsChanged(const IndexWay& way) const {
  return changed_.contains(way.end) ||
         std::ranges::any_of(way.links, [this](const std::string& link) {
           return changed_.contains(link);
         });
}

void StagedTree::TellUnfollowed(const IndexWay& way, Severity severity) {
  const std::string& link = way.links.front();
  if (!told_.insert(link).second) return;
  Issue issue = {"H109.unfollowed-link", severity, {}, nullptr, {}, {}, {}};
  issue.args = {link, links_.Find(link)->target};
  unfollowed_.Add(std::move(issue));
}

// With the links on the way, and what there are among what it leads to. A
// check without it would not be the one that was meant.
void StagedTree::Want(const std::string& path) {
  const IndexWay way = links_.Follow(path);
  if (!way.arrives) {
    if (!way.links.empty()) TellUnfollowed(way, Severity::kError);
    return;  // else it is not staged: whoever names it is told
  }
  wanted_.insert(way.links.begin(), way.links.end());
  for (const IndexEntry* entry : links_.Below(way.end)) {
    if (entry->is_file) wanted_.insert(entry->path);
    const bool is_new_link = !entry->target.empty() &&
                             IsPartOfRules(entry->path) &&
                             !wanted_.contains(entry->path);
    if (is_new_link) Want(entry->path);
  }
}

bool StagedTree::LayOutConfigurations(std::string* why) {
  for (const IndexEntry& entry : index_) {
    if (!IsConfiguration(entry.path)) continue;
    Want(entry.path);
    if (IsChanged(WayOf(entry))) {
      configurations_.push_back(entry.path);
    }
  }
  return CheckOut(why);
}

// A faulty configuration is told later.
void StagedTree::ReadConfigurations() {
  for (const IndexEntry& entry : index_) {
    if (!IsConfiguration(entry.path)) continue;
    IssueList ignored;
    std::vector<std::unique_ptr<Source>> refused;
    const auto file = ReadConfigurationFile(
        (fs::path(place_.tree) / entry.path).string(), &refused, &ignored);
    if (file == nullptr) continue;
    const std::string from = ParentOf(entry.path);
    for (const char* name : {"ruleset", "rulings"}) {
      const SpannedText* value = file->values.Find(name);
      if (value == nullptr) continue;
      const std::string folder = FromTop(*file, value->text);
      if (folder.empty()) continue;
      named_[folder].insert(from);
      if (value != file->values.Find("ruleset")) continue;
      // A ruleset's schema may lie beside the rulesets.
      const fs::path schemas = fs::path(folder) / "../../schemas";
      named_[schemas.lexically_normal().string()].insert(from);
    }
    for (const SpannedText& input : file->values.inputs) {
      if (!IsPattern(input.text)) inputs_.insert(FromTop(*file, input.text));
    }
  }
}

// Where what decides changes: rules, rulings or a configuration.
void StagedTree::FindPlaces() {
  for (const IndexEntry& entry : index_) {
    if (!entry.target.empty() &&
        fs::path(entry.path).filename() == kRulingFolder) {
      named_[entry.path].insert(ParentOf(entry.path));
    }
  }
  for (const auto& [folder, from] : named_) {
    const IndexWay way = links_.Follow(folder);
    if (!IsChanged(way) && !HasChangeBelow(way.end)) continue;
    places_.insert(from.begin(), from.end());
  }
  for (const std::string& path : changed_) {
    if (IsConfiguration(path)) places_.insert(ParentOf(path));
    if (IsRuling(path)) places_.insert(PlaceOfRuling(path));
  }
  for (const std::string& path : configurations_) {
    places_.insert(ParentOf(path));
  }
}

bool StagedTree::HasChangeBelow(const std::string& folder) const {
  const std::string begin = folder == "." ? "" : folder + "/";
  const auto at = changed_.lower_bound(begin);
  return at != changed_.end() && at->starts_with(begin);
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

// Data files, and those that are named whatever they are called. A link is one
// where a file is behind it.
void StagedTree::ChooseFiles(bool all) {
  for (const IndexEntry& entry : index_) {
    if (!IsInputName(entry.path) && !inputs_.contains(entry.path)) continue;
    const IndexWay way = WayOf(entry);
    if (!all && !IsChanged(way)) continue;
    if (!way.arrives) {
      TellUnfollowed(way, Severity::kWarning);
      continue;
    }
    const IndexEntry* const file = links_.Find(way.end);
    if (file != nullptr && file->is_file) files_.push_back(entry.path);
  }
}

bool StagedTree::LayOut(std::string* why) {
  for (const std::string& file : files_) Want(file);
  for (const auto& [folder, from] : named_) Want(folder);
  for (const IndexEntry& entry : index_) {
    if (IsRuling(entry.path)) Want(entry.path);
  }
  return CheckOut(why);
}

bool StagedTree::CheckOut(std::string* why) {
  if (wanted_.empty()) return true;
  std::string list;
  for (const std::string& path : wanted_) list += path + '\0';
  // Forced: what was laid out before is named again.
  return RunGit({"-c", "core.symlinks=true", "checkout-index", "-f", "-z",
                 "--stdin", "--prefix=" + place_.tree + "/"},
                list, why)
      .has_value();
}

}  // namespace sigte
