// SPDX-License-Identifier: MPL-2.0

#include "engine/app/hook_install.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "engine/app/configuration.h"
#include "engine/app/exit_code.h"
#include "engine/app/git.h"
#include "engine/app/output.h"
#include "engine/app/ruling_files.h"
#include "engine/app/telling.h"
#include "engine/base/file_set.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

// Our lines in a hook, from the first of these to the last. What stands around
// them is somebody else's.
constexpr std::string_view kShell = "#!/bin/sh\n";
constexpr std::string_view kBegins = "# sigte-hook: ";
constexpr std::string_view kEnds = "# sigte-hook-end: ";

int Say(const std::string& words) {
  Output output;
  output.Write(words + "\n");
  return Delivered(&output, kExitOk);
}

// As a shell reads it back.
std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) {
    quoted += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return quoted + "'";
}

std::string CheckLine(bool all) {
  return all ? "hook --staged --all" : "hook --staged";
}

std::string ThisProgram() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? "sigte" : program.string();
}

// $SIGTE_BIN, else the program that installed it, else the one on PATH.
std::string HookLines(bool all, Lang lang) {
  return std::string(kBegins) + Message(lang, "hook.script-comment") +
         "\n"
         "sigte=${SIGTE_BIN:-" +
         Quoted(ThisProgram()) +
         "}\n"
         "[ -x \"$sigte\" ] || sigte=$(command -v sigte) || {\n"
         "  printf '%s\\n' " +
         Quoted(Message(lang, "hook.script-no-program")) +
         " >&2\n"
         "  exit 2\n"
         "}\n"
         "\"$sigte\" " +
         CheckLine(all) + " || exit $?\n" + std::string(kEnds) +
         Message(lang, "hook.script-comment-end") + "\n";
}

/// Where git looks for the hook, and what is there.
struct HookPlace {
  std::string path;
  std::string name;  ///< as people call it from where they stand
  bool is_there = false;
  bool is_ours = false;   ///< our lines are in it
  std::string text;       ///< of ours
  std::size_t begin = 0;  ///< of our lines in it
  std::size_t end = 0;
};

std::size_t LineAt(const std::string& text, std::string_view begins,
                   std::size_t from) {
  std::size_t at = text.find(begins, from);
  while (at != text.npos && at > 0 && text[at - 1] != '\n') {
    at = text.find(begins, at + 1);
  }
  return at;
}

// Our lines must be whole: whoever cut them has made the hook their own.
void FindLines(HookPlace* place) {
  const std::string& text = place->text;
  place->begin = LineAt(text, kBegins, 0);
  if (place->begin == text.npos) return;
  const std::size_t last = LineAt(text, kEnds, place->begin);
  if (last == text.npos) return;
  place->end = std::min(text.find('\n', last), text.size() - 1) + 1;
  place->is_ours = true;
}

// As it is called from `here`, which the working folder no longer is.
std::string NameFrom(const fs::path& here, const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error).lexically_normal();
  const fs::path near = whole.lexically_relative(here);
  return error || near.empty() ? path : near.string();
}

// Empty where git looks for no hook of a repository.
std::optional<std::string> HooksFolder(std::string* why) {
  std::string ignored;
  const auto set = RunGit({"config", "--get", "core.hooksPath"}, "", &ignored);
  if (set && *set == "\n") return std::string();
  auto folder = RunGit({"rev-parse", "--git-path", "hooks"}, "", why);
  if (folder && folder->ends_with('\n')) folder->pop_back();
  return folder;
}

// core.hooksPath may be relative: to the top of the work tree, where hooks run.
std::optional<HookPlace> FindHook(std::string* why) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const auto top = WorkTreeTop(why);
  if (!top) return std::nullopt;
  if (chdir(top->c_str()) != 0) {
    *why = *top + ": " + SystemWords(errno);
    return std::nullopt;
  }
  const auto folder = HooksFolder(why);
  if (!folder) return std::nullopt;
  HookPlace place;
  if (folder->empty()) return place;
  place.path = (fs::path(*folder) / "pre-commit").string();
  place.name = NameFrom(here, place.path);
  struct stat status {};
  place.is_there = lstat(place.path.c_str(), &status) == 0;
  // What is behind a link is somebody else's.
  if (!place.is_there || !S_ISREG(status.st_mode)) return place;
  std::string ignored;
  place.text = ReadFile(place.path, &ignored).value_or("");
  FindLines(&place);
  return place;
}

mode_t RunnableMode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0777 & ~mask;
}

bool Write(const HookPlace& place, const std::string& text, std::string* why) {
  if (!MakeFolder(fs::path(place.path).parent_path().string(), why)) {
    return false;
  }
  Written written = Written::kYes;
  if (!place.is_there) {
    written = WriteNewFile(place.path, text, why);
  } else if (place.text != text) {
    written = ReplaceFile(place.path, place.text, text, why);
  }
  if (written == Written::kNotMine) *why = SystemWords(EEXIST);
  if (written != Written::kYes) return false;
  if (chmod(place.path.c_str(), RunnableMode()) == 0) return true;
  *why = SystemWords(errno);
  return false;
}

}  // namespace

int RunHookInstall(const Invocation& invocation) {
  const Lang lang = invocation.settings.lang;
  const bool all = invocation.hook.all;
  std::string why;
  const auto place = FindHook(&why);
  if (!place) return TellFailure("H101.git-failed", {why}, lang);
  if (place->path.empty()) return TellFailure("H110.no-hooks-folder", {}, lang);
  if (place->is_there && !place->is_ours) {
    return TellFailure("H105.foreign-hook",
                       {place->name, "sigte " + CheckLine(all) + " || exit $?"},
                       lang);
  }
  const std::string lines = HookLines(all, lang);
  std::string text = std::string(kShell) + lines;
  if (place->is_ours) {
    text = place->text;
    text.replace(place->begin, place->end - place->begin, lines);
  }
  if (!Write(*place, text, &why)) {
    return TellFailure("H106.cannot-install", {place->name, why}, lang);
  }
  return Say(Message(lang, "hook.installed", {place->name}));
}

int RunHookUninstall(const Invocation& invocation) {
  const Lang lang = invocation.settings.lang;
  std::string why;
  const auto place = FindHook(&why);
  if (!place) return TellFailure("H101.git-failed", {why}, lang);
  if (place->path.empty()) return TellFailure("H110.no-hooks-folder", {}, lang);
  if (!place->is_there) {
    return Say(Message(lang, "hook.none-installed", {place->name}));
  }
  if (!place->is_ours) return TellFailure("H107.not-ours", {place->name}, lang);
  std::string rest = place->text;
  rest.erase(place->begin, place->end - place->begin);
  const bool has_others = rest != kShell;
  if (has_others && !Write(*place, rest, &why)) {
    return TellFailure("H108.cannot-uninstall", {place->name, why}, lang);
  }
  if (!has_others && unlink(place->path.c_str()) != 0) {
    return TellFailure("H108.cannot-uninstall",
                       {place->name, SystemWords(errno)}, lang);
  }
  return Say(Message(lang,
                     has_others ? MessageKey("hook.block-removed")
                                : MessageKey("hook.uninstalled"),
                     {place->name}));
}

}  // namespace sigte
