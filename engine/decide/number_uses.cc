// SPDX-License-Identifier: MPL-2.0

// Walks from what a verdict is made of, the scope and the checks that decide,
// down to the fields.

#include "engine/decide/number_uses.h"

#include <algorithm>

namespace sigte {
namespace {

bool Decides(CompiledKind kind) {
  return kind == CompiledKind::kReject || kind == CompiledKind::kQuestion;
}

}  // namespace

NumberUses::NumberUses(const Program& program, LeafTexts* leaves)
    : program_(program),
      leaves_(leaves),
      seen_(program.code.size()),
      in_body_(program.code.size()),
      otherwise_(program.layout.size()),
      of_group_(program.layout.size()),
      comparisons_(program.layout.size()) {
  for (std::uint32_t i = 0; i < program.code.size(); ++i) {
    if (!IsQuantifier(program.code[i].op)) continue;
    std::fill(in_body_.begin() + i + 1, in_body_.begin() + program.code[i].a,
              true);
  }
  if (program.scope != kNoIndex) Visit(program.scope);
  for (const CompiledRule& rule : program.rules) {
    if (Decides(rule.kind) && rule.value != kNoIndex) Visit(rule.value);
  }
}

void NumberUses::Visit(std::uint32_t index) {
  if (seen_[index]) return;
  seen_[index] = true;
  const Instruction& code = program_.code[index];
  const auto operands = program_.OperandsOf(code);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    VisitRead(index, i);
    Visit(operands[i]);
  }
  if (IsQuantifier(code.op)) Visit(code.b);
  if (code.op == Opcode::kGroupCount) {
    VisitMeasure(program_.group_queries[code.a]);
  }
}

void NumberUses::VisitRead(std::uint32_t index, std::size_t operand) {
  const Instruction& code = program_.code[index];
  const auto operands = program_.OperandsOf(code);
  const Instruction& read = program_.code[operands[operand]];
  if (read.op != Opcode::kField || code.op == Opcode::kHas) return;
  const bool compares =
      IsComparison(code.op) && operands.size() == 2 && !in_body_[index];
  const std::uint32_t other = compares ? operands[1 - operand] : kNoIndex;
  if (compares && !Reads(other, read.a)) {
    comparisons_[read.a].push_back({index, other});
  } else {
    otherwise_[read.a] = true;
  }
}

bool NumberUses::Reads(std::uint32_t index, FieldIndex field) const {
  const std::vector<FieldIndex>& fields = leaves_->FieldsOf(index);
  return std::ranges::find(fields, field) != fields.end();
}

void NumberUses::VisitMeasure(const GroupQuery& query) {
  for (const FieldIndex field : query.key) of_group_[field] = true;
  if (query.operand == kNoIndex) return;
  for (const FieldIndex field : leaves_->FieldsOf(query.operand)) {
    of_group_[field] = true;
  }
}

}  // namespace sigte
