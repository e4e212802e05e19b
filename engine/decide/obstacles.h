// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/warm_vector.h"
#include "engine/decide/decision.h"
#include "engine/decide/walk.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"

/// Why a rule that may hold does not: the facts that stand in the way.
namespace sigte {

inline constexpr std::size_t kMaxObstacles = 4;

/// Looks through a `holds_when` that is false for the facts without which it
/// would be true: "not recognised_activity", "but clearly_other_work". Of
/// alternatives only those count of which all else is true, or else the first
/// as lacking, if it is a fact; where something besides facts is in the way,
/// there is nothing to tell.
class ObstacleFinder {
 public:
  /// Both borrowed.
  ObstacleFinder(const Program& program, const RulesByValue& rules)
      : program_(program), rules_(rules) {}

  /// Into `*obstacles`, in the order of the rule's text; at most kMaxObstacles.
  void Find(const Values& values, const CompiledRule& rule,
            WarmVector<Obstacle>* obstacles);

 private:
  bool Explain(std::uint32_t index, bool is_alternative);
  bool ExplainAll(std::uint32_t index, bool is_alternative);
  bool ExplainAny(std::uint32_t index, bool is_alternative);
  bool LacksFirst(std::uint32_t index);
  bool AddFact(std::uint32_t index, bool holds);

  const Program& program_;
  const RulesByValue& rules_;
  const Values* values_ = nullptr;
  WarmVector<Obstacle>* found_ = nullptr;
};

}  // namespace sigte
