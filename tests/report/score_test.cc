// SPDX-License-Identifier: MPL-2.0

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
  score.AddUnlabelled(1'200);
  score.AddMissing({"C7", Verdict::kExclude, "", ""});
  return score;
}

TEST(Score, ToldInDanish) {
  EXPECT_EQ(SampleScore().ToText(Lang::kDa, 50),
            "læsere \\ regler  medtaget  udeladt  grænsetilfælde  ulæselig\n"
            "------------------------------------------------------------\n"
            "medtaget                1        0               1         0\n"
            "udeladt                 1        1               0         1\n"
            "grænsetilfælde          0        0               1         0\n"
            "\n"
            "Enige: 50,0 % (3 af 6)\n"
            "Modsatte afgørelser: 1\n"
            "Overladt til mennesker: 33,3 % (2 af 6)\n"
            "  easy: 100,0 % enige (2 af 2)\n"
            "  hard: 0,0 % enige (0 af 3)\n"
            "  (ikke oplyst): 100,0 % enige (1 af 1)\n"
            "Poster uden mærkat, ikke regnet med: 1.200\n"
            "\n"
            "Modsatte afgørelser\n"
            "  C3: læserne siger udeladt, reglerne medtaget [hard] – en note\n"
            "\n"
            "Andre uenigheder\n"
            "  C4: læserne siger medtaget, reglerne grænsetilfælde [hard]\n"
            "  C6: læserne siger udeladt, reglerne ulæselig [hard]\n"
            "\n"
            "Mærkater uden post\n"
            "  C7\n");
}

TEST(Score, ToldInEnglish) {
  EXPECT_EQ(
      SampleScore().ToText(Lang::kEn, 50),
      "readers \\ rules  included  left out  borderline  unreadable\n"
      "-----------------------------------------------------------\n"
      "included                1         0           1           0\n"
      "left out                1         1           0           1\n"
      "borderline              0         0           1           0\n"
      "\n"
      "Agreement: 50.0 % (3 of 6)\n"
      "Opposite verdicts: 1\n"
      "Left to people: 33.3 % (2 of 6)\n"
      "  easy: 100.0 % agree (2 of 2)\n"
      "  hard: 0.0 % agree (0 of 3)\n"
      "  (not given): 100.0 % agree (1 of 1)\n"
      "Records without a label, not counted: 1,200\n"
      "\n"
      "Opposite verdicts\n"
      "  C3: the readers say left out, the rules included [hard] – en note\n"
      "\n"
      "Other disagreements\n"
      "  C4: the readers say included, the rules borderline [hard]\n"
      "  C6: the readers say left out, the rules unreadable [hard]\n"
      "\n"
      "Labels without a record\n"
      "  C7\n");
}

TEST(Score, RoundsSharesToTheNearestTenthButTheFloorDown) {
  Score score;
  score.Add({"C1", Verdict::kInclude, "", ""}, Verdict::kInclude);
  score.Add({"C2", Verdict::kInclude, "", ""}, Verdict::kInclude);
  score.Add({"C3", Verdict::kExclude, "", ""}, Verdict::kBorderline);
  EXPECT_EQ(score.ToText(Lang::kDa, 50),
            "læsere \\ regler  medtaget  udeladt  grænsetilfælde\n"
            "--------------------------------------------------\n"
            "medtaget                2        0               0\n"
            "udeladt                 0        0               1\n"
            "grænsetilfælde          0        0               0\n"
            "\n"
            "Enige: 66,7 % (2 af 3)\n"
            "Modsatte afgørelser: 0\n"
            "Overladt til mennesker: 33,3 % (1 af 3)\n"
            "\n"
            "Andre uenigheder\n"
            "  C3: læserne siger udeladt, reglerne grænsetilfælde\n");
  EXPECT_EQ(score.AgreementInBasisPoints(), 6666);
}

TEST(Score, OfNothingIsNoShare) {
  Score score;
  score.AddMissing({"C7", Verdict::kExclude, "", ""});
  EXPECT_EQ(score.ToText(Lang::kEn, 50),
            "readers \\ rules  included  left out  borderline\n"
            "-----------------------------------------------\n"
            "included                0         0           0\n"
            "left out                0         0           0\n"
            "borderline              0         0           0\n"
            "\n"
            "No records were compared\n"
            "\n"
            "Labels without a record\n"
            "  C7\n");
}

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
