// SPDX-License-Identifier: MPL-2.0

#include "engine/report/words.h"

#include <string>

#include "engine/report/blocks.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

std::string WorkedOut(const std::string& found, const std::string& compared,
                      Lang lang, bool holds = true) {
  const auto program = SampleProgram();
  Evidence evidence;
  evidence.condition = "a / b > most";
  evidence.found = found;
  evidence.compared = compared;
  evidence.worked_out = true;
  evidence.value = Value::Bool(holds);
  return WorkedOutWords(evidence, {*program, lang, false, 100});
}

TEST(WorkedOutWords, AreTheConditionWithBothItsValues) {
  EXPECT_EQ(WorkedOut("90000", "> 12500.5", Lang::kDa),
            "a / b > most – her er det 90.000 (over 12.500,5)");
  EXPECT_EQ(WorkedOut("90000", "> 12500.5", Lang::kEn),
            "a / b > most – here it is 90,000 (over 12,500.5)");
}

TEST(WorkedOutWords, CutLongDecimalsAndSaySo) {
  EXPECT_EQ(WorkedOut("16597.5103734439834024896", "> 1", Lang::kDa),
            "a / b > most – her er det 16.597,510373… (over 1)");
  EXPECT_EQ(WorkedOut("0.123456", "> 1", Lang::kEn),
            "a / b > most – here it is 0.123456 (over 1)");
}

TEST(WorkedOutWords, OfWhatIsNoNumberAreThatValueInWords) {
  EXPECT_EQ(WorkedOut("[2018, 2021]", "[2018]", Lang::kDa),
            "a / b > most – her er det 2018, 2021 (2018)");
  EXPECT_EQ(WorkedOut("true", "== false", Lang::kDa, false),
            "a / b > most – her er det ja (er ikke nej)");
  EXPECT_EQ(WorkedOut("\"a b\"", "== \"c\"", Lang::kEn, false),
            "a / b > most – here it is \"a b\" (is not \"c\")");
}

TEST(WorkedOutWords, AreTheValueAloneWhereNothingIsComparedWithIt) {
  EXPECT_EQ(WorkedOut("50", "", Lang::kEn), "a / b > most – here it is 50");
  EXPECT_EQ(WorkedOut("50", "a / b > most", Lang::kEn),
            "a / b > most – here it is 50");
}

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
