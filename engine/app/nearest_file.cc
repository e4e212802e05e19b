// SPDX-License-Identifier: MPL-2.0

#include "engine/app/nearest_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "engine/base/messages.h"
#include "engine/base/nearest.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

// More names than these are not looked through for one that is misspelt.
constexpr std::size_t kMostNames = 10'000;

}  // namespace

LocalText NearestFileHint(const std::string& path) {
  fs::path missing(path);
  while (!missing.has_filename() && missing.has_relative_path()) {
    missing = missing.parent_path();  // "rules/x/" is about x
  }
  const fs::path folder = missing.parent_path();
  std::error_code error;
  if (fs::exists(fs::symlink_status(missing, error))) return {};
  std::vector<std::string> names;
  fs::directory_iterator entry(folder.empty() ? "." : folder, error);
  for (;
       !error && entry != fs::directory_iterator() && names.size() < kMostNames;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  const std::string_view nearest = Nearest(missing.filename().string(), names);
  if (nearest.empty()) return {};
  LocalText hint = Message("issue.did-you-mean", {(folder / nearest).string()});
  for (std::string& words : hint.in) words.insert(0, "; ");
  return hint;
}

LocalText WhyUnopened(const std::string& path, int error) {
  LocalText words = SystemText(error);
  if (error != ENOENT) return words;
  std::error_code no_link;
  const fs::path target = fs::read_symlink(path, no_link);
  if (!no_link) return Message("system.dangling-link", {target.string()});
  const LocalText hint = NearestFileHint(path);
  for (std::size_t i = 0; i < words.in.size(); ++i) words.in[i] += hint.in[i];
  return words;
}

}  // namespace sigte
