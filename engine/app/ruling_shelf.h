// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/ruleset_store.h"
#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/decide/ruling_book.h"

/// The rulings of a run: where they lie, and what is in them.
namespace sigte {

/// What the user says about rulings.
struct RulingOptions {
  std::string folder;       ///< --rulings; empty: beside the data
  std::string today;        ///< --today; empty: the day it is (UTC)
  bool may_be_new = false;  ///< the folder need not be there: it will be made
};

inline constexpr const char* kRulingFolder = "rulings";

/// Whether a file of this name is read in a folder of rulings.
bool IsRulingName(const std::string& path);

/// Whether people may take a file of this name for a ruling: it is one of a
/// name that is read, or has more behind it ("r.yaml.txt", "r.yaml~").
bool LooksLikeRuling(const std::string& path);

/// The folder that rulings on records of `file` lie in, there or not: `chosen`
/// (--rulings), else `rulings` in the input folder that `file` came from, or
/// beside it. `arguments` are the inputs as typed. Empty for standard input.
std::string RulingFolderFor(const std::string& chosen,
                            const std::vector<std::string>& arguments,
                            const std::string& file);

/// `today` where it is given, else the day by the clock in UTC. Empty after
/// saying on standard error that `today` is no date.
std::string TodayOf(const std::string& today, Lang lang);

/// Owns the files that its rulings point into.
struct RulingShelf {
  FileSet files;     ///< named as people call them: "data/rulings/a.yaml"
  IssueList issues;  ///< about files that were refused
  std::int64_t refused_files = 0;
  std::vector<std::string> folders;  ///< that were read
  std::unique_ptr<RulingBook> book;  ///< never null
};

/// Reads the rulings beside `inputs`, or those of --rulings. Says on standard
/// error what is wrong with single files, which then decide nothing; null where
/// a folder cannot be read or the date is none, after saying so.
std::unique_ptr<RulingShelf> OpenRulings(const RulesetStore& store,
                                         const RulingOptions& options,
                                         const std::vector<std::string>& inputs,
                                         Lang lang);

}  // namespace sigte
