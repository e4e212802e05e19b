// SPDX-License-Identifier: MPL-2.0

// The part of Runner that goes into objects and arrays.
#include "engine/schema/runner.h"

namespace sigte::schema {

bool Runner::CheckObject(const Step& step, UnitId id, NodeIndex node) {
  const ObjectPlan& plan = program_.objects[step.a];
  const std::vector<std::string_view>& names = plan.keys.names();
  std::uint64_t seen = 0;
  std::uint32_t expected = 0;  // members mostly come in the schema's order
  bool valid = true;
  NodeIndex key = node + 1;
  for (std::uint32_t i = 0; i < document_[node].count; ++i) {
    const std::string_view name = document_[key].text;
    std::uint32_t index = expected;
    if (index >= names.size() || !KeyTable::Same(names[index], name)) {
      index = plan.keys.Find(name);
    }
    if (index != KeyTable::kAbsent) {
      expected = index + 1;
      const std::uint8_t bit = plan.members[index].bit;
      if (bit != 0) seen |= std::uint64_t{1} << (bit - 1);
    }
    if (!CheckMember(plan, index, id, key, i)) {
      valid = false;
      if (!explaining()) return false;
    }
    key = document_[key + 1].next;
  }
  return CheckRequired(plan, seen, id, node) && valid;
}

bool Runner::CheckMember(const ObjectPlan& plan, std::uint32_t index, UnitId id,
                         NodeIndex key, std::uint32_t position) {
  bool known = false;
  bool valid = true;
  const auto check = [&](UnitId unit) {
    known = true;
    Mark(position);
    if (valid || explaining()) valid = Child(unit, key + 1) && valid;
  };
  if (index != KeyTable::kAbsent && plan.members[index].unit != kNoUnit) {
    check(plan.members[index].unit);
  }
  for (const PatternMember& pattern : plan.patterns) {
    if (re2::RE2::PartialMatch(document_[key].text,
                               *program_.patterns[pattern.pattern].regex)) {
      check(pattern.unit);
    }
  }
  if (known || plan.additional == kNoUnit) return valid;
  if (!program_.IsFalse(plan.additional)) {
    check(plan.additional);
    return valid;
  }
  Mark(position);
  if (explaining()) {
    explainer_->UnknownMember(id, program_.units[plan.additional].node, key);
  }
  return false;
}

bool Runner::CheckRequired(const ObjectPlan& plan, std::uint64_t seen,
                           UnitId id, NodeIndex node) {
  bool valid = (seen & plan.required) == plan.required;
  for (const std::uint32_t index : plan.many) {
    if (!valid) break;
    valid = document_.Member(node, plan.keys.names()[index]) != kNoNode;
  }
  if (valid || !explaining()) return valid;
  for (std::uint32_t i = 0; i < plan.members.size(); ++i) {
    if (plan.members[i].required &&
        document_.Member(node, plan.keys.names()[i]) == kNoNode) {
      explainer_->MissingMember(id, plan, i, node);
    }
  }
  return false;
}

bool Runner::CheckPropertyNames(const Step& step, NodeIndex node) {
  bool valid = true;
  NodeIndex key = node + 1;
  for (std::uint32_t i = 0; i < document_[node].count; ++i) {
    if (!Child(step.a, key)) {
      valid = false;
      if (!explaining()) return false;
    }
    key = document_[key + 1].next;
  }
  return valid;
}

bool Runner::CheckArray(const Step& step, UnitId id, NodeIndex node) {
  const ArrayPlan& plan = program_.arrays[step.a];
  bool valid = true;
  NodeIndex element = node + 1;
  for (std::uint32_t i = 0; i < document_[node].count; ++i) {
    const UnitId unit = i < plan.prefix.size() ? plan.prefix[i] : plan.items;
    if (unit == kNoUnit) break;
    Mark(i);
    if (unit == plan.items && program_.IsFalse(unit)) {
      if (explaining()) {
        explainer_->TooManyElements(id, program_.units[unit].node, node,
                                    element, i);
      }
      return false;
    }
    if (!Child(unit, element)) {
      valid = false;
      if (!explaining()) return false;
    }
    element = document_[element].next;
  }
  return valid;
}

bool Runner::CheckContains(const Step& step, UnitId id, NodeIndex node) {
  const ContainsPlan& plan = program_.contains[step.a];
  std::uint32_t found = 0;
  NodeIndex element = node + 1;
  for (std::uint32_t i = 0; i < document_[node].count; ++i) {
    if (Probe(plan.unit, element)) {
      ++found;
      Mark(i);
    }
    const bool settled = found >= plan.least && plan.most == 0xFFFFFFFF;
    if (settled && marks_ == kNoMarks) return true;
    element = document_[element].next;
  }
  if (found >= plan.least && found <= plan.most) return true;
  if (explaining()) explainer_->Contains(id, plan, found, node);
  return false;
}

bool Runner::CheckDependentRequired(const Step& step, UnitId id,
                                    NodeIndex node) {
  bool valid = true;
  for (const Dependent& dependent : program_.dependents[step.a]) {
    if (document_.Member(node, dependent.name) == kNoNode) continue;
    for (const std::string_view name : dependent.required) {
      if (document_.Member(node, name) != kNoNode) continue;
      valid = false;
      if (!explaining()) return false;
      explainer_->DependentMissing(id, dependent, name, node);
    }
  }
  return valid;
}

bool Runner::CheckDependentSchemas(const Step& step, NodeIndex node) {
  bool valid = true;
  for (const Dependent& dependent : program_.dependents[step.a]) {
    if (document_.Member(node, dependent.name) == kNoNode) continue;
    if (Same(dependent.unit, node, dependent.place)) continue;
    valid = false;
    if (!explaining()) return false;
  }
  return valid;
}

bool Runner::CheckUnevaluatedItems(const Step& step, UnitId id,
                                   NodeIndex node) {
  bool valid = true;
  std::uint32_t position = 0;
  NodeIndex element = node + 1;
  for (; position < document_[node].count; ++position) {
    if (!IsMarked(position)) {
      Mark(position);
      if (explaining() && program_.IsFalse(step.a)) {
        explainer_->TooManyElements(id, step.place, node, element, position);
        return false;
      }
      if (!Child(step.a, element)) {
        valid = false;
        if (!explaining()) return false;
      }
    }
    element = document_[element].next;
  }
  return valid;
}

bool Runner::CheckUnevaluatedMembers(const Step& step, UnitId id,
                                     NodeIndex node) {
  bool valid = true;
  NodeIndex key = node + 1;
  for (std::uint32_t i = 0; i < document_[node].count; ++i) {
    if (!IsMarked(i)) {
      Mark(i);
      if (explaining() && program_.IsFalse(step.a)) {
        explainer_->UnknownMember(id, step.place, key);
        valid = false;
      } else if (!Child(step.a, key + 1)) {
        valid = false;
        if (!explaining()) return false;
      }
    }
    key = document_[key + 1].next;
  }
  return valid;
}

}  // namespace sigte::schema
