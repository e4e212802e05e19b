// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/reasons.h"
#include "engine/decide/rule_evidence.h"
#include "engine/decide/rulings_on_record.h"
#include "engine/decide/verdict.h"
#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/program.h"
#include "engine/record/record.h"

/// The case files of a decided record: of every rule that asks, and of every
/// rule that somebody has ruled on.
namespace sigte {

class CaseMaker {
 public:
  /// Borrows all. `rulings` may be null: there are none.
  CaseMaker(const Program& program, const RuleEvidence& evidence,
            const RulingsOnRecord* rulings, Evaluator* evaluator,
            Explainer* explainer, const Judge* judge);

  /// Fills decision->cases of a decision that is made. Evaluates the record
  /// anew: the evaluator's values are others after that.
  void Make(const Record& record, const std::vector<Value>* measures,
            Decision* decision);

 private:
  std::vector<std::uint32_t> Rules(const Values& values,
                                   const Decision& decision) const;
  CaseFile Open(const Record& record, const Values& values,
                const std::vector<Value>* measures, std::uint32_t rule);
  void AddFound(const Record& record, const Values& values, CaseFile* file);
  Verdict VerdictIf(const Record& record, const std::vector<Value>* measures,
                    const Pins& pins);
  void TellWhatAnswersDo(const Record& record,
                         const std::vector<Value>* measures,
                         Decision* decision);

  const Program& program_;
  const RuleEvidence& evidence_;
  const RulingsOnRecord* rulings_;
  Evaluator* evaluator_;
  Explainer* explainer_;
  const Judge* judge_;
};

}  // namespace sigte
