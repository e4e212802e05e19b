// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/compiler.h"

#include <utility>

#include "engine/compile/compilation.h"
#include "engine/compile/outcomes.h"

namespace sigte {

std::unique_ptr<Program> Compile(const Ruleset& ruleset, IssueList* issues) {
  Compilation compilation(&ruleset);
  compilation.LowerRuleset();
  std::unique_ptr<Program> program = compilation.Finish(issues);
  const bool fits =
      program != nullptr && CheckOutcomes(ruleset, *program, issues);
  return fits ? std::move(program) : nullptr;
}

std::unique_ptr<Program> CompileExpression(const Expression& expression,
                                           const CheckScope& scope,
                                           const Source* source,
                                           IssueList* issues) {
  Compilation compilation(scope.ruleset);
  if (scope.ruleset != nullptr) compilation.LowerRulesBelow(expression);
  compilation.AddUntypedNames(scope.untyped_names);
  compilation.LowerResult(expression, scope, source);
  return compilation.Finish(issues);
}

}  // namespace sigte
