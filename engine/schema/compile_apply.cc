// SPDX-License-Identifier: MPL-2.0

// The keywords that apply schemas to the same value: references, branches,
// conditions; and what is left over (unevaluated*).
#include <algorithm>
#include <array>

#include "engine/schema/compiler.h"
#include "engine/schema/uri.h"
#include "engine/schema/values.h"

namespace sigte::schema {
namespace {

// What a branch may say beside `const` and still be one value of a choice.
bool IsRemark(std::string_view name) {
  const Keyword* keyword = FindKeyword(name);
  return keyword == nullptr || keyword->vocabularies == kMetaData ||
         keyword->word == Word::kComment;
}

}  // namespace

void Compiler::CompileApply(const Site& site) {
  CompileReference(site, Word::kRef);
  CompileReference(site, Word::kDynamicRef);
  CompileAllOf(site);
  CompileBranches(site, Word::kAnyOf, Op::kAnyOf);
  CompileBranches(site, Word::kOneOf, Op::kOneOf);
  if (const UnitId unit = UnitOf(site, Word::kNot); unit != kNoUnit) {
    Emit(Op::kNot, kAnyKind, unit, 0, site[Word::kNot]);
  }
  CompileIf(site);
}

void Compiler::CompileReference(const Site& site, Word word) {
  const NodeIndex node = Want(site, word, kTexts, "schema.want-text");
  if (node == kNoNode) return;
  const UnitId target = registry_.Resolve(site.unit, node);
  if (target == kNoUnit) return;
  const std::string_view name = SplitUri((*site.document)[node].text).fragment;
  if (word == Word::kRef || !registry_.IsDynamicAnchor(target, name)) {
    Emit(Op::kCall, kAnyKind, target, 0, node);
    return;
  }
  auto it = std::ranges::find(program_.dynamic_names, name);
  if (it == program_.dynamic_names.end()) {
    it = program_.dynamic_names.insert(it, name);
  }
  Emit(Op::kDynamicRef, kAnyKind, target,
       static_cast<std::uint32_t>(it - program_.dynamic_names.begin()), node);
}

void Compiler::CompileAllOf(const Site& site) {
  const NodeIndex list =
      Want(site, Word::kAllOf, kArrays, "schema.want-schemas");
  if (list == kNoNode) return;
  if ((*site.document)[list].count == 0) {
    WrongValue(site, Word::kAllOf, list, "schema.want-schemas");
  }
  ForEachElement(*site.document, list, [&](NodeIndex element) {
    Emit(Op::kCall, kAnyKind, UnitAt(site, element), 0, element);
  });
}

void Compiler::CompileBranches(const Site& site, Word word, Op op) {
  const NodeIndex list = Want(site, word, kArrays, "schema.want-schemas");
  if (list == kNoNode) return;
  if ((*site.document)[list].count == 0) {
    WrongValue(site, word, list, "schema.want-schemas");
    return;
  }
  if (CompileChoice(site, list, op == Op::kOneOf)) return;
  const auto first = static_cast<std::uint32_t>(program_.list.size());
  ForEachElement(*site.document, list, [&](NodeIndex element) {
    program_.list.push_back(UnitAt(site, element));
  });
  Emit(op, kAnyKind, first, (*site.document)[list].count, list);
}

// A choice of plain consts is checked and explained as a set of values. Under
// oneOf they must all differ, or a value that stands twice would be refused.
bool Compiler::CompileChoice(const Site& site, NodeIndex list, bool exclusive) {
  if ((registry_.VocabulariesOf(site.unit) & kValidation) == 0) return false;
  const Document& document = *site.document;
  std::vector<NodeIndex> values;
  std::vector<UnitId> branches;
  bool plain = true;
  ForEachElement(document, list, [&](NodeIndex branch) {
    plain = plain && document[branch].kind == NodeKind::kObject;
    if (!plain) return;
    NodeIndex value = kNoNode;
    ForEachMember(document, branch, [&](NodeIndex key, NodeIndex member) {
      if (document[key].text == "const") {
        value = member;
      } else {
        plain = plain && IsRemark(document[key].text);
      }
    });
    plain = plain && value != kNoNode;
    values.push_back(value);
    branches.push_back(UnitAt(site, branch));
  });
  if (!plain) return false;
  if (exclusive) {
    std::vector<std::uint64_t> hashes;
    for (const NodeIndex value : values) {
      hashes.push_back(Hash({&document, value}, 0));
    }
    std::ranges::sort(hashes);
    if (std::ranges::adjacent_find(hashes) != hashes.end()) return false;
  }
  const std::uint32_t set = AddValues(site, std::move(values));
  program_.values[set].branches = std::move(branches);
  Emit(Op::kValues, kAnyKind, set, 0, list);
  return true;
}

void Compiler::CompileIf(const Site& site) {
  const IfPlan plan{UnitOf(site, Word::kIf), UnitOf(site, Word::kThen),
                    UnitOf(site, Word::kElse)};
  if (plan.condition == kNoUnit) return;
  Emit(Op::kIf, kAnyKind, AddTo(&program_.ifs, plan), 0, site[Word::kIf]);
}

void Compiler::CompileUnevaluated(const Site& site) {
  const UnitId items = UnitOf(site, Word::kUnevaluatedItems);
  if (items != kNoUnit) {
    Emit(Op::kUnevaluatedItems, kArrays, items, 0,
         site[Word::kUnevaluatedItems]);
  }
  const UnitId members = UnitOf(site, Word::kUnevaluatedProperties);
  if (members != kNoUnit) {
    Emit(Op::kUnevaluatedProperties, KindBit(NodeKind::kObject), members, 0,
         site[Word::kUnevaluatedProperties]);
  }
  program_.units[site.unit].marks = items != kNoUnit || members != kNoUnit;
}

// The units that `unit` applies to the same value.
void Compiler::InPlace(UnitId unit, std::vector<UnitId>* next) const {
  const Unit& from = program_.units[unit];
  const auto add = [&](UnitId to) {
    if (to != kNoUnit) next->push_back(to);
  };
  for (std::uint32_t i = from.first; i < from.first + from.count; ++i) {
    const Step& step = program_.steps[i];
    switch (step.op) {
      case Op::kCall:
      case Op::kNot: add(step.a); break;
      case Op::kAnyOf:
      case Op::kOneOf:
        for (std::uint32_t k = 0; k < step.b; ++k) {
          add(program_.list[step.a + k]);
        }
        break;
      case Op::kIf:
        add(program_.ifs[step.a].condition);
        add(program_.ifs[step.a].then);
        add(program_.ifs[step.a].otherwise);
        break;
      case Op::kDependentSchemas:
        for (const Dependent& d : program_.dependents[step.a]) add(d.unit);
        break;
      default: break;
    }
  }
}

// A schema that comes back to itself without going down into the value would
// never end. Depth-first, with a stack of its own; a cycle's last reference is
// where the issue points.
void Compiler::RefuseCycles() {
  std::vector<std::uint8_t> state(program_.units.size(), 0);
  for (UnitId unit = 0; unit < program_.units.size(); ++unit) {
    if (state[unit] == 0 && CloseCycle(unit, &state)) return;
  }
}

bool Compiler::CloseCycle(UnitId from, std::vector<std::uint8_t>* state) {
  struct Frame {
    UnitId unit;
    std::vector<UnitId> next;
  };
  enum : std::uint8_t { kNew, kOpen, kDone };
  std::vector<Frame> stack;
  const auto open = [&](UnitId unit) {
    (*state)[unit] = kOpen;
    stack.push_back({unit, {}});
    InPlace(unit, &stack.back().next);
  };
  open(from);
  while (!stack.empty()) {
    Frame& top = stack.back();
    if (top.next.empty()) {
      (*state)[top.unit] = kDone;
      stack.pop_back();
      continue;
    }
    const UnitId next = top.next.back();
    top.next.pop_back();
    if ((*state)[next] == kNew) {
      open(next);
    } else if ((*state)[next] == kOpen) {
      const Unit& unit = program_.units[top.unit];
      const SchemaFile& file = program_.files[unit.file];
      const NodeIndex reference = file.document->Member(unit.node, "$ref");
      issues_.Error(
          "S105.reference-cycle", file.source,
          file.document->SpanOf(reference == kNoNode ? unit.node : reference));
      return true;
    }
  }
  return false;
}

}  // namespace sigte::schema
