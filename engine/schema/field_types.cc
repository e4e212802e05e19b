// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/field_types.h"

#include "engine/schema/number.h"

namespace sigte::schema {
namespace {

// Types within types that are followed.
}  // namespace

FieldTypes::Word FieldTypes::Of(const Schemas& schemas, int hops) const {
  if (hops > kMaxHops) return {std::nullopt, true};
  std::vector<Word> words;
  for (const NodeIndex schema : schemas) {
    if (schema_[schema].kind != NodeKind::kObject) continue;
    if (const NodeIndex type = schema_.Member(schema, "type");
        type != kNoNode) {
      words.push_back(OfName(type));
    }
  }
  if (words.empty()) words = OfConstants(schemas, hops);
  Word word = Agree(words);
  if (!word.type || !word.type->is_list) return word;
  const NodeIndex items = tree_.FindIn(schemas, "items", NodeKind::kObject);
  if (items == kNoNode) return {std::nullopt, true};
  const Word element = OfSchema(items, hops + 1);
  if (!element.type || element.type->is_list) return {std::nullopt, true};
  return {Type{element.type->type, true}, false};
}

// Many ways may lead to the same schema, and more with every level.
FieldTypes::Word FieldTypes::OfSchema(NodeIndex schema, int hops) const {
  const auto [known, is_new] = known_.try_emplace({schema, hops});
  if (is_new) known->second = Of(tree_.Gathered(schema), hops);
  return known->second;
}

std::vector<FieldTypes::Word> FieldTypes::OfConstants(const Schemas& schemas,
                                                      int hops) const {
  std::vector<Word> words;
  for (const NodeIndex branch : tree_.Branches(schemas)) {
    const NodeIndex value = schema_.Member(branch, "const");
    words.push_back(value == kNoNode ? OfSchema(branch, hops + 1)
                                     : OfValue(value));
  }
  for (const NodeIndex schema : schemas) {
    if (schema_[schema].kind != NodeKind::kObject) continue;
    const NodeIndex value = schema_.Member(schema, "const");
    if (value != kNoNode) words.push_back(OfValue(value));
  }
  const NodeIndex list = tree_.FindIn(schemas, "enum", NodeKind::kArray);
  if (list == kNoNode) return words;
  NodeIndex element = list + 1;
  for (std::uint32_t i = 0; i < schema_[list].count; ++i) {
    words.push_back(OfValue(element));
    element = schema_[element].next;
  }
  return words;
}

// One type, null beside it or not.
FieldTypes::Word FieldTypes::OfName(NodeIndex node) const {
  if (schema_[node].kind == NodeKind::kArray) {
    std::vector<Word> words;
    NodeIndex element = node + 1;
    for (std::uint32_t i = 0; i < schema_[node].count; ++i) {
      words.push_back(OfName(element));
      element = schema_[element].next;
    }
    return Agree(words);
  }
  const std::string_view name = schema_[node].text;
  if (name == "null") return {};
  if (name == "string") return {Type{FieldType::kText, false}, false};
  if (name == "integer") return {Type{FieldType::kInt, false}, false};
  if (name == "number") return {Type{FieldType::kDecimal, false}, false};
  if (name == "boolean") return {Type{FieldType::kBool, false}, false};
  if (name == "array") return {Type{FieldType::kText, true}, false};
  return {std::nullopt, true};
}

FieldTypes::Word FieldTypes::OfValue(NodeIndex node) const {
  switch (schema_[node].kind) {
    case NodeKind::kNull: return {};
    case NodeKind::kBool: return {Type{FieldType::kBool, false}, false};
    case NodeKind::kString: return {Type{FieldType::kText, false}, false};
    case NodeKind::kNumber: {
      const bool whole = IsInteger(ReadNumber(schema_[node].text));
      return {Type{whole ? FieldType::kInt : FieldType::kDecimal, false},
              false};
    }
    default: return {std::nullopt, true};
  }
}

// What says nothing (null) is passed over; whole numbers among others are
// numbers; anything else must be the same.
FieldTypes::Word FieldTypes::Agree(const std::vector<Word>& words) {
  Word all;
  for (const Word& word : words) {
    if (word.wrong) return word;
    if (!word.type) continue;
    if (!all.type) {
      all = word;
      continue;
    }
    const auto number = [](const Type& type) {
      return !type.is_list &&
             (type.type == FieldType::kInt || type.type == FieldType::kDecimal);
    };
    if (number(*all.type) && number(*word.type)) {
      if (word.type->type != all.type->type) {
        all.type->type = FieldType::kDecimal;
      }
    } else if (all.type->type != word.type->type ||
               all.type->is_list != word.type->is_list) {
      return {std::nullopt, true};
    }
  }
  return all;
}

}  // namespace sigte::schema
