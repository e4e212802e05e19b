// SPDX-License-Identifier: MPL-2.0

// The pruned explanation: from the scope formula to the rules that decided, and
// from each rule to the leaves it rests on.

#include "engine/decide/reasons.h"

#include <algorithm>
#include <utility>

namespace sigte {
namespace {

bool IsScopeRule(const CompiledRule& rule) {
  return rule.kind == CompiledKind::kExclusion ||
         rule.kind == CompiledKind::kInclusion;
}

// Most differ in where they stand already.
bool SameEvidence(const Evidence& a, const Evidence& b) {
  if (a.location.has_value() != b.location.has_value()) return false;
  if (a.location && a.location->place != b.location->place) return false;
  return a.field == b.field && a.compared == b.compared && a.found == b.found;
}

}  // namespace

Explainer::Explainer(const Program& program, EvidenceMaker* evidence)
    : program_(program),
      evidence_(evidence),
      rules_(program),
      obstacles_(program, rules_),
      collector_(program, rules_),
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
  FindReason(record, values, rule, reason);
  Describe(reason);
}

void Explainer::Describe(Reason* reason) {
  for (Evidence& kept : reason->evidence) evidence_->Describe(&kept);
}

void Explainer::FindReason(const Record& record, const Values& values,
                           std::uint32_t rule, Reason* reason) {
  reason->rule = rule;
  reason->ruling.clear();
  reason->value = values[program_.rules[rule].value];
  reason->evidence.clear();
  collector_.Collect(values, rule);
  for (const std::uint32_t leaf : collector_.leaves()) {
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
  reason->obstacles.clear();
  if (reason->value.is_unknown()) {
    obstacles_.Find(values, program_.rules[rule], &reason->obstacles);
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
