// SPDX-License-Identifier: MPL-2.0

// The part of Registry that follows references.
#include <charconv>

#include "engine/base/issue_hint.h"
#include "engine/schema/registry.h"
#include "engine/schema/uri.h"

namespace sigte::schema {
namespace {

std::vector<std::string> NamesIn(const Document& document, NodeIndex object) {
  std::vector<std::string> names;
  if (document[object].kind != NodeKind::kObject) return names;
  NodeIndex key = object + 1;
  for (std::uint32_t i = 0; i < document[object].count; ++i) {
    names.emplace_back(document[key].text);
    key = document[key + 1].next;
  }
  return names;
}

}  // namespace

UnitId Registry::Resolve(UnitId from, NodeIndex node) {
  const Unit unit = program_.units[from];
  const std::string_view reference = TextAt(unit.file, node);
  const Resource& base = program_.resources[unit.resource];
  const std::string full = ResolveUri(base.uri, reference);
  const std::string uri(WithoutFragment(full));
  const std::optional<std::uint32_t> resource =
      uri == base.uri ? unit.resource : FindResource(uri);
  std::string fragment;
  if (!resource || !PercentDecode(SplitUri(full).fragment, &fragment)) {
    const SchemaFile& file = program_.files[unit.file];
    issues_.Error("S113.schema-not-at-hand", file.source,
                  file.document->SpanOf(node), {reference, uri});
    return kNoUnit;
  }
  if (fragment.empty() || fragment.starts_with('/')) {
    return ResolvePointer(from, node, *resource, fragment);
  }
  const auto it = anchors_.find({*resource, fragment});
  if (it != anchors_.end()) return it->second;
  std::vector<std::string> known;
  for (const auto& [name, anchor] : anchors_) {
    if (name.first == *resource) known.emplace_back(name.second);
  }
  MissingTarget(from, node, reference, known, fragment);
  return kNoUnit;
}

std::optional<std::uint32_t> Registry::FindResource(const std::string& uri) {
  if (const auto it = by_uri_.find(uri); it != by_uri_.end()) {
    return it->second;
  }
  const Source* source = nullptr;
  const Document* document = lookup_ ? lookup_(uri, &source) : nullptr;
  if (document == nullptr || document->nodes().empty()) return std::nullopt;
  const UnitId root = AddFile(*document, source, uri);
  return program_.units[root].resource;
}

UnitId Registry::ResolvePointer(UnitId from, NodeIndex place,
                                std::uint32_t resource,
                                const std::string& pointer) {
  const Target target = Follow(resource, pointer);
  const std::uint32_t file = program_.resources[resource].file;
  const Document& document = *program_.files[file].document;
  if (target.node == kNoNode) {
    MissingTarget(from, place, TextAt(program_.units[from].file, place),
                  NamesIn(document, target.stopped), target.token);
    return kNoUnit;
  }
  Scan(file, target.node, target.resource);
  return program_.files[file].units[target.node];
}

Registry::Target Registry::Follow(std::uint32_t resource,
                                  std::string_view pointer) const {
  const SchemaFile& file = program_.files[program_.resources[resource].file];
  Target target{program_.resources[resource].root, resource, kNoNode, {}};
  while (!pointer.empty()) {
    const NodeIndex child =
        NextToken(&pointer, &target.token)
            ? ChildAt(*file.document, target.node, target.token)
            : kNoNode;
    if (child == kNoNode) {
      target.stopped = target.node;
      target.node = kNoNode;
      return target;
    }
    target.node = child;
    if (file.units[child] != kNoUnit) {
      target.resource = program_.units[file.units[child]].resource;
    }
  }
  return target;
}

void Registry::MissingTarget(UnitId from, NodeIndex place,
                             std::string_view reference,
                             const std::vector<std::string>& known,
                             const std::string& token) {
  const SchemaFile& file = program_.files[program_.units[from].file];
  Issue issue{.message = "S102.unknown-reference",
              .args = {reference},
              .source = file.source,
              .span = file.document->SpanOf(place)};
  SuggestName(token, known, &issue);
  issues_.Add(std::move(issue));
}

bool NextToken(std::string_view* pointer, std::string* token) {
  token->clear();
  if (!pointer->starts_with('/')) return false;
  pointer->remove_prefix(1);
  while (!pointer->empty() && pointer->front() != '/') {
    char c = pointer->front();
    pointer->remove_prefix(1);
    if (c == '~') {
      if (pointer->empty()) return false;
      const char escaped = pointer->front();
      if (escaped != '0' && escaped != '1') return false;
      c = escaped == '0' ? '~' : '/';
      pointer->remove_prefix(1);
    }
    token->push_back(c);
  }
  return true;
}

NodeIndex ChildAt(const Document& document, NodeIndex node,
                  const std::string& token) {
  if (document[node].kind == NodeKind::kObject) {
    return document.Member(node, token);
  }
  if (document[node].kind != NodeKind::kArray) return kNoNode;
  std::uint32_t index = 0;
  const char* end = token.data() + token.size();
  const auto [stop, error] = std::from_chars(token.data(), end, index);
  const bool leading_zero = token.size() > 1 && token[0] == '0';
  if (error != std::errc{} || stop != end || leading_zero ||
      index >= document[node].count) {
    return kNoNode;
  }
  NodeIndex child = node + 1;
  while (index-- > 0) child = document[child].next;
  return child;
}

}  // namespace sigte::schema
