// SPDX-License-Identifier: MPL-2.0

// The pruned explanation: from the scope formula to the rules that decided, and
// from each rule to the leaves it rests on.

#include "engine/decide/reasons.h"

#include <algorithm>
#include <utility>

#include "engine/evaluate/record_texts.h"

namespace sigte {
namespace {

bool IsScopeRule(const CompiledRule& rule) {
  return rule.kind == CompiledKind::kExclusion ||
         rule.kind == CompiledKind::kInclusion;
}

// Tests of the letters of a text, which stands whole where they fail.
bool ReadsLetters(Opcode op) {
  return op == Opcode::kContains || op == Opcode::kStartsWith ||
         op == Opcode::kEndsWith || op == Opcode::kMatches;
}

// A test of a text that fails tells what does not stand there; so does
// whatever is false where the rule holds.
bool TellsOfAbsence(Opcode op, const Value& value, bool rule_holds) {
  return value.is_false() && (rule_holds || AsksForTerms(op) ||
                              ReadsLetters(op) || op == Opcode::kCites);
}

bool SameEvidence(const Evidence& a, const Evidence& b) {
  if (a.field != b.field || a.compared != b.compared || a.found != b.found) {
    return false;
  }
  if (a.location.has_value() != b.location.has_value()) return false;
  return !a.location || a.location->place == b.location->place;
}

}  // namespace

Explainer::Explainer(const Program& program, EvidenceMaker* evidence)
    : program_(program),
      evidence_(evidence),
      rules_(program),
      obstacles_(program, rules_),
      seen_(program.code.size()) {}

void Explainer::ExplainScope(const Record& record, const Values& values,
                             WarmVector<Reason>* reasons) {
  found_rules_.clear();
  seen_.Clear();
  CollectRules(values, program_.scope);
  KeepWhatDecides(values[program_.scope], values);
  for (const std::uint32_t rule : found_rules_) {
    ExplainRule(record, values, rule, &reasons->Reuse());
  }
}

void Explainer::CollectRules(const Values& values, std::uint32_t index) {
  if (!seen_.Add(index)) return;
  bool found = false;
  for (std::uint32_t rule = rules_.FirstOf(index); rule != kNoIndex;
       rule = rules_.NextOf(rule)) {
    if (!IsScopeRule(program_.rules[rule])) continue;
    found_rules_.push_back(rule);
    found = true;
  }
  if (found) return;
  VisitDeciding(program_, values, index,
                [&](std::uint32_t operand) { CollectRules(values, operand); });
}

// A record is left out because an exclusion holds or, where none does, because
// no inclusion does; it is taken because an inclusion holds.
void Explainer::KeepWhatDecides(const Value& scope, const Values& values) {
  const auto kind_of = [&](std::uint32_t rule) {
    return program_.rules[rule].kind;
  };
  const auto holds = [&](std::uint32_t rule) {
    return values[program_.rules[rule].value].is_true();
  };
  const auto excludes = [&](std::uint32_t rule) {
    return kind_of(rule) == CompiledKind::kExclusion && holds(rule);
  };
  const bool excluded =
      std::any_of(found_rules_.begin(), found_rules_.end(), excludes);
  std::erase_if(found_rules_, [&](std::uint32_t rule) {
    if (scope.is_unknown()) return false;
    if (scope.is_false()) return excluded && !excludes(rule);
    return !holds(rule);
  });
  std::sort(found_rules_.begin(), found_rules_.end(),
            [&](std::uint32_t a, std::uint32_t b) {
              return std::pair(kind_of(a), a) < std::pair(kind_of(b), b);
            });
}

void Explainer::ExplainRule(const Record& record, const Values& values,
                            std::uint32_t rule, Reason* reason) {
  reason->rule = rule;
  reason->ruling.clear();
  reason->value = values[program_.rules[rule].value];
  reason->evidence.clear();
  seen_.Clear();
  leaves_.clear();
  absences_.clear();
  rule_holds_ = reason->value.is_true();
  standing_ = kNoIndex;
  CollectOfRule(values, program_.rules[rule]);
  for (const std::uint32_t leaf : absences_) {
    if (leaves_.size() < kMaxEvidence) leaves_.push_back(leaf);
  }
  if (leaves_.empty() && standing_ != kNoIndex) leaves_.push_back(standing_);
  for (const std::uint32_t leaf : leaves_) {
    AddEvidence(record, values, leaf, &reason->evidence);
  }
  // What stands in the record says more than what does not.
  const auto found = [&](const Evidence& e) {
    return !e.found.empty() && !(values[e.leaf].is_false() &&
                                 ReadsLetters(program_.code[e.leaf].op));
  };
  if (!reason->value.is_unknown() &&
      std::ranges::any_of(reason->evidence, found)) {
    reason->evidence.EraseIf([&](const Evidence& e) { return !found(e); });
  }
  for (Evidence& kept : reason->evidence) evidence_->Describe(&kept);
  reason->obstacles.clear();
  if (reason->value.is_unknown()) {
    obstacles_.Find(values, program_.rules[rule], &reason->obstacles);
  }
}

// A rule that holds rests on holds_when, not on the exceptions that do not.
void Explainer::CollectOfRule(const Values& values, const CompiledRule& rule) {
  const Value& value = values[rule.value];
  const auto collect = [&](std::uint32_t part, bool wanted) {
    if (part != kNoIndex && wanted) CollectLeaves(values, part);
  };
  const auto is = [&](std::uint32_t part, auto test) {
    return part != kNoIndex && test(values[part]);
  };
  const auto is_true = [](const Value& v) { return v.is_true(); };
  const auto is_false = [](const Value& v) { return v.is_false(); };
  const auto is_unknown = [](const Value& v) { return v.is_unknown(); };
  if (value.is_true()) {
    collect(rule.holds, is(rule.holds, is_true));
  } else if (value.is_false()) {
    const bool excepted = is(rule.except, is_true);
    collect(rule.except, excepted);
    collect(rule.holds, !excepted && is(rule.holds, is_false));
    collect(rule.unclear, !excepted && is(rule.unclear, is_false));
  } else {
    collect(rule.holds, is(rule.holds, is_unknown));
    collect(rule.unclear, is(rule.unclear, is_unknown));
    collect(rule.except, is(rule.except, is_unknown));
  }
  if (leaves_.empty() && rule.holds == kNoIndex && rule.unclear == kNoIndex) {
    CollectLeaves(values, rule.value);
  }
}

void Explainer::CollectLeaves(const Values& values, std::uint32_t index) {
  if (leaves_.size() >= kMaxEvidence || !seen_.Add(index)) return;
  for (std::uint32_t rule = rules_.FirstOf(index); rule != kNoIndex;
       rule = rules_.NextOf(rule)) {
    // A rule whose value is its bare condition is no step of its own.
    const CompiledRule& named = program_.rules[rule];
    if (named.holds == index || named.unclear == index) continue;
    CollectOfRule(values, named);
    return;
  }
  const bool is_logic = VisitDeciding(
      program_, values, index,
      [&](std::uint32_t operand) { CollectLeaves(values, operand); });
  if (is_logic) return;
  if (TellsOfAbsence(program_.code[index].op, values[index], rule_holds_)) {
    if (absences_.size() < kMaxEvidence) absences_.push_back(index);
    return;
  }
  // That something stands there says little where more is said of it.
  const bool only_stands =
      program_.code[index].op == Opcode::kHas && values[index].is_true();
  if (only_stands) {
    standing_ = index;
  } else {
    leaves_.push_back(index);
  }
}

void Explainer::AddEvidence(const Record& record, const Values& values,
                            std::uint32_t leaf,
                            WarmVector<Evidence>* evidence) {
  Evidence& made = evidence->Reuse();
  evidence_->Find(record, values, leaf, &made);
  for (std::size_t i = 0; i + 1 < evidence->size(); ++i) {
    if (!SameEvidence((*evidence)[i], made)) continue;
    evidence->pop_back();
    return;
  }
}

}  // namespace sigte
