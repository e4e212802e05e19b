// SPDX-License-Identifier: MPL-2.0

// What each ruling is worth before its record is looked at.

#include "engine/decide/ruling_book.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sigte {
namespace {

constexpr std::array<std::string_view, kRulingStates> kStateNames = {
    "approved",   "idle",     "proposed", "future",
    "superseded", "expired",  "stale",    "contradicting",
    "against",    "orphaned", "elsewhere"};

std::uint32_t RuleNamed(const Program& program, const std::string& name) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    if (program.rules[i].id == name || program.rules[i].code == name) return i;
  }
  return kNoIndex;
}

}  // namespace

std::string_view RulingStateName(RulingState state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

RulingBook::RulingBook(const Program& program, std::vector<Ruling> rulings,
                       std::string today)
    : program_(program),
      rulings_(std::move(rulings)),
      today_(std::move(today)),
      evidence_(program),
      rules_(rulings_.size(), kNoIndex),
      standings_(rulings_.size(), RulingState::kProposed),
      others_(rulings_.size(), kNoIndex) {
  for (std::uint32_t i = 0; i < rulings_.size(); ++i) {
    by_record_[rulings_[i].record].push_back(i);
  }
  FindRules();
  Supersede();
  Contradict();
  OpposeProposals();
}

void RulingBook::FindRules() {
  for (std::uint32_t i = 0; i < rulings_.size(); ++i) {
    const Ruling& ruling = rulings_[i];
    rules_[i] = RuleNamed(program_, ruling.rule);
    if (rules_[i] == kNoIndex) {
      standings_[i] = RulingState::kOrphaned;
    } else if (IsOfTheFuture(ruling)) {
      standings_[i] = RulingState::kFuture;
    } else if (!ruling.approved) {
      standings_[i] = RulingState::kProposed;
    } else {
      standings_[i] = ruling.review_by < today_ ? RulingState::kExpired
                                                : RulingState::kApproved;
    }
  }
}

// ISO dates: their order is that of their texts.
bool RulingBook::IsOfTheFuture(const Ruling& ruling) const {
  return ruling.by.date > today_ ||
         (ruling.approved && ruling.approved->date > today_);
}

// A proposal supersedes nothing: one body alone undoes no ruling of two. Nor
// does one that is still to be made.
void RulingBook::Supersede() {
  for (const auto& [key, here] : by_record_) {
    for (const std::uint32_t later : here) {
      if (!rulings_[later].approved || rulings_[later].supersedes.empty() ||
          IsOfTheFuture(rulings_[later])) {
        continue;
      }
      for (const std::uint32_t earlier : here) {
        const bool meant = earlier != later &&
                           rules_[earlier] == rules_[later] &&
                           rules_[later] != kNoIndex &&
                           rulings_[earlier].id == rulings_[later].supersedes;
        if (!meant) continue;
        standings_[earlier] = RulingState::kSuperseded;
        others_[earlier] = later;
      }
    }
  }
}

// On the same rule and facts, with the other answer.
bool RulingBook::Oppose(std::uint32_t one, std::uint32_t other) const {
  return rules_[one] == rules_[other] &&
         rulings_[one].evidence == rulings_[other].evidence &&
         rulings_[one].answer != rulings_[other].answer;
}

void RulingBook::OpposeProposals() {
  const auto stands = [&](std::uint32_t one) {
    return standings_[one] == RulingState::kProposed ||
           standings_[one] == RulingState::kApproved ||
           standings_[one] == RulingState::kContradicting;
  };
  for (const auto& [key, here] : by_record_) {
    for (const std::uint32_t one : here) {
      if (standings_[one] != RulingState::kProposed) continue;
      const auto other = std::ranges::find_if(here, [&](std::uint32_t index) {
        return stands(index) && Oppose(one, index) &&
               rulings_[index].id != rulings_[one].supersedes;
      });
      if (other != here.end()) others_[one] = *other;
    }
  }
}

void RulingBook::Contradict() {
  for (const auto& [key, here] : by_record_) {
    std::vector<std::uint32_t> clashing;
    for (const std::uint32_t one : here) {
      if (standings_[one] != RulingState::kApproved) continue;
      for (const std::uint32_t other : here) {
        const bool clash =
            standings_[other] == RulingState::kApproved && Oppose(one, other);
        if (!clash) continue;
        others_[one] = other;
        clashing.push_back(one);
        break;
      }
    }
    for (const std::uint32_t one : clashing) {
      standings_[one] = RulingState::kContradicting;
    }
  }
}

std::span<const std::uint32_t> RulingBook::On(const RecordKey& key) const {
  const auto found = by_record_.find(key);
  if (found == by_record_.end()) return {};
  return found->second;
}

}  // namespace sigte
