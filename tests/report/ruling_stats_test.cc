// SPDX-License-Identifier: MPL-2.0

// Agreement between bodies, against figures worked out by hand.

#include "engine/report/ruling_stats.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

// Cohen (1960): po = 0.7, pe = 0.5, kappa = 0.4.
TEST(TwoBodies, HaveCohensKappa) {
  EXPECT_DOUBLE_EQ(*TwoBodies({20, 5, 10, 15}).Kappa(), 0.4);
  EXPECT_DOUBLE_EQ(*TwoBodies({20, 10, 5, 15}).Kappa(), 0.4);
  EXPECT_DOUBLE_EQ(*TwoBodies({5, 0, 0, 5}).Kappa(), 1.0);
  EXPECT_DOUBLE_EQ(*TwoBodies({0, 5, 5, 0}).Kappa(), -1.0);
  EXPECT_DOUBLE_EQ(*TwoBodies({1, 1, 1, 1}).Kappa(), 0.0);
}

TEST(Agreement, OfTwoBodiesIsTheirs) {
  Agreement of_two;
  of_two.bodies[{"a", "b"}] = {20, 5, 10, 15};
  EXPECT_DOUBLE_EQ(*of_two.Share(), 0.7);
  EXPECT_DOUBLE_EQ(*of_two.Kappa(), 0.4);
}

// Light (1971), weighed by pairs: 50 with 0.4 and 10 with 1; of the third two
// chance alone agrees always.
TEST(Agreement, OfMoreBodiesIsTheMeanOfEveryTwo) {
  Agreement of_three;
  of_three.bodies[{"a", "b"}] = {20, 5, 10, 15};
  of_three.bodies[{"a", "c"}] = {5, 0, 0, 5};
  of_three.bodies[{"b", "c"}] = {9, 0, 0, 0};
  EXPECT_DOUBLE_EQ(*of_three.Share(), 54.0 / 69.0);
  EXPECT_DOUBLE_EQ(*of_three.Kappa(), 30.0 / 60.0);
}

TEST(Agreement, IsUndefinedWhereChanceAloneAgrees) {
  EXPECT_FALSE(Agreement().Share().has_value());
  Agreement same;
  same.bodies[{"a", "b"}] = {9, 0, 0, 0};
  EXPECT_FALSE(same.Kappa().has_value());
}

Ruling Make(std::string id, std::string record, std::string body, bool answer,
            std::string approved = "") {
  Ruling ruling;
  ruling.id = std::move(id);
  ruling.record = {"", std::move(record)};
  ruling.rule = "boats";
  ruling.answer = answer;
  ruling.reason = "seen";
  ruling.by = {std::move(body), "x", "2026-11-01"};
  if (!approved.empty()) {
    ruling.approved = RulingParty{approved, "y", "2026-11-05"};
  }
  ruling.review_by = "2027-01-01";
  ruling.evidence = "sha256:x";
  return ruling;
}

std::string Stats(std::vector<Ruling> rulings) {
  Program program;
  CompiledRule& rule = program.rules.emplace_back();
  rule.id = rule.code = "boats";
  rule.title = "Boats";
  program.ruling_words.reasons = {{{"seen", {}}, {"Set", "Seen"}}};
  const RulingBook book(program, std::move(rulings), "2026-11-25");
  return StatsText(StatsOf(book), program, Lang::kEn);
}

TEST(RulingStats, CountApprovalsApartFromIndependentRulings) {
  const std::string text =
      Stats({Make("a", "1", "fm", true, "im"), Make("b", "2", "fm", true),
             Make("c", "2", "im", false), Make("d", "3", "fm", false, "kl")});
  EXPECT_EQ(text.substr(0, text.find("\n\n")),
            "boats Boats – rulings: 4; approved: 2\n"
            "  agreement in all: 66.7 % (2 of 3 pairs), kappa 0.00\n"
            "  independently: 0.0 % (0 of 1 pair), kappa 0.00\n"
            "  age in days: newest 24, median 24, oldest 24\n"
            "  waiting to be approved: 2, the oldest for 24 days\n"
            "  seen Seen: 4");
}

TEST(RulingStats, LetABodysOwnRulingCountBeforeItsApproval) {
  const std::string text =
      Stats({Make("a", "1", "fm", true, "im"), Make("b", "1", "im", false)});
  EXPECT_NE(text.find("independently: 0.0 % (0 of 1 pair)"), text.npos) << text;
}

TEST(RulingStats, LeaveOutWhatIsDatedInTheFuture) {
  Ruling made = Make("a", "1", "fm", true);
  made.by.date = "2027-01-01";
  EXPECT_EQ(Stats({made}), "there are no rulings\n");
  Ruling approved = Make("b", "1", "fm", true, "im");
  approved.approved->date = "2030-01-02";
  EXPECT_EQ(Stats({approved}).find("agreement"), std::string::npos);
}

TEST(RulingStats, CompareOnlyWhatRestsOnTheSameFacts) {
  Ruling later = Make("b", "1", "im", false);
  later.evidence = "sha256:y";
  EXPECT_EQ(Stats({Make("a", "1", "fm", true), later}).find("pairs"),
            std::string::npos);
}

TEST(RulingStats, DoNotDependOnWhichBodySaysWhat) {
  for (const std::string answers : {"0011", "0101", "0110", "1001", "1100"}) {
    std::vector<Ruling> rulings;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const std::string body = std::string("abcd").substr(i, 1);
      rulings.push_back(Make(body, "1", body, answers[i] == '1'));
    }
    EXPECT_NE(Stats(rulings).find("33.3 % (2 of 6 pairs), kappa 0.00"),
              std::string::npos)
        << answers;
  }
}

TEST(RulingStats, AreNothingWithoutRulings) {
  EXPECT_EQ(Stats({}), "there are no rulings\n");
}

}  // namespace
}  // namespace sigte
