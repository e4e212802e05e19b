// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"
#include "engine/record/document.h"
#include "engine/record/layout.h"
#include "engine/schema/schema_tree.h"

/// What a schema that is valid may demand of records though none can meet it:
/// every one would be invalid, or a value that is listed would never come.
namespace sigte::schema {

class FieldDemands {
 public:
  /// Borrows all of it.
  FieldDemands(const Document& schema, const SchemaTree& tree,
               const Source* source, IssueList* issues)
      : schema_(schema), tree_(tree), source_(source), issues_(*issues) {}

  /// One field with its key: bounds that cross (S134), an `enum` of nothing
  /// (S134), a value of another type in `enum` or `const` (S135), one twice in
  /// a `oneOf` (S137).
  void Check(const Field& field, NodeIndex key, const SchemaTree::Schemas& of);

  /// Names that are required of `record`'s objects, which may have no others
  /// than `fields` (S136).
  void CheckRequired(const SchemaTree::Schemas& record,
                     const std::vector<std::string_view>& fields);

 private:
  void CheckBounds(const Field& field, NodeIndex key);
  void CheckValues(const Field& field, NodeIndex schema);
  void CheckValue(const Field& field, NodeIndex value);
  void CheckTwice(const Field& field, NodeIndex schema);
  std::string KeyOf(NodeIndex value) const;

  const Document& schema_;
  const SchemaTree& tree_;
  const Source* source_;
  IssueList& issues_;
};

}  // namespace sigte::schema
