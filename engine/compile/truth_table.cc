// SPDX-License-Identifier: MPL-2.0

// All rows of the truth table at once, a bit each.

#include "engine/compile/truth_table.h"

#include <algorithm>
#include <array>

#include "engine/compile/constant_parts.h"

namespace sigte {
namespace {

using Column = std::uint64_t;
constexpr std::array<Column, 6> kColumns = {
    0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0,
    0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};
constexpr Column kAlways = ~Column{0};

class TruthTable {
 public:
  TruthTable(const Program& program, const std::vector<bool>& is_rule)
      : program_(program), is_rule_(is_rule) {}

  /// Nullopt where it has too many parts.
  std::optional<Column> Of(std::uint32_t index) {
    const Instruction& code = program_.code[index];
    const auto operands = program_.OperandsOf(code);
    if (code.op == Opcode::kConstant) {
      const Value& value = program_.constants[code.a];
      if (value.kind() == Kind::kBool) return value.is_true() ? kAlways : 0;
    }
    if (code.op == Opcode::kNot) {
      const auto part = OfPart(operands[0]);
      return part ? std::optional(~*part) : std::nullopt;
    }
    if (code.op != Opcode::kAnd && code.op != Opcode::kOr) return OfAtom(index);
    const bool is_and = code.op == Opcode::kAnd;
    Column all = is_and ? kAlways : 0;
    for (const std::uint32_t operand : operands) {
      const auto part = OfPart(operand);
      if (!part) return std::nullopt;
      all = is_and ? all & *part : all | *part;
    }
    return all;
  }

 private:
  std::optional<Column> OfPart(std::uint32_t index) {
    return is_rule_[index] || IsOfRules(index) ? OfAtom(index) : Of(index);
  }

  // Such as all rules of one kind: together they can be either.
  bool IsOfRules(std::uint32_t index) const {
    const Instruction& code = program_.code[index];
    const auto operands = program_.OperandsOf(code);
    return (code.op == Opcode::kAnd || code.op == Opcode::kOr) &&
           operands.size() > 1 &&
           std::ranges::all_of(operands, [&](std::uint32_t operand) {
             return is_rule_[operand];
           });
  }

  std::optional<Column> OfAtom(std::uint32_t index) {
    const auto known = std::ranges::find(atoms_, index);
    const auto number = static_cast<std::size_t>(known - atoms_.begin());
    if (number == kColumns.size()) return std::nullopt;
    if (known == atoms_.end()) atoms_.push_back(index);
    return kColumns[number];
  }

  const Program& program_;
  const std::vector<bool>& is_rule_;
  std::vector<std::uint32_t> atoms_;
};

}  // namespace

Outcomes OutcomesOfLogic(const Program& program,
                         const std::vector<bool>& is_rule,
                         std::uint32_t index) {
  const auto column = TruthTable(program, is_rule).Of(index);
  return column ? Outcomes{*column != 0, *column != kAlways} : Outcomes();
}

}  // namespace sigte
