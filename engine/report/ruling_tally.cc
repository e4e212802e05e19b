// SPDX-License-Identifier: MPL-2.0

#include "engine/report/ruling_tally.h"

#include <cstdlib>
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

void RulingTally::Add(std::uint32_t ruling, RulingState state) {
  const auto [at, is_new] = seen_.emplace(ruling, state);
  if (!is_new) at->second = Weightier(at->second, state);
}

void RulingTally::Add(const Decision& decision) {
  if (!groups_.contains(decision.group)) groups_.insert(decision.group);
  for (const RulingNote& note : decision.rulings) Add(note.ruling, note.state);
}

void RulingTally::Merge(const RulingTally& other) {
  for (const auto& [ruling, state] : other.seen_) Add(ruling, state);
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
  for (const auto& [ruling, state] : seen_) states[ruling] = state;
  return states;
}

RulingCounts RulingTally::Count(const RulingBook& book) const {
  RulingCounts counts;
  counts.read = static_cast<std::int64_t>(book.rulings().size());
  std::int64_t sum = 0;
  for (const RulingState state : States(book)) {
    ++counts.by_state[static_cast<std::size_t>(state)];
    ++sum;
  }
  if (sum != counts.read) std::abort();  // a ruling was lost: a bug of ours
  return counts;
}

}  // namespace sigte
