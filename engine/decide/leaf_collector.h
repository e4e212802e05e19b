// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/decide/walk.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"
#include "engine/record/value.h"

/// From a rule's value down to the leaves that it rests on.
namespace sigte {

inline constexpr std::size_t kMaxEvidence = 6;  ///< a rule

/// Tests of the letters of a text, which stands whole where they fail.
inline bool ReadsLetters(Opcode op) {
  return op == Opcode::kContains || op == Opcode::kStartsWith ||
         op == Opcode::kEndsWith || op == Opcode::kMatches;
}

/// Most of what lies below a rule is false, and tells of nothing but of what is
/// not in the record: an absence. Only kMaxEvidence of those are ever shown;
/// once they are found, what can add no other leaf is passed by.
class LeafCollector {
 public:
  /// Both borrowed while it is made, `program` for good.
  LeafCollector(const Program& program, const RulesByValue& rules);

  /// At most kMaxEvidence leaves of `rule` (in Program::rules), into leaves():
  /// first those that tell of what stands in the record, then absences; each in
  /// the order of the rule's text, its own words before those of the rules that
  /// it names, and what it denies last. Of a rule that is only unclear, what
  /// was found in texts and keeps it from holding comes behind what makes it
  /// so.
  void Collect(const Values& values, std::uint32_t rule);

  /// Of the last Collect.
  const std::vector<std::uint32_t>& leaves() const { return leaves_; }

 private:
  // By instruction: the truth values with which it may add a leaf.
  using Telling = std::vector<TruthBits>;

  void NumberSteps(const RulesByValue& rules);
  Telling MoreThanAbsences(const RulesByValue& rules, bool rule_holds) const;
  bool AddsAbsences(const Telling& telling, std::uint32_t index,
                    bool is_answered, bool rule_holds) const;
  void CollectFrom(const Values& values, std::uint32_t index);
  void CollectBelow(const Values& values, std::uint32_t index);
  void CollectOfNamed(const Values& values);
  void CollectOfRule(const Values& values, const CompiledRule& rule);
  void CollectAgainst(const Values& values, const CompiledRule& rule);
  void TakeLeaf(std::uint32_t index, TruthBits truth);
  void TakeAbsence(std::uint32_t index);

  const Program& program_;
  SeenSet seen_;
  // By instruction: the rule whose value it is, to be walked as one; or
  // kNoIndex.
  std::vector<std::uint32_t> steps_;
  Telling anything_;         // as long as an absence is still wanted
  Telling more_if_holding_;  // then, where the rule holds
  Telling more_;             // and where it does not
  // Of the rule at hand.
  bool rule_holds_ = false;
  const TruthBits* telling_ = nullptr;
  bool is_denied_ = false;   // below a NOT
  bool is_against_ = false;  // what keeps an unclear rule from holding
  // Rules (in Program::rules) still to be walked.
  std::vector<std::uint32_t> named_;
  std::vector<std::uint32_t> denied_;
  std::vector<std::uint32_t> leaves_;
  std::vector<std::uint32_t> absences_;
  std::uint32_t standing_ = kNoIndex;  // a has(x) that is true
};

}  // namespace sigte
