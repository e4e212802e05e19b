// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/base/issue.h"
#include "engine/evaluate/program.h"
#include "engine/rule/ruleset.h"

/// What the conditions of rules can come to, whatever the records.
namespace sigte {

/// Reports constants that have no result, and conditions that constants alone
/// keep from ever being true, or false. Warns of those that parameters keep
/// from it, which others may change, and the bounds that the schema sets for
/// one field: a value beyond them makes its record invalid whatever the rules
/// say. Warns, too, of parts in
/// which comparisons of one field exclude each other. Of other rules in a
/// condition nothing is known here. `program` is `ruleset`'s; false exactly
/// when there is an error.
bool CheckOutcomes(const Ruleset& ruleset, const Program& program,
                   IssueList* issues);

}  // namespace sigte
