// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/compile/graph.h"
#include "engine/compile/lowering.h"
#include "engine/evaluate/program.h"
#include "engine/rule/checker.h"
#include "engine/rule/ruleset.h"

/// One program in the making: rules and formula → graph → instructions.
namespace sigte {

class Compilation {
 public:
  /// `ruleset` may be null: an expression without fields, rules and terms.
  explicit Compilation(const Ruleset* ruleset);

  void AddUntypedNames(const std::vector<std::string>& names);

  /// All rules, and the formula over them: Program::rules and the like are
  /// kept. A bare expression has none, only what it rests on.
  void LowerRuleset();
  void LowerRulesBelow(const Expression& expression);
  void LowerResult(const Expression& expression, const CheckScope& scope,
                   const Source* source);

  /// Null exactly when there was an error. Adds what was found to `issues`.
  std::unique_ptr<Program> Finish(IssueList* issues);

 private:
  // The nodes of CompiledRule's parts.
  struct RuleNodes {
    NodeId value = kNoNodeId;
    NodeId holds = kNoNodeId;
    NodeId unclear = kNoNodeId;
    NodeId except = kNoNodeId;
  };

  void TakeRuleset();
  void TakeTables();
  void TakeTexts();
  void NameParameters();
  void LowerRule(std::uint32_t number);
  void LowerScope();
  NodeId LowerUnclear(const Rule& rule, std::uint32_t number,
                      const LoweringScope& scope);
  NodeId LowerExcept(const Rule& rule, const Origin& origin);
  NodeId JoinParts(const RuleNodes& nodes, std::uint32_t number,
                   const Origin& origin);
  NodeId OrOfKind(RuleKind kind);
  std::uint32_t FileOf(const Source* source);
  std::vector<FieldIndex> GroupBy(const Rule* rule) const;
  std::vector<NodeId> Roots() const;
  CompiledRule Describe(const Rule& rule);
  std::uint32_t QueryOfMembers(std::uint32_t value) const;

  const Ruleset* ruleset_;
  std::unique_ptr<Program> program_;
  Graph graph_;
  CompileNames names_;
  IssueList issues_;
  Lowering lowering_;
  std::vector<RuleNodes> rules_;
  bool keeps_rules_ = false;
  NodeId inclusion_ = kNoNodeId;
  NodeId exclusion_ = kNoNodeId;
  NodeId scope_ = kNoNodeId;
  NodeId result_ = kNoNodeId;
};

}  // namespace sigte
