// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/base/issue.h"
#include "engine/rule/ruleset.h"

namespace sigte {

/// Adds a note for each term that no rule of a sound `ruleset` asks for: its
/// author may think that it is in force, and it is not. (A fact that nothing
/// uses is an error, see rule_checks.h; figures may be there to be read.)
void NoteUnusedTerms(const Ruleset& ruleset, IssueList* issues);

}  // namespace sigte
