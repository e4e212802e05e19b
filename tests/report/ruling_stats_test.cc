// SPDX-License-Identifier: MPL-2.0

// Agreement between bodies, against figures worked out by hand.

#include "engine/report/ruling_stats.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

// Scott (1955): po = 0.7, p = 0.55, pe = 0.505, pi = 0.195 / 0.495.
TEST(Agreement, OfTwoBodiesIsScottsPi) {
  const Agreement table = {20, 15, 15};
  EXPECT_DOUBLE_EQ(*table.Share(), 0.7);
  EXPECT_DOUBLE_EQ(*table.Kappa(), 0.195 / 0.495);
  EXPECT_DOUBLE_EQ(*Agreement({5, 0, 5}).Kappa(), 1.0);
  EXPECT_DOUBLE_EQ(*Agreement({0, 10, 0}).Kappa(), -1.0);
  EXPECT_DOUBLE_EQ(*Agreement({1, 2, 1}).Kappa(), 0.0);
}

TEST(Agreement, IsUndefinedWhereChanceAloneAgrees) {
  EXPECT_FALSE(Agreement({0, 0, 0}).Share().has_value());
  EXPECT_FALSE(Agreement({9, 0, 0}).Kappa().has_value());
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
            "  agreement in all: 66.7 % (2 of 3 pairs), kappa 0.33\n"
            "  independently: 0.0 % (0 of 1 pair), kappa -1.00\n"
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

// Fleiss (1971), worked out by hand: of four bodies two say yes, so that of six
// pairs two agree, po = 1/3 and pe = 1/2; of three one, po = 1/3, p = 1/3 and
// pe = 5/9.
TEST(RulingStats, DoNotDependOnWhichBodySaysWhat) {
  for (const std::string answers : {"0011", "0101", "0110", "1001", "1100"}) {
    std::vector<Ruling> rulings;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const std::string body = std::string("abcd").substr(i, 1);
      rulings.push_back(Make(body, "1", body, answers[i] == '1'));
    }
    EXPECT_NE(Stats(rulings).find("33.3 % (2 of 6 pairs), kappa -0.33"),
              std::string::npos)
        << answers;
  }
  for (const std::string answers : {"001", "010", "100"}) {
    std::vector<Ruling> rulings;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const std::string body = std::string("abc").substr(i, 1);
      rulings.push_back(Make(body, "1", body, answers[i] == '1'));
    }
    EXPECT_NE(Stats(rulings).find("33.3 % (1 of 3 pairs), kappa -0.50"),
              std::string::npos)
        << answers;
  }
}

// Five pairs of which three agree: p = 4 of 10 answers, pe = 0.52.
TEST(RulingStats, TakeRecordsWithDifferentNumbersOfBodiesTogether) {
  EXPECT_NE(Stats({Make("a", "1", "a", false), Make("b", "1", "b", false),
                   Make("c", "1", "c", true), Make("d", "2", "a", true),
                   Make("e", "2", "c", true), Make("f", "3", "b", false),
                   Make("g", "3", "c", false)})
                .find("60.0 % (3 of 5 pairs), kappa 0.17"),
            std::string::npos);
}

TEST(RulingStats, AreNothingWithoutRulings) {
  EXPECT_EQ(Stats({}), "there are no rulings\n");
}

}  // namespace
}  // namespace sigte
