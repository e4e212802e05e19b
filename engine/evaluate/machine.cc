// SPDX-License-Identifier: MPL-2.0

// The loop: every step that is pending in turn, each by an operation of
// operations.h.
#include "engine/evaluate/machine.h"

#include <re2/re2.h>

#include <algorithm>
#include <bit>

#include "engine/evaluate/lookup.h"
#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"
#include "engine/evaluate/regex_needs.h"

namespace sigte {
namespace {

// Operands that lie apart: the step keeps where the first stands.
bool TakesAnyNumber(Opcode op) {
  return op == Opcode::kAnd || op == Opcode::kOr || op == Opcode::kList ||
         op == Opcode::kConditional;
}

// Texts and lists may be rewritten where they lie: they always may.
bool MayDiffer(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return true;
  switch (a.kind()) {
    case Kind::kUnknown: return a.causes() != b.causes();
    case Kind::kBool: return a.is_true() != b.is_true();
    case Kind::kInt: return a.int_value() != b.int_value();
    case Kind::kDecimal: return !Identical(a, b);
    default: return true;
  }
}

}  // namespace

Machine::Machine(const Program& program, std::vector<Value>* values)
    : program_(program),
      values_(*values),
      texts_(program),
      answered_(program.code.size(), 0) {
  values_.assign(program.code.size(), Value::Unknown(kError));
  std::vector<std::uint32_t> steps_before;
  for (std::uint32_t i = 0; i < program.code.size(); ++i) {
    steps_before.push_back(static_cast<std::uint32_t>(steps_.size()));
    AddStep(i);
  }
  steps_before.push_back(static_cast<std::uint32_t>(steps_.size()));
  for (Step& step : steps_) {
    if (IsQuantifier(step.op)) {
      step.z = steps_before[program.code[step.index].a];
    }
  }
  for (const auto& regex : program.expressions) {
    least_digits_.push_back(LeastDigits(regex->pattern()));
  }
  FindGroupSteps();
  FindReaders();
}

void Machine::AddStep(std::uint32_t index) {
  const Instruction& instruction = program_.code[index];
  if (instruction.op == Opcode::kConstant) {
    values_[index] = program_.constants[instruction.a];
  }
  if (instruction.op == Opcode::kConstant ||
      instruction.op == Opcode::kVariable) {
    return;
  }
  Step step;
  step.op = instruction.op;
  step.count = instruction.operand_count;
  step.index = index;
  PlaceOperands(instruction, &step);
  if (step.op == Opcode::kList || step.op == Opcode::kYears) {
    step.z = static_cast<std::uint32_t>(lists_.size());
    lists_.emplace_back();
  } else if (step.op == Opcode::kAdd) {
    step.z = static_cast<std::uint32_t>(joined_.size());
    joined_.emplace_back();
  }
  steps_.push_back(step);
}

void Machine::PlaceOperands(const Instruction& instruction, Step* step) {
  const auto operands = program_.OperandsOf(instruction);
  if (TakesAnyNumber(step->op)) {
    step->x = instruction.first_operand;
  } else if (step->op == Opcode::kTogether) {
    step->x = instruction.a;
    step->y = instruction.b;
    step->z = operands[0];
  } else if (operands.empty()) {
    step->x = instruction.a;
    step->y = instruction.b;
  } else {
    step->x = operands[0];
    step->y = operands.size() > 1      ? operands[1]
              : IsQuantifier(step->op) ? instruction.b
                                       : instruction.a;
  }
}

void Machine::Run(const Record& record, const EvaluateOptions& options,
                  bool same_record) {
  record_ = &record;
  groups_ = options.groups;
  cited_operand_ = kNoIndex;
  texts_.Begin(record, same_record);
  TakeFields(same_record);
  if (is_current_ && options.max_steps == max_steps_) {
    TakeTexts();
  } else {
    PendAll();
  }
  max_steps_ = options.max_steps;
  TakeAnswers(options);
  // Each step once is paid in advance; what remains is each quantifier's.
  const auto end = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(steps_.size(), options.max_steps));
  quantifier_budget_ = static_cast<std::int64_t>(
      std::min<std::uint64_t>(options.max_steps, INT64_MAX) - end);
  RunPending(end);
  is_current_ = end == steps_.size();
  for (std::size_t i = end; i < steps_.size(); ++i) {
    const std::uint32_t index = steps_[i].index;
    if (answered_[index] == 0) values_[index] = Value::Unknown(kError);
  }
}

void Machine::RunPending(std::uint32_t end) {
  for (std::size_t word = 0; word < pending_.size(); ++word) {
    while (pending_[word] != 0) {
      const auto at = static_cast<std::uint32_t>(
          word * 64 + static_cast<unsigned>(std::countr_zero(pending_[word])));
      pending_[word] &= pending_[word] - 1;
      const Step& step = steps_[at];
      if (at >= end || answered_[step.index] != 0) continue;
      if (IsQuantifier(step.op)) budget_ = quantifier_budget_;
      const Value now = Perform(step, at);
      Value& value = values_[step.index];
      if (!MayDiffer(value, now)) continue;
      value = now;
      Pend(users_[step.index]);
    }
  }
}

// A step never reads the place that it writes.
void Machine::RunSteps(std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const Step& s = steps_[at];
    if (answered_[s.index] == 0) values_[s.index] = Perform(s, at);
    at = IsQuantifier(s.op) ? s.z : at + 1;
  }
}

inline Value Machine::Perform(const Step& s, std::uint32_t at) {
  const Value* const v = values_.data();
  switch (s.op) {
    case Opcode::kField: return (*record_)[s.x].value;
    case Opcode::kNot: return Not(v[s.x]);
    case Opcode::kAnd: return Join<false>(s);
    case Opcode::kOr: return Join<true>(s);
    case Opcode::kUnclear: return Unclear(v[s.x]);
    case Opcode::kConditional: return Choose(s);
    case Opcode::kHas: return Has(v[s.x]);
    case Opcode::kLess: return Less(v[s.x], v[s.y]);
    case Opcode::kLessEqual: return LessEqual(v[s.x], v[s.y]);
    case Opcode::kGreater: return Greater(v[s.x], v[s.y]);
    case Opcode::kGreaterEqual: return GreaterEqual(v[s.x], v[s.y]);
    case Opcode::kEqual: return CompareAny(s, Equal);
    case Opcode::kNotEqual: return CompareAny(s, NotEqual);
    case Opcode::kIn: Charge(v[s.y]); return In(v[s.x], v[s.y]);
    case Opcode::kMentions: return texts_.Mentioned(s.x, s.y, kAffirmed);
    case Opcode::kAll:
    case Opcode::kExists:
    case Opcode::kExistsOne: return Quantify(at);
    default: return Calculate(s);
  }
}

template <typename Comparison>
inline Value Machine::CompareAny(const Step& s, Comparison compare) {
  const Value& a = values_[s.x];
  if (a.kind() == Kind::kList) Charge(a);
  return compare(a, values_[s.y]);
}

Value Machine::Calculate(const Step& s) {
  const Value* const v = values_.data();
  switch (s.op) {
    case Opcode::kAdd: return Add(v[s.x], v[s.y], &joined_[s.z]);
    case Opcode::kSubtract: return Subtract(v[s.x], v[s.y]);
    case Opcode::kMultiply: return Multiply(v[s.x], v[s.y]);
    case Opcode::kDivide: return Divide(v[s.x], v[s.y]);
    case Opcode::kRemainder: return Remainder(v[s.x], v[s.y]);
    case Opcode::kNegate: return Negate(v[s.x]);
    case Opcode::kList: return MakeList(s);
    case Opcode::kLookup: return Lookup(program_.tables[s.y], v[s.x]);
    case Opcode::kGroupCount:
      return groups_ == nullptr ? Value::Unknown(kError) : (*groups_)[s.x];
    case Opcode::kSupplements:
      return texts_.Mentioned(s.x, s.y, kSupplementing);
    case Opcode::kNegates: return texts_.Mentioned(s.x, s.y, kNegated);
    case Opcode::kTogether:
      return texts_.Together(s.x, s.y,
                             static_cast<std::uint32_t>(v[s.z].int_value()));
    case Opcode::kCites:
    case Opcode::kDuty:
    case Opcode::kInForce: return OfLaw(s);
    default: return OfText(s);
  }
}

template <bool kDecisive>
Value Machine::Join(const Step& step) const {
  const std::uint32_t* operand = program_.operands.data() + step.x;
  Junction<kDecisive> junction;
  for (std::uint16_t i = 0; i < step.count && !junction.decided(); ++i) {
    junction.Add(values_[operand[i]]);
  }
  return junction.Result();
}

Value Machine::Choose(const Step& step) const {
  const std::uint32_t* operand = program_.operands.data() + step.x;
  return Conditional(values_[operand[0]], values_[operand[1]],
                     values_[operand[2]]);
}

Value Machine::MakeList(const Step& step) {
  std::vector<Value>& list = lists_[step.z];
  list.clear();
  for (std::uint16_t i = 0; i < step.count; ++i) {
    list.push_back(values_[program_.operands[step.x + i]]);
  }
  return Value::List(list.data(), list.size());
}

Value Machine::Quantify(std::uint32_t at) {
  const Step& step = steps_[at];
  const Value& list = values_[step.x];
  const CauseSet causes = Hindrance(list, kLists);
  if (causes != kNoCause || list.count() == 0) ForgetBody(step);
  if (causes != kNoCause) return Value::Unknown(causes);
  switch (step.op) {
    case Opcode::kAll: return QuantifyBy<Junction<false>>(at);
    case Opcode::kExists: return QuantifyBy<Junction<true>>(at);
    default: return QuantifyBy<ExactlyOne>(at);
  }
}

// The body keeps the values of the last element looked at: the one that
// decided, where one did.
template <typename Tally>
Value Machine::QuantifyBy(std::uint32_t at) {
  const Step& step = steps_[at];
  const Value list = values_[step.x];
  Tally tally;
  for (std::size_t i = 0; i < list.count() && !tally.decided(); ++i) {
    budget_ -= step.z - at;
    if (budget_ < 0) return Value::Unknown(kError);
    values_[step.index + 1] = list.items()[i];
    RunSteps(at + 1, step.z);
    tally.Add(values_[step.y]);
  }
  return tally.Result();
}

// No element gave the body a value; the last record's must not stay.
void Machine::ForgetBody(const Step& quantifier) {
  const std::uint32_t end = program_.code[quantifier.index].a;
  for (std::uint32_t i = quantifier.index + 1; i < end; ++i) {
    if (program_.code[i].op != Opcode::kConstant && answered_[i] == 0) {
      values_[i] = Value::Unknown(kError);
    }
  }
}

}  // namespace sigte
