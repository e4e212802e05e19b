// SPDX-License-Identifier: MPL-2.0

// The verdict: the scope formula, and the checks that stand before it.

#include "engine/decide/verdict.h"

namespace sigte {

Verdict ScopeVerdict(const Value& scope) {
  if (scope.is_true()) return Verdict::kInclude;
  return scope.is_false() ? Verdict::kExclude : Verdict::kBorderline;
}

Judge::Judge(const Program& program) : scope_(program.scope) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const CompiledKind kind = program.rules[i].kind;
    if (kind == CompiledKind::kReject || kind == CompiledKind::kQuestion ||
        kind == CompiledKind::kNote) {
      checks_.push_back({i, program.rules[i].value, kind, CheckState::kPasses});
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

Verdict Judge::Of(const Values& values, std::size_t answered) const {
  if (rejected_) return Verdict::kInvalid;
  bool questioned = questions_ > answered;
  for (const Check& check : checks_) {
    const CheckState state = StateOf(values[check.value]);
    if (state == CheckState::kPasses || check.kind == CompiledKind::kNote) {
      continue;
    }
    if (Rejects(check.kind, state)) return Verdict::kInvalid;
    questioned = true;
  }
  return Joined(questioned, values);
}

Verdict Judge::Decide(const Values& values) {
  open_.clear();
  bool rejected = rejected_;
  bool questioned = questions_ > 0;
  for (const Check& check : checks_) {
    const CheckState state = StateOf(values[check.value]);
    if (state == CheckState::kPasses) continue;
    open_.push_back(check);
    open_.back().state = state;
    rejected |= Rejects(check.kind, state);
    questioned |= check.kind != CompiledKind::kNote;
  }
  return rejected ? Verdict::kInvalid : Joined(questioned, values);
}

// What is questioned cannot simply be taken.
Verdict Judge::Joined(bool questioned, const Values& values) const {
  const Verdict scope = ScopeVerdict(values[scope_]);
  return questioned && scope == Verdict::kInclude ? Verdict::kBorderline
                                                  : scope;
}

}  // namespace sigte
