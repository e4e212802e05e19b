// SPDX-License-Identifier: MPL-2.0

#include "engine/app/record_look.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace sigte {
namespace {

using Names = std::span<const std::string_view>;

// Of decision.schema.json and decisions.schema.json, which require them.
constexpr std::array<std::string_view, 5> kOfDecision = {
    "verdict", "scope", "reasons", "findings", "ruleset"};
constexpr std::array<std::string_view, 4> kOfReport = {"ruleset", "decisions",
                                                       "summary", "files"};

// A questionnaire may ask for what we call so as well.
bool HasAll(const Document& document, NodeIndex node, Names names,
            const Layout& layout) {
  return std::ranges::all_of(names, [&](std::string_view name) {
    return layout.Find(name) == kNoField &&
           document.Member(node, name) != kNoNode;
  });
}

bool IsList(const Document& document, NodeIndex node) {
  return node != kNoNode && document[node].kind == NodeKind::kArray;
}

// A list of objects that no field describes.
bool MayHoldRecords(const Document& document, NodeIndex key,
                    const Layout& layout) {
  const NodeIndex value = key + 1;
  return layout.Find(document[key].text) == kNoField &&
         IsList(document, value) && document[value].count > 0 &&
         document[value + 1].kind == NodeKind::kObject;
}

}  // namespace

RecordLook LookOfRecord(const Document& document, NodeIndex node,
                        const Layout& layout) {
  if (document[node].kind != NodeKind::kObject) return RecordLook::kRecord;
  if (layout.Find(layout.list_member) == kNoField &&
      IsList(document, document.Member(node, layout.list_member))) {
    return RecordLook::kSubmission;
  }
  return HasAll(document, node, kOfDecision, layout) ? RecordLook::kDecision
                                                     : RecordLook::kRecord;
}

bool IsRecordAlone(const Document& document, const Layout& layout) {
  const Node& root = document[Document::kRoot];
  if (root.kind != NodeKind::kObject ||
      document.Member(Document::kRoot, layout.list_member) != kNoNode) {
    return false;
  }
  bool has_own_field = false;
  for (NodeIndex key = Document::kRoot + 1; key < root.next;
       key = document[key + 1].next) {
    if (MayHoldRecords(document, key, layout)) return false;
    const FieldIndex field = layout.Find(document[key].text);
    has_own_field |=
        field != kNoField && !layout[field].of_group && !layout[field].of_file;
  }
  return has_own_field || LookOfRecord(document, Document::kRoot, layout) ==
                              RecordLook::kDecision;
}

bool IsOwnReport(const Document& document, const Layout& layout) {
  return document[Document::kRoot].kind == NodeKind::kObject &&
         HasAll(document, Document::kRoot, kOfReport, layout);
}

}  // namespace sigte
