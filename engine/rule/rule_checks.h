// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/base/issue.h"
#include "engine/rule/ruleset.h"

/// What only shows when all files of a ruleset have been read.
namespace sigte {

/// Names and codes given twice, also between fields, texts, parameters and
/// rules.
void CheckNames(const Ruleset& ruleset, IssueList* issues);

/// The types of every condition.
void CheckConditions(const Ruleset& ruleset, IssueList* issues);

/// Whether nothing but unknown is expected of its examples, as of a rule that
/// rests on a figure which nobody could source.
bool IsAlwaysUnknown(const Rule& rule);

/// Rows of tables that no value of the field that is looked up can find.
void CheckTableKeys(const Ruleset& ruleset, IssueList* issues);

/// Exceptions that there are not, rules that call each other in a circle.
void CheckReferences(const Ruleset& ruleset, IssueList* issues);

/// Facts that nothing uses; of a ruleset in which all conditions are sound.
void CheckFactsAreUsed(const Ruleset& ruleset, IssueList* issues);

/// The types of the scope formula.
void CheckScopeFormula(const Ruleset& ruleset, IssueList* issues);

/// Kinds of rules that the scope formula asks for and that there are none of,
/// or the other way round; of a ruleset in which all rules could be read.
void CheckScopeKinds(const Ruleset& ruleset, IssueList* issues);

}  // namespace sigte
