// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/subjects.h"

#include <string>

#include "engine/schema/wording.h"

namespace sigte::schema {

/// The containers that a node lies in, outermost first, and its number in the
/// last one.
struct Subjects::Way {
  std::vector<NodeIndex> containers;
  NodeIndex key = kNoNode;     // of the member whose value it is
  std::uint32_t position = 0;  // in the last container, from 0
  bool is_key = false;
};

Subjects::Subjects(const Document& document, NodeIndex top,
                   const ElementPlace* element)
    : document_(document), top_(top), knows_element_(element != nullptr) {
  if (knows_element_) element_ = *element;
}

// The child of `container` that `node` is or lies in.
NodeIndex Subjects::ChildTowards(NodeIndex container, NodeIndex node,
                                 Way* way) const {
  const bool object = document_[container].kind == NodeKind::kObject;
  NodeIndex child = container + 1;
  for (std::uint32_t i = 0; i < document_[container].count; ++i) {
    way->position = i;
    way->key = object ? child : kNoNode;
    way->is_key = object && child == node;
    if (way->is_key) return child;
    if (object) ++child;
    if (node < document_[child].next) return child;
    child = document_[child].next;
  }
  return node;
}

Subjects::Way Subjects::WalkFrom(NodeIndex top, NodeIndex node) const {
  Way way;
  NodeIndex at = top;
  while (at < node) {
    way.containers.push_back(at);
    at = ChildTowards(at, node, &way);
  }
  return way;
}

Subjects::Way Subjects::WayTo(NodeIndex node) const {
  return node == top_ ? WayToTop() : WalkFrom(top_, node);
}

Subjects::Way Subjects::WayToTop() const {
  if (!knows_element_) return WalkFrom(Document::kRoot, top_);
  Way way;
  way.position = element_.position;
  return way;
}

LocalText Subjects::NameOf(NodeIndex node) const {
  if (node == Document::kRoot) return Message("schema.subject-root");
  const Way way = WayTo(node);
  if (way.is_key)
    return Message("schema.subject-name", {QuotedName(document_[node].text)});
  if (way.key != kNoNode) return QuotedName(document_[way.key].text);
  const LocalText number(std::to_string(way.position + 1));
  const NodeIndex list = node == top_ && knows_element_
                             ? element_.list_key
                             : KeyOf(way.containers.back());
  if (list == kNoNode) return Message("schema.subject-element", {number});
  return Message("schema.subject-element-of",
                 {number, QuotedName(document_[list].text)});
}

NodeIndex Subjects::KeyOf(NodeIndex node) const {
  // A list around `top` is no part of what is looked at.
  const Way way = node < top_ ? WalkFrom(Document::kRoot, node) : WayTo(node);
  return way.is_key ? kNoNode : way.key;
}

bool Subjects::IsKey(NodeIndex node) const { return WayTo(node).is_key; }

std::uint32_t Subjects::DepthOf(NodeIndex node) const {
  return static_cast<std::uint32_t>(WalkFrom(top_, node).containers.size());
}

}  // namespace sigte::schema
