// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "engine/record/document.h"

namespace sigte::schema {

/// References within references that are followed; they may go in circles.
inline constexpr int kMaxHops = 16;

/// A schema read for what it describes, not for checking: follows `$ref` within
/// the document and `allOf`. Borrows the document.
class SchemaTree {
 public:
  /// A schema and those that hold for the same value: what it refers to, and
  /// its `allOf`. The nearest comes first.
  using Schemas = std::vector<NodeIndex>;

  explicit SchemaTree(const Document& schema) : schema_(schema) {}

  /// The member's value where it is of that kind; else kNoNode.
  NodeIndex Member(NodeIndex object, std::string_view name,
                   NodeKind kind) const;
  /// Where its `$ref` leads; kNoNode where there is none within the document.
  NodeIndex Refer(NodeIndex schema) const;
  Schemas Gathered(NodeIndex schema) const;
  /// The first schema's member that is there and of that kind, or kNoNode.
  NodeIndex FindIn(const Schemas& schemas, std::string_view name,
                   NodeKind kind) const;
  /// The members that it gives its objects, as {name, schema}.
  std::vector<std::pair<NodeIndex, NodeIndex>> Properties(
      NodeIndex schema) const;
  /// The same, each name once, with all that hold for it: {the first's name,
  /// schemas}.
  std::vector<std::pair<NodeIndex, Schemas>> GatheredProperties(
      NodeIndex schema) const;
  /// The document's properties that are lists of objects, as {name, schema of
  /// the items}.
  std::vector<std::pair<NodeIndex, NodeIndex>> RecordLists() const;
  bool IsRequired(const Schemas& schemas, std::string_view name) const;
  /// The objects in `oneOf` and `anyOf`.
  std::vector<NodeIndex> Branches(const Schemas& schemas) const;

 private:
  void Gather(NodeIndex schema, int hops, Schemas* all) const;

  const Document& schema_;
};

}  // namespace sigte::schema
