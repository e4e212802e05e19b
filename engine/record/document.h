// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

/// A parsed JSON text as one flat array of nodes, each with its place in the
/// text. Knows no schema. Reused from record to record without allocating.
namespace sigte {

enum class NodeKind : std::uint8_t {
  kNull,
  kBool,
  kNumber,
  kString,
  kArray,
  kObject,
};

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFF;

/// Nodes lie in document order. An object's children are its keys (kString) and
/// values in turn: key, value, key, value; an array's are its elements.
struct Node {
  std::string_view text;    ///< kString: unescaped; kNumber: as written
  std::uint32_t begin = 0;  ///< bytes in the document's text: [begin, end),
  std::uint32_t end = 0;    ///< quotes and brackets included
  NodeIndex next = 0;       ///< the node after this one's subtree
  std::uint32_t count = 0;  ///< elements of an array, members of an object
  NodeKind kind = NodeKind::kNull;
  bool boolean = false;
};

class Document {
 public:
  /// The text that the nodes lie in; borrowed, set by the reader.
  std::string_view text() const { return text_; }
  std::span<const Node> nodes() const { return {nodes_.data(), size_}; }
  const Node& operator[](NodeIndex index) const { return nodes_[index]; }
  static constexpr NodeIndex kRoot = 0;
  Span SpanOf(NodeIndex index) const {
    return {nodes_[index].begin, nodes_[index].end};
  }

  /// The value of member `key` of object `object`, or kNoNode.
  NodeIndex Member(NodeIndex object, std::string_view key) const;

  /// RFC 6901 pointer to a node: "/initiatives/3/title". Linear; for faults.
  std::string PointerTo(NodeIndex index) const;

  // For readers.
  void Clear(std::string_view text);
  /// Adds a node without children and gives it, to be filled in place: a copy
  /// would wait for the stores that it is made of. Valid until the next one.
  Node& Add(NodeKind kind, std::uint32_t begin, std::uint32_t end);
  /// For one who adds all nodes himself: Clear, and room for `most` of them in
  /// document order, which hold anything until they are filled. SetSize says
  /// how many were; until then there are none.
  Node* Begin(std::string_view text, std::size_t most);
  void SetSize(std::size_t size) { size_ = size; }
  /// Ends array or object `index`: sets next, count and end.
  void Close(NodeIndex index, std::uint32_t count, std::uint32_t end);
  /// Room of at least `size` bytes that lives until Clear (unescaped texts).
  char* Room(std::size_t size);

 private:
  std::string_view text_;
  std::vector<Node> nodes_;  // the first size_ of them
  std::size_t size_ = 0;
  std::deque<std::string> rooms_;
  std::size_t room_ = 0;
  std::size_t room_used_ = 0;
};

}  // namespace sigte
