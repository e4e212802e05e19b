// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/record/document.h"
#include "engine/schema/explainer.h"
#include "engine/schema/program.h"

namespace sigte::schema {

/// What a Runner needs beside its stack; kept from run to run so that checking
/// allocates nothing.
struct RunnerScratch {
  std::vector<std::uint64_t> marks;  ///< bit sets of evaluated children
  std::vector<std::uint32_t> scope;  ///< resources entered, outermost first
  std::array<std::uint32_t, 64> order{};  ///< members by place (FindMember)
  std::uint64_t seed = 0;
};

/// Runs a Program over one document. Without an Explainer it stops at the first
/// fault and builds nothing; with one it goes on and tells it everything.
class Runner {
 public:
  /// Borrows all; `explainer` may be null.
  Runner(const Program& program, const Document& document,
         RunnerScratch* scratch, Explainer* explainer);

  /// Whether the value at `node` is valid under `unit`.
  bool Check(UnitId unit, NodeIndex node);

  /// The bound that was met, if one was; Check was then false.
  enum class Bound : std::uint8_t { kNone, kDepth, kSteps };
  Bound bound() const { return bound_; }

 private:
  static constexpr std::size_t kNoMarks = SIZE_MAX;
  // Units within units. A document has at most 256 levels, and a level of a
  // sensible schema goes through few references.
  static constexpr std::uint32_t kMaxDepth = 2048;

  bool explaining() const {
    return explainer_ != nullptr && !explainer_->full();
  }

  bool Run(UnitId unit, NodeIndex node);
  bool RunSteps(UnitId id, NodeIndex node);
  /// Counts a unit that is run; false where a bound is met.
  bool TakeStep() {
    if (depth_ >= kMaxDepth || steps_left_ == 0 || bound_ != Bound::kNone) {
      return MeetBound();
    }
    --steps_left_;
    return true;
  }
  bool MeetBound();
  bool Do(const Step& step, UnitId id, NodeIndex node);
  /// Runs `unit` with a bit set of its own, which is added to the caller's when
  /// it succeeds.
  bool RunMarking(UnitId unit, NodeIndex node);

  // Ways to go on to another unit. `via` is the place in the caller's schema.
  bool Child(UnitId unit, NodeIndex node);
  bool Same(UnitId unit, NodeIndex node, NodeIndex via);
  bool Branch(UnitId unit, NodeIndex node, NodeIndex via);
  bool Probe(UnitId unit, NodeIndex node);

  void Mark(std::uint32_t child) {
    if (marks_ == kNoMarks) return;
    scratch_.marks[marks_ + child / 64] |= std::uint64_t{1} << (child % 64);
  }
  bool IsMarked(std::uint32_t child) const {
    return (scratch_.marks[marks_ + child / 64] >> (child % 64) & 1) != 0;
  }

  // check_containers.cc
  bool CheckChild(UnitId unit, NodeIndex node);
  bool RunPlain(const Unit& unit, NodeIndex node);
  bool CheckObject(const Step& step, UnitId id, NodeIndex node);
  std::uint32_t FindMember(const ObjectPlan& plan, std::uint32_t position,
                           std::string_view name);
  bool CheckMember(const ObjectPlan& plan, std::uint32_t index, UnitId id,
                   NodeIndex key, std::uint32_t position);
  bool CheckRequired(const ObjectPlan& plan, std::uint64_t seen, UnitId id,
                     NodeIndex node);
  bool CheckPropertyNames(const Step& step, NodeIndex node);
  bool CheckArray(const Step& step, UnitId id, NodeIndex node);
  bool CheckContains(const Step& step, UnitId id, NodeIndex node);
  bool CheckDependentRequired(const Step& step, UnitId id, NodeIndex node);
  bool CheckDependentSchemas(const Step& step, NodeIndex node);
  bool CheckUnevaluatedItems(const Step& step, NodeIndex node);
  bool CheckUnevaluatedMembers(const Step& step, UnitId id, NodeIndex node);

  // check_branches.cc
  bool CheckAnyOf(const Step& step, UnitId id, NodeIndex node);
  bool CheckOneOf(const Step& step, UnitId id, NodeIndex node);
  bool CheckNot(const Step& step, UnitId id, NodeIndex node);
  bool CheckIf(const Step& step, NodeIndex node);
  bool CheckDynamicRef(const Step& step, NodeIndex node);
  void ExplainBranches(const Step& step, UnitId id, NodeIndex node);

  const Program& program_;
  const Document& document_;
  RunnerScratch& scratch_;
  Explainer* explainer_;
  std::size_t marks_ = kNoMarks;
  std::uint64_t steps_left_;
  std::uint32_t depth_ = 0;
  Bound bound_ = Bound::kNone;
  bool dynamic_;
};

}  // namespace sigte::schema
