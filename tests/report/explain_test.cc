// SPDX-License-Identifier: MPL-2.0

// A rule, and a decision in full.

#include "engine/report/explain.h"

#include <string>

#include "tests/report/report_fixture.h"

namespace sigte::test {
namespace {

TEST_F(TextReportTest, ExplainsARule) {
  EXPECT_EQ(FindRule(*program_, "nope"), kNoIndex);
  EXPECT_EQ(FindRule(*program_, "interpreting"), FindRule(*program_, "E5"));
  const RuleAsWritten written{"any:\n  - mentions(title, \"interpreting\")\n",
                              "mentions(content, \"interpreting\")\n",
                              "municipality, title",
                              "sand: Tolkebistand\nfalsk: Café\n"};
  EXPECT_EQ(ExplainRule(*program_, FindRule(*program_, "E5"), written,
                        Lang::kDa, false),
            "E5  Udgifter til tolkning\n"
            "interpreting · udelukker · rules/sample.yaml:8\n"
            "\n"
            "Besked\n"
            "  besked om interpreting\n"
            "\n"
            "Spørgsmål\n"
            "  spørgsmål om interpreting?\n"
            "\n"
            "Kilde\n"
            "  Kilde\n"
            "\n"
            "Gælder når\n"
            "  any:\n"
            "    - mentions(title, \"interpreting\")\n"
            "\n"
            "Over poster med samme\n"
            "  municipality, title\n"
            "\n"
            "Uklart når\n"
            "  mentions(content, \"interpreting\")\n"
            "\n"
            "Eksempler\n"
            "  sand: Tolkebistand\n"
            "  falsk: Café\n");
}

TEST_F(TextReportTest, ExplainsADecisionInFull) {
  EXPECT_EQ(
      ExplainDecision(Decide(kReportedFile)[1], *program_, Lang::kDa, false),
      "751/2  Tolkebistand\n"
      "751 Aarhus · 300 (1.000 kr.) · data.json:5\n"
      "\n"
      "Afgørelse: grænsetilfælde\n"
      "\n"
      "Hvorfor\n"
      "  E5 Udgifter til tolkning – uafklaret: teksten er uklar\n"
      "      Indhold: »tolk« – begrebet interpreting\n"
      "      data.json:6:34\n"
      "          6 |    \"target\": \"a\", \"content\": \"En tolk er med\"},\n"
      "            |                                  ^~~~\n"
      "      regel: interpreting, rules/sample.yaml:8\n"
      "\n"
      "Spørgsmål\n"
      "  ? spørgsmål om interpreting?\n"
      "      ja (E5 gælder) → udeladt\n"
      "      nej (E5 gælder ikke) → medtaget\n"
      "      regel: interpreting, rules/sample.yaml:8\n");
}

TEST_F(TextReportTest, ExplainsWhyARecordIsInvalid) {
  EXPECT_EQ(
      ExplainDecision(Decide(kReportedFile)[4], *program_, Lang::kEn, false),
      "751/5  Klub\n"
      "751 Aarhus · -3 (DKK 1,000) · data.json:11\n"
      "\n"
      "Verdict: invalid\n"
      "The rules alone say: left out\n"
      "\n"
      "Why\n"
      "  C1 Negative amount – holds\n"
      "      message about negative\n"
      "      Expenditure: '-3' – under 0\n"
      "      data.json:11:42\n"
      "         11 |   {\"id\": \"5\", \"title\": \"Klub\", \"amount\": "
      "-3, \"target\": \"b\",\n"
      "            |                                          ^~\n"
      "      rule: negative, rules/sample.yaml:22\n"
      "  I1 Primary target group – does not hold\n"
      "      Target group: 'b' – is not \"a\"; is not \"c\"\n"
      "      data.json:11:56\n"
      "         11 |   {\"id\": \"5\", \"title\": \"Klub\", \"amount\": "
      "-3, \"target\": \"b\",\n"
      "            |                                                     "
      "   ^~~\n"
      "      rule: primary, rules/sample.yaml:19\n"
      "  I2 Networks – does not hold\n"
      "      Content: does not mention 'the term network'\n"
      "      rule: network, rules/sample.yaml:20\n"
      "\n"
      "Faults and remarks\n"
      "data.json:11:42: error: message about negative [C1 negative]\n"
      "   11 |   {\"id\": \"5\", \"title\": \"Klub\", \"amount\": -3, "
      "\"target\": \"b\",\n"
      "      |                                          ^~\n");
}

}  // namespace
}  // namespace sigte::test
