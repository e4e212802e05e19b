// SPDX-License-Identifier: MPL-2.0

// From a JSON object to typed slots. What does not fit becomes unknown here;
// the schema is what tells people about it.
#include "engine/record/record.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/same_text.h"

namespace sigte {
namespace {

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
  if (guess < layout.size() && SameText(layout[guess].name, name)) return guess;
  return layout.Find(name);
}

// Whether it is one of the field's values, or none at all. A number is one
// however the schema writes it: 2 is 2.0.
bool IsListed(const Value& value, const Field& field) {
  const auto is_it = [&](const FieldChoice& choice) {
    if (value.kind() == Kind::kText) return value.text() == choice.value;
    const auto number = Decimal::Parse(choice.value);
    return number && *number == value.decimal_value();
  };
  const bool is_closed = value.kind() == Kind::kText || value.is_number();
  return !is_closed || std::ranges::any_of(field.choices, is_it);
}

}  // namespace

inline Value Record::ReadScalar(NodeIndex node, const Field& field) const {
  const Node& written = (*document_)[node];
  switch (written.kind) {
    case NodeKind::kNull: return Value::Unknown(kMissing);
    case NodeKind::kBool:
      return field.type == FieldType::kBool ? Value::Bool(written.boolean)
                                            : Value::Unknown(kError);
    case NodeKind::kString:
      if (layout_->missing_markers.Has(written.text)) {
        return Value::Unknown(kMissing);
      }
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

Value Record::ReadList(NodeIndex node, FieldIndex index) {
  const Field& field = (*layout_)[index];
  const Document& document = *document_;
  if (document[node].kind != NodeKind::kArray) {
    // A marker in place of the list is still an answer that says nothing.
    const Value scalar = ReadScalar(node, field);
    const bool missing = scalar.is_unknown() && scalar.causes() == kMissing;
    return missing ? scalar : Value::Unknown(kError);
  }
  auto& list = lists_[index];
  list.clear();
  for (NodeIndex at = node + 1; at < document[node].next;
       at = document[at].next) {
    list.push_back(ReadScalar(at, field));
  }
  return Value::List(list.data(), list.size());
}

inline void Record::Take(NodeIndex node, FieldIndex index) {
  const Field& field = (*layout_)[index];
  Slot& slot = slots_[index];
  slot.node = node;
  slot.value = field.is_list ? ReadList(node, index) : ReadScalar(node, field);
}

void Record::Fill(const Document& document, NodeIndex node, NodeIndex file) {
  TakeOwn(document, node);
  if (file == kNoNode) return;
  for (FieldIndex i = 0; i < slots_.size(); ++i) {
    if (slots_[i].node != kNoNode || !(*layout_)[i].of_group) continue;
    TakeShared(document.Member(file, (*layout_)[i].name), i);
  }
}

void Record::Fill(const Document& document, NodeIndex node,
                  const std::vector<NodeIndex>& shared) {
  TakeOwn(document, node);
  for (FieldIndex i = 0; i < slots_.size(); ++i) TakeShared(shared[i], i);
}

void Record::TakeOwn(const Document& document, NodeIndex node) {
  document_ = &document;
  node_ = node;
  row_ = nullptr;
  unread_.clear();
  std::ranges::fill(slots_, Slot{Value::Unknown(kMissing), kNoNode});
  if (node != kNoNode && document[node].kind == NodeKind::kObject) {
    FieldIndex guess = 0;
    std::size_t left = wanted_;
    const NodeIndex end = document[node].next;
    for (NodeIndex key = node + 1; key < end && left > 0;
         key = document[key + 1].next) {
      const FieldIndex field = FindField(*layout_, guess, document[key].text);
      if (field == kNoField) continue;
      guess = field + 1;
      if (skipped_[field] != 0) continue;
      Take(key + 1, field);
      --left;
    }
  }
}

void Record::FillFromFile(const Document& file) {
  const Document* const own = std::exchange(document_, &file);
  for (FieldIndex i = 0; i < slots_.size(); ++i) {
    const Field& field = (*layout_)[i];
    const NodeIndex node = file.Member(Document::kRoot, field.name);
    if (!field.of_file || skipped_[i] != 0 || node == kNoNode) continue;
    Take(node, i);
    slots_[i].node = kNoNode;
  }
  document_ = own;
}

void Record::ReadOnly(const std::vector<FieldIndex>& fields) {
  std::ranges::fill(skipped_, 1);
  for (const FieldIndex field : fields) skipped_[field] = 0;
  wanted_ = static_cast<std::size_t>(std::ranges::count(skipped_, 0));
}

// The record's own wins.
void Record::TakeShared(NodeIndex shared, FieldIndex index) {
  if (shared == kNoNode || slots_[index].node != kNoNode) return;
  if (skipped_[index] == 0) Take(shared, index);
}

std::vector<NodeIndex> SharedNodes(const Layout& layout,
                                   const Document& document, NodeIndex file) {
  std::vector<NodeIndex> nodes(layout.size(), kNoNode);
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    if (layout[i].of_group) nodes[i] = document.Member(file, layout[i].name);
  }
  return nodes;
}

void Record::ForgetUnlisted() {
  for (FieldIndex i = 0; i < slots_.size(); ++i) {
    const Field& field = (*layout_)[i];
    if (field.choices.empty()) continue;
    const auto forget = [&field](Value* value) {
      if (!IsListed(*value, field)) *value = Value::Unknown(kError);
    };
    if (slots_[i].value.kind() == Kind::kList) {
      std::ranges::for_each(lists_[i], forget, [](Value& v) { return &v; });
    } else {
      forget(&slots_[i].value);
    }
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

}  // namespace sigte
