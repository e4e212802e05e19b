// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
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

inline CheckState StateOf(const Value& check) {
  if (check.is_true()) return CheckState::kFails;
  if (!check.is_unknown()) return CheckState::kPasses;
  const bool undecided = (check.causes() & (kError | kUnclear)) != 0;
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
  const std::vector<Check>& open_checks() const { return open_; }

 private:
  static bool Rejects(CompiledKind kind, CheckState state) {
    return kind == CompiledKind::kReject && state == CheckState::kFails;
  }
  Verdict Joined(bool questioned, const Values& values) const;

  std::uint32_t scope_;
  std::vector<Check> checks_;  // all, in rule order
  std::vector<Check> open_;
  bool rejected_ = false;
  std::size_t questions_ = 0;
};

}  // namespace sigte
