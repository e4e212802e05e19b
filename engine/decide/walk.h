// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"
#include "engine/record/value.h"

/// The explanation of a value: the logic of its instruction, pruned to the
/// operands that decided.
namespace sigte {

/// Of logic, VisitDeciding knows what decided it; anything else is a leaf.
inline bool HasDecidingOperands(Opcode op) {
  return op == Opcode::kConstant ||
         (op >= Opcode::kNot && op <= Opcode::kConditional);
}

/// Of any operand every truth is of interest.
struct AnyTruth {
  TruthBits operator()(std::uint32_t /*operand*/) const { return 0xFF; }
};

/// Calls `visit` with those of `operands` whose value has a bit of `wanted`, in
/// order. Which they are is hard to foretell, so they are put in a row without
/// branching first.
template <typename Visit, typename Telling>
void VisitOfTruth(std::span<const std::uint32_t> operands, const Values& values,
                  TruthBits wanted, Visit&& visit, const Telling& telling) {
  constexpr std::size_t kTogether = 16;
  std::array<std::uint32_t, kTogether> found;
  while (!operands.empty()) {
    const auto some = operands.first(std::min(kTogether, operands.size()));
    operands = operands.subspan(some.size());
    std::size_t count = 0;
    for (const std::uint32_t operand : some) {
      found[count] = operand;
      const int told = values.truth(operand) & wanted & telling(operand);
      count += told != 0 ? 1U : 0U;
    }
    for (std::size_t i = 0; i < count; ++i) visit(found[i]);
  }
}

/// Calls `visit` with every operand of logic instruction `index` that decided
/// its value: of a false AND the false ones, of an unknown one the unknown ones
/// (replacing one of them could change it). False, without a call, where it is
/// a leaf. `telling` gives the truths with which an operand of AND, OR and
/// AtLeast is of interest: the others are passed by.
template <typename Visit, typename Telling = AnyTruth>
bool VisitDeciding(const Program& program, const Values& values,
                   std::uint32_t index, Visit&& visit,
                   const Telling& telling = {}) {
  const Instruction& code = program.code[index];
  auto operands = program.OperandsOf(code);
  switch (code.op) {
    case Opcode::kNot:
    case Opcode::kUnclear: visit(operands[0]); return true;
    case Opcode::kAtLeast:
      if (values[operands[0]].is_unknown()) visit(operands[0]);
      operands = operands.subspan(1);
      [[fallthrough]];
    case Opcode::kAnd:
    case Opcode::kOr:
      VisitOfTruth(operands, values,
                   values.truth(index) & (kFalseBit | kTrueBit | kUnknownBit),
                   visit, telling);
      return true;
    case Opcode::kConditional: {
      const Value& condition = values[operands[0]];
      visit(operands[0]);
      if (!condition.is_false()) visit(operands[1]);
      if (!condition.is_true()) visit(operands[2]);
      return true;
    }
    case Opcode::kConstant: return true;
    default: return false;
  }
}

/// Which rules an instruction is the value of: several where equal expressions
/// became one instruction.
class RulesByValue {
 public:
  explicit RulesByValue(const Program& program)
      : first_(program.code.size(), kNoIndex),
        next_(program.rules.size(), kNoIndex) {
    for (std::size_t i = program.rules.size(); i-- > 0;) {
      const std::uint32_t value = program.rules[i].value;
      if (value == kNoIndex) continue;
      next_[i] = first_[value];
      first_[value] = static_cast<std::uint32_t>(i);
    }
  }

  /// The first rule with that value, or kNoIndex.
  std::uint32_t FirstOf(std::uint32_t index) const { return first_[index]; }
  std::uint32_t NextOf(std::uint32_t rule) const { return next_[rule]; }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> next_;
};

/// Marks instructions as seen; starting anew costs nothing.
class SeenSet {
 public:
  explicit SeenSet(std::size_t size) : marks_(size, 0) {}
  void Clear() {
    if (++round_ != 0) return;
    std::ranges::fill(marks_, 0);  // once in four thousand million times
    round_ = 1;
  }
  /// False when `index` was seen already.
  bool Add(std::uint32_t index) {
    if (marks_[index] == round_) return false;
    marks_[index] = round_;
    return true;
  }

 private:
  std::vector<std::uint32_t> marks_;
  std::uint32_t round_ = 1;
};

}  // namespace sigte
