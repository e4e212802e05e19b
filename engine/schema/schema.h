// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/record/document.h"

/// JSON Schema, draft 2020-12 (json-schema.org/draft/2020-12): compiled once
/// into a flat program, run in one pass over a document.
namespace sigte {

class SchemaImpl;

struct SchemaOptions {
  bool assert_format = false;  ///< `format` checks instead of annotating
  std::size_t max_faults = 1000;
  std::string base_uri;  ///< where the schema was found; `$id` goes before it
};

/// Other schemas that `$ref` may reach, by URI. Nothing is ever fetched.
/// Returns null when it has none of that URI.
using SchemaLookup =
    std::function<const Document*(std::string_view uri, const Source** source)>;

/// One thing wrong with an instance.
struct SchemaFault {
  NodeIndex node = 0;          ///< in the instance: what is wrong
  NodeIndex key = kNoNode;     ///< the member's name, where that is wrong
  NodeIndex of = kNoNode;      ///< what the keyword is about, if not `node`
  std::string keyword;         ///< "maximum"; empty: all of the schema
  std::string schema_pointer;  ///< "/properties/age/maximum"
  std::string schema_uri;      ///< absolute location of the keyword
  /// The keyword's value in the schema's document, which must still be there.
  const Document* schema_document = nullptr;
  NodeIndex schema_node = kNoNode;
  Issue issue;  ///< message, span in the instance, nearest name
};

/// Where an element stands in the list around it.
struct ElementPlace {
  NodeIndex list_key = kNoNode;  ///< the list's name, if it is a member
  std::uint32_t position = 0;    ///< from 0
};

/// Immutable: share it among threads, with one SchemaChecker each.
class Schema {
 public:
  /// Null exactly when an issue is an error (unknown $ref, bad regular
  /// expression, wrong type of a keyword's value), each with its place.
  /// `document` and `source` must outlive the schema.
  static std::shared_ptr<const Schema> Compile(const Document& document,
                                               const Source* source,
                                               const SchemaOptions& options,
                                               const SchemaLookup& lookup,
                                               IssueList* issues);
  ~Schema();

  /// The schema at a JSON pointer within this one, to check parts of a document
  /// alone: "/$defs/record". Null where there is none.
  std::shared_ptr<const Schema> At(std::string_view pointer) const;

 private:
  friend class SchemaChecker;
  Schema();
  std::shared_ptr<const SchemaImpl> impl_;
  std::uint32_t entry_ = 0;
};

/// Checks instances; holds the scratch of one thread. Borrows the schema.
class SchemaChecker {
 public:
  explicit SchemaChecker(const Schema& schema);
  ~SchemaChecker();
  SchemaChecker(SchemaChecker&&) noexcept;

  /// Whether `document` from `node` on is valid. Builds nothing.
  bool IsValid(const Document& document, NodeIndex node = Document::kRoot);

  /// The faults, in document order; empty when valid. Faults in branches that
  /// were allowed to fail are left out: the closest branch is explained.
  /// `*cut` is set when there were more than SchemaOptions::max_faults.
  /// Who checks the elements of a list one by one gives `element`, the place of
  /// `node`: else it is looked for from the document's beginning.
  std::vector<SchemaFault> Faults(const Document& document, NodeIndex node,
                                  const Source* source, bool* cut,
                                  const ElementPlace* element = nullptr);

 private:
  struct Scratch;
  const Schema* schema_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace sigte
