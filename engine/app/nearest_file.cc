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

std::string NearestFileHint(const std::string& path) {
  fs::path missing(path);
  while (!missing.has_filename() && missing.has_relative_path()) {
    missing = missing.parent_path();  // "rules/x/" is about x
  }
  const fs::path folder = missing.parent_path();
  std::error_code error;
  if (fs::exists(missing, error)) return {};
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
  return "; " + Message(SystemLanguage(), "issue.did-you-mean",
                        {(folder / nearest).string()});
}

std::string WhyUnopened(const std::string& path, int error) {
  const std::string words = SystemWords(error);
  return error == ENOENT ? words + NearestFileHint(path) : words;
}

}  // namespace sigte
