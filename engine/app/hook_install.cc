// SPDX-License-Identifier: MPL-2.0

#include "engine/app/hook_install.h"

#include <sys/stat.h>
#include <unistd.h>

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
#include "engine/base/file_set.h"
#include "engine/base/system_words.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegins = "#!/bin/sh\n# sigte-hook: ";

int Refuse(MessageKey key, std::vector<LocalText> args, Lang lang) {
  IssueList issues;
  issues.Error(key, nullptr, {}, std::move(args));
  TellAll(issues, lang);
  return kExitFailed;
}

int Say(const std::string& words) {
  Output output;
  output.Write(words + "\n");
  return output.Finish() ? kExitOk : kExitFailed;
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
std::string HookText(bool all, Lang lang) {
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
         "exec \"$sigte\" " +
         CheckLine(all) + "\n";
}

/// Where git looks for the hook, and what is there.
struct HookPlace {
  std::string path;
  bool is_there = false;
  bool is_ours = false;
  std::string text;  ///< of ours
};

// core.hooksPath may be relative: to the top of the work tree, where hooks run.
std::optional<HookPlace> FindHook(std::string* why) {
  const auto top = WorkTreeTop(why);
  if (!top) return std::nullopt;
  if (chdir(top->c_str()) != 0) {
    *why = *top + ": " + SystemWords(errno);
    return std::nullopt;
  }
  auto folder = RunGit({"rev-parse", "--git-path", "hooks"}, "", why);
  if (!folder) return std::nullopt;
  if (folder->ends_with('\n')) folder->pop_back();
  HookPlace place;
  place.path = (fs::path(*folder) / "pre-commit").string();
  struct stat status {};
  place.is_there = lstat(place.path.c_str(), &status) == 0;
  // What is behind a link is somebody else's.
  if (!place.is_there || !S_ISREG(status.st_mode)) return place;
  std::string ignored;
  const auto text = ReadFile(place.path, &ignored);
  place.is_ours = text && text->starts_with(kBegins);
  if (place.is_ours) place.text = *text;
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
  if (!place) return Refuse("H101.git-failed", {why}, lang);
  if (place->is_there && !place->is_ours) {
    return Refuse("H105.foreign-hook",
                  {place->path, "sigte " + CheckLine(all) + " || exit $?"},
                  lang);
  }
  if (!Write(*place, HookText(all, lang), &why)) {
    return Refuse("H106.cannot-install", {place->path, why}, lang);
  }
  return Say(Message(lang, "hook.installed", {place->path}));
}

int RunHookUninstall(const Invocation& invocation) {
  const Lang lang = invocation.settings.lang;
  std::string why;
  const auto place = FindHook(&why);
  if (!place) return Refuse("H101.git-failed", {why}, lang);
  if (!place->is_there) {
    return Say(Message(lang, "hook.none-installed", {place->path}));
  }
  if (!place->is_ours) return Refuse("H107.not-ours", {place->path}, lang);
  if (unlink(place->path.c_str()) != 0) {
    return Refuse("H108.cannot-uninstall", {place->path, SystemWords(errno)},
                  lang);
  }
  return Say(Message(lang, "hook.uninstalled", {place->path}));
}

}  // namespace sigte
