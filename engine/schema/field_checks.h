// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"
#include "engine/record/document.h"
#include "engine/record/layout.h"
#include "engine/schema/schema_tree.h"

/// What a schema that is valid may still say of fields without anybody being
/// able to use it.
namespace sigte::schema {

class FieldChecks {
 public:
  /// Borrows all of it.
  FieldChecks(const Document& schema, const SchemaTree& tree,
              const Source* source, IssueList* issues)
      : schema_(schema), tree_(tree), source_(source), issues_(*issues) {}

  /// One field with its key: the form of its `x-…` keywords, the titles of its
  /// choices, a name that no condition can hold and what looks like an `x-…`
  /// keyword and is none (warnings).
  void Check(const Field& field, NodeIndex key, const SchemaTree::Schemas& of);

  /// The schema itself: the language of its own texts, and what looks like an
  /// `x-…` keyword and is none (a warning).
  void CheckRoot();

  /// Fields of one title: no table can tell which of them a heading means.
  void CheckTitles(const Layout& layout);

  /// Whether an error is told already of something within one of `schemas`.
  bool IsTold(const SchemaTree::Schemas& schemas) const;

 private:
  void CheckChoices(const Field& field, Span key);
  void CheckKeywords(NodeIndex schema);
  void WarnOfUnknown(NodeIndex schema);
  void WarnOfOthers(NodeIndex texts);
  void WarnOfKey(NodeIndex key, const std::vector<std::string>& known);
  bool HasForm(NodeIndex value, std::string_view keyword) const;
  bool IsLocalText(NodeIndex value) const;

  const Document& schema_;
  const SchemaTree& tree_;
  const Source* source_;
  IssueList& issues_;
  std::map<std::string_view, Span, std::less<>> keys_;  // by a field's name
  std::set<NodeIndex> told_;
};

}  // namespace sigte::schema
