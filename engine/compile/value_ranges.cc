// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/value_ranges.h"

#include "engine/compile/constant_parts.h"

namespace sigte {
namespace {

NumberBounds From(std::int64_t low) {
  return {Decimal::FromInt(low), std::nullopt, true, true};
}

bool IsNumber(const Field& field) {
  return field.type == FieldType::kInt || field.type == FieldType::kDecimal;
}

}  // namespace

std::optional<NumberBounds> ValueRanges::Bounds(std::uint32_t index) const {
  const Instruction& code = program_.code[index];
  if (const auto constant = ConstantOf(program_, is_rule_, index)) {
    if (!constant->is_number()) return std::nullopt;
    const Decimal number = constant->decimal_value();
    return NumberBounds{number, number, true, true};
  }
  switch (code.op) {
    case Opcode::kField: return OfField(program_.layout[code.a]);
    case Opcode::kSize: return OfSize(program_.OperandsOf(code)[0]);
    case Opcode::kWords: return From(0);
    case Opcode::kRemainder: return OfRemainder(code);
    case Opcode::kGroupCount: break;
    default: return std::nullopt;
  }
  const GroupQuery& query = program_.group_queries[code.a];
  if (query.measure != GroupMeasure::kCount) return std::nullopt;
  // The record that asks is one of its group.
  return From(query.operand == kNoIndex ? 1 : 0);
}

std::optional<NumberBounds> ValueRanges::OfField(const Field& field) const {
  if (!IsNumber(field) || field.is_list) return std::nullopt;
  return by_schema_ ? BoundsOf(field) : NumberBounds();
}

// What is left out of a text before it is measured only makes it shorter.
NumberBounds ValueRanges::OfSize(std::uint32_t measured) const {
  NumberBounds bounds = From(0);
  const Instruction& code = program_.code[measured];
  if (!by_schema_ || code.op != Opcode::kField) return bounds;
  const Field& field = program_.layout[code.a];
  if (field.max_length && !field.is_list) {
    bounds.high =
        Decimal::FromInt(static_cast<std::int64_t>(*field.max_length));
  }
  return bounds;
}

// Nearer to nought than the divisor, and of the sign of what is divided.
std::optional<NumberBounds> ValueRanges::OfRemainder(
    const Instruction& code) const {
  const auto operands = program_.OperandsOf(code);
  const auto by = ConstantOf(program_, is_rule_, operands[1]);
  if (!by || !by->is_number() || by->decimal_value().is_zero()) {
    return std::nullopt;
  }
  const Decimal zero = Decimal::FromInt(0);
  const Decimal divisor = by->decimal_value();
  const auto other = Decimal::Subtract(zero, divisor);
  if (!other) return std::nullopt;
  NumberBounds bounds = {divisor < zero ? divisor : *other,
                         divisor < zero ? *other : divisor, false, false};
  const auto divided = Bounds(operands[0]);
  if (divided && divided->low && *divided->low >= zero) {
    bounds.low = zero;
    bounds.low_within = true;
  }
  return bounds;
}

std::optional<std::vector<Value>> ValueRanges::Closed(
    std::uint32_t index) const {
  const Instruction& code = program_.code[index];
  if (code.op == Opcode::kDuty) {
    return std::vector<Value>{Value::Text("must"), Value::Text("may")};
  }
  if (!by_schema_ || code.op != Opcode::kField) return std::nullopt;
  const Field& field = program_.layout[code.a];
  if (field.is_list) return std::nullopt;
  std::vector<Value> values;
  for (const FieldChoice& choice : field.choices) {
    if (!IsNumber(field)) {
      values.push_back(Value::Text(choice.value));
    } else if (const auto number = Decimal::Parse(choice.value)) {
      values.push_back(Value::Dec(*number));
    }
  }
  if (values.empty() && field.type == FieldType::kBool) {
    values = {Value::Bool(true), Value::Bool(false)};
  }
  if (values.empty()) return std::nullopt;
  return values;
}

bool ValueRanges::IsWhole(std::uint32_t index) const {
  const Instruction& code = program_.code[index];
  switch (code.op) {
    case Opcode::kSize:
    case Opcode::kWords: return true;
    case Opcode::kGroupCount:
      return program_.group_queries[code.a].measure == GroupMeasure::kCount;
    case Opcode::kField:
      return by_schema_ && program_.layout[code.a].type == FieldType::kInt;
    default: return false;
  }
}

}  // namespace sigte
