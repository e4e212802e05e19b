// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/document.h"
#include "engine/schema/schema.h"

namespace sigte::schema {

/// What stands at or below one node of a document, `top`, and how messages call
/// it. Looks for it from there on, never from the document's beginning: a list
/// of many elements, each with a fault, would take its length times as long.
class Subjects {
 public:
  /// Borrows the document. `element` (may be null) is where `top` stands in its
  /// list; where it is not given, it is looked for when it is asked for.
  Subjects(const Document& document, NodeIndex top,
           const ElementPlace* element);

  /// "'title'", "number 3 of 'financing'", "the content"; a member's name where
  /// `node` is a key.
  LocalText NameOf(NodeIndex node) const;

  /// The key of the member that `node` is the value of, or kNoNode.
  NodeIndex KeyOf(NodeIndex node) const;

  /// Whether `node` is a member's name.
  bool IsKey(NodeIndex node) const;

  /// How many arrays and objects `node` lies in, from `top` on.
  std::uint32_t DepthOf(NodeIndex node) const;

 private:
  struct Way;

  Way WayTo(NodeIndex node) const;
  Way WayToTop() const;
  Way WalkFrom(NodeIndex top, NodeIndex node) const;
  NodeIndex ChildTowards(NodeIndex container, NodeIndex node, Way* way) const;

  const Document& document_;
  NodeIndex top_;
  bool knows_element_;
  ElementPlace element_;
};

}  // namespace sigte::schema
