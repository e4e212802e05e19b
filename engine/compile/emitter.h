// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

#include "engine/compile/graph.h"
#include "engine/evaluate/program.h"

/// Graph → instructions in an order in which they can be run.
namespace sigte {

/// What does not depend on a quantifier's variable stands before the
/// quantifier, and so is run once; the rest of its condition right behind it.
class Emitter {
 public:
  Emitter(const Graph& graph, Program* program);  ///< borrowed

  /// Appends what `roots` need, each node once. Once an emitter.
  void Emit(const std::vector<NodeId>& roots);

  /// The instruction of a root; kNoIndex of kNoNodeId.
  std::uint32_t IndexOf(NodeId root) const;

 private:
  void EmitNode(NodeId id);
  void EmitQuantifier(NodeId id);
  std::uint32_t Append(const GraphNode& node);
  std::vector<NodeId> BodyOf(NodeId quantifier) const;

  const Graph& graph_;
  Program* program_;
  // Of a node within a body: where it stands in the body emitted last.
  std::vector<std::uint32_t> index_;
};

}  // namespace sigte
