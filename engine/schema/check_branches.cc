// SPDX-License-Identifier: MPL-2.0

// The part of Runner that applies several schemas to one value.
#include "engine/schema/runner.h"

namespace sigte::schema {
namespace {

// Faults that are gathered of one branch: enough to weigh it.
constexpr std::size_t kFaultsABranch = 32;

}  // namespace

// Faults in branches are told only when no branch fits, and then by
// ExplainBranches. Where children are marked, all branches have their say.
bool Runner::CheckAnyOf(const Step& step, UnitId id, NodeIndex node) {
  Explainer* const explainer = explainer_;
  explainer_ = nullptr;
  bool valid = false;
  for (std::uint32_t i = 0; i < step.b; ++i) {
    valid = Branch(program_.list[step.a + i], node, kNoNode) || valid;
    if (valid && marks_ == kNoMarks) break;
  }
  explainer_ = explainer;
  if (!valid && explaining()) ExplainBranches(step, id, node);
  return valid;
}

bool Runner::CheckOneOf(const Step& step, UnitId id, NodeIndex node) {
  Explainer* const explainer = explainer_;
  explainer_ = nullptr;
  std::vector<std::uint32_t> fitting;
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < step.b; ++i) {
    if (!Branch(program_.list[step.a + i], node, kNoNode)) continue;
    ++count;
    if (explainer != nullptr) fitting.push_back(i);
    if (count > 1 && explainer == nullptr) break;
  }
  explainer_ = explainer;
  if (count == 1) return true;
  if (!explaining()) return false;
  if (count == 0) {
    ExplainBranches(step, id, node);
  } else {
    explainer_->SeveralFit(id, step, fitting, node);
  }
  return false;
}

bool Runner::CheckNot(const Step& step, UnitId id, NodeIndex node) {
  if (!Probe(step.a, node)) return true;
  if (explaining()) explainer_->Forbidden(id, step, node);
  return false;
}

bool Runner::CheckIf(const Step& step, NodeIndex node) {
  const IfPlan& plan = program_.ifs[step.a];
  Explainer* const explainer = explainer_;
  explainer_ = nullptr;
  const bool holds = Branch(plan.condition, node, kNoNode);
  explainer_ = explainer;
  const UnitId next = holds ? plan.then : plan.otherwise;
  return next == kNoUnit || Same(next, node, program_.units[next].node);
}

// The outermost resource on the way here that has a dynamic anchor of the name
// decides.
bool Runner::CheckDynamicRef(const Step& step, NodeIndex node) {
  const std::string_view name = program_.dynamic_names[step.b];
  for (const std::uint32_t resource : scratch_.scope) {
    const auto& anchors = program_.resources[resource].dynamic_anchors;
    if (const auto it = anchors.find(name); it != anchors.end()) {
      return Same(it->second, node, step.place);
    }
  }
  return Same(step.a, node, step.place);
}

void Runner::ExplainBranches(const Step& step, UnitId id, NodeIndex node) {
  std::vector<std::vector<Found>> branches;
  for (std::uint32_t i = 0; i < step.b; ++i) {
    const UnitId unit = program_.list[step.a + i];
    const Explainer::Aside aside(explainer_, kFaultsABranch);
    Branch(unit, node, program_.units[unit].node);
    branches.push_back(explainer_->TakeAside());
  }
  explainer_->ClosestBranch(id, step, node, std::move(branches));
}

}  // namespace sigte::schema
