// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/emitter.h"

#include <bit>
#include <set>

namespace sigte {
namespace {

// The level of the quantifier whose body a node stands in. Only of a node that
// depends on a variable.
std::uint32_t Innermost(const GraphNode& node) {
  return static_cast<std::uint32_t>(std::bit_width(node.free)) - 1;
}

}  // namespace

Emitter::Emitter(const Graph& graph, Program* program)
    : graph_(graph), program_(program), index_(graph.size(), kNoIndex) {}

void Emitter::Emit(const std::vector<NodeId>& roots) {
  std::vector<bool> needed(graph_.size(), false);
  for (const NodeId root : roots) {
    if (root != kNoNodeId) needed[root] = true;
  }
  // Operands have lower numbers than their users.
  for (std::size_t id = graph_.size(); id-- > 0;) {
    if (!needed[id]) continue;
    for (const NodeId operand : graph_[static_cast<NodeId>(id)].operands) {
      needed[operand] = true;
    }
  }
  for (NodeId id = 0; id < graph_.size(); ++id) {
    if (needed[id] && graph_[id].free == 0) EmitNode(id);
  }
}

std::uint32_t Emitter::IndexOf(NodeId root) const {
  return root == kNoNodeId ? kNoIndex : index_[root];
}

void Emitter::EmitNode(NodeId id) {
  if (IsQuantifier(graph_[id].op)) {
    EmitQuantifier(id);
  } else {
    index_[id] = Append(graph_[id]);
  }
}

std::uint32_t Emitter::Append(const GraphNode& node) {
  Instruction instruction;
  instruction.op = node.op;
  instruction.a = node.a;
  instruction.b = node.b;
  instruction.first_operand =
      static_cast<std::uint32_t>(program_->operands.size());
  instruction.operand_count = static_cast<std::uint16_t>(node.operands.size());
  for (const NodeId operand : node.operands) {
    program_->operands.push_back(index_[operand]);
  }
  program_->code.push_back(instruction);
  program_->origins.push_back(node.origin);
  return static_cast<std::uint32_t>(program_->code.size()) - 1;
}

void Emitter::EmitQuantifier(NodeId id) {
  GraphNode quantifier = graph_[id];
  const NodeId condition = quantifier.operands[1];
  const std::uint32_t level = quantifier.a;
  quantifier.operands.pop_back();
  const std::uint32_t index = Append(quantifier);

  GraphNode variable;
  variable.op = Opcode::kVariable;
  variable.origin = quantifier.origin;
  const std::uint32_t variable_index = Append(variable);
  for (const NodeId node : BodyOf(id)) {
    if (graph_[node].op == Opcode::kVariable && graph_[node].a == level) {
      index_[node] = variable_index;
    } else {
      EmitNode(node);
    }
  }
  program_->code[index].a = static_cast<std::uint32_t>(program_->code.size());
  program_->code[index].b = index_[condition];
  index_[id] = index;
}

// The nodes that depend on the quantifier's variable and on none that is bound
// further in, operands first.
std::vector<NodeId> Emitter::BodyOf(NodeId quantifier) const {
  const std::uint32_t level = graph_[quantifier].a;
  std::set<NodeId> seen;
  std::vector<NodeId> to_visit = {graph_[quantifier].operands[1]};
  while (!to_visit.empty()) {
    const NodeId id = to_visit.back();
    to_visit.pop_back();
    const bool depends = (graph_[id].free >> level & 1) != 0;
    if (!depends || !seen.insert(id).second) continue;
    for (const NodeId operand : graph_[id].operands) {
      to_visit.push_back(operand);
    }
  }
  std::vector<NodeId> body;
  for (const NodeId id : seen) {
    if (Innermost(graph_[id]) == level) body.push_back(id);
  }
  return body;
}

}  // namespace sigte
