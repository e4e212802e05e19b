#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/record/layout.h"

/// What the tests of the rule files share: text in, text out.
namespace sigte {

/// Every issue as the user reads it, in English.
std::string Words(const IssueList& issues);

/// Fields of every type: id, title, content, purpose, share (decimal), staff
/// (int), paid (bool), area (choices), groups (list of choices), years_run
/// (list of int), municipality (int), amount (int).
Layout TestLayout();

/// A ruleset of six files without a fault, as name and text.
using Files = std::vector<std::pair<std::string, std::string>>;
Files GoodFiles();

/// `files` with one text replaced or added.
Files With(Files files, const std::string& name, const std::string& text);

/// The good files with `from` of one of them replaced by `to`, once.
Files Changed(const std::string& name, const std::string& from,
              const std::string& to);

FileSet SetOf(const Files& files);

/// What loading the files says; empty where nothing is wrong.
std::string IssuesOf(const Files& files);

}  // namespace sigte
