// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/leaf_collector.h"

#include <algorithm>
#include <utility>

#include "engine/evaluate/record_texts.h"

namespace sigte {
namespace {

constexpr TruthBits kAnyTruth = 0xFF;

// A test of a text that fails tells what does not stand there; so does
// whatever is false where the rule holds.
bool TellsOfAbsence(Opcode op, bool rule_holds) {
  return rule_holds || AsksForTerms(op) || ReadsLetters(op) ||
         op == Opcode::kCites;
}

}  // namespace

LeafCollector::LeafCollector(const Program& program, const RulesByValue& rules)
    : program_(program),
      seen_(program.code.size()),
      steps_(program.code.size(), kNoIndex),
      anything_(program.code.size(), kAnyTruth) {
  NumberSteps(rules);
  more_if_holding_ = MoreThanAbsences(rules, true);
  more_ = MoreThanAbsences(rules, false);
}

// A rule whose value is its bare condition is no step of its own.
void LeafCollector::NumberSteps(const RulesByValue& rules) {
  for (std::uint32_t i = 0; i < steps_.size(); ++i) {
    for (std::uint32_t rule = rules.FirstOf(i);
         rule != kNoIndex && steps_[i] == kNoIndex; rule = rules.NextOf(rule)) {
      const CompiledRule& named = program_.rules[rule];
      if (named.holds != i && named.unclear != i) steps_[i] = rule;
    }
  }
}

// Operands lie before their users. What does not is taken to tell of anything.
LeafCollector::Telling LeafCollector::MoreThanAbsences(
    const RulesByValue& rules, bool rule_holds) const {
  Telling telling = anything_;
  for (std::uint32_t i = 0; i < telling.size(); ++i) {
    const bool is_answered = rules.FirstOf(i) != kNoIndex;
    if (AddsAbsences(telling, i, is_answered, rule_holds)) {
      telling[i] = static_cast<TruthBits>(kAnyTruth & ~kFalseBit);
    }
  }
  return telling;
}

// Whether CollectFrom adds at most absences where `index` is false. People's
// answers make rules false over any operands (`is_answered`).
bool LeafCollector::AddsAbsences(const Telling& telling, std::uint32_t index,
                                 bool is_answered, bool rule_holds) const {
  const auto adds = [&](std::uint32_t part) {
    return part == kNoIndex || (telling[part] & kFalseBit) == 0;
  };
  if (steps_[index] != kNoIndex) {
    const CompiledRule& rule = program_.rules[steps_[index]];
    return rule.except == kNoIndex && adds(rule.holds) && adds(rule.unclear);
  }
  const Instruction& code = program_.code[index];
  const auto operands = program_.OperandsOf(code);
  switch (code.op) {
    case Opcode::kConstant: return true;
    case Opcode::kNot:
    case Opcode::kConditional: return false;
    case Opcode::kUnclear: return !is_answered && adds(operands[0]);
    case Opcode::kAtLeast:
      if (program_.code[operands[0]].op != Opcode::kConstant) return false;
      [[fallthrough]];
    case Opcode::kAnd:
    case Opcode::kOr: return std::ranges::all_of(operands, adds);
    default: return TellsOfAbsence(code.op, rule_holds);
  }
}

void LeafCollector::Collect(const Values& values, std::uint32_t rule) {
  const CompiledRule& collected = program_.rules[rule];
  seen_.Clear();
  leaves_.clear();
  absences_.clear();
  standing_ = kNoIndex;
  rule_holds_ = values.truth(collected.value) == kTrueBit;
  telling_ = anything_.data();
  CollectOfRule(values, collected);
  CollectOfNamed(values);
  CollectAgainst(values, collected);
  for (const std::uint32_t leaf : absences_) {
    if (leaves_.size() < kMaxEvidence) leaves_.push_back(leaf);
  }
  if (leaves_.empty() && standing_ != kNoIndex) leaves_.push_back(standing_);
}

// Rules that the one at hand names come after its own words, nearest first, and
// those that it denies last: they are conditions, and seldom the reason.
void LeafCollector::CollectOfNamed(const Values& values) {
  const auto collect = [&](std::vector<std::uint32_t>* rules) {
    for (std::size_t i = 0; i < rules->size() && leaves_.size() < kMaxEvidence;
         ++i) {
      CollectOfRule(values, program_.rules[(*rules)[i]]);
    }
    rules->clear();
  };
  collect(&named_);
  is_denied_ = true;
  collect(&denied_);
  is_denied_ = false;
}

// What makes a rule unclear says nothing of why it does not hold.
void LeafCollector::CollectAgainst(const Values& values,
                                   const CompiledRule& rule) {
  const bool is_unclear =
      (values.truth(rule.value) & (kTrueBit | kFalseBit)) == 0;
  if (!is_unclear || rule.holds == kNoIndex ||
      values.truth(rule.holds) != kFalseBit) {
    return;
  }
  is_against_ = true;
  telling_ = more_.data();
  CollectFrom(values, rule.holds);
  CollectOfNamed(values);
  is_against_ = false;
}

// A rule that holds rests on holds_when, not on the exceptions that do not.
void LeafCollector::CollectOfRule(const Values& values,
                                  const CompiledRule& rule) {
  const auto is = [&](std::uint32_t part, TruthBits truth) {
    return part != kNoIndex && (values.truth(part) & truth) != 0;
  };
  const auto collect = [&](std::uint32_t part, TruthBits truth) {
    if (is(part, truth)) CollectFrom(values, part);
  };
  const TruthBits truth = values.truth(rule.value);
  if (truth == kTrueBit) {
    collect(rule.holds, kTrueBit);
  } else if (truth != kFalseBit) {
    collect(rule.holds, kUnknownBit);
    collect(rule.unclear, kUnknownBit);
    collect(rule.except, kUnknownBit);
  } else if (is(rule.except, kTrueBit)) {
    CollectFrom(values, rule.except);
  } else {
    collect(rule.holds, kFalseBit);
    collect(rule.unclear, kFalseBit);
  }
  if (leaves_.empty() && rule.holds == kNoIndex && rule.unclear == kNoIndex) {
    CollectFrom(values, rule.value);
  }
}

void LeafCollector::CollectFrom(const Values& values, std::uint32_t index) {
  if (leaves_.size() >= kMaxEvidence) return;
  const TruthBits truth = values.truth(index);
  if ((truth & telling_[index]) == 0 || !seen_.Add(index)) return;
  if (steps_[index] != kNoIndex) {
    (is_denied_ ? denied_ : named_).push_back(steps_[index]);
  } else if (program_.code[index].op == Opcode::kNot) {
    const bool outer = std::exchange(is_denied_, true);
    CollectBelow(values, index);
    is_denied_ = outer;
  } else if (HasDecidingOperands(program_.code[index].op)) {
    CollectBelow(values, index);
  } else {
    TakeLeaf(index, truth);
  }
}

void LeafCollector::CollectBelow(const Values& values, std::uint32_t index) {
  VisitDeciding(
      program_, values, index,
      [&](std::uint32_t operand) { CollectFrom(values, operand); },
      [&](std::uint32_t operand) { return telling_[operand]; });
}

void LeafCollector::TakeLeaf(std::uint32_t index, TruthBits truth) {
  const Opcode op = program_.code[index].op;
  if (is_against_) {
    const bool is_found = AsksForTerms(op) || op == Opcode::kCites;
    if (truth == (op == Opcode::kHas ? kFalseBit : kTrueBit) &&
        (is_found || op == Opcode::kHas)) {
      leaves_.push_back(index);
    }
  } else if (truth == kFalseBit && TellsOfAbsence(op, rule_holds_)) {
    TakeAbsence(index);
  } else if (truth == kTrueBit && op == Opcode::kHas) {
    // That something stands there says little where more is said of it.
    standing_ = index;
  } else {
    leaves_.push_back(index);
  }
}

void LeafCollector::TakeAbsence(std::uint32_t index) {
  absences_.push_back(index);
  if (absences_.size() < kMaxEvidence) return;
  telling_ = rule_holds_ ? more_if_holding_.data() : more_.data();
}

}  // namespace sigte
