// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/graph.h"

#include <fmt/format.h>

#include <utility>

namespace sigte {
namespace {

// Distinct for values that are not Identical; ToString leaves the kind open.
std::string PoolKey(const Value& value) {
  switch (value.kind()) {
    case Kind::kUnknown: return fmt::format("u{};", value.causes());
    case Kind::kBool: return value.is_true() ? "b1" : "b0";
    case Kind::kInt: return fmt::format("i{};", value.int_value());
    case Kind::kDecimal:
      return fmt::format("d{};", value.decimal_value().ToString());
    case Kind::kText:
      return fmt::format("t{}:{}", value.text().size(), value.text());
    case Kind::kList: break;
  }
  std::string key = fmt::format("l{}:", value.count());
  for (std::size_t i = 0; i < value.count(); ++i) {
    key += PoolKey(value.items()[i]);
  }
  return key;
}

}  // namespace

NodeId Graph::Add(GraphNode node) {
  Key key(node.op, node.a, node.b, node.tag, node.operands);
  const auto [entry, is_new] =
      known_.try_emplace(std::move(key), static_cast<NodeId>(nodes_.size()));
  if (is_new) {
    Derive(&node);
    nodes_.push_back(std::move(node));
  }
  return entry->second;
}

void Graph::Derive(GraphNode* node) const {
  for (const NodeId operand : node->operands) {
    node->free |= nodes_[operand].free;
    node->of_group |= nodes_[operand].of_group;
  }
  if (node->op == Opcode::kGroupCount) node->of_group = true;
  if (node->op == Opcode::kVariable) {
    node->free = std::uint64_t{1} << node->a;
  } else if (IsQuantifier(node->op)) {
    // Bound here. The list has lower levels only, so the bit is the
    // condition's.
    node->free &= ~(std::uint64_t{1} << node->a);
  }
}

NodeId Graph::Constant(const Value& value, const Origin& origin,
                       std::uint64_t tag) {
  const auto [entry, is_new] = constants_.try_emplace(
      PoolKey(value), static_cast<std::uint32_t>(program_->constants.size()));
  if (is_new) program_->constants.push_back(Keep(value));
  GraphNode node;
  node.a = entry->second;
  node.tag = tag;
  node.origin = origin;
  return Add(std::move(node));
}

const Value* Graph::ConstantOf(NodeId id) const {
  const GraphNode& node = nodes_[id];
  if (node.op != Opcode::kConstant || node.tag != 0) return nullptr;
  return &program_->constants[node.a];
}

Value Graph::Keep(const Value& value) {
  if (value.kind() == Kind::kText) {
    return Value::Text(program_->strings.emplace_back(value.text()));
  }
  if (value.kind() != Kind::kList) return value;
  std::vector<Value> items;
  for (std::size_t i = 0; i < value.count(); ++i) {
    items.push_back(Keep(value.items()[i]));
  }
  const auto& kept = program_->lists.emplace_back(std::move(items));
  return Value::List(kept.data(), kept.size());
}

}  // namespace sigte
