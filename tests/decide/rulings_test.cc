// SPDX-License-Identifier: MPL-2.0

// Every state of a ruling, and that nothing but an approved and current one
// decides.

#include <functional>
#include <initializer_list>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "tests/decide/ruling_makers.h"

namespace sigte::test {
namespace {

// The exclusion E5 is unclear, and nothing else stands in the way.
constexpr const char* kUnclear =
    R"({"id": "1", "municipality": 751, "target": "a", "title": "Café", )"
    R"("amount": 3, "content": "Café med tolk"})";

Ruling OnInterpreting(bool answer) {
  return ApprovedRuling(Sample(), kUnclear, "interpreting", answer);
}

TEST(Rulings, DecideWhereARuleIsUnknown) {
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {})), "borderline");
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {OnInterpreting(false)})),
            "include approved");
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {OnInterpreting(true)})),
            "exclude approved");
}

TEST(Rulings, AreNamedInTheReasonAndLeaveItsEvidence) {
  const Decision decision =
      DecideWith(Sample(), kUnclear, {OnInterpreting(true)});
  ASSERT_EQ(decision.reasons.size(), 1u);
  EXPECT_EQ(decision.reasons[0].ruling, "r-interpreting");
  ASSERT_EQ(decision.reasons[0].evidence.size(), 1u);
  EXPECT_EQ(decision.reasons[0].evidence[0].found, "tolk");
  EXPECT_EQ(decision.without_rulings, Verdict::kBorderline);
  EXPECT_TRUE(decision.questions.empty());
}

// The verdict rests on the inclusion then, but what the exclusion found is
// still to be seen.
TEST(Rulings, LeaveWhatARuleFoundInSightWhenTheySetItAside) {
  const Decision decision =
      DecideWith(Sample(), kUnclear, {OnInterpreting(false)});
  EXPECT_EQ(Dump(decision, Sample()),
            "include (include)\n"
            "  I1 true\n"
            "    target \"a\" == \"a\" | target == \"a\" @17 at 1:44-47\n"
            "  E5 false\n"
            "    content \"tolk\" interpreting | mentions(content, "
            "\"interpreting\") @5 at 1:100-104\n");
  EXPECT_EQ(decision.reasons[1].ruling, "r-interpreting");
}

struct Lapse {
  const char* name;
  std::function<void(Ruling*)> change;
  const char* expected;

  friend void PrintTo(const Lapse& lapse, std::ostream* out) {
    *out << lapse.name;
  }
};

class RulingLapses : public testing::TestWithParam<Lapse> {};

TEST_P(RulingLapses, FallToBorderline) {
  for (const bool answer : {true, false}) {
    Ruling ruling = OnInterpreting(answer);
    GetParam().change(&ruling);
    EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {ruling})),
              GetParam().expected);
  }
}

INSTANTIATE_TEST_SUITE_P(
    States, RulingLapses,
    testing::Values(
        Lapse{"Proposed", [](Ruling* r) { r->approved.reset(); },
              "borderline proposed"},
        Lapse{"Stale",
              [](Ruling* r) { r->evidence = "sha256:" + std::string(64, '0'); },
              "borderline stale"},
        Lapse{"Expired", [](Ruling* r) { r->review_by = "2026-11-24"; },
              "borderline expired"},
        Lapse{"MadeTomorrow", [](Ruling* r) { r->by.date = "2026-11-26"; },
              "borderline future"},
        Lapse{"ApprovedTomorrow",
              [](Ruling* r) { r->approved->date = "2026-11-26"; },
              "borderline future"},
        Lapse{"ProposedTomorrow",
              [](Ruling* r) {
                r->by.date = "2026-11-26";
                r->approved.reset();
              },
              "borderline future"},
        Lapse{"OrphanedRule", [](Ruling* r) { r->rule = "gone"; },
              "borderline orphaned"},
        Lapse{"OtherRecord", [](Ruling* r) { r->record.id = "2"; },
              "borderline"},
        Lapse{"OtherGroup", [](Ruling* r) { r->record.group = "101"; },
              "borderline"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Rulings, StandThroughTheirLastDay) {
  Ruling ruling = OnInterpreting(false);
  ruling.review_by = kToday;
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {ruling})), "include approved");
}

TEST(Rulings, ThatContradictEachOtherDecideNothing) {
  Ruling other = OnInterpreting(true);
  other.id = "r-2";
  const Decision decision =
      DecideWith(Sample(), kUnclear, {OnInterpreting(false), other});
  EXPECT_EQ(Told(decision), "borderline contradicting contradicting");
}

TEST(Rulings, ThatAgreeDecideTogether) {
  Ruling other = OnInterpreting(false);
  other.id = "r-2";
  EXPECT_EQ(
      Told(DecideWith(Sample(), kUnclear, {OnInterpreting(false), other})),
      "include approved approved");
}

TEST(Rulings, AreSupersededByApprovedOnesOnly) {
  const Ruling earlier = OnInterpreting(false);
  Ruling later = OnInterpreting(true);
  later.id = "r-2";
  later.supersedes = earlier.id;
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {earlier, later})),
            "exclude superseded approved");
  later.approved.reset();
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {earlier, later})),
            "include approved proposed");
}

TEST(Rulings, HoldFromTheDayOnWhichTheyAreApproved) {
  Ruling ruling = OnInterpreting(false);
  ruling.by.date = ruling.approved->date = kToday;
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {ruling})), "include approved");
}

TEST(Rulings, AreNotSupersededBeforeTheirSuccessorHolds) {
  const Ruling earlier = OnInterpreting(false);
  Ruling later = OnInterpreting(true);
  later.id = "r-2";
  later.supersedes = earlier.id;
  later.approved->date = "2026-11-26";
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {earlier, later})),
            "include approved future");
}

TEST(Rulings, AreNotTakenUpAgainWhenTheirSuccessorLapses) {
  const Ruling earlier = OnInterpreting(false);
  Ruling later = OnInterpreting(false);
  later.id = "r-2";
  later.supersedes = earlier.id;
  later.review_by = "2026-11-20";
  EXPECT_EQ(Told(DecideWith(Sample(), kUnclear, {earlier, later})),
            "borderline superseded expired");
}

TEST(Rulings, DoNotOverruleARuleThatAnswersByItself) {
  constexpr const char* kTrue =
      R"({"id": "1", "municipality": 751, "target": "a", "title": "Tolk", )"
      R"("amount": 3, "content": "Hygge"})";
  const Ruling against = ApprovedRuling(Sample(), kTrue, "interpreting", false);
  EXPECT_EQ(Told(DecideWith(Sample(), kTrue, {})), "exclude");
  EXPECT_EQ(Told(DecideWith(Sample(), kTrue, {against})), "borderline against");
  const Ruling same = ApprovedRuling(Sample(), kTrue, "interpreting", true);
  EXPECT_EQ(Told(DecideWith(Sample(), kTrue, {same})), "exclude idle");
}

TEST(Rulings, SettleTheQuestionOfACheckAndLeaveTheFindingToBeSeen) {
  constexpr const char* kDear =
      R"({"id": "1", "municipality": 751, "target": "a", "title": "Café", )"
      R"("amount": 60000, "content": "Hygge"})";
  EXPECT_EQ(Told(DecideWith(Sample(), kDear, {})), "borderline");
  const Decision right = DecideWith(
      Sample(), kDear, {ApprovedRuling(Sample(), kDear, "unit_slip", false)});
  EXPECT_EQ(Told(right), "include approved");
  ASSERT_EQ(right.findings.size(), 1u);
  EXPECT_EQ(right.findings[0].slug, "unit_slip");
  EXPECT_EQ(right.findings[0].effect, Finding::Effect::kNote);
  EXPECT_EQ(right.findings[0].ruling, "r-unit_slip");
  const Decision wrong = DecideWith(
      Sample(), kDear, {ApprovedRuling(Sample(), kDear, "unit_slip", true)});
  EXPECT_EQ(Told(wrong), "borderline approved");
  ASSERT_EQ(wrong.findings.size(), 1u);
  EXPECT_EQ(wrong.findings[0].effect, Finding::Effect::kQuestion);
  EXPECT_TRUE(wrong.questions.empty());
}

TEST(Rulings, ThatDoubtACheckThatPassesKeepTheRecordOpen) {
  constexpr const char* kFine =
      R"({"id": "1", "municipality": 751, "target": "a", "title": "Café", )"
      R"("amount": 5, "content": "Hygge"})";
  EXPECT_EQ(Told(DecideWith(Sample(), kFine, {})), "include");
  EXPECT_EQ(
      Told(DecideWith(Sample(), kFine,
                      {ApprovedRuling(Sample(), kFine, "unit_slip", true)})),
      "borderline against");
}

TEST(Rulings, DoNotSaveAnInvalidRecord) {
  constexpr const char* kBad =
      R"({"id": "1", "municipality": 751, "target": "a", "title": "Café", )"
      R"("amount": -5, "content": "Hygge"})";
  EXPECT_EQ(
      Told(DecideWith(Sample(), kBad,
                      {ApprovedRuling(Sample(), kBad, "negative", false)})),
      "invalid against");
}

TEST(Rulings, AnswerAFactForTheRulesThatBuildOnIt) {
  constexpr const char* kNoShare =
      R"({"id": "1", "municipality": 751, "target": "c", "title": "Café", )"
      R"("amount": 5, "content": "Hygge"})";
  Ruling minority = ApprovedRuling(Sample(), kNoShare, "minority", false);
  Ruling majority = ApprovedRuling(Sample(), kNoShare, "majority", true);
  EXPECT_EQ(Told(DecideWith(Sample(), kNoShare, {minority})),
            "borderline approved");
  EXPECT_EQ(Told(DecideWith(Sample(), kNoShare, {minority, majority})),
            "include approved approved");
}

TEST(Cases, TellWhatEachAnswerLeadsTo) {
  const Decision decision = DecideWith(Sample(), kUnclear, {}, true);
  ASSERT_EQ(decision.cases.size(), 1u);
  const CaseFile& file = decision.cases[0];
  EXPECT_TRUE(file.open);
  EXPECT_EQ(file.if_true, Verdict::kExclude);
  EXPECT_EQ(file.if_false, Verdict::kInclude);
  EXPECT_EQ(file.evidence, OnInterpreting(true).evidence);
  EXPECT_EQ(file.found, std::vector<std::string>{"interpreting"});
}

TEST(Cases, AreClosedOnceSomebodyHasRuled) {
  Ruling proposal = OnInterpreting(true);
  proposal.approved.reset();
  const Decision decision = DecideWith(Sample(), kUnclear, {proposal}, true);
  ASSERT_EQ(decision.cases.size(), 1u);
  EXPECT_FALSE(decision.cases[0].open);
}

TEST(Cases, AreOpenAgainOnceARulingHasLapsed) {
  Ruling stale = OnInterpreting(true);
  stale.evidence = "sha256:" + std::string(64, '1');
  const Decision decision = DecideWith(Sample(), kUnclear, {stale}, true);
  ASSERT_EQ(decision.cases.size(), 1u);
  EXPECT_TRUE(decision.cases[0].open);
  EXPECT_EQ(decision.cases[0].supersedes, "r-interpreting");
}

// Two exclusions that are unclear for want of a fact, and what may be asked.
std::unique_ptr<Program> ProgramWithObstacles() {
  ProgramBuilder b;
  b.Terms({{"tolk", "tolk"}, {"hus", "hus"}, {"bro", "bro"}});
  Layout& layout = b.program().layout;
  layout.id = b.AddField("id", FieldType::kText, {});
  layout.group = b.AddField("municipality", FieldType::kInt, {});
  b.AddField("text", FieldType::kText, {});
  b.AddField("more", FieldType::kText, {});
  b.AddRule("all", "I1", CompiledKind::kInclusion, {},
            b.Constant(Value::Bool(true)));
  const Index house = b.AddRule("house", "F1", CompiledKind::kFact, {},
                                b.Mentions("more", "hus"));
  for (const char* term : {"tolk", "bro"}) {
    const Index mention = b.Mentions("text", term);
    b.AddRule(term, term, CompiledKind::kExclusion, {},
              b.Op("mention && house", Opcode::kAnd, {mention, house}),
              mention);
  }
  return b.Finish();
}

TEST(Rulings, MakeNoDecisionDependOnWhatWasDecidedBefore) {
  const auto program = ProgramWithObstacles();
  std::vector<std::string> records;
  std::vector<Ruling> rulings;
  for (const char* text : {"tolk", "tolk og bro", "bro", "have"}) {
    for (const char* more : {"hus", "sal"}) {
      for (const char* ruled : {"", "tolk", "bro"}) {
        const std::string id = std::to_string(records.size());
        records.push_back(R"({"id": ")" + id + R"(", "municipality": 751, )" +
                          R"("text": ")" + text + R"(", "more": ")" + more +
                          "\"}");
        if (*ruled == '\0') continue;
        Ruling& ruling = rulings.emplace_back(
            ApprovedRuling(*program, records.back(), ruled, false));
        ruling.id += id;
        ruling.record.id = id;
      }
    }
  }
  const RulingBook book(*program, rulings, kToday);
  DecideOptions options;
  options.rulings = &book;
  for (const std::string& before : records) {
    Decider decider(*program);
    Decision decision;
    for (const std::string& text : records) {
      for (const std::string& one : {before, text}) {
        Submission submission(*program, one);
        decider.Decide(submission.record(0), {"data.json", 1}, {}, nullptr,
                       options, &decision);
      }
      ASSERT_EQ(Dump(decision, *program),
                Dump(DecideWith(*program, text, rulings), *program))
          << text << " after " << before;
    }
  }
}

// One record for every combination of what the rules of the sample read.
std::vector<std::string> EveryRecord() {
  std::vector<std::string> texts = {R"({"id": "1", "municipality": 751)"};
  const auto with = [&](const std::string& field,
                        std::initializer_list<const char*> values) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const char* value : values) {
        longer.push_back(text + ", \"" + field + "\": " + value);
      }
    }
    texts = std::move(longer);
  };
  with("target", {"\"a\"", "\"b\"", "\"c\"", "null"});
  with("share", {"10", "50", "99", "null"});
  with("title", {"\"Tolk\"", "\"Café\"", "null"});
  with("content", {"\"Tolk\"", "\"netværk\"", "null"});
  with("amount", {"1", "60000", "-1", "null"});
  for (std::string& text : texts) text += "}";
  return texts;
}

// As it was approved; waiting for approval; past its day; on other facts.
std::vector<Ruling> EveryState(const Ruling& approved) {
  std::vector<Ruling> states(4, approved);
  states[1].approved.reset();
  states[2].review_by = "2026-01-01";
  states[3].evidence.back() ^= 1;
  return states;
}

// No ruling that has lapsed makes an include, and none that decides makes one
// that its answer could not give: whatever the record, the rule, the answer and
// the state.
TEST(Rulings, NeverIncludeFromALapsedState) {
  const Program& program = Sample();
  Decider decider(program);
  int lapsed = 0;
  int decided = 0;
  const auto check = [&](const std::string& text, Verdict bare,
                         const Ruling& ruling) {
    const Decision decision = DecideWith(&decider, program, text, {ruling});
    if (Decides(decision.rulings[0].state)) {
      ++decided;
      return;
    }
    ++lapsed;
    const bool safe =
        decision.verdict == bare || decision.verdict == Verdict::kBorderline;
    ASSERT_TRUE(safe) << text << " " << ruling.rule << " " << Told(decision);
  };
  for (const std::string& text : EveryRecord()) {
    const Verdict bare = DecideWith(&decider, program, text, {}).verdict;
    for (const CompiledRule& rule : program.rules) {
      for (const bool answer : {true, false}) {
        for (const Ruling& ruling :
             EveryState(ApprovedRuling(program, text, rule.id, answer))) {
          ASSERT_NO_FATAL_FAILURE(check(text, bare, ruling));
        }
      }
    }
  }
  EXPECT_GT(lapsed, 10000);
  EXPECT_GT(decided, 1000);
}

}  // namespace
}  // namespace sigte::test
