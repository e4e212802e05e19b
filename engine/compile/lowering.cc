// SPDX-License-Identifier: MPL-2.0

// The language's own forms; calls have a file of their own.
#include "engine/compile/lowering.h"

#include <algorithm>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/evaluate/operations.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {
namespace {

Opcode BinaryOpcode(Operator op) {
  switch (op) {
    case Operator::kEqual: return Opcode::kEqual;
    case Operator::kNotEqual: return Opcode::kNotEqual;
    case Operator::kLess: return Opcode::kLess;
    case Operator::kLessEqual: return Opcode::kLessEqual;
    case Operator::kGreater: return Opcode::kGreater;
    case Operator::kGreaterEqual: return Opcode::kGreaterEqual;
    case Operator::kIn: return Opcode::kIn;
    case Operator::kAdd: return Opcode::kAdd;
    case Operator::kSubtract: return Opcode::kSubtract;
    case Operator::kMultiply: return Opcode::kMultiply;
    case Operator::kDivide: return Opcode::kDivide;
    default: return Opcode::kRemainder;
  }
}

Opcode QuantifierOpcode(std::string_view name) {
  if (name == "all") return Opcode::kAll;
  return name == "exists" ? Opcode::kExists : Opcode::kExistsOne;
}

}  // namespace

NodeId Lowering::Lower(const Expression& expression,
                       const LoweringScope& scope) {
  scope_ = scope;
  return LowerAny(expression);
}

NodeId Lowering::LowerAny(const Expression& e) {
  switch (e.kind) {
    case ExpressionKind::kLiteral:
      return graph_->Constant(e.literal, OriginOf(e));
    case ExpressionKind::kList: return LowerList(e);
    case ExpressionKind::kName: return LowerName(e);
    case ExpressionKind::kUnary: return LowerUnary(e);
    case ExpressionKind::kBinary: return LowerBinary(e);
    case ExpressionKind::kConditional: return LowerConditional(e);
    case ExpressionKind::kCall: return LowerCall(e);
    case ExpressionKind::kQuantifier: return LowerQuantifier(e);
  }
  return Impossible(e);
}

NodeId Lowering::Make(Opcode op, const Expression& e,
                      std::vector<NodeId> operands, std::uint32_t a,
                      std::uint32_t b) {
  GraphNode node;
  node.op = op;
  node.operands = std::move(operands);
  node.a = a;
  node.b = b;
  node.origin = OriginOf(e);
  return graph_->Add(std::move(node));
}

NodeId Lowering::Impossible(const Expression& e) {
  return graph_->Constant(Value::Unknown(kError), OriginOf(e));
}

std::vector<NodeId> Lowering::LowerAll(const Expression& e) {
  std::vector<NodeId> nodes;
  for (const ExpressionPtr& child : e.children) {
    nodes.push_back(LowerAny(*child));
  }
  return nodes;
}

// A list of constants is one, so that no record has to make it again.
NodeId Lowering::LowerList(const Expression& e) {
  std::vector<NodeId> elements = LowerAll(e);
  std::vector<Value> constants;
  for (const NodeId element : elements) {
    const Value* constant = graph_->ConstantOf(element);
    if (constant != nullptr) constants.push_back(*constant);
  }
  if (constants.size() == elements.size()) {
    return graph_->Constant(Value::List(constants.data(), constants.size()),
                            OriginOf(e));
  }
  if (elements.size() > kMaxOperands) {
    issues_->Error("R295.long-list", scope_.source, e.span,
                   {CountText(kMaxOperands)});
    return Impossible(e);
  }
  return Make(Opcode::kList, e, std::move(elements));
}

bool Lowering::IsBound(std::string_view name) const {
  return std::ranges::count(variables_, name) != 0;
}

NodeId Lowering::LowerName(const Expression& e) {
  for (std::size_t level = variables_.size(); level-- > 0;) {
    if (variables_[level] == e.name) {
      return Make(Opcode::kVariable, e, {}, static_cast<std::uint32_t>(level));
    }
  }
  const FieldIndex field = program_->layout.Find(e.name);
  if (field != kNoField) return Make(Opcode::kField, e, {}, field);
  const std::uint32_t text = TextOf(e);
  if (text != kNoIndex) return Make(Opcode::kText, e, {}, text);
  const auto other = names_.others.find(e.name);
  return other == names_.others.end() ? Impossible(e) : other->second;
}

NodeId Lowering::LowerUnary(const Expression& e) {
  const NodeId operand = LowerAny(*e.children[0]);
  if (e.op == Operator::kNot) return Make(Opcode::kNot, e, {operand});
  const Value* constant = graph_->ConstantOf(operand);
  if (constant != nullptr) {
    return graph_->Constant(Negate(*constant), OriginOf(e));
  }
  return Make(Opcode::kNegate, e, {operand});
}

NodeId Lowering::LowerBinary(const Expression& e) {
  if (e.op == Operator::kAnd || e.op == Operator::kOr) return LowerChain(e);
  return Make(BinaryOpcode(e.op), e, LowerAll(e));
}

NodeId Lowering::LowerChain(const Expression& e) {
  Parts parts;
  CollectChain(e, e.op, &parts);
  TellTwice("R273.same-condition", Severity::kWarning, parts);
  return Join(e.op == Operator::kAnd ? Opcode::kAnd : Opcode::kOr,
              std::move(parts.nodes), OriginOf(e));
}

// The operands of a && b && c: the logic is associative, causes included.
void Lowering::CollectChain(const Expression& e, Operator op, Parts* parts) {
  if (e.kind != ExpressionKind::kBinary || e.op != op) {
    parts->nodes.push_back(LowerAny(e));
    parts->written.push_back(&e);
    return;
  }
  CollectChain(*e.children[0], op, parts);
  CollectChain(*e.children[1], op, parts);
}

// Equal conditions are one node, however they are written.
void Lowering::TellTwice(MessageKey message, Severity severity,
                         const Parts& parts) {
  if (!scope_.tells_twice) return;
  std::vector<std::pair<NodeId, std::size_t>> sorted;
  for (std::size_t i = 0; i < parts.nodes.size(); ++i) {
    sorted.emplace_back(parts.nodes[i], i);
  }
  std::ranges::sort(sorted);
  for (std::size_t i = 1, first = 0; i < sorted.size(); ++i) {
    if (sorted[i].first != sorted[first].first) {
      first = i;
      continue;
    }
    if (graph_->ConstantOf(sorted[i].first) != nullptr) continue;
    const Span place = parts.written[sorted[first].second]->span;
    issues_->Add({message,
                  severity,
                  {PlaceName(*scope_.source, place)},
                  scope_.source,
                  parts.written[sorted[i].second]->span,
                  {},
                  {}});
  }
}

NodeId Lowering::Join(Opcode op, std::vector<NodeId> operands,
                      const Origin& origin) {
  while (true) {
    std::vector<NodeId> joined;
    for (std::size_t at = 0; at == 0 || at < operands.size();
         at += kMaxOperands) {
      const std::size_t end = std::min(operands.size(), at + kMaxOperands);
      GraphNode node;
      node.op = op;
      node.operands.assign(operands.begin() + static_cast<std::ptrdiff_t>(at),
                           operands.begin() + static_cast<std::ptrdiff_t>(end));
      node.origin = origin;
      joined.push_back(graph_->Add(std::move(node)));
    }
    if (joined.size() == 1) return joined.front();
    operands = std::move(joined);
  }
}

NodeId Lowering::LowerConditional(const Expression& e) {
  return Make(Opcode::kConditional, e, LowerAll(e));
}

NodeId Lowering::LowerQuantifier(const Expression& e) {
  const NodeId list = LowerAny(*e.children[0]);
  if (variables_.size() >= kMaxLevels) {
    issues_->Error("R294.deep-quantifiers", scope_.source, e.span,
                   {CountText(kMaxLevels)});
    return Impossible(e);
  }
  const auto level = static_cast<std::uint32_t>(variables_.size());
  variables_.push_back(e.variable);
  const NodeId condition = LowerAny(*e.children[1]);
  variables_.pop_back();
  return Make(QuantifierOpcode(e.name), e, {list, condition}, level);
}

}  // namespace sigte
