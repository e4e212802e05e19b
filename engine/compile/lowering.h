// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/compile/graph.h"
#include "engine/rule/expression.h"
#include "engine/rule/ruleset.h"

/// Expressions → nodes of the graph: what names and functions mean.
namespace sigte {

/// What an expression may name besides fields and texts, which the program has.
struct CompileNames {
  std::map<std::string, NodeId, std::less<>> others;  ///< rules, parameters
};

/// Where an expression stands.
struct LoweringScope {
  const Source* source = nullptr;
  std::uint32_t file = kNoIndex;                      ///< of `source`
  const std::vector<FieldIndex>* group_by = nullptr;  ///< null: no group
  bool tells_twice = false;  ///< report conditions that stand twice
};

/// Lowers checked expressions. What the checker lets pass in a lenient scope
/// and has no meaning (an operand that must be a field and is none) becomes
/// Unknown(kError).
class Lowering {
 public:
  /// All borrowed; `program` has its layout, texts, tables, lexicon and laws.
  Lowering(Program* program, Graph* graph, const CompileNames& names,
           IssueList* issues)
      : program_(program), graph_(graph), names_(names), issues_(issues) {}

  NodeId Lower(const Expression& expression, const LoweringScope& scope);

  /// The conditions and numbers of Program::group_queries, still as nodes.
  const std::vector<NodeId>& group_operands() const { return group_operands_; }

  /// AND or OR of `operands`, however many.
  NodeId Join(Opcode op, std::vector<NodeId> operands, const Origin& origin);

 private:
  using Handler = NodeId (Lowering::*)(const Expression&);
  struct Function {
    std::string_view name;
    std::size_t min_arguments;
    std::size_t max_arguments;
    Handler handler;
  };

  // lowering.cc
  NodeId LowerAny(const Expression& e);
  NodeId LowerList(const Expression& e);
  NodeId LowerName(const Expression& e);
  NodeId LowerUnary(const Expression& e);
  NodeId LowerBinary(const Expression& e);
  NodeId LowerChain(const Expression& e);
  /// Conditions side by side: where each stands, and what it is.
  struct Parts {
    std::vector<const Expression*> written;
    std::vector<NodeId> nodes;
  };
  void CollectChain(const Expression& e, Operator op, Parts* parts);
  void TellTwice(MessageKey message, Severity severity, const Parts& parts);
  NodeId LowerConditional(const Expression& e);
  NodeId LowerQuantifier(const Expression& e);
  NodeId Make(Opcode op, const Expression& e, std::vector<NodeId> operands,
              std::uint32_t a = kNoIndex, std::uint32_t b = kNoIndex);
  NodeId Impossible(const Expression& e);
  Origin OriginOf(const Expression& e) const { return {scope_.file, e.span}; }
  std::vector<NodeId> LowerAll(const Expression& e);

  // calls.cc
  static const Function* FindFunction(std::string_view name);
  NodeId LowerCall(const Expression& e);
  NodeId CallPlain(const Expression& e);
  NodeId CallMatches(const Expression& e);
  NodeId CallMention(const Expression& e);
  NodeId CallTogether(const Expression& e);
  NodeId CallCites(const Expression& e);
  NodeId CallLaw(const Expression& e);
  NodeId CallLookup(const Expression& e);
  NodeId CallGroup(const Expression& e);
  bool IsBound(std::string_view name) const;
  std::uint32_t TextOf(const Expression& e) const;
  std::uint32_t TermOf(const Expression& e) const;
  std::uint32_t QueryOf(GroupMeasure measure, NodeId operand);

  Program* program_;
  Graph* graph_;
  const CompileNames& names_;
  IssueList* issues_;
  LoweringScope scope_;
  std::vector<std::string_view> variables_;  // bound, the innermost last
  std::map<std::string, std::uint32_t, std::less<>> regexes_;
  std::map<std::string, std::uint32_t, std::less<>> citations_;
  std::map<std::tuple<std::vector<FieldIndex>, GroupMeasure, NodeId>,
           std::uint32_t>
      queries_;
  std::vector<NodeId> group_operands_;
};

}  // namespace sigte
