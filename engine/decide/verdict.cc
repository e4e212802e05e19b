// SPDX-License-Identifier: MPL-2.0

// The verdict: the scope formula, and the checks that stand before it.

#include "engine/decide/verdict.h"

namespace sigte {

CheckState StateOf(const Value& check) {
  if (check.is_true()) return CheckState::kFails;
  if (!check.is_unknown()) return CheckState::kPasses;
  const bool undecided = (check.causes() & (kError | kUnclear)) != 0;
  return undecided ? CheckState::kUndecided : CheckState::kPasses;
}

Verdict ScopeVerdict(const Value& scope) {
  if (scope.is_true()) return Verdict::kInclude;
  return scope.is_false() ? Verdict::kExclude : Verdict::kBorderline;
}

Judge::Judge(const Program& program) : program_(program) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const CompiledKind kind = program.rules[i].kind;
    if (kind == CompiledKind::kReject || kind == CompiledKind::kQuestion ||
        kind == CompiledKind::kNote) {
      checks_.push_back(i);
    }
  }
}

void Judge::TakeFaults(const std::vector<Finding>& faults) {
  rejected_ = false;
  questions_ = 0;
  for (const Finding& fault : faults) {
    rejected_ |= fault.effect == Finding::Effect::kReject;
    if (fault.effect == Finding::Effect::kQuestion) ++questions_;
  }
}

Verdict Judge::Of(const std::vector<Value>& values,
                  std::size_t answered) const {
  if (rejected_) return Verdict::kInvalid;
  bool questioned = questions_ > answered;
  for (const std::uint32_t index : checks_) {
    const CompiledRule& check = program_.rules[index];
    if (check.kind == CompiledKind::kNote) continue;
    const CheckState state = StateOf(values[check.value]);
    if (state == CheckState::kPasses) continue;
    const bool rejects =
        check.kind == CompiledKind::kReject && state == CheckState::kFails;
    if (rejects) return Verdict::kInvalid;
    questioned = true;
  }
  const Verdict scope = ScopeVerdict(values[program_.scope]);
  return questioned && scope == Verdict::kInclude ? Verdict::kBorderline
                                                  : scope;
}

}  // namespace sigte
