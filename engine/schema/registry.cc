// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/registry.h"

#include <algorithm>

#include "engine/base/ascii.h"
#include "engine/schema/uri.h"

namespace sigte::schema {

UnitId Registry::AddFile(const Document& document, const Source* source,
                         std::string_view uri) {
  const auto known =
      std::ranges::find(program_.files, &document, &SchemaFile::document);
  if (known != program_.files.end()) {
    const UnitId root = known->units[Document::kRoot];
    by_uri_.emplace(uri, program_.units[root].resource);
    return root;
  }
  const auto file = static_cast<std::uint32_t>(program_.files.size());
  program_.files.push_back(
      {&document, source,
       std::vector<UnitId>(document.nodes().size(), kNoUnit)});
  const std::uint32_t resource = AddResource(
      file, Document::kRoot, std::string(uri), kStandardVocabularies);
  Scan(file, Document::kRoot, resource);
  return program_.files[file].units[Document::kRoot];
}

void Registry::Scan(std::uint32_t file, NodeIndex node,
                    std::uint32_t resource) {
  if (program_.files[file].units[node] != kNoUnit) return;
  const Document& document = *program_.files[file].document;
  const auto unit = static_cast<UnitId>(program_.units.size());
  program_.files[file].units[node] = unit;
  program_.units.push_back({.file = file, .resource = resource, .node = node});
  if (document[node].kind != NodeKind::kObject) return;
  const Names names = ReadNames(document, node);
  if (names.id != kNoNode || names.schema != kNoNode) {
    resource = OpenResource(file, node, resource, names);
    program_.units[unit].resource = resource;
  }
  if (names.anchor != kNoNode) AddAnchor(resource, names.anchor, unit, false);
  if (names.dynamic_anchor != kNoNode) {
    AddAnchor(resource, names.dynamic_anchor, unit, true);
  }
  ScanMembers(file, node, resource);
}

Registry::Names Registry::ReadNames(const Document& document, NodeIndex node) {
  Names names;
  NodeIndex key = node + 1;
  for (std::uint32_t i = 0; i < document[node].count; ++i) {
    const std::string_view name = document[key].text;
    if (name.starts_with('$')) {
      if (name == "$id") names.id = key + 1;
      if (name == "$schema") names.schema = key + 1;
      if (name == "$anchor") names.anchor = key + 1;
      if (name == "$dynamicAnchor") names.dynamic_anchor = key + 1;
    }
    key = document[key + 1].next;
  }
  return names;
}

void Registry::ScanMembers(std::uint32_t file, NodeIndex node,
                           std::uint32_t resource) {
  const Document& document = *program_.files[file].document;
  NodeIndex key = node + 1;
  for (std::uint32_t i = 0; i < document[node].count; ++i) {
    const Keyword* keyword = FindKeyword(document[key].text);
    if (keyword != nullptr && keyword->shape != Shape::kNone &&
        (keyword->vocabularies & vocabularies_.at(resource)) != 0) {
      ScanValue(file, key + 1, resource, keyword->shape);
    }
    key = document[key + 1].next;
  }
}

void Registry::ScanValue(std::uint32_t file, NodeIndex value,
                         std::uint32_t resource, Shape shape) {
  const Document& document = *program_.files[file].document;
  if (shape == Shape::kSchema) {
    Scan(file, value, resource);
    return;
  }
  const bool list = shape == Shape::kList;
  if (document[value].kind != (list ? NodeKind::kArray : NodeKind::kObject)) {
    return;  // the compiler refuses it
  }
  NodeIndex child = value + 1;
  for (std::uint32_t i = 0; i < document[value].count; ++i) {
    if (!list) ++child;  // past the name
    const bool names =
        shape == Shape::kMapOrNames && document[child].kind == NodeKind::kArray;
    if (!names) Scan(file, child, resource);
    child = document[child].next;
  }
}

// A schema with `$id` begins a resource of its own; one with only `$schema`
// speaks of the resource that it is the root of.
std::uint32_t Registry::OpenResource(std::uint32_t file, NodeIndex node,
                                     std::uint32_t outer, const Names& names) {
  std::uint32_t resource = outer;
  if (names.id != kNoNode) {
    const std::string_view id = TextAt(file, names.id);
    const UriParts parts = SplitUri(id);
    if (!parts.fragment.empty()) {
      Error("S108.bad-id", file, names.id, {id});
    }
    const std::string uri =
        ResolveUri(program_.resources[outer].uri, WithoutFragment(id));
    if (program_.resources[outer].root == node) {
      program_.resources[outer].uri = uri;
    } else {
      const VocabularySet inherited = vocabularies_.at(outer);
      resource = AddResource(file, node, {}, inherited);
      program_.resources[resource].uri = uri;
    }
    const auto [it, is_new] = by_uri_.emplace(uri, resource);
    if (!is_new && it->second != resource) {
      Error("S109.name-used-twice", file, names.id, {"$id", id});
    }
  }
  if (names.schema != kNoNode && program_.resources[resource].root == node) {
    ReadDialect(file, names.schema, &vocabularies_.at(resource));
  }
  return resource;
}

std::uint32_t Registry::AddResource(std::uint32_t file, NodeIndex node,
                                    std::string uri,
                                    VocabularySet vocabularies) {
  const auto resource = static_cast<std::uint32_t>(program_.resources.size());
  if (!uri.empty()) by_uri_.emplace(uri, resource);
  program_.resources.push_back({std::move(uri), file, node, {}});
  vocabularies_[resource] = vocabularies;
  return resource;
}

void Registry::AddAnchor(std::uint32_t resource, NodeIndex node, UnitId unit,
                         bool dynamic) {
  const std::uint32_t file = program_.resources[resource].file;
  const std::string_view name = TextAt(file, node);
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const bool well_formed =
      !name.empty() && letter(name[0]) &&
      std::ranges::all_of(name, [&](char c) {
        return letter(c) || IsDigit(c) || c == '-' || c == '.';
      });
  if (!well_formed) {
    Error("S114.bad-anchor", file, node, {name});
    return;
  }
  const auto [it, is_new] = anchors_.emplace(std::pair{resource, name}, unit);
  if (!is_new && it->second != unit) {
    Error("S109.name-used-twice", file, node,
          {dynamic ? "$dynamicAnchor" : "$anchor", name});
  }
  if (dynamic) program_.resources[resource].dynamic_anchors[name] = unit;
}

bool Registry::IsDynamicAnchor(UnitId unit, std::string_view name) const {
  const auto& anchors =
      program_.resources[program_.units[unit].resource].dynamic_anchors;
  const auto it = anchors.find(name);
  return it != anchors.end() && it->second == unit;
}

void Registry::ReadDialect(std::uint32_t file, NodeIndex node,
                           VocabularySet* out) {
  const std::string uri(WithoutFragment(TextAt(file, node)));
  if (uri == kDraftUri) {
    *out = kStandardVocabularies;
    return;
  }
  const Source* source = nullptr;
  const Document* metaschema = lookup_ ? lookup_(uri, &source) : nullptr;
  if (metaschema == nullptr) {
    Error("S106.unknown-dialect", file, node, {uri, kDraftUri});
    return;
  }
  const NodeIndex vocabulary =
      metaschema->Member(Document::kRoot, "$vocabulary");
  if (vocabulary == kNoNode ||
      (*metaschema)[vocabulary].kind != NodeKind::kObject) {
    *out = kStandardVocabularies;
    return;
  }
  ReadVocabularies(*metaschema, source, vocabulary, out);
}

void Registry::ReadVocabularies(const Document& metaschema,
                                const Source* source, NodeIndex vocabulary,
                                VocabularySet* out) {
  *out = kCore;
  NodeIndex key = vocabulary + 1;
  for (std::uint32_t i = 0; i < metaschema[vocabulary].count; ++i) {
    const VocabularySet bit = VocabularyOf(metaschema[key].text);
    *out = static_cast<VocabularySet>(*out | bit);
    if (bit == 0 && metaschema[key + 1].boolean) {
      issues_.Error("S107.unknown-vocabulary", source, metaschema.SpanOf(key),
                    {metaschema[key].text});
    }
    key = metaschema[key + 1].next;
  }
}

std::string_view Registry::TextAt(std::uint32_t file, NodeIndex node) const {
  const Node& found = (*program_.files[file].document)[node];
  return found.kind == NodeKind::kString ? found.text : std::string_view{};
}

void Registry::Error(MessageKey message, std::uint32_t file, NodeIndex node,
                     std::vector<LocalText> args) {
  const SchemaFile& where = program_.files[file];
  issues_.Error(message, where.source, where.document->SpanOf(node),
                std::move(args));
}

}  // namespace sigte::schema
