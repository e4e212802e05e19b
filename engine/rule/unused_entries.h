// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/base/issue.h"
#include "engine/rule/ruleset.h"

namespace sigte {

/// Adds a note for each term, parameter, table and text of several fields that
/// no rule of a sound `ruleset` asks for: its author may think that it is in
/// force, and it is not. Not of figures that are there to be read. (A fact that
/// nothing uses is an error, see rule_checks.h.)
void NoteUnused(const Ruleset& ruleset, IssueList* issues);

}  // namespace sigte
