// SPDX-License-Identifier: MPL-2.0

// The flat form of a JSON text: navigation, and the reader's side of it.
#include "engine/record/document.h"

#include <algorithm>

#include "engine/base/same_text.h"

namespace sigte {
namespace {

constexpr std::size_t kRoomStep = 4096;

// RFC 6901 section 3.
void AppendToken(std::string_view key, std::string* pointer) {
  pointer->push_back('/');
  for (const char c : key) {
    if (c == '~') {
      *pointer += "~0";
    } else if (c == '/') {
      *pointer += "~1";
    } else {
      pointer->push_back(c);
    }
  }
}

}  // namespace

NodeIndex Document::Member(NodeIndex object, std::string_view key) const {
  const Node& parent = nodes_[object];
  if (parent.kind != NodeKind::kObject) return kNoNode;
  for (NodeIndex at = object + 1; at < parent.next; at = nodes_[at + 1].next) {
    if (SameText(nodes_[at].text, key)) return at + 1;
  }
  return kNoNode;
}

std::string Document::PointerTo(NodeIndex index) const {
  std::string pointer;
  NodeIndex at = kRoot;
  while (at != index) {
    const bool in_object = nodes_[at].kind == NodeKind::kObject;
    NodeIndex child = at + 1;
    std::size_t position = 0;
    // The child whose subtree holds the node; a key goes with its value.
    const auto end = [&] { return nodes_[in_object ? child + 1 : child].next; };
    for (; end() <= index; ++position) child = end();
    if (in_object) {
      AppendToken(nodes_[child].text, &pointer);
      if (child == index) break;
      at = child + 1;
    } else {
      AppendToken(std::to_string(position), &pointer);
      at = child;
    }
  }
  return pointer;
}

void Document::Clear(std::string_view text) {
  text_ = text;
  size_ = 0;
  room_ = 0;
  room_used_ = 0;
}

Node& Document::Add(NodeKind kind, std::uint32_t begin, std::uint32_t end) {
  nodes_.resize(size_);  // leftovers of a longer text before
  Node& node = nodes_.emplace_back();
  node.begin = begin;
  node.end = end;
  node.next = static_cast<NodeIndex>(++size_);
  node.kind = kind;
  return node;
}

Node* Document::Begin(std::string_view text, std::size_t most) {
  Clear(text);
  if (nodes_.size() < most) nodes_.resize(std::max(most, 2 * nodes_.size()));
  return nodes_.data();
}

void Document::Close(NodeIndex index, std::uint32_t count, std::uint32_t end) {
  Node& node = nodes_[index];
  node.next = static_cast<NodeIndex>(size_);
  node.count = count;
  node.end = end;
}

char* Document::Room(std::size_t size) {
  while (room_ < rooms_.size() && rooms_[room_].size() - room_used_ < size) {
    ++room_;
    room_used_ = 0;
  }
  if (room_ == rooms_.size()) {
    rooms_.emplace_back(std::max(size, kRoomStep), '\0');
  }
  char* room = rooms_[room_].data() + room_used_;
  room_used_ += size;
  return room;
}

}  // namespace sigte
