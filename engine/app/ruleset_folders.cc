// SPDX-License-Identifier: MPL-2.0

#include "engine/app/ruleset_folders.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/app/configuration.h"
#include "engine/app/inputs.h"
#include "engine/app/ruling_shelf.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr const char* kManifest = "ruleset.yaml";

bool IsThere(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

// The ruleset that `folder` lies in; empty where it is in none.
std::string Above(fs::path folder) {
  while (true) {
    if (IsThere(folder / kManifest)) return folder.string();
    if (IsThere(folder / ".git") || folder == folder.root_path()) return {};
    folder = folder.parent_path();
  }
}

std::vector<std::string> Within(const fs::path& folder) {
  std::vector<std::string> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (IsThere(entry.path() / kManifest)) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> RulesetsOf(const std::string& file) {
  const bool is_folder = IsFolder(file);
  const fs::path whole = AbsolutePath(file);
  const fs::path folder = is_folder ? whole : whole.parent_path();
  const std::string above = Above(folder);
  if (!above.empty()) return {above};
  if (is_folder) return Within(folder);
  return EndingOf(file) == ".json" ? Within(folder.parent_path() / "rules")
                                   : std::vector<std::string>();
}

// The folder `rulings` that `file` lies in; empty where it lies in none.
std::string RulingsOf(const std::string& file) {
  const fs::path whole = AbsolutePath(file);
  for (fs::path folder = IsFolder(file) ? whole : whole.parent_path();
       folder != folder.root_path(); folder = folder.parent_path()) {
    if (folder.filename() == kRulingFolder) return folder.string();
  }
  return {};
}

void AddOnce(const std::string& folder, std::vector<std::string>* folders) {
  const std::string name = ShortPath(folder);
  if (std::ranges::find(*folders, name) == folders->end()) {
    folders->push_back(name);
  }
}

}  // namespace

RulesetFolders FindRulesetFolders(const std::vector<std::string>& files) {
  RulesetFolders result;
  for (const std::string& file : files) {
    if (!IsThere(file)) {
      result.issues.Error("C112.no-such-file", nullptr, {}, {file});
      continue;
    }
    const std::vector<std::string> found = RulesetsOf(file);
    const std::string rulings = RulingsOf(file);
    if (found.empty() && !rulings.empty()) {
      AddOnce(rulings, &result.rulings);
    } else if (found.empty()) {
      result.issues.Add(
          {"C113.of-no-ruleset", Severity::kNote, {file}, nullptr, {}, {}, {}});
    }
    for (const std::string& folder : found) AddOnce(folder, &result.folders);
  }
  return result;
}

}  // namespace sigte
