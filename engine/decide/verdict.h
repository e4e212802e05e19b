// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"

/// From truth values to a verdict.
namespace sigte {

/// What a check says of a record.
enum class CheckState : std::uint8_t {
  kPasses,
  kFails,
  /// It could not be decided for another cause than missing data, which has
  /// rules of its own: to be asked, never a pass.
  kUndecided,
};

/// Of the truth of a check's value.
inline CheckState StateOf(TruthBits check) {
  if ((check & kTrueBit) != 0) return CheckState::kFails;
  const bool undecided = (check & (kError | kUnclear)) != 0;
  return undecided ? CheckState::kUndecided : CheckState::kPasses;
}

/// true → include, false → exclude, unknown → borderline.
Verdict ScopeVerdict(const Value& scope);

class Judge {
 public:
  explicit Judge(const Program& program);

  /// What the faults of reading and of the schema mean, whatever the rules say.
  void TakeFaults(const std::vector<Finding>& faults);

  /// The record is refused before any rule is asked.
  bool rejected_by_faults() const { return rejected_; }

  /// `answered`: how many of the faults that are questions are to be taken as
  /// answered.
  Verdict Of(const Values& values, std::size_t answered = 0) const;

  struct Check {
    std::uint32_t rule = 0;   ///< in Program::rules
    std::uint32_t value = 0;  ///< its instruction
    CompiledKind kind = CompiledKind::kNote;
    CheckState state = CheckState::kPasses;
  };
  /// The verdict, with open_checks() to explain it by.
  Verdict Decide(const Values& values);
  /// Of the last Decide: the checks that do not pass, in rule order.
  std::span<const Check> open_checks() const {
    return {open_.data(), open_count_};
  }

 private:
  std::uint32_t scope_;
  std::vector<Check> checks_;               // all, in rule order
  std::vector<std::uint32_t> rejecting_;    // instructions of those that reject
  std::vector<std::uint32_t> questioning_;  // and of those that ask
  std::vector<Check> open_;                 // with room for all
  std::size_t open_count_ = 0;
  bool rejected_ = false;
  std::size_t questions_ = 0;
};

}  // namespace sigte
