// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/decide/decider.h"
#include "engine/decide/evidence.h"
#include "engine/decide/places.h"
#include "engine/decide/questions.h"
#include "engine/decide/reasons.h"
#include "engine/decide/rulings_on_record.h"
#include "engine/decide/verdict.h"
#include "engine/decide/wording.h"

/// What a decider keeps between records; shared by its source files.
namespace sigte {

struct Decider::Scratch {
  Scratch(const Program& from, Evaluator* evaluator)
      : program(from),
        evidence(from, evaluator, &places),
        explainer(from, &evidence),
        judge(from),
        wording(from),
        questioner(from, evaluator, &evidence.leaves(),
                   &explainer.rules_by_value(), &judge) {}

  /// A rule that a ruling gave its value: what it was before.
  struct Ruled {
    std::uint32_t rule = kNoIndex;
    std::size_t note = 0;  ///< in Decision::rulings
    Reason reason;
    CheckState state = CheckState::kPasses;  ///< of a check
  };

  void ClearDecision(Decision* decision);
  void WriteHead(const Record& record, const RecordOrigin& origin,
                 Decision* decision);
  void RunChecks(const Record& record, const Values& values,
                 Decision* decision);
  bool MissesRefused(const Values& values, const Decision& decision);
  void AddFinding(std::uint32_t rule, CheckState state, const Reason& reason,
                  Decision* decision);
  void LocateMissed(const Record& record, const Values& values,
                    Finding* finding);
  void NameOther(const Decision& decision, Finding* finding);

  const Program& program;
  Places places;
  EvidenceMaker evidence;
  Explainer explainer;
  Judge judge;
  Wording wording;
  Questioner questioner;
  const Groups* groups = nullptr;  // of this run; null: no rule needs them
  GroupAnswers group_answers;
  std::optional<GroupShare> share;  // where an answer may change it
  std::size_t last_begin = 0;   // of the record that is decided, or was last
  std::optional<Span> opening;  // the record's bracket; a table's row has none
  std::optional<RulingsOnRecord> rulings;  ///< since a record was ruled on
  std::vector<Ruled> ruled;                ///< of this record
  std::optional<RuleEvidence> rule_evidence;
};

}  // namespace sigte
