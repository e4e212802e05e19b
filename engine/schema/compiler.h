// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/schema/keywords.h"
#include "engine/schema/program.h"
#include "engine/schema/registry.h"
#include "engine/schema/schema.h"

namespace sigte::schema {

/// Turns the schemas that a Registry has found into steps, those too that it
/// finds while references are followed. Adds an issue for everything wrong with
/// them and goes on. The keywords are split by family over compile_*.cc.
class Compiler {
 public:
  Compiler(Program* program, Registry* registry, const SchemaOptions& options,
           IssueList* issues)
      : program_(*program),
        registry_(*registry),
        options_(options),
        issues_(*issues) {}

  void CompileAll();

 private:
  /// One schema object: its keywords' values by Word, kNoNode where absent.
  struct Site {
    UnitId unit = kNoUnit;
    std::uint32_t file = 0;
    const Document* document = nullptr;
    std::array<NodeIndex, kWordCount> words;

    NodeIndex operator[](Word word) const {
      return words[static_cast<std::size_t>(word)];
    }
  };

  void CompileUnit(UnitId unit);
  void ReadSite(UnitId unit, Site* site);
  void CompileFormat(const Site& site);
  void UnknownFormat(const Site& site, NodeIndex format, bool by_dialect);
  void WarnOfUnknown(const Site& site, NodeIndex key);
  void CheckPlainKeywords(const Site& site);

  // compile_values.cc
  void CompileValues(const Site& site);
  void CompileType(const Site& site);
  KindSet ReadType(const Site& site, NodeIndex node);
  void CompileEnum(const Site& site);
  void CompileNumbers(const Site& site);
  void CompileTexts(const Site& site);
  std::uint32_t AddValues(const Site& site, std::vector<NodeIndex> nodes);
  std::optional<std::uint32_t> AddPattern(const Site& site, NodeIndex node);
  void Count(const Site& site, Word word, Op op, NodeKind kind);

  // compile_objects.cc
  void CompileObjects(const Site& site);
  void CompileObjectPlan(const Site& site);
  void AddProperties(const Site& site, ObjectPlan* plan);
  void AddPatternProperties(const Site& site, ObjectPlan* plan);
  void AddRequired(const Site& site, ObjectPlan* plan);
  void CompileDependents(const Site& site, Word word);
  void ReadNames(const Site& site, Word word, NodeIndex list,
                 std::vector<NodeIndex>* names);
  void CompileArrays(const Site& site);
  void CompileContains(const Site& site);

  // compile_apply.cc
  void CompileApply(const Site& site);
  void CompileReference(const Site& site, Word word);
  void CompileAllOf(const Site& site);
  void CompileBranches(const Site& site, Word word, Op op);
  bool CompileChoice(const Site& site, NodeIndex list, bool exclusive);
  void CompileIf(const Site& site);
  void CompileUnevaluated(const Site& site);
  void ShortenReferences();
  void FindPlainUnits();
  void RefuseCycles();
  bool CloseCycle(UnitId from, std::vector<std::uint8_t>* state);
  void InPlace(UnitId unit, std::vector<UnitId>* next) const;

  /// The keyword's value where it is there and of one of `kinds`; kNoNode
  /// otherwise, after adding an issue where it is of another. `expected` is
  /// what the issue says it should be.
  NodeIndex Want(const Site& site, Word word, KindSet kinds,
                 MessageKey expected);
  /// The same as a number of 0 or more, a whole one.
  std::optional<std::uint32_t> WantCount(const Site& site, Word word);
  void WrongValue(const Site& site, Word word, NodeIndex node,
                  MessageKey expected);
  UnitId UnitAt(const Site& site, NodeIndex node) const {
    return program_.files[site.file].units[node];
  }
  UnitId UnitOf(const Site& site, Word word) const {
    return site[word] == kNoNode ? kNoUnit : UnitAt(site, site[word]);
  }
  void Emit(Op op, KindSet kinds, std::uint32_t a, std::uint32_t b,
            NodeIndex place) {
    program_.steps.push_back({op, kinds, a, b, place});
  }
  void Error(const Site& site, MessageKey message, NodeIndex node,
             std::vector<LocalText> args);

  Program& program_;
  Registry& registry_;
  const SchemaOptions& options_;
  IssueList& issues_;
};

/// Calls `visit(key, value)` for each member of an object.
template <typename Visit>
void ForEachMember(const Document& document, NodeIndex object, Visit visit) {
  NodeIndex key = object + 1;
  for (std::uint32_t i = 0; i < document[object].count; ++i) {
    visit(key, key + 1);
    key = document[key + 1].next;
  }
}

/// Calls `visit(element)` for each element of an array.
template <typename Visit>
void ForEachElement(const Document& document, NodeIndex array, Visit visit) {
  NodeIndex element = array + 1;
  for (std::uint32_t i = 0; i < document[array].count; ++i) {
    visit(element);
    element = document[element].next;
  }
}

template <typename T>
std::uint32_t AddTo(std::vector<T>* list, T item) {
  list->push_back(std::move(item));
  return static_cast<std::uint32_t>(list->size() - 1);
}

}  // namespace sigte::schema
