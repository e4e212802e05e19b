// SPDX-License-Identifier: MPL-2.0

#include "engine/read/document_builder.h"

#include <algorithm>

namespace sigte {

bool DocumentBuilder::Build(std::string_view text, const StructuralIndex& index,
                            Document* document) {
  text_ = text;
  positions_ = index.positions();
  at_ = 0;
  next_escape_ = std::min(text.find('\\'), text.size());
  document_ = document;
  document->Clear(text);
  names_.Clear();
  depth_ = 0;
  if (!ReadValue()) return false;
  while (depth_ > 0) {
    Frame* frame = &stack_[depth_ - 1];
    if (!(frame->is_object ? ReadMember(frame) : ReadElement(frame))) {
      return false;
    }
  }
  return at_ == index.count();
}

bool DocumentBuilder::Take(char c) {
  if (Peek() != c) return false;
  ++at_;
  return true;
}

// Whether a token that ends at `end` is followed by a blank or the next token.
bool DocumentBuilder::EndsAt(std::size_t end) const {
  return end == Here() || IsJsonBlank(text_[end]);
}

bool DocumentBuilder::ReadValue() {
  switch (Peek()) {
    case '"': return ReadString();
    case '{': return Open(true);
    case '[': return Open(false);
    case 't': return ReadWord("true", NodeKind::kBool, true);
    case 'f': return ReadWord("false", NodeKind::kBool, false);
    case 'n': return ReadWord("null", NodeKind::kNull, false);
    default: return ReadNumber();
  }
}

bool DocumentBuilder::ReadMember(Frame* frame) {
  if (frame->count > 0) {
    if (Peek() == '}') return Close();
    if (!Take(',')) return false;
  }
  ++frame->count;
  return ReadName(frame) && Take(':') && ReadValue();
}

bool DocumentBuilder::ReadElement(Frame* frame) {
  if (frame->count > 0) {
    if (Peek() == ']') return Close();
    if (!Take(',')) return false;
  }
  ++frame->count;
  return ReadValue();
}

bool DocumentBuilder::ReadName(Frame* frame) {
  return Peek() == '"' && ReadString() &&
         names_.Add(&frame->names, document_->nodes().back().text);
}

// The index holds opening quotes only; the closing one is the last byte that is
// no blank before the next token.
bool DocumentBuilder::ReadString() {
  const std::size_t begin = Here();
  ++at_;
  std::size_t end = Here();
  while (IsJsonBlank(text_[end - 1])) --end;
  if (end < begin + 2 || text_[end - 1] != '"') return false;
  Node& node =
      document_->Add(NodeKind::kString, static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(end));
  node.text = {text_.data() + begin + 1, end - begin - 2};
  if (next_escape_ < end) {
    if (!Unescape(node.text, &node.text)) return false;
    next_escape_ = std::min(text_.find('\\', end), text_.size());
  }
  return true;
}

bool DocumentBuilder::Unescape(std::string_view quoted,
                               std::string_view* text) {
  constexpr std::size_t kReadable = 8;  // behind it, for MemberNames
  char* room = document_->Room(quoted.size() + kReadable);
  const std::size_t size = UnescapeJson(quoted, room);
  if (size == std::string_view::npos) return false;
  *text = {room, size};
  return true;
}

bool DocumentBuilder::ReadNumber() {
  const std::size_t begin = Here();
  if (begin == text_.size()) return false;
  ++at_;
  const std::size_t end = JsonNumberEnd(text_, begin);
  if (end == std::string_view::npos || !EndsAt(end)) return false;
  document_
      ->Add(NodeKind::kNumber, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end))
      .text = {text_.data() + begin, end - begin};
  return true;
}

bool DocumentBuilder::ReadWord(std::string_view word, NodeKind kind,
                               bool boolean) {
  const std::size_t begin = Here();
  const std::size_t end = begin + word.size();
  ++at_;
  if (text_.substr(begin, word.size()) != word || !EndsAt(end)) return false;
  document_
      ->Add(kind, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end))
      .boolean = boolean;
  return true;
}

bool DocumentBuilder::Open(bool is_object) {
  if (depth_ == stack_.size()) return false;
  const auto node = static_cast<NodeIndex>(document_->nodes().size());
  document_->Add(is_object ? NodeKind::kObject : NodeKind::kArray, Here(),
                 Here());
  ++at_;
  stack_[depth_++] = {node, 0, is_object, names_.Open()};
  return Peek() == (is_object ? '}' : ']') ? Close() : true;
}

bool DocumentBuilder::Close() {
  const Frame& frame = stack_[--depth_];
  document_->Close(frame.node, frame.count, Here() + 1);
  ++at_;
  return !frame.is_object || names_.Close(frame.names);
}

}  // namespace sigte
