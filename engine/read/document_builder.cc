// SPDX-License-Identifier: MPL-2.0

// The hot loop of reading works on a Walk of its own: all that it calls with it
// is inlined, so that it stays in registers. What is not has walk_.
#include "engine/read/document_builder.h"

#include <algorithm>
#include <cstring>

#include "engine/base/ascii.h"

#define SIGTE_INLINE [[gnu::always_inline]] inline

namespace sigte {
namespace {

std::uint32_t NextEscape(std::string_view text, std::size_t from) {
  return static_cast<std::uint32_t>(
      std::min(text.find('\\', from), text.size()));
}

// The most nodes that a walk over so many tokens makes. Commas, colons and
// closing brackets make up for all but the containers that are still open.
std::size_t MostNodes(std::size_t tokens) { return tokens / 2 + kMaxJsonDepth; }

}  // namespace

// Whether a token that ends at `end` is followed by a blank or the next token.
SIGTE_INLINE bool DocumentBuilder::Walk::EndsAt(std::uint32_t end) const {
  return end == *at || (end < *at && IsJsonBlank(text[end]));
}

SIGTE_INLINE void DocumentBuilder::Walk::Put(NodeKind kind, std::uint32_t begin,
                                             std::uint32_t end,
                                             std::string_view value,
                                             bool boolean) {
  Node& node = nodes[count++];
  node.text = value;
  node.begin = begin;
  node.end = end;
  node.next = count;
  node.count = 0;
  node.kind = kind;
  node.boolean = boolean;
}

bool DocumentBuilder::Build(std::string_view text, const StructuralIndex& index,
                            Document* document) {
  document_ = document;
  walk_ = {text.data(), static_cast<std::uint32_t>(text.size()),
           index.positions(), document->Begin(text, MostNodes(index.count())),
           0};
  next_escape_ = NextEscape(text, 0);
  depth_ = 0;
  Walk walk = walk_;
  if (ReadValue(&walk) == Step::kFault) return false;
  walk_ = walk;
  while (depth_ > 0) {
    Frame* frame = &stack_[depth_ - 1];
    if (!(frame->is_object ? ReadParts<true>(frame)
                           : ReadParts<false>(frame))) {
      return false;
    }
  }
  document->SetSize(walk_.count);
  return walk_.at == index.positions() + index.count();
}

// Reads members or elements until the frame ends or another opens within.
template <bool kObject>
bool DocumentBuilder::ReadParts(Frame* frame) {
  Walk walk = walk_;
  Step step = Step::kDone;
  while (step == Step::kDone) {
    if (frame->count++ > 0) {
      const char sign = walk.Peek();
      if (sign != ',') {
        walk_ = walk;
        return sign == (kObject ? '}' : ']') && Close();
      }
      ++walk.at;
    }
    if (kObject && !ReadName(&walk, frame)) return false;
    step = ReadValue(&walk);
  }
  walk_ = walk;
  return step == Step::kOpened;
}

SIGTE_INLINE DocumentBuilder::Step DocumentBuilder::ReadValue(Walk* walk) {
  switch (walk->Peek()) {
    case '"': return ReadString(walk) ? Step::kDone : Step::kFault;
    case '{': return Apart(walk, [this] { return Open(true); });
    case '[': return Apart(walk, [this] { return Open(false); });
    case 't': return ReadWord(walk, "true", NodeKind::kBool, true);
    case 'f': return ReadWord(walk, "false", NodeKind::kBool, false);
    case 'n': return ReadWord(walk, "null", NodeKind::kNull, false);
    default: return ReadNumber(walk);
  }
}

// Lets what is not inlined go on from where `*walk` is.
template <typename Rest>
SIGTE_INLINE DocumentBuilder::Step DocumentBuilder::Apart(Walk* walk,
                                                          Rest rest) {
  walk_ = *walk;
  const Step step = rest();
  *walk = walk_;
  return step;
}

// With the colon behind it.
SIGTE_INLINE bool DocumentBuilder::ReadName(Walk* walk, Frame* frame) {
  const NodeIndex key = walk->count;
  if (walk->Peek() != '"' || !ReadString(walk)) return false;
  if (frame->names.Add(walk->nodes[key].text) && frame->count <= kFewMembers &&
      IsRepeatedName(walk->nodes, frame->node, key)) {
    return false;
  }
  if (walk->Peek() != ':') return false;
  ++walk->at;
  return true;
}

// The index holds opening quotes only; the closing one is the last byte that is
// no blank before the next token.
SIGTE_INLINE bool DocumentBuilder::ReadString(Walk* walk) {
  const std::uint32_t begin = *walk->at++;
  std::uint32_t end = *walk->at;
  while (IsJsonBlank(walk->text[end - 1])) --end;
  if (end < begin + 2 || walk->text[end - 1] != '"') return false;
  walk->Put(NodeKind::kString, begin, end, walk->Text(begin + 1, end - 1),
            false);
  return next_escape_ >= end || Unescape(&walk->nodes[walk->count - 1]);
}

bool DocumentBuilder::Unescape(Node* node) {
  constexpr std::size_t kReadable = 8;  // behind it, for NamesSeen
  char* room = document_->Room(node->text.size() + kReadable);
  const std::size_t size = UnescapeJson(node->text, room);
  if (size == std::string_view::npos) return false;
  node->text = {room, size};
  next_escape_ = NextEscape(document_->text(), node->end);
  return true;
}

// Digits up to the next token, as nearly all numbers are, or any other number.
SIGTE_INLINE DocumentBuilder::Step DocumentBuilder::ReadNumber(Walk* walk) {
  const std::uint32_t begin = *walk->at;
  const std::uint32_t limit = begin < walk->size ? walk->at[1] : begin;
  std::uint32_t end = begin;
  while (end < limit && IsDigit(walk->text[end])) ++end;
  if (end == begin || end < limit || walk->text[begin] == '0') {
    return Apart(walk, [this] { return ReadAnyNumber(); });
  }
  ++walk->at;
  walk->Put(NodeKind::kNumber, begin, end, walk->Text(begin, end), false);
  return Step::kDone;
}

DocumentBuilder::Step DocumentBuilder::ReadAnyNumber() {
  const std::uint32_t begin = *walk_.at;
  if (begin == walk_.size) return Step::kFault;
  ++walk_.at;
  const std::size_t found = JsonNumberEnd({walk_.text, walk_.size}, begin);
  if (found == std::string_view::npos) return Step::kFault;
  const auto end = static_cast<std::uint32_t>(found);
  if (!walk_.EndsAt(end)) return Step::kFault;
  walk_.Put(NodeKind::kNumber, begin, end, walk_.Text(begin, end), false);
  return Step::kDone;
}

template <std::size_t kSize>
SIGTE_INLINE DocumentBuilder::Step DocumentBuilder::ReadWord(
    Walk* walk, const char (&word)[kSize], NodeKind kind, bool boolean) {
  const std::uint32_t begin = *walk->at++;
  const auto end = static_cast<std::uint32_t>(begin + kSize - 1);
  if (std::memcmp(walk->text + begin, word, kSize - 1) != 0 ||
      !walk->EndsAt(end)) {
    return Step::kFault;
  }
  walk->Put(kind, begin, end, {}, boolean);
  return Step::kDone;
}

DocumentBuilder::Step DocumentBuilder::Open(bool is_object) {
  if (depth_ == stack_.size()) return Step::kFault;
  const std::uint32_t begin = *walk_.at++;
  stack_[depth_++] = {walk_.count, 0, is_object, {}};
  walk_.Put(is_object ? NodeKind::kObject : NodeKind::kArray, begin, begin, {},
            false);
  if (walk_.Peek() != (is_object ? '}' : ']')) return Step::kOpened;
  return Close() ? Step::kDone : Step::kFault;
}

// Ends the innermost frame at the bracket that the walk has come to.
bool DocumentBuilder::Close() {
  const Frame& frame = stack_[--depth_];
  // A part too many was begun where there are any.
  const std::uint32_t count = frame.count > 0 ? frame.count - 1 : 0;
  Node& node = walk_.nodes[frame.node];
  node.next = walk_.count;
  node.count = count;
  node.end = *walk_.at++ + 1;
  return !frame.is_object || count <= kFewMembers ||
         !HasRepeatedNames(walk_.nodes, frame.node, count);
}

}  // namespace sigte
