// SPDX-License-Identifier: MPL-2.0

// The report as a whole: what a person reads, at every width.

#include <sstream>
#include <string>

#include "engine/base/utf8.h"
#include "engine/report/explain.h"
#include "tests/report/report_fixture.h"

namespace sigte::test {
namespace {

TEST_F(TextReportTest, TellsEverythingInDanish) {
  EXPECT_EQ(
      Report(kReportedFile, {}),
      "                          medtaget           udeladt    grænsetilfælde  "
      "         ugyldig\n"
      "Kommune           antal  1.000 kr.  antal  1.000 kr.  antal  1.000 kr.  "
      "antal  1.000 kr.\n"
      "------------------------------------------------------------------------"
      "----------------\n"
      "751 Aarhus            1      1.200      2        450      2        390  "
      "    1         -3\n"
      "------------------------------------------------------------------------"
      "----------------\n"
      "I alt                 1      1.200      2        450      2        390  "
      "    1         -3\n"
      "\n"
      "Poster læst: 6 = 1 medtaget + 2 udeladte + 2 grænsetilfælde + 1 "
      "ugyldig\n"
      "1 post har intet kendt beløb og er ikke med i summerne\n"
      "Regelsæt: sample 1.0.0 (aaaaaaaaaaaa)\n"
      "\n"
      "Skal afgøres af et menneske\n"
      "\n"
      "751/2  Tolkebistand  300 (1.000 kr.)\n"
      "  data.json:5\n"
      "  E5 Udgifter til tolkning – uafklaret: teksten er uklar\n"
      "      Indhold: »tolk« – begrebet interpreting\n"
      "      data.json:6:34\n"
      "          6 |    \"target\": \"a\", \"content\": \"En tolk er med\"},\n"
      "            |                                  ^~~~\n"
      "      regel: interpreting, rules/sample.yaml:8\n"
      "  ? spørgsmål om interpreting?\n"
      "      ja (E5 gælder) → udeladt\n"
      "      nej (E5 gælder ikke) → medtaget\n"
      "      regel: interpreting, rules/sample.yaml:8\n"
      "\n"
      "751/6  Kursus  90 (1.000 kr.)\n"
      "  data.json:13\n"
      "  E6 Mindretal – uafklaret: svar mangler\n"
      "      Andel: intet svar – under 45?\n"
      "      regel: minority, rules/sample.yaml:14\n"
      "  I1 Primær målgruppe – uafklaret: svar mangler\n"
      "      Andel: intet svar – mindst 56?\n"
      "      regel: primary, rules/sample.yaml:19\n"
      "  ? spørgsmål om majority?\n"
      "      svar i feltet Andel (share)\n"
      "      under 56 → udeladt\n"
      "      mindst 56 → medtaget\n"
      "      regel: majority, rules/sample.yaml:4\n"
      "\n"
      "Fejl og bemærkninger\n"
      "\n"
      "data.json:11:42: fejl: besked om negative [C1 negative]\n"
      "   11 |   {\"id\": \"5\", \"title\": \"Klub\", \"amount\": -3, "
      "\"target\": \"b\",\n"
      "      |                                          ^~\n"
      "      = post: 751/5\n"
      "      = mere: sigte explain C1\n"
      "\n"
      "Udeladt og hvorfor\n"
      "\n"
      "  E5 Udgifter til tolkning: 1 post, 450 (1.000 kr.)\n"
      "  Ingen regel medtager posten: 1 post, beløb ukendt\n"
      "  Hver post står under den første regel, der udelader den; --verbose "
      "viser dem alle\n"
      "\n"
      "1 fil · 6 poster · 1 medtaget · 2 udeladte · 2 grænsetilfælde · 1 "
      "ugyldig\n");
}

TEST_F(TextReportTest, TellsEverythingInEnglish) {
  ReportOptions options;
  options.lang = Lang::kEn;
  EXPECT_EQ(
      Report(kReportedFile, options),
      "                           included           left out         "
      "borderline            invalid\n"
      "Municipality      number  DKK 1,000  number  DKK 1,000  number  DKK "
      "1,000  number  DKK 1,000\n"
      "------------------------------------------------------------------------"
      "--------------------\n"
      "751 Aarhus             1      1,200       2        450       2        "
      "390       1         -3\n"
      "------------------------------------------------------------------------"
      "--------------------\n"
      "Total                  1      1,200       2        450       2        "
      "390       1         -3\n"
      "\n"
      "Records read: 6 = 1 included + 2 left out + 2 borderline + 1 invalid\n"
      "1 record has no known amount and is not in the sums\n"
      "Ruleset: sample 1.0.0 (aaaaaaaaaaaa)\n"
      "\n"
      "Needs a person\n"
      "\n"
      "751/2  Tolkebistand  300 (DKK 1,000)\n"
      "  data.json:5\n"
      "  E5 Interpreting – undecided: the text is unclear\n"
      "      Content: 'tolk' – the term interpreting\n"
      "      data.json:6:34\n"
      "          6 |    \"target\": \"a\", \"content\": \"En tolk er med\"},\n"
      "            |                                  ^~~~\n"
      "      rule: interpreting, rules/sample.yaml:8\n"
      "  ? question on interpreting?\n"
      "      yes (E5 holds) → left out\n"
      "      no (E5 does not hold) → included\n"
      "      rule: interpreting, rules/sample.yaml:8\n"
      "\n"
      "751/6  Kursus  90 (DKK 1,000)\n"
      "  data.json:13\n"
      "  E6 Minority – undecided: an answer is missing\n"
      "      Share: no answer – under 45?\n"
      "      rule: minority, rules/sample.yaml:14\n"
      "  I1 Primary target group – undecided: an answer is missing\n"
      "      Share: no answer – at least 56?\n"
      "      rule: primary, rules/sample.yaml:19\n"
      "  ? question on majority?\n"
      "      answer in field Share (share)\n"
      "      under 56 → left out\n"
      "      at least 56 → included\n"
      "      rule: majority, rules/sample.yaml:4\n"
      "\n"
      "Faults and remarks\n"
      "\n"
      "data.json:11:42: error: message about negative [C1 negative]\n"
      "   11 |   {\"id\": \"5\", \"title\": \"Klub\", \"amount\": -3, "
      "\"target\": \"b\",\n"
      "      |                                          ^~\n"
      "      = record: 751/5\n"
      "      = more: sigte explain C1\n"
      "\n"
      "Left out and why\n"
      "\n"
      "  E5 Interpreting: 1 record, 450 (DKK 1,000)\n"
      "  No rule includes the record: 1 record, amount unknown\n"
      "  Each record stands under the first rule that leaves it out; --verbose "
      "shows them all\n"
      "\n"
      "1 file · 6 records · 1 included · 2 left out · 2 borderline · 1 "
      "invalid\n");
}

TEST_F(TextReportTest, PutsAmountsBelowCountsWhereItIsNarrow) {
  ReportOptions options;
  options.width = 60;
  ReportData data(0, false);
  for (const Decision& decision : Decide(kReportedFile)) data.Add(decision);
  EXPECT_EQ(SummaryText(data.summary(), *program_, options),
            "                  medtaget  udeladt  grænsetilfælde  ugyldig\n"
            "Kommune              antal    antal           antal    antal\n"
            "------------------------------------------------------------\n"
            "751 Aarhus               1        2               2        1\n"
            "------------------------------------------------------------\n"
            "I alt                    1        2               2        1\n"
            "\n"
            "              medtaget    udeladt  grænsetilfælde    ugyldig\n"
            "Kommune      1.000 kr.  1.000 kr.       1.000 kr.  1.000 kr.\n"
            "------------------------------------------------------------\n"
            "751 Aarhus       1.200        450             390         -3\n"
            "------------------------------------------------------------\n"
            "I alt            1.200        450             390         -3\n"
            "\n"
            "Poster læst: 6 = 1 medtaget + 2 udeladte + 2 grænsetilfælde\n"
            "+ 1 ugyldig\n"
            "1 post har intet kendt beløb og er ikke med i summerne\n"
            "Regelsæt: sample 1.0.0 (aaaaaaaaaaaa)\n");
}

TEST_F(TextReportTest, HasABlockAGroupWhereColumnsDoNotFit) {
  ReportOptions options;
  options.width = 10;  // counts as 40
  ReportData data(0, false);
  for (const Decision& decision : Decide(kReportedFile)) data.Add(decision);
  EXPECT_EQ(SummaryText(data.summary(), *program_, options),
            "                  antal  1.000 kr.\n"
            "751 Aarhus\n"
            "  medtaget            1      1.200\n"
            "  udeladt             2        450\n"
            "  grænsetilfælde      2        390\n"
            "  ugyldig             1         -3\n"
            "----------------------------------\n"
            "I alt\n"
            "  medtaget            1      1.200\n"
            "  udeladt             2        450\n"
            "  grænsetilfælde      2        390\n"
            "  ugyldig             1         -3\n"
            "\n"
            "Poster læst: 6 = 1 medtaget + 2 udeladte\n"
            "+ 2 grænsetilfælde + 1 ugyldig\n"
            "1 post har intet kendt beløb og er ikke\n"
            "med i summerne\n"
            "Regelsæt: sample 1.0.0 (aaaaaaaaaaaa)\n");
}

// Names give way, numbers never do; nothing is wider than the terminal.
TEST_F(TextReportTest, FitsEveryWidthWithoutCuttingANumber) {
  ReportData data(0, false);
  Decision decision;
  decision.verdict = Verdict::kExclude;
  decision.amount = 1'234'567'890;
  for (const char* group :
       {"東京都東京都東京都東京都東京都東京都東京都",
        "æøåæøåæøåæøåæøåæøåæøåæøå",
        "e\xCC\x81t e\xCC\x81t e\xCC\x81t e\xCC\x81t e\xCC\x81t", "1"}) {
    decision.group = group;
    data.Add(decision);
  }
  for (std::size_t width = 40; width <= 200; ++width) {
    ReportOptions options;
    options.width = width;
    const std::string text = SummaryText(data.summary(), *program_, options);
    EXPECT_EQ(FindInvalidUtf8(text), std::string::npos) << width;
    EXPECT_NE(text.find("1.234.567.890"), text.npos) << width;
    EXPECT_NE(text.find("4.938.271.560"), text.npos) << width;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(DisplayWidth(line), width) << line;
    }
  }
}

TEST_F(TextReportTest, LetsNothingThatASubmitterWroteSteerTheTerminal) {
  const std::string report = Report(
      "{\"id\": \"\\u001b[31m\", \"municipality\": 751, \"title\":"
      " \"\\u001b]0;x\\u0007 \\u202e\", \"target\": \"c\","
      " \"content\": \"tolk \\u009b1m\"}",
      {});
  EXPECT_EQ(report.find('\x1b'), report.npos) << report;
  EXPECT_EQ(report.find('\x07'), report.npos) << report;
  EXPECT_EQ(report.find("\xE2\x80\xAE"), report.npos) << report;
  EXPECT_EQ(report.find("\xC2\x9B"), report.npos) << report;
}

TEST_F(TextReportTest, ColoursOnlyWhenAskedTo) {
  ReportOptions options;
  EXPECT_EQ(Report(kReportedFile, options).find('\x1b'), std::string::npos);
  options.color = true;
  EXPECT_NE(Report(kReportedFile, options).find('\x1b'), std::string::npos);
}

TEST_F(TextReportTest, TellsNoAmountsWhereTheRulesetHasNone) {
  program_->layout.amount = kNoField;
  ReportOptions options;
  options.verbose = true;
  const std::string report = Report(kReportedFile, options);
  EXPECT_EQ(report.substr(0, report.find("\nRegelsæt")),
            "                  medtaget  udeladt  grænsetilfælde  ugyldig\n"
            "Kommune              antal    antal           antal    antal\n"
            "------------------------------------------------------------\n"
            "751 Aarhus               1        2               2        1\n"
            "------------------------------------------------------------\n"
            "I alt                    1        2               2        1\n"
            "\n"
            "Poster læst: 6 = 1 medtaget + 2 udeladte + 2 grænsetilfælde + 1 "
            "ugyldig");
  options.width = 40;
  const std::string decision =
      ExplainDecision(Decide(kReportedFile)[1], *program_, Lang::kDa, false);
  EXPECT_EQ(decision.substr(0, decision.find("\n\n")),
            "751/2  Tolkebistand\n"
            "751 Aarhus · data.json:5");
  for (const std::string& text :
       {report, Report(kReportedFile, options), decision}) {
    EXPECT_EQ(text.find("beløb ukendt"), text.npos) << text;
    EXPECT_EQ(text.find("(1.000 kr.)"), text.npos) << text;
  }
}

}  // namespace
}  // namespace sigte::test
