// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/base/issue.h"

/// Which rulesets files belong to.
namespace sigte {

struct RulesetFolders {
  std::vector<std::string> folders;  ///< each once, in the order of the files
  /// Folders of rulings: those belong to the ruleset that they answer.
  std::vector<std::string> rulings;
  IssueList issues;  ///< files that are not there; notes on those of no ruleset
};

/// A file belongs to the ruleset in the nearest folder at or above it that
/// holds `ruleset.yaml` (up to a repository's top). What is in none belongs to
/// the rulesets below its folder, and a schema to those in `rules` beside its
/// folder: theirs may rest on it.
RulesetFolders FindRulesetFolders(const std::vector<std::string>& files);

}  // namespace sigte
