// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"

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

CheckState StateOf(const Value& check);

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
  Verdict Of(const std::vector<Value>& values, std::size_t answered = 0) const;

  /// Every check, in rule order.
  const std::vector<std::uint32_t>& checks() const { return checks_; }

 private:
  const Program& program_;
  std::vector<std::uint32_t> checks_;
  bool rejected_ = false;
  std::size_t questions_ = 0;
};

}  // namespace sigte
