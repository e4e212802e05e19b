// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a ruling is worth, from best to worst.
namespace sigte {

enum class RulingState : std::uint8_t {
  kApproved,       ///< by two bodies, and current: it decides
  kIdle,           ///< the same, but the rule answers so by itself
  kProposed,       ///< one body has said so
  kFuture,         ///< made or approved on a day that is yet to come
  kSuperseded,     ///< a later one, approved, stands in its place
  kExpired,        ///< its review-by day has passed
  kStale,          ///< what the rule reads has changed
  kContradicting,  ///< two approved ones answer differently: neither decides
  kAgainst,        ///< the rule, on the same facts, says the opposite by itself
  kOrphaned,       ///< there is no such record or rule
  kElsewhere,      ///< of a group that this run has no record of: not asked
};
inline constexpr std::size_t kRulingStates = 11;

/// "approved", "idle", … as in decision.schema.json
std::string_view RulingStateName(RulingState state);

/// Whether it gives the rule its answer. Everything else falls towards
/// borderline.
inline bool Decides(RulingState state) {
  return state == RulingState::kApproved;
}

/// Whether nobody need look into it.
inline bool IsInOrder(RulingState state) {
  return Decides(state) || state == RulingState::kIdle ||
         state == RulingState::kElsewhere;
}

}  // namespace sigte
