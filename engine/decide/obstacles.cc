// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/obstacles.h"

#include <algorithm>

namespace sigte {

void ObstacleFinder::Find(const Values& values, const CompiledRule& rule,
                          WarmVector<Obstacle>* obstacles) {
  obstacles->clear();
  if (rule.holds == kNoIndex || !values[rule.holds].is_false()) return;
  values_ = &values;
  found_ = obstacles;
  if (!Explain(rule.holds, false)) obstacles->clear();
}

// Whether facts alone keep `index`, which is false, from being true. A fact
// that an alternative asks for and lacks is no obstacle to it: it is only not
// the case at hand.
bool ObstacleFinder::Explain(std::uint32_t index, bool is_alternative) {
  const Instruction& code = program_.code[index];
  if (rules_.FirstOf(index) != kNoIndex) {
    return !is_alternative && AddFact(index, false);
  }
  switch (code.op) {
    case Opcode::kNot: return AddFact(program_.OperandsOf(code)[0], true);
    case Opcode::kAnd: return ExplainAll(index, is_alternative);
    case Opcode::kOr:
    case Opcode::kAtLeast: return ExplainAny(index, is_alternative);
    default: return false;
  }
}

bool ObstacleFinder::ExplainAll(std::uint32_t index, bool is_alternative) {
  const std::size_t before = found_->size();
  for (const std::uint32_t operand :
       program_.OperandsOf(program_.code[index])) {
    if ((*values_)[operand].is_true()) continue;
    if ((*values_)[operand].is_false() && Explain(operand, is_alternative)) {
      continue;
    }
    while (found_->size() > before) found_->pop_back();
    return false;
  }
  return true;
}

bool ObstacleFinder::ExplainAny(std::uint32_t index, bool is_alternative) {
  bool any = false;
  for (const std::uint32_t operand :
       program_.OperandsOf(program_.code[index])) {
    // Of several that must hold, some may.
    if (!(*values_)[operand].is_false()) continue;
    any = Explain(operand, true) || any;
  }
  return any || (!is_alternative && LacksFirst(index));
}

// Of alternatives that nothing but facts keeps from being true, none is the
// case; what the rule's author named first is what it is about.
bool ObstacleFinder::LacksFirst(std::uint32_t index) {
  const Instruction& code = program_.code[index];
  return code.op == Opcode::kOr &&
         AddFact(program_.OperandsOf(code).front(), false);
}

bool ObstacleFinder::AddFact(std::uint32_t index, bool holds) {
  const std::uint32_t rule = rules_.FirstOf(index);
  if (rule == kNoIndex) return false;
  const auto same = [&](const Obstacle& o) { return o.rule == rule; };
  if (found_->size() < kMaxObstacles && std::ranges::none_of(*found_, same)) {
    found_->push_back({rule, holds});
  }
  return true;
}

}  // namespace sigte
