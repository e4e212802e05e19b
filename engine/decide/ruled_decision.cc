// SPDX-License-Identifier: MPL-2.0

// A decision where people have ruled: the rules get their answers, and what
// they found by themselves stays to be seen.

#include <algorithm>
#include <utility>

#include "engine/decide/case_maker.h"
#include "engine/decide/decider_scratch.h"

namespace sigte {
namespace {

// Rules with one condition share the instruction that is pinned.
bool ChangesRule(const RulingNote& note) {
  return note.state == RulingState::kApproved ||
         note.state == RulingState::kAgainst;
}

}  // namespace

void Decider::TakeRulings(const Record& record, const DecideOptions& options,
                          const EvaluateOptions& evaluate, Decision* decision) {
  Scratch& scratch = *scratch_;
  if (!scratch.rulings || &scratch.rulings->book() != options.rulings) {
    scratch.rulings.emplace(program_, *options.rulings);
  }
  const Values& values = evaluator_.values();
  if (!scratch.rulings->Look(record, values, evaluate.groups,
                             &decision->rulings) ||
      scratch.rulings->pins().empty()) {
    return;
  }
  decision->without_rulings = scratch.judge.Of(values);
  for (std::size_t i = 0; options.explain && i < decision->rulings.size();
       ++i) {
    const RulingNote& note = decision->rulings[i];
    if (!ChangesRule(note)) continue;
    Scratch::Ruled& ruled = scratch.ruled.emplace_back();
    ruled.rule = note.rule;
    ruled.note = i;
    scratch.explainer.ExplainRule(record, values, note.rule, &ruled.reason);
    ruled.state = StateOf(values.truth(program_.rules[note.rule].value));
  }
  EvaluateOptions answered = evaluate;
  answered.answers = &scratch.rulings->pins();
  evaluator_.Reevaluate(record, answered);
  scratch.questioner.Keep(&scratch.rulings->pins());
}

// The rule's value is the ruling's, its evidence what the rule itself found. A
// rule that the verdict no longer rests on is told of all the same; of checks,
// their findings tell.
void Decider::NameRulings(Decision* decision) {
  for (Scratch::Ruled& ruled : scratch_->ruled) {
    const std::string& id = decision->rulings[ruled.note].id;
    for (Finding& finding : decision->findings) {
      if (finding.rule == ruled.rule) finding.ruling = id;
    }
    const CompiledRule& rule = program_.rules[ruled.rule];
    auto reason =
        std::ranges::find(decision->reasons, ruled.rule, &Reason::rule);
    if (reason == decision->reasons.end()) {
      if (IsCheck(rule.kind)) continue;
      decision->reasons.Reuse().rule = ruled.rule;
      reason = decision->reasons.end() - 1;
      reason->value = evaluator_.values()[rule.value];
      reason->obstacles.clear();
      reason->ruling.clear();
    }
    if (!reason->ruling.empty()) continue;
    reason->ruling = id;
    reason->evidence = ruled.reason.evidence;
  }
}

// A check that was answered with false asks no more, and is still told.
void Decider::AddSettledChecks(Decision* decision) {
  Scratch& scratch = *scratch_;
  for (const Scratch::Ruled& ruled : scratch.ruled) {
    const RulingNote& note = decision->rulings[ruled.note];
    const bool settled = note.state == RulingState::kApproved && !note.answer &&
                         IsCheck(program_.rules[ruled.rule].kind) &&
                         ruled.state != CheckState::kPasses;
    const bool told = std::ranges::any_of(
        decision->findings,
        [&](const Finding& finding) { return finding.rule == ruled.rule; });
    if (!settled || told) continue;
    scratch.AddFinding(ruled.rule, ruled.state, ruled.reason, decision);
    decision->findings.back().effect = Finding::Effect::kNote;
    decision->findings.back().ruling = note.id;
  }
}

void Decider::MakeCases(const Record& record, const DecideOptions& options,
                        const EvaluateOptions& evaluate, Decision* decision) {
  Scratch& scratch = *scratch_;
  if (!scratch.rule_evidence) scratch.rule_evidence.emplace(program_);
  const RulingsOnRecord* rulings = options.rulings != nullptr && scratch.rulings
                                       ? &*scratch.rulings
                                       : nullptr;
  CaseMaker(program_, *scratch.rule_evidence, rulings, &evaluator_,
            &scratch.explainer, &scratch.judge)
      .Make(record, evaluate.groups, decision);
}

}  // namespace sigte
