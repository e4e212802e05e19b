// SPDX-License-Identifier: MPL-2.0

// From a program's instructions to the machine's steps: what each has at hand,
// and the order in which they are done.
#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/evaluate/machine.h"

namespace sigte {
namespace {

// Operands that lie apart: the step keeps where the first stands.
bool TakesAnyNumber(Opcode op) {
  return op == Opcode::kAnd || op == Opcode::kOr || op == Opcode::kList ||
         op == Opcode::kAtLeast || op == Opcode::kConditional;
}

}  // namespace

Machine::Machine(const Program& program, Values* values)
    : program_(program),
      values_(*values),
      texts_(program),
      answered_(program.code.size(), 0) {
  values_ = Values(program.code.size());
  std::vector<std::uint32_t> steps_before;
  for (std::uint32_t i = 0; i < program.code.size(); ++i) {
    steps_before.push_back(static_cast<std::uint32_t>(steps_.size()));
    AddStep(i);
  }
  steps_before.push_back(static_cast<std::uint32_t>(steps_.size()));
  for (Step& step : steps_) {
    if (IsQuantifier(step.op)) {
      step.z = steps_before[program.code[step.index].a];
    }
  }
  const std::vector<StepRange> levels = OrderSteps();
  FindGroupSteps();
  FindReaders();
  FindDense(levels);
}

void Machine::AddStep(std::uint32_t index) {
  const Instruction& instruction = program_.code[index];
  if (instruction.op == Opcode::kConstant) {
    Put(index, program_.constants[instruction.a]);
  }
  if (instruction.op == Opcode::kConstant ||
      instruction.op == Opcode::kVariable) {
    return;
  }
  Step step;
  step.op = instruction.op;
  step.count = instruction.operand_count;
  step.index = index;
  PlaceOperands(instruction, &step);
  if (step.op == Opcode::kList || step.op == Opcode::kYears) {
    step.z = static_cast<std::uint32_t>(lists_.size());
    lists_.emplace_back();
  } else if (step.op == Opcode::kAdd) {
    step.z = static_cast<std::uint32_t>(joined_.size());
    joined_.emplace_back();
  }
  steps_.push_back(step);
}

void Machine::PlaceOperands(const Instruction& instruction, Step* step) {
  const auto operands = program_.OperandsOf(instruction);
  if (TakesAnyNumber(step->op)) {
    step->x = instruction.first_operand;
  } else if (step->op == Opcode::kTogether) {
    step->x = instruction.a;
    step->y = instruction.b;
    step->z = operands[0];
  } else if (operands.empty()) {
    step->x = instruction.a;
    step->y = instruction.b;
  } else {
    step->x = operands[0];
    step->y = operands.size() > 1      ? operands[1]
              : IsQuantifier(step->op) ? instruction.b
                                       : instruction.a;
  }
}

// Each one level above all that it waits for.
std::vector<Machine::Unit> Machine::Units() const {
  std::vector<Unit> units;
  std::vector<std::uint32_t> levels(program_.code.size(), 0);
  for (std::uint32_t at = 0; at < steps_.size(); at = units.back().end) {
    Unit& unit = units.emplace_back();
    unit.begin = at;
    unit.end = IsQuantifier(steps_[at].op) ? steps_[at].z : at + 1;
    const auto wait_for = [&](std::uint32_t instruction) {
      unit.level = std::max(unit.level, levels[instruction] + 1);
    };
    for (std::uint32_t i = unit.begin; i < unit.end; ++i) {
      const Instruction& code = program_.code[steps_[i].index];
      for (const std::uint32_t operand : program_.OperandsOf(code)) {
        wait_for(operand);
      }
      if (IsQuantifier(code.op)) wait_for(code.b);
    }
    for (std::uint32_t i = unit.begin; i < unit.end; ++i) {
      levels[steps_[i].index] = unit.level;
    }
  }
  return units;
}

// Steps that do not wait for one another in the order of what they do, so that
// the processor guesses right what comes next. Gives, of each level, the steps
// that logic_ does not do.
std::vector<Machine::StepRange> Machine::OrderSteps() {
  std::vector<Unit> units = Units();
  for (const Unit& unit : units) {
    Step& first = steps_[unit.begin];
    first.is_logic = IsLogic(program_, program_.code[first.index]);
  }
  std::ranges::stable_sort(units, {}, [&](const Unit& unit) {
    const Step& step = steps_[unit.begin];
    return std::tuple(unit.level, step.is_logic, step.op, step.count);
  });
  std::vector<Step> ordered;
  std::vector<StepRange> levels;
  for (const Unit& unit : units) {
    const auto begin = static_cast<std::uint32_t>(ordered.size());
    while (levels.size() <= unit.level) {
      if (!levels.empty()) logic_.EndLevel();
      levels.push_back({begin, begin});
    }
    for (std::uint32_t i = unit.begin; i < unit.end; ++i) {
      Step& step = ordered.emplace_back(steps_[i]);
      if (IsQuantifier(step.op)) step.z = step.z - unit.begin + begin;
    }
    const Step& first = ordered[begin];
    if (first.is_logic) {
      logic_.Add(program_, first.index);
    } else {
      levels.back().end = static_cast<std::uint32_t>(ordered.size());
    }
  }
  logic_.EndLevel();
  steps_ = std::move(ordered);
  return levels;
}

}  // namespace sigte
