// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/evidence.h"
#include "engine/decide/leaf_collector.h"
#include "engine/decide/obstacles.h"
#include "engine/decide/walk.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"
#include "engine/record/record.h"

/// Why a record was decided so: the scope formula pruned to the rules that
/// decided, and each rule pruned to the leaves that it rests on.
namespace sigte {

class Explainer {
 public:
  Explainer(const Program& program, EvidenceMaker* evidence);

  /// The rules that decided the value of Program::scope, exclusions first, each
  /// with its evidence; appended to `*reasons`.
  void ExplainScope(const Record& record, const Values& values,
                    WarmVector<Reason>* reasons);

  /// One rule's value with its evidence, into every part of `*reason` but its
  /// message.
  void ExplainRule(const Record& record, const Values& values,
                   std::uint32_t rule, Reason* reason);

  /// The same in two steps: what the record says, which tells whether the
  /// reason is worth telling, and then what the rules say of its evidence.
  void FindReason(const Record& record, const Values& values,
                  std::uint32_t rule, Reason* reason);
  void Describe(Reason* reason);

  /// Of the rule that was explained last: all that it rests on, shown or not.
  const std::vector<std::uint32_t>& leaves() const {
    return collector_.leaves();
  }

  const RulesByValue& rules_by_value() const { return rules_; }

 private:
  void CollectRules(const Values& values, std::uint32_t index);
  void KeepWhatDecides(const Value& scope, const Values& values);
  void AddEvidence(const Record& record, const Values& values,
                   std::uint32_t leaf, WarmVector<Evidence>* evidence);

  const Program& program_;
  EvidenceMaker* evidence_;
  RulesByValue rules_;
  ObstacleFinder obstacles_;
  LeafCollector collector_;
  SeenSet seen_;
  std::vector<std::uint32_t> found_rules_;
};

}  // namespace sigte
