// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"

/// Which of a ruleset's faults follow from others: what is told is where to
/// begin, and what would be gone by then is not told.
namespace sigte {

/// Whether what it tells of is read in no file, because it is in the wrong one:
/// names are unknown then that are none.
bool IsMisplaced(const Issue& issue);

/// Adds `found` to `told`, sorted, what keeps whole files from being used
/// first; without names that are unknown only because they stand in one of
/// `unused`, the files of which nothing was read, and without what follows from
/// a tag.
void TellCausesFirst(const IssueList& found,
                     const std::vector<const Source*>& unused, IssueList* told);

}  // namespace sigte
