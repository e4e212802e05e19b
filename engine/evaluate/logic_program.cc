// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/logic_program.h"

#include <array>

#include "engine/evaluate/operations.h"

namespace sigte {
namespace {

constexpr std::size_t kSets = 256;  // of bits in a TruthBits

template <typename Result>
constexpr std::array<TruthBits, kSets> TableOf(Result result) {
  std::array<TruthBits, kSets> table{};
  for (std::size_t bits = 0; bits < kSets; ++bits) {
    table[bits] = result(static_cast<TruthBits>(bits));
  }
  return table;
}

// What operands give whose bits met in an OR.
template <bool kDecisive>
constexpr std::array<TruthBits, kSets> kJoined = TableOf([](TruthBits bits) {
  Junction<kDecisive> junction;
  junction.Add(bits);
  return junction.Bits();
});

template <bool kDecisive, std::size_t kOperands>
void Join(std::uint32_t steps, const std::uint32_t* wire, TruthBits* truths) {
  for (; steps > 0; --steps, wire += kOperands + 1) {
    TruthBits bits = 0;
    for (std::size_t i = 1; i <= kOperands; ++i) bits |= truths[wire[i]];
    truths[wire[0]] = kJoined<kDecisive>[bits];
  }
}

constexpr std::array<TruthBits, kSets> kTurned = TableOf(NotBits);
constexpr std::array<TruthBits, kSets> kMadeUnclear = TableOf(UnclearBits);

void Turn(const std::array<TruthBits, kSets>& table, std::uint32_t steps,
          const std::uint32_t* wire, TruthBits* truths) {
  for (; steps > 0; --steps, wire += 2) {
    truths[wire[0]] = table[truths[wire[1]]];
  }
}

}  // namespace

bool IsLogic(const Program& program, const Instruction& instruction) {
  switch (instruction.op) {
    case Opcode::kNot:
    case Opcode::kAnd:
    case Opcode::kOr:
    case Opcode::kUnclear: return true;
    case Opcode::kAtLeast: {
      const Instruction& wanted =
          program.code[program.OperandsOf(instruction)[0]];
      return wanted.op == Opcode::kConstant &&
             program.constants[wanted.a].kind() == Kind::kInt;
    }
    default: return false;
  }
}

void LogicProgram::Add(const Program& program, std::uint32_t index) {
  const Instruction& code = program.code[index];
  auto operands = program.OperandsOf(code);
  Alike alike;
  alike.op = code.op;
  if (code.op == Opcode::kAtLeast) {
    alike.wanted = program.constants[program.code[operands[0]].a].int_value();
    operands = operands.subspan(1);
  }
  alike.operands = static_cast<std::uint32_t>(operands.size());
  alike.first_wire = static_cast<std::uint32_t>(wires_.size());
  const std::size_t level_begin = levels_.empty() ? 0 : levels_.back();
  if (runs_.size() == level_begin || runs_.back().op != alike.op ||
      runs_.back().operands != alike.operands ||
      runs_.back().wanted != alike.wanted) {
    runs_.push_back(alike);
  }
  ++runs_.back().steps;
  wires_.push_back(index);
  wires_.insert(wires_.end(), operands.begin(), operands.end());
}

std::size_t LogicProgram::size() const {
  std::size_t steps = 0;
  for (const Alike& alike : runs_) steps += alike.steps;
  return steps;
}

void LogicProgram::Run(std::size_t level, TruthBits* truths) const {
  for (std::size_t i = level == 0 ? 0 : levels_[level - 1]; i < levels_[level];
       ++i) {
    const Alike& alike = runs_[i];
    const Wire wire = wires_.data() + alike.first_wire;
    switch (alike.op) {
      case Opcode::kAnd: JoinAll<false>(alike, wire, truths); break;
      case Opcode::kOr: JoinAll<true>(alike, wire, truths); break;
      case Opcode::kNot: Turn(kTurned, alike.steps, wire, truths); break;
      case Opcode::kUnclear:
        Turn(kMadeUnclear, alike.steps, wire, truths);
        break;
      default: CountAll(alike, wire, truths);
    }
  }
}

// Nearly all have few operands: those are unrolled.
template <bool kDecisive>
void LogicProgram::JoinAll(const Alike& alike, Wire wire, TruthBits* truths) {
  switch (alike.operands) {
    case 1: return Join<kDecisive, 1>(alike.steps, wire, truths);
    case 2: return Join<kDecisive, 2>(alike.steps, wire, truths);
    case 3: return Join<kDecisive, 3>(alike.steps, wire, truths);
    case 4: return Join<kDecisive, 4>(alike.steps, wire, truths);
    case 5: return Join<kDecisive, 5>(alike.steps, wire, truths);
    case 6: return Join<kDecisive, 6>(alike.steps, wire, truths);
    case 7: return Join<kDecisive, 7>(alike.steps, wire, truths);
    case 8: return Join<kDecisive, 8>(alike.steps, wire, truths);
    default: break;
  }
  for (std::uint32_t step = 0; step < alike.steps; ++step) {
    TruthBits bits = 0;
    for (std::uint32_t i = 1; i <= alike.operands; ++i) {
      bits |= truths[wire[i]];
    }
    truths[wire[0]] = kJoined<kDecisive>[bits];
    wire += alike.operands + 1;
  }
}

void LogicProgram::CountAll(const Alike& alike, Wire wire, TruthBits* truths) {
  for (std::uint32_t step = 0; step < alike.steps; ++step) {
    AtLeast count(Value::Int(alike.wanted));
    for (std::uint32_t i = 1; i <= alike.operands; ++i) {
      count.Add(truths[wire[i]]);
    }
    truths[wire[0]] = count.Bits();
    wire += alike.operands + 1;
  }
}

}  // namespace sigte
