// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/record/document.h"
#include "engine/record/layout.h"
#include "engine/record/value.h"

/// One record: a slot for each field of the layout.
namespace sigte {

struct RowOrigin;  // record/row_origin.h

struct Slot {
  /// Unknown(kMissing) where there is no answer; Unknown(kError) where what
  /// stands there is not of the field's type.
  Value value;
  NodeIndex node = kNoNode;  ///< what stands there; kNoNode where nothing does
};

/// What was sent with a record and is in none of its slots.
struct UnreadValue {
  std::string heading;  ///< what it stood under, or beside; may be empty
  FieldIndex field = kNoField;  ///< that the heading means all the same
  std::string text;
  bool is_number = false;  ///< `text` is one, as JSON writes it
};

/// Views into a document, which must outlive it. Reused from record to record.
class Record {
 public:
  explicit Record(const Layout& layout)
      : layout_(&layout),
        slots_(layout.size()),
        wanted_(layout.size()),
        skipped_(layout.size(), 0),
        lists_(layout.size()) {}

  const Layout& layout() const { return *layout_; }
  const Slot& operator[](FieldIndex index) const { return slots_[index]; }
  const Document* document() const { return document_; }
  NodeIndex node() const { return node_; }  ///< the record's own object
  /// The table's row that the document stands for; null where it is none.
  const RowOrigin* row() const { return row_; }
  /// Until the next Fill. Borrows it.
  void SetRow(const RowOrigin* row) { row_ = row; }

  /// Until the next Fill. Not looked at by any rule: for who sends it back.
  const std::vector<UnreadValue>& unread() const { return unread_; }
  void SetUnread(std::vector<UnreadValue> unread) {
    unread_ = std::move(unread);
  }

  /// Reads object `node` of `document`. Fields that may stand once for a whole
  /// file are looked up in object `file` too (kNoNode: there is none); the
  /// record's own wins. Members that the layout does not know are left out
  /// (the schema has its say about them).
  void Fill(const Document& document, NodeIndex node, NodeIndex file);
  /// The same for who reads many records of one file, and looked once for what
  /// stands with it: `shared` has SharedNodes' node for each field.
  void Fill(const Document& document, NodeIndex node,
            const std::vector<NodeIndex>& shared);

  /// Adds what stands once for the file and is no part of `document`: members
  /// of `file`'s object, which must outlive the record. They have no node.
  void FillFromFile(const Document& file);

  /// From now on Fill leaves all but these missing: for the pass that counts
  /// groups, which read few fields.
  void ReadOnly(const std::vector<FieldIndex>& fields);

  /// Replaces one value, for "what if" (decide/questions.h).
  void Set(FieldIndex index, const Value& value) {
    slots_[index].value = value;
  }

  /// Makes unknown(kError) what is none of its field's closed values: what was
  /// meant by it is not known. For records that the schema refuses; others have
  /// none.
  void ForgetUnlisted();

  /// Calls visit(FieldIndex, NodeIndex) for what stands in a slot, or in the
  /// list of one, and could not be held: of another type, or a number that is
  /// too large.
  template <typename Visit>
  void ForEachUnheld(const Visit& visit) const;

  /// The text of a slot as its author wrote it; empty where nothing stands.
  std::string_view Written(FieldIndex index) const;

 private:
  void Take(NodeIndex node, FieldIndex index);
  void TakeOwn(const Document& document, NodeIndex node);
  void TakeShared(NodeIndex shared, FieldIndex index);
  Value ReadList(NodeIndex node, FieldIndex index);
  Value ReadScalar(NodeIndex node, const Field& field) const;

  const Layout* layout_;
  const Document* document_ = nullptr;
  NodeIndex node_ = kNoNode;
  const RowOrigin* row_ = nullptr;
  std::vector<UnreadValue> unread_;
  std::vector<Slot> slots_;
  std::size_t wanted_;                     // fields that are not skipped
  std::vector<std::uint8_t> skipped_;      // by field
  std::vector<std::vector<Value>> lists_;  // by field, for list fields
};

/// By field: what object `file` holds of those that may stand once for a whole
/// file; kNoNode where it holds nothing.
std::vector<NodeIndex> SharedNodes(const Layout& layout,
                                   const Document& document, NodeIndex file);

template <typename Visit>
void Record::ForEachUnheld(const Visit& visit) const {
  const auto is_unheld = [](const Value& value) {
    return value.is_unknown() && (value.causes() & kError) != 0;
  };
  for (FieldIndex i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    if (slot.node == kNoNode) continue;
    if (is_unheld(slot.value)) visit(i, slot.node);
    if (slot.value.kind() != Kind::kList) continue;
    NodeIndex item = slot.node + 1;
    for (std::size_t k = 0; k < slot.value.count(); ++k) {
      if (is_unheld(slot.value.items()[k])) visit(i, item);
      item = (*document_)[item].next;
    }
  }
}

}  // namespace sigte
