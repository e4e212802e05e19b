// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/record/layout.h"
#include "engine/rule/checker.h"
#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_tree.h"

/// What the tests of the rule files share: text in, text out.
namespace sigte {

/// Every issue as the user reads it, in English.
std::string Words(const IssueList& issues);

/// The tree on one line; scalars with their style and place.
std::string Dump(const YamlNode& node);

/// Fields of every type: id, title, content, purpose, share (decimal), staff
/// (int), paid (bool), area (choices), groups (list of choices), years_run
/// (list of int, choices), municipality (int), amount (int).
Layout TestLayout();

/// A ruleset of six files without a fault, as name and text.
using Files = std::vector<std::pair<std::string, std::string>>;
Files GoodFiles();

/// `files` with one text replaced or added.
Files With(Files files, const std::string& name, const std::string& text);

/// The good files with `from` of one of them replaced by `to`, once.
Files Changed(const std::string& name, const std::string& from,
              const std::string& to);

/// What is said when `from` of the good file `file` becomes `to`.
struct FaultCase {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* expected;

  friend void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.to; }
};

FileSet SetOf(const Files& files);

/// The ruleset in `files`, which must outlive it.
std::optional<Ruleset> LoadRuleset(const FileSet& files, Layout layout,
                                   IssueList* issues);

/// What loading the files says; empty where nothing is wrong.
std::string IssuesOf(const Files& files);

/// The good ruleset, read once.
const Ruleset& GoodRuleset();

/// The type of an expression ("bool", "ints" …), or what is wrong with it.
std::string CheckWords(const CheckScope& scope, const std::string& text);
/// The same over the good ruleset, strictly.
std::string StrictWords(const std::string& text);

}  // namespace sigte
