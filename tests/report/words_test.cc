// SPDX-License-Identifier: MPL-2.0

#include "engine/report/words.h"

#include <string>

#include "engine/report/blocks.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

// The submitter has answered all that was asked.
TEST(CauseWords, BlameTheRulesForAFigureThatTheyLack) {
  const auto program = SampleProgram();
  Reason reason;
  reason.rule = 1;
  reason.value = Value::Unknown(kMissing);
  Evidence evidence;
  evidence.condition = "cost > ceiling[kind]";
  evidence.value = reason.value;
  evidence.lacks = "ceiling[\"pv\"]";
  reason.evidence.push_back(evidence);
  EXPECT_EQ(ReasonBlock(reason, {}, 6, {*program, Lang::kEn, false, 100})
                .substr(0, 160),
            "  E5 Interpreting – undecided: a figure of the rules is missing\n"
            "      ceiling[\"pv\"] has no value – cost > ceiling[kind]\n"
            "      rule: interpreting, rules/samp");
  evidence.lacks.clear();
  reason.evidence.push_back(evidence);
  EXPECT_EQ(CauseWords(reason, Lang::kDa), "svar mangler");
}

TEST(EffectTold, IsAQuestionOnlyWhereTheAnswerMayMatter) {
  Finding finding;
  const auto told = [&](Finding::Effect effect, Verdict verdict) {
    finding.effect = effect;
    return EffectTold(finding, verdict);
  };
  using Effect = Finding::Effect;
  EXPECT_EQ(told(Effect::kQuestion, Verdict::kBorderline), Effect::kQuestion);
  EXPECT_EQ(told(Effect::kQuestion, Verdict::kInvalid), Effect::kQuestion);
  EXPECT_EQ(told(Effect::kQuestion, Verdict::kExclude), Effect::kNote);
  EXPECT_EQ(told(Effect::kReject, Verdict::kExclude), Effect::kReject);
  EXPECT_EQ(told(Effect::kNote, Verdict::kBorderline), Effect::kNote);
  finding.ruling = "r1";
  EXPECT_EQ(told(Effect::kQuestion, Verdict::kBorderline), Effect::kNote);
}

}  // namespace
}  // namespace sigte::test
