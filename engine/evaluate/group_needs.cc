// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/group_needs.h"

#include <algorithm>

#include "engine/evaluate/record_texts.h"

namespace sigte {
namespace {

void MarkOperands(const Program& program, const Instruction& instruction,
                  std::vector<std::uint8_t>* needed) {
  for (const std::uint32_t operand : program.OperandsOf(instruction)) {
    (*needed)[operand] = 1;
  }
}

// What does not turn on the variable lies before the quantifier.
void MarkBody(const Program& program, std::uint32_t quantifier,
              std::vector<std::uint8_t>* needed) {
  const Instruction& outer = program.code[quantifier];
  (*needed)[outer.b] = 1;
  for (std::uint32_t i = quantifier + 1; i < outer.a; ++i) {
    const Instruction& inner = program.code[i];
    (*needed)[i] = 1;
    if (IsQuantifier(inner.op)) (*needed)[inner.b] = 1;
    MarkOperands(program, inner, needed);
  }
}

void AddFields(const Program& program, const Instruction& instruction,
               std::vector<FieldIndex>* fields) {
  if (instruction.op == Opcode::kField) {
    fields->push_back(instruction.a);
  } else if (instruction.op == Opcode::kText || ReadsTerms(instruction.op)) {
    const auto& read = program.texts[instruction.a].fields;
    fields->insert(fields->end(), read.begin(), read.end());
  }
}

}  // namespace

std::vector<std::uint8_t> InstructionsForGroups(const Program& program) {
  std::vector<std::uint8_t> needed(program.code.size(), 0);
  for (const GroupQuery& query : program.group_queries) {
    if (query.operand != kNoIndex) needed[query.operand] = 1;
  }
  // Operands lie before their user, but for bodies, which lie after it.
  for (auto i = static_cast<std::uint32_t>(program.code.size()); i-- > 0;) {
    if (needed[i] == 0) continue;
    if (IsQuantifier(program.code[i].op)) MarkBody(program, i, &needed);
    MarkOperands(program, program.code[i], &needed);
  }
  return needed;
}

std::vector<FieldIndex> FieldsForGroups(const Program& program) {
  std::vector<FieldIndex> fields;
  for (const GroupQuery& query : program.group_queries) {
    fields.insert(fields.end(), query.key.begin(), query.key.end());
  }
  const std::vector<std::uint8_t> needed = InstructionsForGroups(program);
  for (std::uint32_t i = 0; i < program.code.size(); ++i) {
    if (needed[i] != 0) AddFields(program, program.code[i], &fields);
  }
  const bool names_members = std::ranges::any_of(
      program.rules,
      [](const CompiledRule& rule) { return rule.names_of != kNoIndex; });
  if (names_members && program.layout.id != kNoField) {
    fields.push_back(program.layout.id);
  }
  std::ranges::sort(fields);
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  return fields;
}

}  // namespace sigte
