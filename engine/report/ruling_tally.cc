// SPDX-License-Identifier: MPL-2.0

#include "engine/report/ruling_tally.h"

#include <algorithm>
#include <set>

#include "engine/record/record_key.h"

namespace sigte {
namespace {

RulingState Weightier(RulingState a, RulingState b) {
  if (a == RulingState::kApproved || b == RulingState::kApproved) {
    return RulingState::kApproved;
  }
  return a < b ? b : a;
}

}  // namespace

void RulingTally::Add(std::uint32_t ruling, const Seen& seen) {
  const auto [at, is_new] = seen_.emplace(ruling, seen);
  if (is_new) return;
  at->second.told = Weightier(at->second.told, seen.told);
  at->second.gravest = std::max(at->second.gravest, seen.gravest);
}

void RulingTally::Add(const Decision& decision) {
  if (!groups_.contains(decision.group)) groups_.insert(decision.group);
  for (const RulingNote& note : decision.rulings) {
    Add(note.ruling, {note.state, note.state});
  }
}

void RulingTally::Merge(const RulingTally& other) {
  for (const auto& [ruling, seen] : other.seen_) Add(ruling, seen);
  groups_.insert(other.groups_.begin(), other.groups_.end());
}

std::vector<RulingState> RulingTally::States(const RulingBook& book) const {
  std::set<std::string> groups;
  const Layout& layout = book.program().layout;
  for (const std::string& group : groups_) {
    if (layout.group == kNoField) break;
    groups.insert(CanonicalKey(layout[layout.group].type, group));
  }
  std::vector<RulingState> states(book.rulings().size(),
                                  RulingState::kOrphaned);
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    const bool elsewhere = layout.group != kNoField &&
                           book.RuleOf(i) != kNoIndex &&
                           !groups.contains(book.rulings()[i].record.group);
    if (elsewhere) states[i] = RulingState::kElsewhere;
  }
  for (const auto& [ruling, seen] : seen_) states[ruling] = seen.told;
  return states;
}

std::vector<RulingState> RulingTally::GravestStates(
    const RulingBook& book) const {
  std::vector<RulingState> states = States(book);
  for (const auto& [ruling, seen] : seen_) states[ruling] = seen.gravest;
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    const bool says = states[i] == RulingState::kElsewhere &&
                      book.StandingOf(i) != RulingState::kApproved;
    if (says) states[i] = book.StandingOf(i);
  }
  return states;
}

RulingCounts RulingTally::Count(const RulingBook& book) const {
  RulingCounts counts;
  counts.read = static_cast<std::int64_t>(book.rulings().size());
  for (const RulingState state : States(book)) {
    ++counts.by_state[static_cast<std::size_t>(state)];
  }
  return counts;
}

}  // namespace sigte
