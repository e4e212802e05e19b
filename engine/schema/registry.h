// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/issue.h"
#include "engine/record/document.h"
#include "engine/schema/keywords.h"
#include "engine/schema/program.h"
#include "engine/schema/schema.h"

namespace sigte::schema {

/// Finds the schemas in documents, numbers them (Program::units, still without
/// steps), and knows them by URI, anchor and pointer. Loads other documents
/// when a reference reaches them.
class Registry {
 public:
  /// Borrows all three; `lookup` may be empty.
  Registry(Program* program, const SchemaLookup* lookup, IssueList* issues)
      : program_(*program), lookup_(*lookup), issues_(*issues) {}

  /// Takes in a document that was found at `uri` (empty: nowhere in
  /// particular). Returns its root schema.
  UnitId AddFile(const Document& document, const Source* source,
                 std::string_view uri);

  /// What the reference at `node` in `from`'s file points to. kNoUnit after
  /// adding an issue.
  UnitId Resolve(UnitId from, NodeIndex node);

  VocabularySet VocabulariesOf(UnitId unit) const {
    return vocabularies_.at(program_.units[unit].resource);
  }

  /// Whether `unit` is the `$dynamicAnchor` that the fragment `name` says.
  bool IsDynamicAnchor(UnitId unit, std::string_view name) const;

 private:
  // The keywords that say what a schema is called.
  struct Names {
    NodeIndex id = kNoNode;
    NodeIndex schema = kNoNode;
    NodeIndex anchor = kNoNode;
    NodeIndex dynamic_anchor = kNoNode;
  };
  // How far a JSON pointer led.
  struct Target {
    NodeIndex node = kNoNode;     // kNoNode: nowhere
    std::uint32_t resource = 0;   // that `node` belongs to
    NodeIndex stopped = kNoNode;  // where it led nowhere
    std::string token;            // what was not there
  };

  void Scan(std::uint32_t file, NodeIndex node, std::uint32_t resource);
  void ScanMembers(std::uint32_t file, NodeIndex node, std::uint32_t resource);
  void ScanValue(std::uint32_t file, NodeIndex value, std::uint32_t resource,
                 Shape shape);
  static Names ReadNames(const Document& document, NodeIndex node);
  std::uint32_t OpenResource(std::uint32_t file, NodeIndex node,
                             std::uint32_t outer, const Names& names);
  std::uint32_t AddResource(std::uint32_t file, NodeIndex node, std::string uri,
                            VocabularySet vocabularies);
  void AddAnchor(std::uint32_t resource, NodeIndex node, UnitId unit,
                 bool dynamic);
  void ReadDialect(std::uint32_t file, NodeIndex node, VocabularySet* out);
  void ReadVocabularies(const Document& metaschema, const Source* source,
                        NodeIndex vocabulary, VocabularySet* out);

  std::optional<std::uint32_t> FindResource(const std::string& uri);
  UnitId ResolvePointer(UnitId from, NodeIndex place, std::uint32_t resource,
                        const std::string& pointer);
  Target Follow(std::uint32_t resource, std::string_view pointer) const;
  void MissingTarget(UnitId from, NodeIndex place, std::string_view reference,
                     const std::vector<std::string>& known,
                     const std::string& token);
  std::string_view TextAt(std::uint32_t file, NodeIndex node) const;
  void Error(MessageKey message, std::uint32_t file, NodeIndex node,
             std::vector<LocalText> args);

  Program& program_;
  const SchemaLookup& lookup_;
  IssueList& issues_;
  std::map<std::uint32_t, VocabularySet> vocabularies_;  // by resource
  std::map<std::string, std::uint32_t> by_uri_;
  std::map<std::pair<std::uint32_t, std::string_view>, UnitId> anchors_;
};

/// Takes the first token off a JSON pointer ("/a~1b/0" gives "a/b"). False
/// where it is malformed.
bool NextToken(std::string_view* pointer, std::string* token);

/// The child of an object or array that a token names, or kNoNode.
NodeIndex ChildAt(const Document& document, NodeIndex node,
                  const std::string& token);

}  // namespace sigte::schema
