#include "engine/report/ruling_tally.h"

#include <cstdlib>

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
  for (const RulingNote& note : decision.rulings) Add(note.ruling, note.state);
}

void RulingTally::Merge(const RulingTally& other) {
  for (const auto& [ruling, state] : other.seen_) Add(ruling, state);
}

std::vector<RulingState> RulingTally::States(const RulingBook& book) const {
  std::vector<RulingState> states(book.rulings().size(),
                                  RulingState::kOrphaned);
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
