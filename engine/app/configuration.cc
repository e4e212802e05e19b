// SPDX-License-Identifier: MPL-2.0

#include "engine/app/configuration.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "engine/app/glob.h"
#include "engine/app/inputs.h"
#include "engine/app/output.h"
#include "engine/base/digest.h"
#include "engine/base/file_set.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

// Links count as what they are: one that leads nowhere is a fault to be told.
bool IsThere(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

// A pipe under the name that is looked for would be waited for without end.
// Who names one with --config means it.
bool IsNoFile(const fs::path& path) {
  std::error_code error;
  return path.filename() == kConfigurationName && fs::is_other(path, error);
}

// As /tmp is: whoever puts a file there must not decide for others. Where
// files may be taken away as well, one's own file is one's own still.
bool IsFromAnybody(const fs::path& file) {
  struct stat folder {};
  struct stat status {};
  if (stat(file.parent_path().c_str(), &folder) != 0 ||
      (folder.st_mode & S_IWOTH) == 0) {
    return false;
  }
  const bool is_own = lstat(file.c_str(), &status) == 0 &&
                      (status.st_uid == geteuid() || status.st_uid == 0);
  return !is_own || (folder.st_mode & S_ISVTX) != 0;
}

bool EndsSearch(const fs::path& folder, const StagedPlace& staged) {
  const char* home = std::getenv("HOME");
  return IsThere(folder / ".git") || folder == folder.root_path() ||
         folder == staged.tree ||
         (home != nullptr && *home != '\0' && folder == AbsolutePath(home));
}

std::string FolderOf(const std::string& input) {
  if (input == kStandardInput) return AbsolutePath(".");
  if (IsFolder(input)) return AbsolutePath(input);
  const fs::path parent = fs::path(input).parent_path();
  return AbsolutePath(parent.empty() ? "." : parent.string());
}

bool IsWithin(const fs::path& path, const fs::path& folder) {
  const fs::path rest = path.lexically_relative(folder);
  return !rest.empty() && *rest.begin() != "..";
}

std::string WithoutSlash(const fs::path& path) {
  std::string text = path.lexically_normal().string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

/// An input with the folder that it is meant from: its name may hold letters
/// that a pattern would take for its own.
struct BasedPattern {
  fs::path base;  // absolute
  std::string pattern;

  bool Covers(const fs::path& path) const {
    return (path == base || IsWithin(path, base)) &&
           PatternCovers(pattern, path.lexically_relative(base).string());
  }
};

BasedPattern BasedOn(const ConfigurationFile& file, const std::string& input) {
  BasedPattern based{file.folder, WithoutSlash(input)};
  while (based.pattern == ".." || based.pattern.starts_with("../")) {
    based.base = based.base.parent_path();
    based.pattern.erase(0, 3);
  }
  if (fs::path(input).is_absolute()) based.base = "/";
  return based;
}

}  // namespace

std::string AbsolutePath(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error) return path;
  const fs::path real = fs::weakly_canonical(absolute, error);
  return WithoutSlash(error ? absolute : real);
}

std::string ShortPath(const std::string& path) {
  std::error_code error;
  const fs::path normal = fs::path(path).lexically_normal();
  const fs::path here = fs::current_path(error);
  if (error || !normal.is_absolute() || !IsWithin(normal, here)) {
    return WithoutSlash(normal);
  }
  return WithoutSlash(normal.lexically_relative(here));
}

std::string FindConfiguration(const std::string& input,
                              const StagedPlace& staged) {
  fs::path folder = FolderOf(input);
  while (true) {
    const fs::path file = folder / kConfigurationName;
    if (IsThere(file) && !IsFromAnybody(file)) return ShortPath(file.string());
    if (EndsSearch(folder, staged) || !folder.has_parent_path()) return {};
    folder = folder.parent_path();
  }
}

std::vector<GovernedFile> GovernedFiles(const std::string& input,
                                        const StagedPlace& staged) {
  const std::vector<std::string> files =
      IsFolder(input) ? DataFilesBelow(input) : std::vector{input};
  std::vector<GovernedFile> found;
  std::set<fs::path> seen;
  for (const std::string& path : files) {
    if (!seen.insert(fs::path(path).parent_path()).second) continue;
    found.push_back({path, FindConfiguration(path, staged)});
  }
  return found;
}

bool LiesBelow(const std::string& file, const ConfigurationFile& above) {
  const std::string folder = FolderOf(file);
  return folder != above.folder && IsWithin(folder, above.folder);
}

std::unique_ptr<ConfigurationFile> ReadConfigurationFile(
    const std::string& path, std::vector<std::unique_ptr<Source>>* refused,
    IssueList* issues) {
  std::string why = Message(SystemLanguage(), "base.no-regular-file");
  auto bytes = IsNoFile(path) ? std::nullopt : ReadFile(path, &why);
  if (!bytes) {
    issues->Error("C105.unreadable-configuration", nullptr, {}, {path, why});
    return nullptr;
  }
  auto file = std::make_unique<ConfigurationFile>();
  file->path = path;
  file->folder = FolderOf(path);
  file->digest = Sha256Hex(*bytes);
  file->text = std::make_unique<Source>(path, *std::move(bytes));
  auto values = LoadConfiguration(*file->text, issues);
  if (!values) {
    refused->push_back(std::move(file->text));  // the issues point into it
    return nullptr;
  }
  file->values = *std::move(values);
  return file;
}

std::string PathWithin(const ConfigurationFile& file, const std::string& path,
                       const StagedPlace& staged) {
  const fs::path whole = WithoutSlash(fs::path(file.folder) / path);
  if (staged.tree.empty() || !IsWithin(file.folder, staged.tree) ||
      IsWithin(whole, staged.tree)) {
    return ShortPath(whole);
  }
  // What lies in the repository is meant as it is staged, however it is
  // written; its neighbours are named from the work tree.
  if (!fs::path(path).is_absolute()) {
    return WithoutSlash(fs::path(staged.top) /
                        whole.lexically_relative(staged.tree));
  }
  return IsWithin(whole, staged.top)
             ? ShortPath(staged.tree / whole.lexically_relative(staged.top))
             : whole.string();
}

std::vector<std::string> ExpandInputs(const ConfigurationFile& file,
                                      const StagedPlace& staged) {
  std::vector<std::string> inputs;
  for (const SpannedText& input : file.values.inputs) {
    if (!IsPattern(input.text)) {
      inputs.push_back(PathWithin(file, input.text, staged));
      continue;
    }
    const BasedPattern based = BasedOn(file, input.text);
    const std::string folder =
        WithoutSlash(based.base / FixedFolder(based.pattern));
    if (!IsFolder(folder)) continue;
    const InputList list = ListInputs({folder});
    for (const std::string& path : list.paths) {
      if (based.Covers(path)) inputs.push_back(ShortPath(path));
    }
    // A folder that cannot be read may hold what is meant.
    for (const Issue& issue : list.issues.issues()) {
      const std::string& path = issue.args.front().In(Lang::kEn);
      const bool refused = issue.message == MessageKey("A110.unreadable-file");
      if (refused && IsFolder(path)) inputs.push_back(ShortPath(path));
    }
  }
  return inputs;
}

bool CoversInput(const ConfigurationFile& file, const std::string& path,
                 const StagedPlace& staged) {
  // A link is named, not what is behind it.
  const fs::path name = fs::path(path).filename();
  const fs::path whole =
      IsFolder(path) ? fs::path(AbsolutePath(path)) : FolderOf(path) / name;
  std::vector<fs::path> names = {whole};
  if (!staged.tree.empty() && IsWithin(whole, staged.tree)) {
    names.push_back(staged.top / whole.lexically_relative(staged.tree));
  }
  return std::ranges::any_of(file.values.inputs, [&](const SpannedText& input) {
    const BasedPattern based = BasedOn(file, input.text);
    return std::ranges::any_of(
        names, [&](const fs::path& one) { return based.Covers(one); });
  });
}

}  // namespace sigte
