#include "engine/report/score.h"

#include "gtest/gtest.h"

namespace sigte::test {
namespace {

Score SampleScore() {
  Score score;
  score.Add({"C1", Verdict::kInclude, "easy", ""}, Verdict::kInclude);
  score.Add({"C2", Verdict::kExclude, "easy", ""}, Verdict::kExclude);
  score.Add({"C3", Verdict::kExclude, "hard", "en note"}, Verdict::kInclude);
  score.Add({"C4", Verdict::kInclude, "hard", ""}, Verdict::kBorderline);
  score.Add({"C5", Verdict::kBorderline, "", ""}, Verdict::kBorderline);
  score.Add({"C6", Verdict::kExclude, "hard", ""}, std::nullopt);
  score.AddMissing({"C7", Verdict::kExclude, "", ""});
  return score;
}

TEST(Score, ToldInDanish) { EXPECT_EQ(SampleScore().ToText(Lang::kDa), ""); }

TEST(Score, ToldInEnglish) { EXPECT_EQ(SampleScore().ToText(Lang::kEn), ""); }

TEST(Score, CountsAgreementAndOppositesApart) {
  const Score score = SampleScore();
  EXPECT_EQ(score.total(), 6);
  EXPECT_EQ(score.agreeing(), 3);
  EXPECT_EQ(score.AgreementInBasisPoints(), 5000);
  EXPECT_EQ(score.opposite().size(), 1u);
  EXPECT_EQ(score.others().size(), 2u);
  EXPECT_EQ(score.left_to_people(), 2);
}

TEST(Score, IsNothingWithoutRecords) {
  EXPECT_EQ(Score().AgreementInBasisPoints(), 0);
}

}  // namespace
}  // namespace sigte::test
