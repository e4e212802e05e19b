// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/annotations.h"

#include <string>

namespace sigte::schema {
namespace {

std::string_view TextOf(const Document& schema, NodeIndex object,
                        std::string_view name) {
  if (schema[object].kind != NodeKind::kObject) return {};
  const NodeIndex node = schema.Member(object, name);
  if (node == kNoNode || schema[node].kind != NodeKind::kString) return {};
  return schema[node].text;
}

std::size_t DefaultLanguage(const Document& schema) {
  const std::string_view language =
      TextOf(schema, Document::kRoot, "x-language");
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (kLanguages[i] == language) return i;
  }
  return 0;
}

// A language without a text says what the other says.
void FillGaps(LocalText* text) {
  for (std::string& in : text->in) {
    if (in.empty()) in = text->in[0].empty() ? text->in[1] : text->in[0];
  }
}

}  // namespace

LocalText Annotation(const Document& schema, NodeIndex node,
                     std::string_view name) {
  LocalText text;
  if (schema[node].kind != NodeKind::kObject) return text;
  const NodeIndex own = schema.Member(node, name);
  if (own != kNoNode && schema[own].kind == NodeKind::kObject) {
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      text.in[i] = TextOf(schema, own, kLanguages[i]);
    }
  } else {
    text.in[DefaultLanguage(schema)] = TextOf(schema, node, name);
  }
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    const NodeIndex other =
        schema.Member(node, "x-" + std::string(kLanguages[i]));
    if (other == kNoNode) continue;
    const std::string_view translated = TextOf(schema, other, name);
    if (!translated.empty()) text.in[i] = translated;
  }
  FillGaps(&text);
  return text;
}

std::vector<std::string> Aliases(const Document& schema, NodeIndex node,
                                 std::string_view name) {
  std::vector<std::string> aliases;
  if (schema[node].kind != NodeKind::kObject) return aliases;
  const NodeIndex list = schema.Member(node, name);
  if (list == kNoNode || schema[list].kind != NodeKind::kArray) return aliases;
  for (NodeIndex at = list + 1; at < schema[list].next; at = schema[at].next) {
    if (schema[at].kind == NodeKind::kString) {
      aliases.emplace_back(schema[at].text);
    }
  }
  return aliases;
}

std::vector<std::string> Names(const Document& schema, NodeIndex node) {
  std::vector<std::string> names;
  for (const std::string& title : Annotation(schema, node, "title").in) {
    if (!title.empty()) names.push_back(title);
  }
  const std::vector<std::string> aliases = Aliases(schema, node);
  names.insert(names.end(), aliases.begin(), aliases.end());
  return names;
}

}  // namespace sigte::schema
