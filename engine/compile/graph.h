// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/evaluate/program.h"

/// Expressions as a graph in which equal ones are one node. Knows neither names
/// nor the order of instructions.
namespace sigte {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNodeId = 0xFFFFFFFF;

/// Variables are numbered by how many quantifiers stand around theirs, so that
/// equal quantifiers have equal bodies whatever their variables are called.
inline constexpr std::uint32_t kMaxLevels = 64;

struct GraphNode {
  Opcode op = Opcode::kConstant;
  /// Quantifiers: the list and the condition.
  std::vector<NodeId> operands;
  /// As in Instruction, but of variables and quantifiers a: the level.
  std::uint32_t a = kNoIndex;
  std::uint32_t b = kNoIndex;
  /// Nodes of different tags are never one: those whose value a person may
  /// settle, and that must not settle another's with it.
  std::uint64_t tag = 0;
  Origin origin;
  std::uint64_t free = 0;  ///< levels of the variables that it depends on
  bool of_group = false;   ///< depends on the measure of a group
};

class Graph {
 public:
  /// The constants are put into `program`, borrowed.
  explicit Graph(Program* program) : program_(program) {}

  /// The node equal to `node`, or `node` itself, new. Operands must be in the
  /// graph already, so that numbers ascend from operands to users.
  NodeId Add(GraphNode node);

  /// Copies what `value` borrows.
  NodeId Constant(const Value& value, const Origin& origin,
                  std::uint64_t tag = 0);

  const GraphNode& operator[](NodeId id) const { return nodes_[id]; }
  std::size_t size() const { return nodes_.size(); }
  /// The value of an untagged constant; null for anything else.
  const Value* ConstantOf(NodeId id) const;

  /// `value` with what it borrows kept by the program.
  Value Keep(const Value& value);

 private:
  using Key = std::tuple<Opcode, std::uint32_t, std::uint32_t, std::uint64_t,
                         std::vector<NodeId>>;
  void Derive(GraphNode* node) const;

  Program* program_;
  std::vector<GraphNode> nodes_;
  std::map<Key, NodeId> known_;
  std::map<std::string, std::uint32_t> constants_;
};

}  // namespace sigte
