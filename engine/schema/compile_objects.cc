// SPDX-License-Identifier: MPL-2.0

// The keywords about members and elements.
#include <algorithm>

#include "engine/schema/compiler.h"

namespace sigte::schema {

void Compiler::CompileObjects(const Site& site) {
  Count(site, Word::kMinProperties, Op::kMinProperties, NodeKind::kObject);
  Count(site, Word::kMaxProperties, Op::kMaxProperties, NodeKind::kObject);
  CompileObjectPlan(site);
  if (const UnitId names = UnitOf(site, Word::kPropertyNames);
      names != kNoUnit) {
    Emit(Op::kPropertyNames, kObjects, names, 0, site[Word::kPropertyNames]);
  }
  CompileDependents(site, Word::kDependentRequired);
  CompileDependents(site, Word::kDependentSchemas);
  CompileDependents(site, Word::kDependencies);
}

void Compiler::CompileObjectPlan(const Site& site) {
  ObjectPlan plan;
  AddProperties(site, &plan);
  AddPatternProperties(site, &plan);
  AddRequired(site, &plan);
  plan.additional = UnitOf(site, Word::kAdditionalProperties);
  if (plan.members.empty() && plan.patterns.empty() &&
      plan.additional == kNoUnit) {
    return;
  }
  const NodeIndex place = program_.units[site.unit].node;
  Emit(Op::kObject, kObjects, AddTo(&program_.objects, std::move(plan)), 0,
       place);
}

void Compiler::AddProperties(const Site& site, ObjectPlan* plan) {
  const NodeIndex map =
      Want(site, Word::kProperties, kObjects, "schema.want-object");
  if (map == kNoNode) return;
  ForEachMember(*site.document, map, [&](NodeIndex key, NodeIndex value) {
    const std::uint32_t index = plan->keys.Add((*site.document)[key].text);
    plan->members.resize(plan->keys.names().size());
    plan->members[index].unit = UnitAt(site, value);
  });
}

void Compiler::AddPatternProperties(const Site& site, ObjectPlan* plan) {
  const NodeIndex map =
      Want(site, Word::kPatternProperties, kObjects, "schema.want-object");
  if (map == kNoNode) return;
  ForEachMember(*site.document, map, [&](NodeIndex key, NodeIndex value) {
    if (const auto pattern = AddPattern(site, key)) {
      plan->patterns.push_back({*pattern, UnitAt(site, value)});
    }
  });
}

void Compiler::AddRequired(const Site& site, ObjectPlan* plan) {
  const NodeIndex list =
      Want(site, Word::kRequired, kArrays, "schema.want-names");
  if (list == kNoNode) return;
  plan->required_place = list;
  std::vector<NodeIndex> names;
  ReadNames(site, Word::kRequired, list, &names);
  std::uint8_t bit = 0;
  for (const NodeIndex name : names) {
    const std::uint32_t index = plan->keys.Add((*site.document)[name].text);
    plan->members.resize(plan->keys.names().size());
    plan->members[index].required = true;
    if (bit < 64) {
      plan->required |= std::uint64_t{1} << bit;
      plan->members[index].bit = ++bit;
    } else {
      plan->many.push_back(index);
    }
  }
}

void Compiler::ReadNames(const Site& site, Word word, NodeIndex list,
                         std::vector<NodeIndex>* names) {
  KeyTable seen;
  ForEachElement(*site.document, list, [&](NodeIndex element) {
    const Node& name = (*site.document)[element];
    const bool again = name.kind != NodeKind::kString ||
                       seen.Find(name.text) != KeyTable::kAbsent;
    if (again) {
      WrongValue(site, word, element, "schema.want-names");
    } else {
      seen.Add(name.text);
      names->push_back(element);
    }
  });
}

// `dependencies` is what earlier drafts called the two together.
void Compiler::CompileDependents(const Site& site, Word word) {
  const NodeIndex map = Want(site, word, kObjects, "schema.want-object");
  if (map == kNoNode) return;
  Dependents required;
  Dependents schemas;
  ForEachMember(*site.document, map, [&](NodeIndex key, NodeIndex value) {
    Dependent dependent;
    dependent.name = (*site.document)[key].text;
    dependent.place = value;
    const bool list = (*site.document)[value].kind == NodeKind::kArray;
    if (list && word != Word::kDependentSchemas) {
      std::vector<NodeIndex> names;
      ReadNames(site, word, value, &names);
      for (const NodeIndex name : names) {
        dependent.required.push_back((*site.document)[name].text);
      }
      required.push_back(std::move(dependent));
    } else if (word == Word::kDependentRequired) {
      WrongValue(site, word, value, "schema.want-names");
    } else {
      dependent.unit = UnitAt(site, value);
      schemas.push_back(std::move(dependent));
    }
  });
  if (!required.empty()) {
    Emit(Op::kDependentRequired, kObjects,
         AddTo(&program_.dependents, std::move(required)), 0, map);
  }
  if (!schemas.empty()) {
    Emit(Op::kDependentSchemas, kObjects,
         AddTo(&program_.dependents, std::move(schemas)), 0, map);
  }
}

void Compiler::CompileArrays(const Site& site) {
  Count(site, Word::kMinItems, Op::kMinItems, NodeKind::kArray);
  Count(site, Word::kMaxItems, Op::kMaxItems, NodeKind::kArray);
  const NodeIndex unique = Want(site, Word::kUniqueItems,
                                KindBit(NodeKind::kBool), "schema.want-truth");
  if (unique != kNoNode && (*site.document)[unique].boolean) {
    Emit(Op::kUniqueItems, kArrays, 0, 0, unique);
  }
  ArrayPlan plan;
  const NodeIndex prefix =
      Want(site, Word::kPrefixItems, kArrays, "schema.want-schemas");
  if (prefix != kNoNode) {
    ForEachElement(*site.document, prefix, [&](NodeIndex element) {
      plan.prefix.push_back(UnitAt(site, element));
    });
    if (plan.prefix.empty()) {
      WrongValue(site, Word::kPrefixItems, prefix, "schema.want-schemas");
    }
  }
  plan.items = UnitOf(site, Word::kItems);
  if (!plan.prefix.empty() || plan.items != kNoUnit) {
    Emit(Op::kArray, kArrays, AddTo(&program_.arrays, std::move(plan)), 0,
         program_.units[site.unit].node);
  }
  CompileContains(site);
}

// The two counts are checked even where there is no `contains`.
void Compiler::CompileContains(const Site& site) {
  ContainsPlan plan;
  plan.unit = UnitOf(site, Word::kContains);
  plan.least_place = site[Word::kContains];
  plan.most_place = site[Word::kContains];
  if (const auto least = WantCount(site, Word::kMinContains)) {
    plan.least = *least;
    plan.least_place = site[Word::kMinContains];
  }
  if (const auto most = WantCount(site, Word::kMaxContains)) {
    plan.most = *most;
    plan.most_place = site[Word::kMaxContains];
  }
  if (plan.unit == kNoUnit) return;
  Emit(Op::kContains, kArrays, AddTo(&program_.contains, plan), 0,
       site[Word::kContains]);
}

}  // namespace sigte::schema
