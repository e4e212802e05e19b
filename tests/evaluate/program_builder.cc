// SPDX-License-Identifier: MPL-2.0

#include "tests/evaluate/program_builder.h"

namespace sigte {

ProgramBuilder::ProgramBuilder() {
  for (const char* name : {"s", "t", "n", "m", "ns"}) {
    sigte::Field field;
    field.name = name;
    field.type = field.name.size() == 1 && name[0] >= 's' ? FieldType::kText
                                                          : FieldType::kInt;
    field.is_list = field.name == "ns";
    program_.layout.Add(field);
  }
  program_.texts = {{"s", {0}}, {"t", {1}}, {"both", {0, 1}}};
}

std::uint32_t ProgramBuilder::Constant(const Value& value) {
  program_.constants.push_back(value);
  return Add(Opcode::kConstant, {},
             static_cast<std::uint32_t>(program_.constants.size()) - 1);
}

std::uint32_t ProgramBuilder::Field(const char* name) {
  return Add(Opcode::kField, {}, program_.layout.Find(name));
}

std::uint32_t ProgramBuilder::Add(Opcode op,
                                  const std::vector<std::uint32_t>& operands,
                                  std::uint32_t a, std::uint32_t b) {
  Instruction instruction;
  instruction.op = op;
  instruction.a = a;
  instruction.b = b;
  instruction.first_operand =
      static_cast<std::uint32_t>(program_.operands.size());
  instruction.operand_count = static_cast<std::uint16_t>(operands.size());
  program_.operands.insert(program_.operands.end(), operands.begin(),
                           operands.end());
  program_.code.push_back(instruction);
  return static_cast<std::uint32_t>(program_.code.size()) - 1;
}

void ProgramBuilder::EndBody(std::uint32_t index, std::uint32_t condition) {
  program_.code[index].a = static_cast<std::uint32_t>(program_.code.size());
  program_.code[index].b = condition;
}

Record EmptyRecord(const Program& program) {
  Record record(program.layout);
  for (FieldIndex f = 0; f < program.layout.size(); ++f) {
    record.Set(f, Value::Unknown(kMissing));
  }
  return record;
}

std::string Show(const Value& value) {
  if (!value.is_unknown()) return ToString(value);
  std::string causes;
  for (const Cause cause : {kMissing, kUnclear, kQuestion, kError}) {
    if ((value.causes() & cause) == 0) continue;
    causes += (causes.empty() ? "" : "|") + std::string(CauseName(cause));
  }
  return "unknown(" + causes + ")";
}

}  // namespace sigte
