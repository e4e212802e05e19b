// SPDX-License-Identifier: MPL-2.0

#include "engine/app/ruling_shelf.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "engine/app/inputs.h"
#include "engine/app/job.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/base/date.h"
#include "engine/rule/ruling_loader.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

std::string Beside(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return (folder / kRulingFolder).string();
}

std::string WithoutSlashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string Within(const std::string& folder) {
  return (fs::path(WithoutSlashes(folder)) / kRulingFolder).string();
}

std::vector<std::string> FoldersOf(const std::vector<std::string>& inputs) {
  std::vector<std::string> folders;
  std::set<std::string> seen;
  for (const std::string& input : inputs) {
    if (input == kStandardInput) continue;
    const std::string folder = IsFolder(input) ? Within(input) : Beside(input);
    if (!IsFolder(folder)) continue;
    std::error_code error;
    const fs::path real = fs::weakly_canonical(folder, error);
    if (seen.insert(error ? folder : real.string()).second) {
      folders.push_back(folder);
    }
  }
  return folders;
}

bool Refuse(MessageKey key, std::vector<LocalText> args, Lang lang) {
  TellFailure(key, std::move(args), lang);
  return false;
}

bool IsReadAsRuling(std::string_view name) {
  return !name.starts_with('.') && IsRulingName(std::string(name));
}

// What is not read may be the ruling that contradicts another.
void NoteUnread(const std::string& folder, RulingShelf* shelf) {
  std::set<std::string> unread;
  std::set<std::string> links;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end;
       !error && at != end; at.increment(error)) {
    const fs::path path = at->path().lexically_relative(folder);
    const bool is_hidden = std::ranges::any_of(
        path, [](const fs::path& name) { return name.native()[0] == '.'; });
    if (LooksLikeRuling(path.string()) &&
        (is_hidden || !IsRulingName(path.string()))) {
      unread.insert(at->path().string());
    }
    std::error_code gone;
    if (!is_hidden && at->is_symlink(gone) && at->is_directory(gone)) {
      links.insert(at->path().string());
    }
  }
  for (const std::string& path : unread) {
    shelf->issues.Add(
        MakeIssue("A623.unread-ruling", Severity::kWarning, {path}));
  }
  for (const std::string& path : links) {
    shelf->issues.Add(
        MakeIssue("A656.link-in-rulings", Severity::kWarning, {path}));
  }
}

bool ReadFolderInto(const std::string& folder, RulingShelf* shelf, Lang lang) {
  std::string why;
  const auto files = ReadFolder(folder, IsReadAsRuling, &why);
  if (!files) return Refuse("A602.unreadable-rulings", {why}, lang);
  for (const auto& file : files->files()) {
    shelf->files.Add((fs::path(folder) / file->name()).string(),
                     std::string(file->text()));
  }
  NoteUnread(folder, shelf);
  shelf->folders.push_back(folder);
  return true;
}

std::int64_t RefusedFiles(const IssueList& issues) {
  std::set<const Source*> refused;
  for (const Issue& issue : issues.issues()) {
    if (issue.severity == Severity::kError) refused.insert(issue.source);
  }
  return static_cast<std::int64_t>(refused.size());
}

void Load(const RulesetStore& store, const std::string& today,
          RulingShelf* shelf, Lang lang) {
  const Program& program = *store.program;
  const RulingContext context{program.layout, program.ruling_words,
                              program.redaction};
  std::vector<Ruling> rulings =
      LoadRulings(shelf->files, context, &shelf->issues);
  shelf->refused_files = RefusedFiles(shelf->issues);
  shelf->issues.Sort();
  std::string text = IssuesText(shelf->issues, lang);
  program.redaction.Apply(&text);  // a caret line may show what it is about
  if (!text.empty()) WriteError(text);
  shelf->book =
      std::make_unique<RulingBook>(program, std::move(rulings), today);
}

}  // namespace

bool IsRulingName(const std::string& path) {
  const std::string ending = EndingOf(path);
  return ending == ".yaml" || ending == ".yml";
}

bool LooksLikeRuling(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  // Each of its endings, whatever else was put behind it ("r.yaml.txt").
  while (name.find('.') != std::string::npos) {
    const std::size_t end = name.find_last_not_of("~#");
    name.resize(end == std::string::npos ? 0 : end + 1);
    if (IsRulingName(name)) return true;
    name.resize(std::min(name.rfind('.'), name.size()));
  }
  return false;
}

std::string RulingFolderFor(const std::string& chosen,
                            const std::vector<std::string>& arguments,
                            const std::string& file) {
  if (!chosen.empty()) return WithoutSlashes(chosen);
  if (file == kStandardInput || file == kStandardInputName) return {};
  for (const std::string& argument : arguments) {
    if (!IsFolder(argument)) continue;
    const std::string begin = WithoutSlashes(argument) + "/";
    if (file.starts_with(begin) || argument == ".") return Within(argument);
  }
  return Beside(file);
}

std::string TodayOf(const std::string& today, Lang lang) {
  if (today.empty()) {
    const std::time_t now = std::time(nullptr);
    std::tm day{};
    gmtime_r(&now, &day);
    char text[11];
    std::strftime(text, sizeof text, "%Y-%m-%d", &day);
    return text;
  }
  if (IsIsoDate(today)) return today;
  Refuse("A601.bad-date", {"--today", today}, lang);
  return {};
}

std::unique_ptr<RulingShelf> OpenRulings(const RulesetStore& store,
                                         const RulingOptions& options,
                                         const std::vector<std::string>& inputs,
                                         Lang lang) {
  auto shelf = std::make_unique<RulingShelf>();
  const std::string today = TodayOf(options.today, lang);
  if (today.empty()) return nullptr;
  std::vector<std::string> folders = FoldersOf(inputs);
  if (!options.folder.empty()) {
    folders = {WithoutSlashes(options.folder)};
    if (!IsFolder(folders.front()) && options.may_be_new) folders.clear();
    if (!folders.empty() && !IsFolder(folders.front())) {
      Refuse("A603.no-rulings", {options.folder}, lang);
      return nullptr;
    }
  }
  for (const std::string& folder : folders) {
    if (!ReadFolderInto(folder, shelf.get(), lang)) return nullptr;
  }
  Load(store, today, shelf.get(), lang);
  return shelf;
}

}  // namespace sigte
