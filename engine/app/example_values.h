// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/ruleset_store.h"

namespace sigte {

/// Adds an error for each value in the examples of rules that the schema lets
/// no record have: such an example shows nothing. What is left out or says that
/// there is no answer is fine, and so is all in a check that rejects. `store`
/// must be ready.
void CheckExampleValues(const RulesetStore& store, IssueList* issues);

/// What an example's record is in JSON.
std::string JsonOf(const std::vector<ExampleField>& fields);

}  // namespace sigte
