// SPDX-License-Identifier: MPL-2.0

#include "engine/app/one_configuration.h"

#include <map>
#include <string_view>

#include "engine/app/configuration.h"
#include "engine/app/inputs.h"
#include "engine/app/telling.h"

namespace sigte {
namespace {

// False after saying that the two are different.
bool RefuseBoth(const GovernedFile& one, const GovernedFile& other, Lang lang) {
  const auto named = [](const std::string& name) {
    return name.empty() ? Message("config.no-file") : LocalText(name);
  };
  IssueList issues;
  issues.Error("C110.several-configurations", nullptr, {},
               {one.path, named(one.configuration), other.path,
                named(other.configuration)});
  TellAll(issues, lang);
  return false;
}

// Of a folder that is screened, what lies below it as well.
bool ReadsFolders(std::string_view command) {
  return command != "config" && command != "rules check" &&
         command != "rulings stats";
}

}  // namespace

const std::vector<std::string>& InputsOf(const Invocation& of) {
  static const std::vector<std::string> kNone;
  const std::map<std::string_view, const std::vector<std::string>*> inputs = {
      {"screen", &of.screen.inputs},
      {"letter", &of.letter.inputs},
      {"review", &of.review.inputs},
      {"explain", &of.explain.inputs},
      {"rulings check", &of.rulings.arguments},
      {"rulings stats", &of.rulings.arguments},
      {"rules check", &of.rule_files},
      {"config", &of.config.inputs},
  };
  const auto at = inputs.find(of.command);
  return at == inputs.end() ? kNone : *at->second;
}

// Half of the inputs must not be read with the settings of the other half.
bool FindOneConfiguration(const std::vector<std::string>& inputs,
                          const Invocation& invocation, std::string* path) {
  const Lang lang = invocation.settings.lang;
  const StagedPlace& staged = invocation.configuration.staged;
  *path = FindConfiguration(inputs.empty() ? "-" : inputs.front(), staged);
  for (const std::string& input : inputs) {
    const std::string other = FindConfiguration(input, staged);
    if (other != *path) {
      return RefuseBoth({inputs.front(), *path}, {input, other}, lang);
    }
    if (!IsFolder(input) || !ReadsFolders(invocation.command)) continue;
    for (const GovernedFile& below : GovernedFiles(input, staged)) {
      if (below.configuration == *path) continue;
      return RefuseBoth({input, *path}, below, lang);
    }
  }
  return true;
}

// What the configuration itself names may lie anywhere, but not below another
// that is nearer.
bool HoldsForItsInputs(const ConfigurationFile& file,
                       const std::vector<std::string>& inputs, Lang lang) {
  for (const std::string& input : inputs) {
    for (const GovernedFile& at : GovernedFiles(input, {})) {
      if (at.configuration.empty() || !LiesBelow(at.configuration, file)) {
        continue;
      }
      return RefuseBoth({ShortPath(file.folder), file.path}, at, lang);
    }
  }
  return true;
}

}  // namespace sigte
