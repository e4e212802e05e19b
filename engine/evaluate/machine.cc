// The loop: every step in turn, each by an operation of operations.h.
#include "engine/evaluate/machine.h"

#include <algorithm>

#include "engine/evaluate/lookup.h"
#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

bool IsQuantifier(Opcode op) {
  return op == Opcode::kAll || op == Opcode::kExists ||
         op == Opcode::kExistsOne;
}

// Operands that lie apart: the step keeps where the first stands.
bool TakesAnyNumber(Opcode op) {
  return op == Opcode::kAnd || op == Opcode::kOr || op == Opcode::kList ||
         op == Opcode::kConditional;
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
  texts_.Begin(record, same_record);
  SetAnswers(options);
  if (answers_set_.empty()) {
    RunAll<false>(options.max_steps);
  } else {
    RunAll<true>(options.max_steps);
  }
}

void Machine::SetAnswers(const EvaluateOptions& options) {
  for (const std::uint32_t index : answers_set_) {
    answered_[index] = 0;
    const Instruction& instruction = program_.code[index];
    if (instruction.op == Opcode::kConstant) {
      values_[index] = program_.constants[instruction.a];
    }
  }
  answers_set_.clear();
  if (options.answers == nullptr) return;
  for (const auto& [index, value] : *options.answers) {
    answered_[index] = 1;
    answers_set_.push_back(index);
    values_[index] = value;
  }
}

// Each step once is paid in advance; what remains is for quantifiers.
template <bool kAnswered>
void Machine::RunAll(std::uint64_t max_steps) {
  const auto end = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(steps_.size(), max_steps));
  budget_ = static_cast<std::int64_t>(
      std::min<std::uint64_t>(max_steps, INT64_MAX) - end);
  RunSteps<kAnswered>(0, end);
  for (std::size_t i = end; i < steps_.size(); ++i) {
    const std::uint32_t index = steps_[i].index;
    if (answered_[index] == 0) values_[index] = Value::Unknown(kError);
  }
}

template <bool kAnswered>
void Machine::RunSteps(std::uint32_t at, std::uint32_t end) {
  Value* const v = values_.data();
  const Step* const steps = steps_.data();
  while (at < end) {
    const Step& s = steps[at++];
    if constexpr (kAnswered) {
      if (answered_[s.index] != 0) {
        if (IsQuantifier(s.op)) at = s.z;
        continue;
      }
    }
    switch (s.op) {
      case Opcode::kField: v[s.index] = (*record_)[s.x].value; break;
      case Opcode::kNot: v[s.index] = Not(v[s.x]); break;
      case Opcode::kAnd: v[s.index] = Join<false>(s); break;
      case Opcode::kOr: v[s.index] = Join<true>(s); break;
      case Opcode::kUnclear: v[s.index] = Unclear(v[s.x]); break;
      case Opcode::kConditional: v[s.index] = Choose(s); break;
      case Opcode::kHas: v[s.index] = Has(v[s.x]); break;
      case Opcode::kEqual:
      case Opcode::kNotEqual:
      case Opcode::kLess:
      case Opcode::kLessEqual:
      case Opcode::kGreater:
      case Opcode::kGreaterEqual:
      case Opcode::kIn: v[s.index] = Compare(s); break;
      case Opcode::kMentions:
        v[s.index] = texts_.Mentioned(s.x, s.y, kAffirmed);
        break;
      case Opcode::kAll:
      case Opcode::kExists:
      case Opcode::kExistsOne:
        v[s.index] = Quantify<kAnswered>(at - 1);
        at = s.z;
        break;
      default: v[s.index] = Calculate(s); break;
    }
  }
}

Value Machine::Compare(const Step& s) {
  const Value& a = values_[s.x];
  const Value& b = values_[s.y];
  switch (s.op) {
    case Opcode::kEqual:
      if (a.kind() == Kind::kList) Charge(a);
      return Equal(a, b);
    case Opcode::kNotEqual:
      if (a.kind() == Kind::kList) Charge(a);
      return NotEqual(a, b);
    case Opcode::kLess: return Less(a, b);
    case Opcode::kLessEqual: return LessEqual(a, b);
    case Opcode::kGreater: return Greater(a, b);
    case Opcode::kGreaterEqual: return GreaterEqual(a, b);
    default: Charge(b); return In(a, b);
  }
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

template <bool kAnswered>
Value Machine::Quantify(std::uint32_t at) {
  const Step& step = steps_[at];
  const Value& list = values_[step.x];
  const CauseSet causes = Hindrance(list, kLists);
  if (causes != kNoCause || list.count() == 0) ForgetBody(step);
  if (causes != kNoCause) return Value::Unknown(causes);
  switch (step.op) {
    case Opcode::kAll: return QuantifyBy<kAnswered, Junction<false>>(at);
    case Opcode::kExists: return QuantifyBy<kAnswered, Junction<true>>(at);
    default: return QuantifyBy<kAnswered, ExactlyOne>(at);
  }
}

// The body keeps the values of the last element looked at: the one that
// decided, where one did.
template <bool kAnswered, typename Tally>
Value Machine::QuantifyBy(std::uint32_t at) {
  const Step& step = steps_[at];
  const Value list = values_[step.x];
  Tally tally;
  for (std::size_t i = 0; i < list.count() && !tally.decided(); ++i) {
    budget_ -= step.z - at;
    if (budget_ < 0) return Value::Unknown(kError);
    values_[step.index + 1] = list.items()[i];
    RunSteps<kAnswered>(at + 1, step.z);
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
