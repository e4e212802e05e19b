// SPDX-License-Identifier: MPL-2.0

// The loop: every step that is pending in turn, each by an operation of
// operations.h.
#include "engine/evaluate/machine.h"

#include <algorithm>
#include <bit>

#include "engine/evaluate/lookup.h"
#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"

namespace sigte {
void Machine::Run(const Record& record, const EvaluateOptions& options,
                  bool same_record) {
  record_ = &record;
  groups_ = options.groups;
  cited_operand_ = kNoIndex;
  ForgetQuestions();
  texts_.Begin(record, same_record);
  ForgetAnswers();
  const bool answered = options.answers != nullptr && !options.answers->empty();
  const bool may_stay = is_current_ && options.max_steps == max_steps_;
  if (may_stay && !same_record && !answered) return RunDense();
  TakeFields(same_record);
  TakeGroups();
  if (may_stay) {
    TakeTexts();
  } else {
    Limit(options.max_steps);
    PendAll();
  }
  TakeAnswers(options);
  RunPending();
  is_current_ = end_ == steps_.size();
  for (std::size_t i = end_; i < steps_.size(); ++i) {
    const std::uint32_t index = steps_[i].index;
    if (answered_[index] == 0) Put(index, Value::Unknown(kError));
  }
}

// Each step once is paid in advance; what remains is each quantifier's.
void Machine::Limit(std::uint64_t max_steps) {
  max_steps_ = max_steps;
  end_ = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(steps_.size(), max_steps));
  quantifier_budget_ = static_cast<std::int64_t>(
      std::min<std::uint64_t>(max_steps, INT64_MAX) - end_);
  std::ranges::fill(allowed_, 0);
  for (std::uint32_t at = 0; at < end_; ++at) Allow(at);
}

template <bool kDecisive>
inline TruthBits Machine::Join(const Step& step) const {
  const TruthBits* const truths = values_.truths();
  const std::uint32_t* operand = program_.operands.data() + step.x;
  const std::uint32_t* const end = operand + step.count;
  Junction<kDecisive> junction;
  for (; operand != end && !junction.decided(); ++operand) {
    junction.Add(truths[*operand]);
  }
  return junction.Bits();
}

// Level by level: what gives other values, what gives truth values, and then
// the logic that rests on them.
void Machine::RunDense() {
  PutFields();
  PutTerms();
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const Level& level = levels_[i];
    for (std::size_t k = level.begin; k < level.truths; ++k) {
      const Step& step = steps_[dense_[k]];
      Put(step.index, Perform(step, dense_[k]));
    }
    for (std::size_t k = level.truths; k < level.end; ++k) PutStep(dense_[k]);
    logic_.Run(i, values_.truths());
  }
  std::ranges::fill(pending_, 0);
}

// Most steps give a truth value, and most of those are logic: bits that meet,
// and nothing else. They are done here, with all that they touch at hand.
void Machine::RunPending() {
  const TruthBits* const truths = values_.truths();
  for (std::size_t word = 0; word < pending_.size(); ++word) {
    // What follows from a step comes later, perhaps in the same word.
    while (const std::uint64_t bits = pending_[word] & allowed_[word]) {
      pending_[word] ^= bits & -bits;
      const auto at = static_cast<std::uint32_t>(
          word * 64 + static_cast<unsigned>(std::countr_zero(bits)));
      const Step& step = steps_[at];
      TruthBits now = 0;
      switch (step.op) {
        case Opcode::kAnd: now = Join<false>(step); break;
        case Opcode::kOr: now = Join<true>(step); break;
        case Opcode::kNot: now = NotBits(truths[step.x]); break;
        case Opcode::kUnclear: now = UnclearBits(truths[step.x]); break;
        default:
          if (!GivesTruth(step.op)) {
            Replace(step.index, Perform(step, at));
            continue;
          }
          if (IsQuantifier(step.op)) budget_ = quantifier_budget_;
          now = TruthOf(step, at);
      }
      ReplaceTruth(step.index, now);
    }
    pending_[word] = 0;
  }
}

// A step never reads the place that it writes.
void Machine::RunSteps(std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const Step& s = steps_[at];
    if (answered_[s.index] == 0) Put(s.index, Perform(s, at));
    at = IsQuantifier(s.op) ? s.z : at + 1;
  }
}

Value Machine::Perform(const Step& s, std::uint32_t at) {
  const Values& v = values_;
  switch (s.op) {
    case Opcode::kField: return (*record_)[s.x].value;
    case Opcode::kConditional: return Choose(s);
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
    case Opcode::kText:
    case Opcode::kSize:
    case Opcode::kWords:
    case Opcode::kYears: return OfText(s);
    case Opcode::kDuty: return OfLaw(s);
    default: return Value::OfTruth(TruthOf(s, at));
  }
}

TruthBits Machine::TruthOf(const Step& s, std::uint32_t at) {
  const Values& v = values_;
  switch (s.op) {
    case Opcode::kNot: return NotBits(v.truth(s.x));
    case Opcode::kAnd: return Join<false>(s);
    case Opcode::kOr: return Join<true>(s);
    case Opcode::kAtLeast: return CountTrue(s);
    case Opcode::kUnclear: return UnclearBits(v.truth(s.x));
    case Opcode::kHas: return Has(v[s.x]).truth();
    case Opcode::kLess: return Less(v[s.x], v[s.y]).truth();
    case Opcode::kLessEqual: return LessEqual(v[s.x], v[s.y]).truth();
    case Opcode::kGreater: return Greater(v[s.x], v[s.y]).truth();
    case Opcode::kGreaterEqual: return GreaterEqual(v[s.x], v[s.y]).truth();
    case Opcode::kEqual: return CompareAny(s, Equal).truth();
    case Opcode::kNotEqual: return CompareAny(s, NotEqual).truth();
    case Opcode::kIn: Charge(v[s.y]); return In(v[s.x], v[s.y]).truth();
    case Opcode::kMentions:
    case Opcode::kSupplements:
    case Opcode::kNegates: return Mentioned(s);
    case Opcode::kTogether:
      return texts_
          .Together(s.x, s.y, static_cast<std::uint32_t>(v[s.z].int_value()))
          .truth();
    case Opcode::kTextMentions:
    case Opcode::kTextTogether: return OfTerms(s).truth();
    case Opcode::kCites:
    case Opcode::kInForce: return OfLaw(s).truth();
    case Opcode::kAll:
    case Opcode::kExists:
    case Opcode::kExistsOne: return Quantify(at).truth();
    default: return OfText(s).truth();
  }
}

template <typename Comparison>
inline Value Machine::CompareAny(const Step& s, Comparison compare) {
  const Value& a = values_[s.x];
  if (a.kind() == Kind::kList) Charge(a);
  return compare(a, values_[s.y]);
}

TruthBits Machine::CountTrue(const Step& step) const {
  const auto operands =
      std::span(program_.operands).subspan(step.x, step.count);
  AtLeast count(values_[operands[0]]);
  for (const std::uint32_t condition : operands.subspan(1)) {
    count.Add(values_.truth(condition));
  }
  return count.Bits();
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
    Put(step.index + 1, list.items()[i]);
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
      Put(i, Value::Unknown(kError));
    }
  }
}

}  // namespace sigte
