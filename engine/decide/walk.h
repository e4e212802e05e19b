// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/evaluate/program.h"
#include "engine/record/value.h"

/// The explanation of a value: the logic of its instruction, pruned to the
/// operands that decided.
namespace sigte {

/// Calls `visit` with every operand of logic instruction `index` that decided
/// its value: of a false AND the false ones, of an unknown one the unknown ones
/// (replacing one of them could change it). False when `index` is no logic and
/// so a leaf.
template <typename Visit>
bool VisitDeciding(const Program& program, const std::vector<Value>& values,
                   std::uint32_t index, Visit&& visit) {
  const Instruction& code = program.code[index];
  const auto operands = program.OperandsOf(code);
  switch (code.op) {
    case Opcode::kNot:
    case Opcode::kUnclear: visit(operands[0]); return true;
    case Opcode::kAnd:
    case Opcode::kOr: {
      const auto visit_if = [&](auto decided) {
        for (const std::uint32_t operand : operands) {
          if (decided(values[operand])) visit(operand);
        }
      };
      const Value& value = values[index];
      if (value.is_unknown()) {
        visit_if([](const Value& v) { return v.is_unknown(); });
      } else if (value.is_true()) {
        visit_if([](const Value& v) { return v.is_true(); });
      } else {
        visit_if([](const Value& v) { return v.is_false(); });
      }
      return true;
    }
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
  void Clear() { ++round_; }
  /// False when `index` was seen already.
  bool Add(std::uint32_t index) {
    if (marks_[index] == round_) return false;
    marks_[index] = round_;
    return true;
  }

 private:
  std::vector<std::uint64_t> marks_;
  std::uint64_t round_ = 1;
};

}  // namespace sigte
