// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/compiler.h"

#include "engine/compile/compilation.h"

namespace sigte {

std::unique_ptr<Program> Compile(const Ruleset& ruleset, IssueList* issues) {
  Compilation compilation(&ruleset);
  compilation.KeepRules();
  compilation.LowerRules();
  compilation.LowerScope();
  return compilation.Finish(issues);
}

std::unique_ptr<Program> CompileExpression(const Expression& expression,
                                           const CheckScope& scope,
                                           const Source* source,
                                           IssueList* issues) {
  Compilation compilation(scope.ruleset);
  if (scope.ruleset != nullptr) compilation.LowerRules();
  compilation.AddUntypedNames(scope.untyped_names);
  compilation.LowerResult(expression, scope, source);
  return compilation.Finish(issues);
}

}  // namespace sigte
