// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/base/redaction.h"
#include "engine/evaluate/program.h"
#include "engine/read/json_reader.h"
#include "engine/record/document.h"
#include "engine/rule/ruleset.h"
#include "engine/schema/schema.h"
#include "engine/table/table_setup.h"

/// Finds a ruleset on disk, reads it with its schema, and compiles both.
namespace sigte {

/// A ruleset in use. Owns every text that its parts point into. Nothing in it
/// changes once it is loaded: share it among threads.
struct RulesetStore {
  std::string folder;
  FileSet files;
  std::unique_ptr<Source> schema_source;
  PaddedText schema_text;  ///< the same, as the document needs it
  Document schema_document;
  std::shared_ptr<const Schema> file_schema;    ///< of a whole submission
  std::shared_ptr<const Schema> record_schema;  ///< of one record
  std::optional<Ruleset> ruleset;
  std::unique_ptr<Program> program;
  std::unique_ptr<TableSetup> tables;  ///< how tables are read
  IssueList issues;  ///< warnings; where `ready()` is false, the errors

  /// False: something is wrong, and `issues` says what.
  bool ready() const { return program != nullptr; }
};

/// The folder of the ruleset to use: `chosen` (--rules) or SIGTE_RULES where
/// one is given, else the shipped one. Empty where there is none.
std::string FindRuleset(const std::string& chosen);

/// The folder of the shipped ruleset `name`; empty where there is none.
std::string ShippedRuleset(const std::string& name);
/// The names of the shipped rulesets, sorted.
std::vector<std::string> ShippedRulesets();

/// The shipped file `schemas/<name>`, or one in `folder` (may be empty), which
/// goes first. Empty where there is none.
std::string FindSchema(const std::string& folder, const std::string& name);

/// The names of the shipped schemas, sorted: "submission".
std::vector<std::string> SchemaNames();

/// What the chosen ruleset and the shipped one say that no output may show
/// whole, for commands that need no ruleset otherwise. A manifest that cannot
/// be read adds nothing.
std::vector<Redaction> FindHidden(const std::string& chosen);

/// Reads everything; never null. Faults are in its `issues`.
std::unique_ptr<RulesetStore> LoadRulesetStore(const std::string& folder);

/// As above, and says on standard error what is wrong. Null when it is not
/// ready. The program's until it ends, and not even then taken apart: that
/// would be a thirtieth of a short run.
const RulesetStore* OpenRuleset(const std::string& chosen, Lang lang);

}  // namespace sigte
