// SPDX-License-Identifier: MPL-2.0

// The part of Runner that goes into objects and arrays.
#include "engine/schema/check_values.h"
#include "engine/schema/runner.h"

namespace sigte::schema {

// Records have the same members in the same order, so what stood in the same
// place of the object before is the first guess. It need not be of this plan.
inline std::uint32_t Runner::FindMember(const ObjectPlan& plan,
                                        std::uint32_t position,
                                        std::string_view name) {
  std::uint32_t ignored = 0;
  std::uint32_t& guess =
      position < scratch_.order.size() ? scratch_.order[position] : ignored;
  const std::vector<std::string_view>& names = plan.keys.names();
  if (guess >= names.size() || !SameText(names[guess], name)) {
    guess = plan.keys.Find(name);
  }
  return guess;
}

// Child, the short way where there is one: nearly all members of a record.
inline bool Runner::CheckChild(UnitId unit, NodeIndex node) {
  if (explainer_ != nullptr) return Child(unit, node);
  const Unit& direct = program_.units[program_.units[unit].direct];
  if (!direct.plain) return Child(unit, node);
  if (direct.count == 0) return true;
  if (!TakeStep()) return false;
  return direct.test.Holds(program_.values, document_[node]) ||
         RunPlain(direct, node);
}

// RunSteps for a plain unit while nobody asks why: nothing to go into, so
// nothing to keep on the way.
bool Runner::RunPlain(const Unit& unit, NodeIndex node) {
  const Node& value = document_[node];
  const KindSet kind = KindBit(value.kind);
  const Step* end = program_.steps.data() + unit.first + unit.count;
  for (const Step* step = end - unit.count; step != end; ++step) {
    if ((step->kinds & kind) == 0 || HoldsAtOnce(*step, value)) continue;
    if (!CheckValue(program_, *step, document_, node, scratch_.seed)) {
      return false;
    }
  }
  return true;
}

bool Runner::CheckObject(const Step& step, UnitId id, NodeIndex node) {
  const ObjectPlan& plan = program_.objects[step.a];
  std::uint64_t seen = 0;
  const bool simple =
      explainer_ == nullptr && marks_ == kNoMarks && plan.patterns.empty();
  bool valid = true;
  NodeIndex key = node + 1;
  for (std::uint32_t i = 0; i < document_[node].count; ++i) {
    const std::uint32_t index = FindMember(plan, i, document_[key].text);
    if (index != KeyTable::kAbsent) {
      const std::uint8_t bit = plan.members[index].bit;
      if (bit != 0) seen |= std::uint64_t{1} << (bit - 1);
    }
    const bool goes_on = simple && index != KeyTable::kAbsent &&
                                 plan.members[index].unit != kNoUnit
                             ? CheckChild(plan.members[index].unit, key + 1)
                             : CheckMember(plan, index, id, key, i);
    if (!goes_on) {
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
    if (!CheckChild(unit, element)) {
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

bool Runner::CheckUnevaluatedItems(const Step& step, NodeIndex node) {
  bool valid = true;
  std::uint32_t position = 0;
  NodeIndex element = node + 1;
  for (; position < document_[node].count; ++position) {
    if (!IsMarked(position)) {
      Mark(position);
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
