// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/constant_parts.h"

#include <string>

#include "engine/evaluate/operations.h"

namespace sigte {
namespace {

Value Worked(Opcode op, const Value& a, const Value& b) {
  switch (op) {
    case Opcode::kAdd: {
      std::string none;  // numbers join nothing
      return Add(a, b, &none);
    }
    case Opcode::kSubtract: return Subtract(a, b);
    case Opcode::kMultiply: return Multiply(a, b);
    case Opcode::kDivide: return Divide(a, b);
    default: return Remainder(a, b);
  }
}

}  // namespace

std::vector<bool> RuleValues(const Program& program) {
  std::vector<bool> is_rule(program.code.size());
  for (const CompiledRule& rule : program.rules) {
    if (rule.value != kNoIndex) is_rule[rule.value] = true;
  }
  return is_rule;
}

std::optional<Value> ConstantOf(const Program& program, std::uint32_t index) {
  const Instruction& code = program.code[index];
  const auto operands = program.OperandsOf(code);
  if (code.op == Opcode::kConstant) return program.constants[code.a];
  if (!IsArithmetic(code.op)) return std::nullopt;
  const auto a = ConstantOf(program, operands[0]);
  const auto b = a ? ConstantOf(program, operands[1]) : std::nullopt;
  if (!b || !a->is_number() || !b->is_number()) return std::nullopt;
  return Worked(code.op, *a, *b);
}

}  // namespace sigte
