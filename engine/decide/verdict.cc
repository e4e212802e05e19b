// SPDX-License-Identifier: MPL-2.0

// The verdict: the scope formula, and the checks that stand before it.

#include "engine/decide/verdict.h"

namespace sigte {
namespace {

constexpr TruthBits kOpen = kTrueBit | TruthBits{kError} | TruthBits{kUnclear};

// What one of them says at least: nearly always that all pass.
TruthBits Together(const std::vector<std::uint32_t>& checks,
                   const Values& values) {
  TruthBits bits = 0;
  for (const std::uint32_t check : checks) bits |= values.truth(check);
  return bits;
}

}  // namespace

Verdict ScopeVerdict(const Value& scope) {
  if (scope.is_true()) return Verdict::kInclude;
  return scope.is_false() ? Verdict::kExclude : Verdict::kBorderline;
}

Judge::Judge(const Program& program) : scope_(program.scope) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const CompiledKind kind = program.rules[i].kind;
    const std::uint32_t value = program.rules[i].value;
    if (!IsCheck(kind)) continue;
    checks_.push_back({i, value, kind, CheckState::kPasses});
    if (kind == CompiledKind::kReject) rejecting_.push_back(value);
    if (kind == CompiledKind::kQuestion) questioning_.push_back(value);
  }
  open_.resize(checks_.size());
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
  const TruthBits rejecting = Together(rejecting_, values);
  const TruthBits questioning = Together(questioning_, values);
  if (rejected_ || (rejecting & kTrueBit) != 0) return Verdict::kInvalid;
  const bool questioned =
      questions_ > answered || ((rejecting | questioning) & kOpen) != 0;
  // What is questioned cannot simply be taken.
  const Verdict scope = ScopeVerdict(values[scope_]);
  return questioned && scope == Verdict::kInclude ? Verdict::kBorderline
                                                  : scope;
}

// Which are open is hard to foretell: they are put in a row without branching.
Verdict Judge::Decide(const Values& values) {
  open_count_ = 0;
  for (const Check& check : checks_) {
    open_[open_count_] = check;
    open_count_ += (values.truth(check.value) & kOpen) != 0 ? 1U : 0U;
  }
  for (std::size_t i = 0; i < open_count_; ++i) {
    open_[i].state = StateOf(values.truth(open_[i].value));
  }
  return Of(values);
}

}  // namespace sigte
