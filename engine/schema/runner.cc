// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/runner.h"

#include <algorithm>

#include "engine/schema/check_values.h"

namespace sigte::schema {
namespace {

// Units run in all: far more than any sensible schema needs, and linear in the
// document.
constexpr std::uint64_t kStepsAtLeast = 10'000'000;
constexpr std::uint64_t kStepsANode = 200;

}  // namespace

Runner::Runner(const Program& program, const Document& document,
               RunnerScratch* scratch, Explainer* explainer)
    : program_(program),
      document_(document),
      scratch_(*scratch),
      explainer_(explainer),
      steps_left_(kStepsAtLeast + kStepsANode * document.nodes().size()),
      dynamic_(!program.dynamic_names.empty()) {}

bool Runner::Check(UnitId unit, NodeIndex node) {
  scratch_.marks.clear();
  scratch_.scope.clear();
  const bool valid = Run(unit, node);
  return valid && bound_ == Bound::kNone;
}

bool Runner::Run(UnitId unit, NodeIndex node) {
  if (program_.units[unit].count == 0) return true;
  if (program_.units[unit].marks) return RunMarking(unit, node);
  return RunSteps(unit, node);
}

bool Runner::MeetBound() {
  if (depth_ >= kMaxDepth) bound_ = Bound::kDepth;
  if (steps_left_ == 0) bound_ = Bound::kSteps;
  return false;
}

bool Runner::RunSteps(UnitId id, NodeIndex node) {
  if (!TakeStep()) return false;
  ++depth_;
  const Unit& unit = program_.units[id];
  const bool enters = dynamic_ && (scratch_.scope.empty() ||
                                   scratch_.scope.back() != unit.resource);
  if (enters) scratch_.scope.push_back(unit.resource);
  const Node& value = document_[node];
  const KindSet kind = KindBit(value.kind);
  bool valid = true;
  const Step* end = program_.steps.data() + unit.first + unit.count;
  for (const Step* step = end - unit.count; step != end; ++step) {
    if ((step->kinds & kind) == 0 || HoldsAtOnce(*step, value)) continue;
    if (Do(*step, id, node)) continue;
    valid = false;
    if (!explaining()) break;
    if (IsAboutOneValue(step->op)) explainer_->Value(id, *step, node);
  }
  if (enters) scratch_.scope.pop_back();
  --depth_;
  return valid;
}

bool Runner::Do(const Step& step, UnitId id, NodeIndex node) {
  switch (step.op) {
    case Op::kObject: return CheckObject(step, id, node);
    case Op::kPropertyNames: return CheckPropertyNames(step, node);
    case Op::kDependentRequired: return CheckDependentRequired(step, id, node);
    case Op::kDependentSchemas: return CheckDependentSchemas(step, node);
    case Op::kArray: return CheckArray(step, id, node);
    case Op::kContains: return CheckContains(step, id, node);
    case Op::kCall: return Same(step.a, node, step.place);
    case Op::kDynamicRef: return CheckDynamicRef(step, node);
    case Op::kAnyOf: return CheckAnyOf(step, id, node);
    case Op::kOneOf: return CheckOneOf(step, id, node);
    case Op::kNot: return CheckNot(step, id, node);
    case Op::kIf: return CheckIf(step, node);
    case Op::kUnevaluatedItems: return CheckUnevaluatedItems(step, node);
    case Op::kUnevaluatedProperties:
      return CheckUnevaluatedMembers(step, id, node);
    default: return CheckValue(program_, step, document_, node, scratch_.seed);
  }
}

bool Runner::RunMarking(UnitId unit, NodeIndex node) {
  const std::size_t outer = marks_;
  const std::size_t words = document_[node].count / 64 + 1;
  const std::size_t own = scratch_.marks.size();
  scratch_.marks.resize(own + words, 0);
  marks_ = own;
  const bool valid = RunSteps(unit, node);
  marks_ = outer;
  // While explaining, what a failing schema knows is known all the same: it has
  // been told of already.
  if (outer != kNoMarks && (valid || explaining())) {
    for (std::size_t i = 0; i < words; ++i) {
      scratch_.marks[outer + i] |= scratch_.marks[own + i];
    }
  }
  scratch_.marks.resize(own);
  return valid;
}

bool Runner::Child(UnitId unit, NodeIndex node) {
  if (program_.units[unit].count == 0) return true;
  const std::size_t outer = marks_;
  marks_ = kNoMarks;
  const bool valid = explainer_ == nullptr
                         ? Run(program_.units[unit].direct, node)
                         : Same(unit, node, program_.units[unit].node);
  marks_ = outer;
  return valid;
}

bool Runner::Same(UnitId unit, NodeIndex node, NodeIndex via) {
  if (explainer_ == nullptr) return Run(unit, node);
  explainer_->Enter(via, unit);
  const bool valid = Run(unit, node);
  explainer_->Leave();
  return valid;
}

bool Runner::Branch(UnitId unit, NodeIndex node, NodeIndex via) {
  if (marks_ == kNoMarks || program_.units[unit].count == 0) {
    return Same(unit, node, via);
  }
  if (explainer_ == nullptr) return RunMarking(unit, node);
  explainer_->Enter(via, unit);
  const bool valid = RunMarking(unit, node);
  explainer_->Leave();
  return valid;
}

// Whether a value is valid, without telling why not and without marks.
bool Runner::Probe(UnitId unit, NodeIndex node) {
  const std::size_t outer = marks_;
  Explainer* const explainer = explainer_;
  marks_ = kNoMarks;
  explainer_ = nullptr;
  const bool valid = Run(unit, node);
  explainer_ = explainer;
  marks_ = outer;
  return valid;
}

}  // namespace sigte::schema
