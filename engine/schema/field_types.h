// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/record/document.h"
#include "engine/record/layout.h"
#include "engine/schema/schema_tree.h"

/// The type of a record's field, from all that its schemas say of it.
namespace sigte::schema {

class FieldTypes {
 public:
  using Schemas = SchemaTree::Schemas;
  struct Type {
    FieldType type = FieldType::kText;
    bool is_list = false;
  };
  /// What a schema says of the type: nothing, one that fits, or none that does.
  struct Word {
    std::optional<Type> type;
    bool wrong = false;
  };

  /// Borrows both.
  FieldTypes(const Document& schema, const SchemaTree& tree)
      : schema_(schema), tree_(tree) {}

  /// By `type`, else by the values that `const` and `enum` name. `hops`: how
  /// many types lie around.
  Word Of(const Schemas& schemas, int hops = 0) const;

 private:
  Word OfSchema(NodeIndex schema, int hops) const;
  std::vector<Word> OfConstants(const Schemas& schemas, int hops) const;
  Word OfName(NodeIndex node) const;
  Word OfValue(NodeIndex node) const;
  static Word Agree(const std::vector<Word>& words);

  const Document& schema_;
  const SchemaTree& tree_;
  // By schema and hops: the last hop is wrong whatever it leads to.
  mutable std::map<std::pair<NodeIndex, int>, Word> known_;
};

}  // namespace sigte::schema
