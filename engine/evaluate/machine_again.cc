// Less than everything: the steps that the first pass needs, and those that an
// answer or another value of a field reaches.
#include <algorithm>

#include "engine/evaluate/machine.h"
#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

// Their values lie in rooms of the machine that the record's own values use.
bool MakesRoom(Opcode op) {
  return op == Opcode::kList || op == Opcode::kYears || op == Opcode::kAdd;
}

}  // namespace

void Machine::MarkNeeded(std::vector<std::uint8_t>* needed) const {
  for (const GroupQuery& query : program_.group_queries) {
    if (query.operand != kNoIndex) (*needed)[query.operand] = 1;
  }
  // Operands lie before their user, but for bodies, which lie after it.
  for (std::size_t i = program_.code.size(); i-- > 0;) {
    const Instruction& instruction = program_.code[i];
    if (IsQuantifier(instruction.op) && (*needed)[i] != 0) {
      // What does not turn on the variable lies before the quantifier.
      (*needed)[instruction.b] = 1;
      for (std::size_t b = i + 1; b < instruction.a; ++b) {
        const Instruction& inner = program_.code[b];
        if (IsQuantifier(inner.op)) (*needed)[inner.b] = 1;
        for (const std::uint32_t operand : program_.OperandsOf(inner)) {
          (*needed)[operand] = 1;
        }
      }
    }
    if ((*needed)[i] == 0) continue;
    for (const std::uint32_t operand : program_.OperandsOf(instruction)) {
      (*needed)[operand] = 1;
    }
  }
}

void Machine::FindGroupSteps() {
  std::vector<std::uint8_t> needed(program_.code.size(), 0);
  MarkNeeded(&needed);
  for (std::uint32_t at = 0; at < steps_.size();) {
    const Step& step = steps_[at];
    if (needed[step.index] != 0) group_steps_.push_back(at);
    const std::uint32_t next = IsQuantifier(step.op) ? step.z : at + 1;
    for (; at < next; ++at) {
      const Step& inner = steps_[at];
      if (needed[step.index] != 0) group_steps_scan_ |= ReadsTerms(inner.op);
    }
  }
}

void Machine::RunForGroups(const Record& record) {
  record_ = &record;
  groups_ = nullptr;
  cited_operand_ = kNoIndex;
  RestoreBase();
  SetAnswers({});
  has_base_ = false;
  // Citations are kept by text; terms are looked for only where they count.
  if (group_steps_scan_)
    texts_.Begin(record, false);
  else
    texts_.ForgetCitations();
  budget_ = static_cast<std::int64_t>(EvaluateOptions{}.max_steps);
  for (const std::uint32_t at : group_steps_) RunSteps<false>(at, at + 1);
}

void Machine::FindFieldsReadAsText() {
  const std::size_t fields = program_.layout.size();
  read_as_text_.assign(fields, 0);
  field_changed_.assign(fields, 0);
  dirty_.assign(program_.code.size(), 0);
  for (const Instruction& instruction : program_.code) {
    if (!ReadsTerms(instruction.op) && instruction.op != Opcode::kText) {
      continue;
    }
    for (const FieldIndex field : program_.texts[instruction.a].fields) {
      if (field < fields) read_as_text_[field] = 1;
    }
  }
}

void Machine::KeepBase() {
  const std::size_t fields = record_->layout().size();
  base_fields_.resize(fields);
  for (FieldIndex field = 0; field < fields; ++field) {
    base_fields_[field] = (*record_)[field].value;
  }
  has_base_ = fields == field_changed_.size();
  base_taken_ = false;
}

bool Machine::CanRunAgain(const EvaluateOptions& options) {
  if (!has_base_ || options.max_steps < steps_.size()) return false;
  for (FieldIndex field = 0; field < base_fields_.size(); ++field) {
    const bool changed =
        !Identical(base_fields_[field], (*record_)[field].value);
    if (changed && read_as_text_[field] != 0) return false;
    field_changed_[field] = changed ? 1 : 0;
  }
  return true;
}

void Machine::RestoreBase() {
  for (const std::uint32_t index : touched_) {
    values_[index] = base_[index];
    dirty_[index] = 0;
    answered_[index] = 0;
  }
  touched_.clear();
}

void Machine::Touch(std::uint32_t index) {
  dirty_[index] = 1;
  touched_.push_back(index);
}

void Machine::RunAgain(const EvaluateOptions& options) {
  if (!base_taken_) {
    base_ = values_;
    base_taken_ = true;
    touched_.clear();
    std::ranges::fill(dirty_, std::uint8_t{0});
  }
  RestoreBase();
  if (options.answers != nullptr) {
    for (const auto& [index, value] : *options.answers) {
      Touch(index);
      answered_[index] = 1;
      values_[index] = value;
    }
  }
  budget_ = static_cast<std::int64_t>(
                std::min<std::uint64_t>(options.max_steps, INT64_MAX)) -
            static_cast<std::int64_t>(steps_.size());
  CollectReached(options);
  for (const std::uint32_t at : reached_) RunReached(at);
}

void Machine::RunReached(std::uint32_t at) {
  const Step& step = steps_[at];
  if (answered_[step.index] != 0 || !IsDirty(step)) return;
  const std::uint32_t next = IsQuantifier(step.op) ? step.z : at + 1;
  for (std::uint32_t inner = at; inner < next; ++inner) {
    Touch(steps_[inner].index);
    // Its room is written over: the base no longer stands.
    if (MakesRoom(steps_[inner].op)) has_base_ = false;
  }
  if (IsQuantifier(step.op)) Touch(step.index + 1);
  RunSteps<true>(at, at + 1);
}

void Machine::FindUsers() {
  users_.resize(program_.code.size());
  reach_.resize(program_.code.size());
  for (std::uint32_t at = 0; at < steps_.size();) {
    const std::uint32_t outer = at;
    const std::uint32_t next =
        IsQuantifier(steps_[at].op) ? steps_[at].z : at + 1;
    for (; at < next; ++at) {
      const Instruction& code = program_.code[steps_[at].index];
      // A field turns on no variable: it never lies within a quantifier.
      if (code.op == Opcode::kField) field_steps_.push_back(at);
      for (const std::uint32_t operand : program_.OperandsOf(code)) {
        users_[operand].push_back(outer);
      }
      if (IsQuantifier(code.op)) users_[code.b].push_back(outer);
      if (at != outer) users_[steps_[at].index].push_back(outer);
    }
  }
}

// In the order of the steps.
const std::vector<std::uint32_t>& Machine::ReachOf(std::uint32_t index) {
  std::vector<std::uint32_t>& reach = reach_[index];
  if (!reach.empty()) return reach;
  std::vector<std::uint8_t> seen(steps_.size(), 0);
  std::vector<std::uint32_t> open = {index};
  while (!open.empty()) {
    const std::uint32_t from = open.back();
    open.pop_back();
    for (const std::uint32_t at : users_[from]) {
      if (seen[at] != 0) continue;
      seen[at] = 1;
      reach.push_back(at);
      open.push_back(steps_[at].index);
    }
  }
  std::ranges::sort(reach);
  return reach;
}

void Machine::CollectReached(const EvaluateOptions& options) {
  reached_.clear();
  const auto add = [&](std::uint32_t index) {
    const auto& reach = ReachOf(index);
    reached_.insert(reached_.end(), reach.begin(), reach.end());
  };
  if (options.answers != nullptr) {
    for (const auto& [index, value] : *options.answers) add(index);
  }
  for (const std::uint32_t at : field_steps_) {
    if (field_changed_[steps_[at].x] == 0) continue;
    reached_.push_back(at);
    add(steps_[at].index);
  }
  std::ranges::sort(reached_);
  const auto twice = std::ranges::unique(reached_);
  reached_.erase(twice.begin(), twice.end());
}

bool Machine::IsDirty(const Step& step) const {
  if (step.op == Opcode::kField) return field_changed_[step.x] != 0;
  const Instruction& instruction = program_.code[step.index];
  for (const std::uint32_t operand : program_.OperandsOf(instruction)) {
    if (dirty_[operand] != 0) return true;
  }
  return IsQuantifier(step.op) && BodyIsDirty(step);
}

bool Machine::BodyIsDirty(const Step& quantifier) const {
  if (dirty_[quantifier.y] != 0) return true;  // it may lie before the body
  const std::uint32_t end = program_.code[quantifier.index].a;
  for (std::uint32_t i = quantifier.index + 1; i < end; ++i) {
    const Instruction& inner = program_.code[i];
    if (inner.op == Opcode::kField && field_changed_[inner.a] != 0) return true;
    if (answered_[i] != 0) return true;
    if (IsQuantifier(inner.op) && dirty_[inner.b] != 0) return true;
    for (const std::uint32_t operand : program_.OperandsOf(inner)) {
      if (dirty_[operand] != 0) return true;
    }
  }
  return false;
}

}  // namespace sigte
