// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/report/cases.h"
#include "engine/report/summary.h"

/// What was submitted, as a workbook to be sent back: first what was decided
/// and found, then the records in the template's layout with coloured cells.
/// It can be corrected and submitted again.
namespace sigte {

/// A whole run, in the order of its input.
struct Reply {
  std::string title;  ///< of the ruleset
  Lang lang = Lang::kDa;
  Summary summary;
  std::vector<Case> cases;
  std::vector<FileCase> files;
  std::vector<EmptyReply> empties;
};

/// Records that a sheet has room for, each with a few rows of findings.
inline constexpr std::size_t kMostReturned = 100000;

/// Writes the workbook to `path`. False with `*why` where that cannot be done.
/// At most kMostReturned cases.
bool WriteReturned(const Program& program, Reply reply,
                   const std::string& scratch_folder, const std::string& path,
                   std::string* why);

}  // namespace sigte
