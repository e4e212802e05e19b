// SPDX-License-Identifier: MPL-2.0

// Which files, under which configurations; and the child that looks at what is
// staged.

#include "engine/app/hook_command.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "engine/app/configured.h"
#include "engine/app/exit_code.h"
#include "engine/app/git.h"
#include "engine/app/hook_run.h"
#include "engine/app/output.h"
#include "engine/app/private_folder.h"
#include "engine/app/staged_tree.h"
#include "engine/app/summary_line.h"
#include "engine/app/telling.h"

namespace sigte {
namespace {

// False after saying why the configuration cannot be used.
bool Settle(const std::string& configuration, Invocation* invocation) {
  return ConfigureWith(configuration, invocation,
                       Usage(invocation->settings.lang, "hook"));
}

std::string ConfigurationFor(const std::string& input, const Invocation& of) {
  const ConfigurationChoice& choice = of.configuration;
  if (choice.none || !choice.file.empty()) return choice.file;
  return FindConfiguration(input, choice.staged);
}

int Report(const HookResult& result, Lang lang) {
  if (result.code == kExitOk) return kExitOk;
  Output output;
  for (const std::string& line : result.lines) output.Write(line);
  const auto shown = static_cast<std::int64_t>(result.lines.size());
  if (result.found > shown) {
    output.Write(
        Message(lang, "hook.shown",
                {CountText(result.lines.size()),
                 CountText(static_cast<std::uint64_t>(result.found))}) +
        "\n");
  }
  if (result.summary.read() > 0 || !result.summary.unreadable().empty()) {
    output.Write("sigte: " + SummaryLine(result.summary, lang) + "\n");
  }
  return Delivered(&output, result.code);
}

using ByConfiguration = std::map<std::string, HookInputs>;

// The files of a folder may be under configurations of their own; what cannot
// be looked into is told under the folder's.
void AddInput(const std::string& input, const Invocation& invocation,
              ByConfiguration* all) {
  if (!IsFolder(input)) {
    (*all)[ConfigurationFor(input, invocation)].files.push_back(input);
    return;
  }
  const InputList list = ListInputs({input});
  TellPassedOver(list, invocation.settings);
  for (const std::string& path : list.paths) {
    (*all)[ConfigurationFor(path, invocation)].files.push_back(path);
  }
  for (const Issue& issue : list.issues.issues()) {
    (*all)[ConfigurationFor(input, invocation)].unlisted.Add(issue);
  }
}

// Each file by the configuration that holds for it. `places` are folders whose
// ruleset and rulings are looked at, whether data lies there or not.
int CheckFiles(const std::vector<std::string>& files,
               const std::set<std::string>& places,
               const Invocation& invocation) {
  ByConfiguration by_configuration;
  for (const std::string& file : files) {
    AddInput(file, invocation, &by_configuration);
  }
  for (const std::string& place : places) {
    by_configuration[ConfigurationFor(place, invocation)].places.push_back(
        place);
  }
  HookResult result(MostTold(invocation.settings));
  Lang lang = invocation.settings.lang;
  for (const auto& [configuration, inputs] : by_configuration) {
    Invocation settled = invocation;
    if (!Settle(configuration, &settled)) {
      result.code = kExitFailed;
      continue;
    }
    lang = settled.settings.lang;
    RunHookOn(inputs, settled, &result);
  }
  return Report(result, lang);
}

// Nothing is no fault: a repository begins without data.
bool IsEmptyFolder(const std::string& path) {
  if (!IsFolder(path)) return false;
  const InputList list = ListInputs({path});
  return list.paths.empty() &&
         std::ranges::all_of(list.issues.issues(), [](const Issue& issue) {
           return issue.message == MessageKey("A111.empty-folder");
         });
}

// The data files that git knows below the current folder; where git knows
// nothing, the folder.
std::vector<std::string> TrackedFiles() {
  std::string why;
  const auto index = ListIndex(&why);
  if (!index) return {"."};
  std::vector<std::string> files;
  for (const IndexEntry& entry : *index) {
    const bool is_data = (entry.is_file || !entry.target.empty()) &&
                         IsInputName(entry.path) && !IsFolder(entry.path);
    if (is_data && access(entry.path.c_str(), F_OK) == 0) {
      files.push_back(entry.path);
    }
  }
  return files;
}

// The whole tree: what the configuration here names, else what git tracks.
int CheckAll(const Invocation& invocation) {
  Invocation settled = invocation;
  if (!Settle(ConfigurationFor("-", invocation), &settled)) return kExitFailed;
  const ConfigurationFile* file = settled.configuration_file.get();
  std::vector<std::string> inputs =
      file == nullptr || file->values.inputs.empty()
          ? TrackedFiles()
          : ExpandInputs(*file, settled.configuration.staged);
  std::erase_if(inputs, IsEmptyFolder);
  return CheckFiles(inputs, {}, invocation);
}

// The same of the index; without --all only as far as what decides changes.
int CheckWhole(const Invocation& invocation, const StagedTree& tree) {
  Invocation settled = invocation;
  if (!Settle(ConfigurationFor("-", invocation), &settled)) return kExitFailed;
  std::vector<std::string> files = tree.files();
  const ConfigurationFile* file = settled.configuration_file.get();
  if (file != nullptr && !file->values.inputs.empty()) {
    std::erase_if(files, [&](const std::string& path) {
      const bool is_own = !invocation.hook.all && tree.IsChanged(path);
      return !is_own &&
             !CoversInput(*file, path, invocation.configuration.staged);
    });
  }
  return CheckFiles(files, tree.places(), invocation);
}

// What was typed is meant from where it was typed.
void MakeAbsolute(std::string* path) {
  if (!path->empty()) *path = AbsolutePath(*path);
}

void HoldOnToPaths(Invocation* invocation) {
  MakeAbsolute(&invocation->settings.rules);
  MakeAbsolute(&invocation->hook.rulings.folder);
  MakeAbsolute(&invocation->configuration.file);
  for (const char* name : {"SIGTE_RULES", "SIGTE_RULINGS", "SIGTE_CONFIG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    setenv(name, AbsolutePath(value).c_str(), 1);
  }
}

int CheckStagedIn(const std::string& folder, Invocation* invocation) {
  IssueList issues;
  const auto tree = StagedTree::Make(folder, invocation->hook.all, &issues);
  const std::string told = IssuesText(issues, invocation->settings.lang);
  if (!told.empty()) WriteError(told);
  if (tree == nullptr) return kExitFailed;
  if (chdir(folder.c_str()) != 0) return kExitFailed;
  invocation->configuration.staged = tree->place();
  // A faulty one would stop the next commit, whoever makes it.
  for (const std::string& path : tree->configurations()) {
    Invocation settled = *invocation;
    if (!Settle(path, &settled)) return kExitFailed;
  }
  if (tree->files().empty() && tree->places().empty()) return kExitOk;
  return invocation->hook.all || !tree->places().empty()
             ? CheckWhole(*invocation, *tree)
             : CheckFiles(tree->files(), {}, *invocation);
}

// Submissions must not stay behind, whoever stops the check, and however: a
// child works in the folder, and its parent removes it.
int CheckStaged(Invocation invocation) {
  HoldOnToPaths(&invocation);
  const Lang lang = invocation.settings.lang;
  std::string why;
  const auto code = InPrivateFolder(
      [&invocation](const std::string& folder) {
        return CheckStagedIn(folder, &invocation);
      },
      &why);
  return code ? *code : TellFailure("H103.no-private-folder", {why}, lang);
}

}  // namespace

int RunHook(const Invocation& invocation) {
  const HookOptions& options = invocation.hook;
  const Lang lang = invocation.settings.lang;
  if (!options.files.empty() && (options.all || options.staged)) {
    return TellFailure("H104.files-and-more",
                       {options.all ? "--all" : "--staged"}, lang);
  }
  if (options.staged) return CheckStaged(invocation);
  if (options.all) return CheckAll(invocation);
  if (options.files.empty()) {
    Usage(lang, "hook").Missing(Message(lang, "app.arg.files"));
    return kExitFailed;
  }
  return CheckFiles(options.files, {}, invocation);
}

}  // namespace sigte
