// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/constant_parts.h"

#include <span>
#include <string>

#include "engine/evaluate/operations.h"
#include "engine/evaluate/text_functions.h"

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

Value Compared(Opcode op, const Value& a, const Value& b) {
  switch (op) {
    case Opcode::kEqual: return Equal(a, b);
    case Opcode::kNotEqual: return NotEqual(a, b);
    case Opcode::kLess: return Less(a, b);
    case Opcode::kLessEqual: return LessEqual(a, b);
    case Opcode::kGreater: return Greater(a, b);
    case Opcode::kGreaterEqual: return GreaterEqual(a, b);
    default: return In(a, b);
  }
}

Value Enough(std::span<const Value> operands) {
  AtLeast count(operands[0]);
  for (const Value& condition : operands.subspan(1)) {
    count.Add(condition.truth());
  }
  return Value::OfTruth(count.Bits());
}

/// What quantifiers around a part give their variables.
struct Bound {
  std::uint32_t variable = kNoIndex;
  Value value;
  const Bound* outer = nullptr;
};

class Folder {
 public:
  Folder(const Program& program, const std::vector<bool>& is_rule)
      : program_(program), is_rule_(is_rule) {}

  std::optional<Value> Of(std::uint32_t index, const Bound* bound) const {
    const Instruction& code = program_.code[index];
    if (code.op == Opcode::kConstant) return program_.constants[code.a];
    if (code.op == Opcode::kVariable) return OfVariable(index, bound);
    if (is_rule_[index]) return std::nullopt;
    std::vector<Value> operands;
    for (const std::uint32_t operand : program_.OperandsOf(code)) {
      const auto value = Of(operand, bound);
      if (!value) return std::nullopt;
      operands.push_back(*value);
    }
    if (operands.empty()) return std::nullopt;
    return IsQuantifier(code.op) ? OfQuantifier(index, operands[0], bound)
                                 : Applied(code, operands);
  }

 private:
  static std::optional<Value> OfVariable(std::uint32_t index,
                                         const Bound* bound) {
    for (; bound != nullptr; bound = bound->outer) {
      if (bound->variable == index) return bound->value;
    }
    return std::nullopt;
  }

  std::optional<Value> Applied(const Instruction& code,
                               const std::vector<Value>& operands) const {
    const Value& a = operands.front();
    const Value& b = operands.back();
    switch (code.op) {
      case Opcode::kNot: return Not(a);
      case Opcode::kAnd: return And(operands);
      case Opcode::kOr: return Or(operands);
      case Opcode::kAtLeast: return Enough(operands);
      case Opcode::kConditional: return Conditional(a, operands[1], b);
      case Opcode::kNegate: return Negate(a);
      case Opcode::kHas: return Has(a);
      case Opcode::kSize: return Size(a);
      case Opcode::kContains: return Contains(a, b);
      case Opcode::kStartsWith: return StartsWith(a, b);
      case Opcode::kEndsWith: return EndsWith(a, b);
      case Opcode::kMatches:
        if (operands.size() > 1 || a.kind() != Kind::kText) break;
        return Value::Bool(FindsRegex(a.text(), *program_.expressions[code.a]));
      default: break;
    }
    if (IsComparison(code.op)) return Compared(code.op, a, b);
    const bool is_sum = IsArithmetic(code.op) && a.is_number() && b.is_number();
    return is_sum ? std::optional(Worked(code.op, a, b)) : std::nullopt;
  }

  std::optional<Value> OfQuantifier(std::uint32_t index, const Value& list,
                                    const Bound* bound) const {
    if (list.kind() != Kind::kList) return std::nullopt;
    const Instruction& code = program_.code[index];
    std::vector<Value> results;
    for (std::size_t i = 0; i < list.count(); ++i) {
      const Bound inner = {index + 1, list.items()[i], bound};
      const auto result = Of(code.b, &inner);
      if (!result) return std::nullopt;
      results.push_back(*result);
    }
    if (code.op == Opcode::kAll) return And(results);
    if (code.op == Opcode::kExists) return Or(results);
    ExactlyOne one;
    for (const Value& result : results) one.Add(result);
    return one.Result();
  }

  const Program& program_;
  const std::vector<bool>& is_rule_;
};

}  // namespace

std::vector<bool> RuleValues(const Program& program) {
  std::vector<bool> is_rule(program.code.size());
  for (const CompiledRule& rule : program.rules) {
    if (rule.value != kNoIndex) is_rule[rule.value] = true;
  }
  return is_rule;
}

std::optional<Value> ConstantOf(const Program& program,
                                const std::vector<bool>& is_rule,
                                std::uint32_t index) {
  return Folder(program, is_rule).Of(index, nullptr);
}

}  // namespace sigte
