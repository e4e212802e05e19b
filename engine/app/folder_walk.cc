// SPDX-License-Identifier: MPL-2.0

#include "engine/app/folder_walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/app/job.h"
#include "engine/audit/format.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

bool IsLog(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / audit::kCheckpointFile, error) &&
         fs::is_regular_file(folder / audit::kKeyFile, error);
}

// The log itself, or what opens it beside it.
bool BelongsToLog(const fs::path& folder) {
  if (IsLog(folder)) return true;
  std::string name = folder.string();
  if (!name.ends_with(audit::kPrivateEnding)) return false;
  name.resize(name.size() - audit::kPrivateEnding.size());
  return IsLog(name);
}

class Walker {
 public:
  Walker(const fs::path& top, std::span<const std::string_view> endings)
      : top_(top), endings_(endings) {}

  // By the system's iterator for one folder: the one for a whole tree ends at
  // the first folder that it cannot open.
  void Enter(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      if (!IsHiddenName(entry->path().string())) Take(*entry);
    }
    if (error) Refuse(folder, SystemText(error));
  }

  FolderWalk found;

 private:
  void Take(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    std::error_code error;
    if (entry.is_directory(error)) {
      if (entry.is_symlink(error)) {
        TellLink(path);
      } else if (BelongsToLog(path)) {
        found.logs.push_back(path.string());
      } else {
        Enter(path);
      }
      return;
    }
    if (std::ranges::find(endings_, EndingOf(path.string())) ==
        endings_.end()) {
      return;
    }
    if (entry.is_other(error)) {  // only the system knows whether it ever ends
      Refuse(path, Message("base.no-regular-file"));
    } else {
      found.files.push_back(path.string());
    }
  }

  // What lies below the same folder is read without the link.
  void TellLink(const fs::path& link) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    const fs::path rest = target.lexically_relative(fs::canonical(top_, error));
    if (!error && !rest.empty() && *rest.begin() != "..") return;
    found.notices.Add(
        MakeIssue("A655.link-to-folder", Severity::kWarning, {link.string()}));
  }

  void Refuse(const fs::path& path, const LocalText& why) {
    found.faults.Error("A110.unreadable-file", nullptr, {},
                       {path.string(), why});
  }

  const fs::path& top_;
  std::span<const std::string_view> endings_;
};

}  // namespace

FolderWalk WalkFolder(const std::string& folder,
                      std::span<const std::string_view> endings) {
  const fs::path top(folder);
  Walker walker(top, endings);
  walker.Enter(top);
  std::ranges::sort(walker.found.files);
  return std::move(walker.found);
}

bool IsHiddenName(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  // "~$" is what Excel keeps beside a workbook that is open.
  return name.starts_with('.') || name.starts_with("~$");
}

std::string EndingOf(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos ||
      path.find('/', dot) != std::string_view::npos) {
    return {};
  }
  std::string ending(path.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

}  // namespace sigte
