// SPDX-License-Identifier: MPL-2.0

#include "engine/app/audit_rulings.h"

#include "engine/base/digest.h"

namespace sigte {
namespace {

bool HasLapsed(RulingState state) {
  return !IsInOrder(state) && state != RulingState::kProposed &&
         state != RulingState::kFuture && state != RulingState::kSuperseded;
}

}  // namespace

std::vector<audit::RulingFact> RulingFactsOf(
    const RulingBook& book, const std::vector<RulingState>& states,
    const Program& program) {
  std::vector<audit::RulingFact> facts;
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    if (!Decides(states[i]) && !HasLapsed(states[i])) continue;
    const Ruling& ruling = book.rulings()[i];
    const std::uint32_t rule = book.RuleOf(i);
    audit::RulingFact& fact = facts.emplace_back();
    fact.group = ruling.record.group;
    fact.record = ruling.record.id;
    // A name that the ruleset does not know is somebody's own words.
    fact.rule = rule == kNoIndex ? "-" : program.rules[rule].code;
    fact.answer = ruling.answer;
    fact.state = Decides(states[i]) ? "used" : RulingStateName(states[i]);
    fact.digest =
        Sha256Hex(ruling.source == nullptr ? "" : ruling.source->text());
  }
  return facts;
}

}  // namespace sigte
