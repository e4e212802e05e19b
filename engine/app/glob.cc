// SPDX-License-Identifier: MPL-2.0

#include "engine/app/glob.h"

#include <fnmatch.h>

#include <vector>

namespace sigte {
namespace {

std::vector<std::string> Names(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (!name.empty() && name != ".") names.emplace_back(name);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return names;
}

bool NameMatches(const std::string& pattern, const std::string& name) {
  return fnmatch(pattern.c_str(), name.c_str(), FNM_PERIOD) == 0;
}

}  // namespace

bool IsPattern(std::string_view text) {
  return text.find_first_of("*?[") != std::string_view::npos;
}

// reached[i]: the names read so far are covered by the first i of the pattern.
bool PatternCovers(std::string_view pattern, std::string_view path) {
  const std::vector<std::string> parts = Names(pattern);
  std::vector<bool> reached(parts.size() + 1, false);
  const auto spread = [&] {  // '**' may stand for no folder at all
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (reached[i] && parts[i] == "**") reached[i + 1] = true;
    }
  };
  reached[0] = true;
  spread();
  for (const std::string& name : Names(path)) {
    if (reached.back()) return true;  // a folder that it lies in
    std::vector<bool> next(reached.size(), false);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!reached[i]) continue;
      if (parts[i] == "**") {
        next[i] = next[i] || !name.starts_with('.');
      } else if (NameMatches(parts[i], name)) {
        next[i + 1] = true;
      }
    }
    reached = std::move(next);
    spread();
  }
  return reached.back();
}

std::string FixedFolder(std::string_view pattern) {
  std::string folder;
  for (const std::string& name : Names(pattern)) {
    if (IsPattern(name)) break;
    folder += (folder.empty() ? "" : "/") + name;
  }
  return folder.empty() ? "." : folder;
}

}  // namespace sigte
