// SPDX-License-Identifier: MPL-2.0

// From a JSON object to typed slots. What does not fit becomes unknown here;
// the schema is what tells people about it.
#include "engine/record/record.h"

#include <algorithm>
#include <optional>

namespace sigte {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

char SmallAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool SameWithoutCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return SmallAscii(x) == SmallAscii(y);
         });
}

// Digits alone, few enough for 64 bits: what nearly every integer looks like.
std::optional<std::int64_t> ShortInt(std::string_view text) {
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

Value ReadInt(std::string_view text) {
  if (const auto value = ShortInt(text)) return Value::Int(*value);
  const auto decimal = Decimal::Parse(text);
  const auto value = decimal ? decimal->ToInt() : std::nullopt;
  return value ? Value::Int(*value) : Value::Unknown(kError);
}

Value ReadDecimal(std::string_view text) {
  if (const auto value = ShortInt(text)) {
    return Value::Dec(Decimal::FromInt(*value));
  }
  const auto decimal = Decimal::Parse(text);
  return decimal ? Value::Dec(*decimal) : Value::Unknown(kError);
}

// Records repeat the same members in the same order, so the field after the
// last one found is the first guess.
FieldIndex FindField(const Layout& layout, FieldIndex guess,
                     std::string_view name) {
  if (guess < layout.size() && layout[guess].name == name) return guess;
  return layout.Find(name);
}

}  // namespace

bool SaysNothing(std::string_view text, const Layout& layout) {
  const std::string_view trimmed = Trim(text);
  if (trimmed.empty()) return true;
  return std::ranges::any_of(layout.missing_markers, [&](std::string_view m) {
    if (m.size() <= trimmed.size()) return SameWithoutCase(trimmed, m);
    return (IsBlank(m.front()) || IsBlank(m.back())) &&
           SameWithoutCase(trimmed, Trim(m));
  });
}

void Record::Fill(const Document& document, NodeIndex node, NodeIndex file) {
  document_ = &document;
  node_ = node;
  lists_.resize(layout_->size());
  std::ranges::fill(slots_, Slot{Value::Unknown(kMissing), kNoNode});
  if (node != kNoNode && document[node].kind == NodeKind::kObject) {
    FieldIndex guess = 0;
    for (NodeIndex key = node + 1; key < document[node].next;
         key = document[key + 1].next) {
      const FieldIndex field = FindField(*layout_, guess, document[key].text);
      if (field == kNoField) continue;
      slots_[field].node = key + 1;
      guess = field + 1;
    }
  }
  for (FieldIndex i = 0; i < slots_.size(); ++i) {
    const Field& field = (*layout_)[i];
    Slot& slot = slots_[i];
    if (slot.node == kNoNode && field.of_group && file != kNoNode) {
      slot.node = document.Member(file, field.name);
    }
    if (slot.node != kNoNode) slot.value = ReadValue(slot.node, field);
  }
}

std::string_view Record::Written(FieldIndex index) const {
  const NodeIndex node = slots_[index].node;
  if (node == kNoNode) return {};
  const Node& written = (*document_)[node];
  if (written.kind == NodeKind::kString || written.kind == NodeKind::kNumber) {
    return written.text;
  }
  return document_->text().substr(written.begin, written.end - written.begin);
}

Value Record::ReadValue(NodeIndex node, const Field& field) {
  if (!field.is_list) return ReadScalar(node, field);
  const Document& document = *document_;
  if (document[node].kind != NodeKind::kArray) {
    // A marker in place of the list is still an answer that says nothing.
    const Value scalar = ReadScalar(node, field);
    const bool missing = scalar.is_unknown() && scalar.causes() == kMissing;
    return missing ? scalar : Value::Unknown(kError);
  }
  auto& list = lists_[static_cast<std::size_t>(&field - &(*layout_)[0])];
  list.clear();
  for (NodeIndex at = node + 1; at < document[node].next;
       at = document[at].next) {
    list.push_back(ReadScalar(at, field));
  }
  return Value::List(list.data(), list.size());
}

Value Record::ReadScalar(NodeIndex node, const Field& field) const {
  const Node& written = (*document_)[node];
  switch (written.kind) {
    case NodeKind::kNull: return Value::Unknown(kMissing);
    case NodeKind::kBool:
      return field.type == FieldType::kBool ? Value::Bool(written.boolean)
                                            : Value::Unknown(kError);
    case NodeKind::kString:
      if (SaysNothing(written.text, *layout_)) return Value::Unknown(kMissing);
      return field.type == FieldType::kText ? Value::Text(written.text)
                                            : Value::Unknown(kError);
    case NodeKind::kNumber:
      if (field.type == FieldType::kInt) return ReadInt(written.text);
      if (field.type == FieldType::kDecimal) return ReadDecimal(written.text);
      return Value::Unknown(kError);
    case NodeKind::kArray:
    case NodeKind::kObject: break;
  }
  return Value::Unknown(kError);
}

}  // namespace sigte
