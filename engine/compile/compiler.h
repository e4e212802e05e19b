// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>

#include "engine/base/issue.h"
#include "engine/evaluate/program.h"
#include "engine/rule/checker.h"
#include "engine/rule/expression.h"
#include "engine/rule/ruleset.h"

/// Rules → program. Equal expressions become one instruction.
namespace sigte {

/// Compiles a checked ruleset. Reports rules that call each other in a circle,
/// regular expressions that RE2 refuses, and conditions whose outcome stands
/// fast (outcomes.h); null exactly when there is an error. `ruleset` must
/// outlive the program (its sources are pointed to).
std::unique_ptr<Program> Compile(const Ruleset& ruleset, IssueList* issues);

/// Compiles one bare expression (`sigte eval`) over the ruleset in `scope`. Its
/// value is Program::result. Null after adding an issue.
std::unique_ptr<Program> CompileExpression(const Expression& expression,
                                           const CheckScope& scope,
                                           const Source* source,
                                           IssueList* issues);

}  // namespace sigte
