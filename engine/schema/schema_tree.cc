// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/schema_tree.h"

#include <algorithm>
#include <map>
#include <string>

#include "engine/schema/registry.h"
#include "engine/schema/uri.h"

namespace sigte::schema {
namespace {

// References that are followed in a row.
}  // namespace

NodeIndex SchemaTree::Member(NodeIndex object, std::string_view name,
                             NodeKind kind) const {
  if (schema_[object].kind != NodeKind::kObject) return kNoNode;
  const NodeIndex node = schema_.Member(object, name);
  return node != kNoNode && schema_[node].kind == kind ? node : kNoNode;
}

NodeIndex SchemaTree::Refer(NodeIndex schema) const {
  const NodeIndex reference = Member(schema, "$ref", NodeKind::kString);
  if (reference == kNoNode) return kNoNode;
  std::string pointer;
  const std::string_view text = schema_[reference].text;
  if (!text.starts_with('#') || !PercentDecode(text.substr(1), &pointer)) {
    return kNoNode;
  }
  std::string_view rest = pointer;
  std::string token;
  NodeIndex node = Document::kRoot;
  while (!rest.empty() && node != kNoNode) {
    if (!NextToken(&rest, &token)) return kNoNode;
    node = ChildAt(schema_, node, token);
  }
  return node;
}

void SchemaTree::Gather(NodeIndex schema, int hops, Schemas* all) const {
  if (hops > kMaxHops || std::ranges::find(*all, schema) != all->end()) return;
  all->push_back(schema);
  const NodeIndex target = Refer(schema);
  if (target != kNoNode) Gather(target, hops + 1, all);
  const NodeIndex list = Member(schema, "allOf", NodeKind::kArray);
  if (list == kNoNode) return;
  NodeIndex branch = list + 1;
  for (std::uint32_t i = 0; i < schema_[list].count; ++i) {
    Gather(branch, hops + 1, all);
    branch = schema_[branch].next;
  }
}

SchemaTree::Schemas SchemaTree::Gathered(NodeIndex schema) const {
  Schemas all;
  Gather(schema, 0, &all);
  return all;
}

NodeIndex SchemaTree::FindIn(const Schemas& schemas, std::string_view name,
                             NodeKind kind) const {
  for (const NodeIndex schema : schemas) {
    const NodeIndex node = Member(schema, name, kind);
    if (node != kNoNode) return node;
  }
  return kNoNode;
}

std::vector<std::pair<NodeIndex, NodeIndex>> SchemaTree::Properties(
    NodeIndex schema) const {
  std::vector<std::pair<NodeIndex, NodeIndex>> properties;
  for (const NodeIndex one : Gathered(schema)) {
    const NodeIndex map = Member(one, "properties", NodeKind::kObject);
    if (map == kNoNode) continue;
    NodeIndex key = map + 1;
    for (std::uint32_t i = 0; i < schema_[map].count; ++i) {
      properties.emplace_back(key, key + 1);
      key = schema_[key + 1].next;
    }
  }
  return properties;
}

std::vector<std::pair<NodeIndex, SchemaTree::Schemas>>
SchemaTree::GatheredProperties(NodeIndex schema) const {
  std::vector<std::pair<NodeIndex, Schemas>> properties;
  std::map<std::string_view, std::size_t> known;
  for (const auto& [key, property] : Properties(schema)) {
    const auto [place, is_new] =
        known.try_emplace(schema_[key].text, properties.size());
    if (is_new) properties.emplace_back(key, Schemas());
    Gather(property, 0, &properties[place->second].second);
  }
  return properties;
}

std::vector<std::pair<NodeIndex, NodeIndex>> SchemaTree::RecordLists() const {
  std::vector<std::pair<NodeIndex, NodeIndex>> lists;
  for (const auto& [key, schema] : Properties(Document::kRoot)) {
    const NodeIndex items =
        FindIn(Gathered(schema), "items", NodeKind::kObject);
    if (items == kNoNode || Properties(items).empty()) continue;
    lists.emplace_back(key, items);
  }
  return lists;
}

bool SchemaTree::IsRequired(const Schemas& schemas,
                            std::string_view name) const {
  return std::ranges::any_of(schemas, [&](NodeIndex schema) {
    const NodeIndex list = Member(schema, "required", NodeKind::kArray);
    if (list == kNoNode) return false;
    NodeIndex element = list + 1;
    for (std::uint32_t i = 0; i < schema_[list].count; ++i) {
      if (schema_[element].text == name) return true;
      element = schema_[element].next;
    }
    return false;
  });
}

std::vector<NodeIndex> SchemaTree::Branches(const Schemas& schemas) const {
  std::vector<NodeIndex> branches;
  for (const std::string_view name : {"oneOf", "anyOf"}) {
    const NodeIndex list = FindIn(schemas, name, NodeKind::kArray);
    if (list == kNoNode) continue;
    NodeIndex branch = list + 1;
    for (std::uint32_t i = 0; i < schema_[list].count; ++i) {
      if (schema_[branch].kind == NodeKind::kObject) branches.push_back(branch);
      branch = schema_[branch].next;
    }
  }
  return branches;
}

}  // namespace sigte::schema
