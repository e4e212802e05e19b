// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/decide/rule_evidence.h"
#include "engine/decide/ruling_state.h"
#include "engine/evaluate/program.h"
#include "engine/record/ruling.h"

/// All rulings of a run, found by record. What they are worth whatever the
/// records say is worked out once; the rest is rulings_on_record.h's.
///
/// Standing, in this order:
/// * orphaned: the ruleset has no such rule;
/// * superseded: an approved ruling on the same record and rule names it in
///   `supersedes`. It is not taken up again when that one lapses;
/// * future: it was made, or approved, on a day after that of the run;
/// * proposed: nobody has approved it;
/// * expired: `review_by` lies before the day of the run;
/// * contradicting: among those left, another on the same record, rule and
///   evidence answers differently; neither decides. (Of two made on different
///   evidence, one at most is current.)
namespace sigte {

class RulingBook {
 public:
  /// `program` is borrowed. `today` is an ISO date.
  RulingBook(const Program& program, std::vector<Ruling> rulings,
             std::string today);

  const std::vector<Ruling>& rulings() const { return rulings_; }
  std::uint32_t RuleOf(std::uint32_t ruling) const { return rules_[ruling]; }
  /// kApproved: it decides if the record bears it out.
  RulingState StandingOf(std::uint32_t ruling) const {
    return standings_[ruling];
  }
  /// The ruling that stands against or in the place of it, or kNoIndex. Of a
  /// proposal: one that answers the same otherwise, approved or not, and is not
  /// the one that it is to supersede.
  std::uint32_t OtherOf(std::uint32_t ruling) const { return others_[ruling]; }

  /// Those on one record, in the order of rulings().
  std::span<const std::uint32_t> On(const RecordKey& key) const;

  const Program& program() const { return program_; }
  const RuleEvidence& evidence() const { return evidence_; }
  const std::string& today() const { return today_; }

 private:
  void FindRules();
  void Supersede();
  void Contradict();
  void OpposeProposals();
  bool Oppose(std::uint32_t one, std::uint32_t other) const;
  bool IsOfTheFuture(const Ruling& ruling) const;

  const Program& program_;
  std::vector<Ruling> rulings_;
  std::string today_;
  RuleEvidence evidence_;
  std::vector<std::uint32_t> rules_;  // by ruling; kNoIndex: no such rule
  std::vector<RulingState> standings_;
  std::vector<std::uint32_t> others_;
  std::map<RecordKey, std::vector<std::uint32_t>> by_record_;
};

}  // namespace sigte
