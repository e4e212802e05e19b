// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/base/redaction.h"
#include "engine/record/layout.h"
#include "engine/rule/ruleset.h"

/// Reads a ruleset's folder. Fails closed: everything wrong with any file is
/// reported in one run, and then there is no ruleset.
namespace sigte {

/// What must be known before the schema can be read.
struct Manifest {
  SpannedText schema;       ///< file name of the submission schema
  SpannedText list_member;  ///< records: list, id, group, title, amount
  SpannedText id;
  SpannedText group;
  SpannedText title;
  SpannedText amount;
  std::vector<SpannedText> missing;  ///< what says that there is no answer
  Redaction redaction;               ///< hide
};

/// Whether a file of that name (without folders) belongs in a ruleset, or might
/// be meant to: RulesetLoader says which of them do, and refuses the rest.
bool MayBeRulesetFile(std::string_view name);

/// Reads the files in the background from its making on: start-up is counted,
/// and most of it is reading YAML.
class RulesetLoader {
 public:
  /// `files` must outlive the loader and the ruleset.
  explicit RulesetLoader(const FileSet& files);
  ~RulesetLoader();

  /// Reads ruleset.yaml's keys that concern the schema. nullopt exactly when an
  /// issue is an error.
  std::optional<Manifest> ReadManifest(IssueList* issues);

  /// Reads everything; to be called once. `layout` comes from the manifest's
  /// schema; its role fields (id, group, …) and markers are set here. nullopt
  /// exactly when an issue is an error.
  std::optional<Ruleset> Load(Layout layout, IssueList* issues);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sigte
