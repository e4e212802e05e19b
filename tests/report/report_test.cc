// SPDX-License-Identifier: MPL-2.0

#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/report/explain.h"
#include "engine/report/text_report.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

constexpr std::string_view kFile =
    "{\"municipality\": 751,\n"
    " \"efforts\": [\n"
    "  {\"id\": \"1\", \"title\": \"Café\", \"amount\": 1200, \"target\": "
    "\"a\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"2\", \"title\": \"Tolkebistand\", \"amount\": 300,\n"
    "   \"target\": \"a\", \"content\": \"En tolk er med\"},\n"
    "  {\"id\": \"3\", \"title\": \"Tolk\", \"amount\": 450, \"target\": "
    "\"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"4\", \"title\": \"Klub\", \"target\": \"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"5\", \"title\": \"Klub\", \"amount\": -3, \"target\": "
    "\"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"6\", \"title\": \"Kursus\", \"amount\": 90, \"target\": "
    "\"c\",\n"
    "   \"content\": \"Hygge\"}]}";

std::unique_ptr<Program> ReportProgram() {
  auto program = SampleProgram();
  // The layout of a program is fixed once it runs; here it still is not.
  Layout layout;
  for (Field field : program->layout.fields()) {
    if (field.name == "amount") field.unit = {"1.000 kr.", "DKK 1,000"};
    if (field.name == "municipality") {
      field.choices[0].title = LocalText("København");
      field.choices[1].title = LocalText("Aarhus");
    }
    layout.Add(field);
  }
  layout.list_member = program->layout.list_member;
  layout.missing_markers = program->layout.missing_markers;
  layout.id = program->layout.id;
  layout.group = program->layout.group;
  layout.title = program->layout.title;
  layout.amount = program->layout.amount;
  program->layout = layout;
  return program;
}

class TextReportTest : public testing::Test {
 protected:
  std::vector<Decision> Decide(std::string_view text) {
    Submission submission(*program_, text);
    Decider decider(*program_);
    std::vector<Decision> decisions;
    for (std::size_t i = 0; i < submission.size(); ++i) {
      decisions.push_back(submission.Decide(&decider, i));
    }
    return decisions;
  }

  std::string Report(std::string_view text, const ReportOptions& options) {
    ReportData data(options.limit, options.verbose);
    for (const Decision& decision : Decide(text)) data.Add(decision);
    return TextReport(data, *program_, options, {1, std::nullopt});
  }

  std::unique_ptr<Program> program_ = ReportProgram();
};

TEST_F(TextReportTest, TellsEverythingInDanish) {
  EXPECT_EQ(
      Report(kFile, {}),
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
      Report(kFile, options),
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
  for (const Decision& decision : Decide(kFile)) data.Add(decision);
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
  for (const Decision& decision : Decide(kFile)) data.Add(decision);
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

TEST_F(TextReportTest, TellsTheLargestAmountsFirstAndKeepsNoMore) {
  Decision decision;
  decision.verdict = Verdict::kBorderline;
  const auto reported = [&](std::size_t limit) {
    ReportData data(limit, false);
    for (const auto& [id, amount] :
         std::vector<std::pair<const char*, std::optional<std::int64_t>>>{
             {"a", 5}, {"b", std::nullopt}, {"c", -900}, {"d", 5}, {"e", 0}}) {
      decision.id = id;
      decision.amount = amount;
      ReportData piece(limit, false);
      piece.Add(decision);
      data.Merge(std::move(piece));
    }
    std::string ids;
    for (const auto& [stake, kept] : data.borderline()) ids += kept.id;
    return ids;
  };
  EXPECT_EQ(reported(kNoLimit), "cadeb");
  EXPECT_EQ(reported(2), "ca");
  EXPECT_EQ(reported(0), "");
}

TEST_F(TextReportTest, TellsEqualFindingsAFewTimesAndCountsTheRest) {
  Decision decision;
  decision.file = "a.ndjson";
  decision.group = "751";
  Finding finding;
  finding.code = "D202";
  finding.slug = "missing-member";
  finding.effect = Finding::Effect::kReject;
  finding.message = {"'titel' mangler", "'title' is missing"};
  finding.location.emplace();
  finding.location->line = "{}";
  finding.location->caret = {0, 1};
  const auto report = [&](std::size_t limit) {
    ReportData data(limit, false);
    for (std::size_t i = 1; i <= 1234; ++i) {
      finding.location->place = {i, 1};
      decision.id = std::to_string(i);
      decision.findings = {finding};
      ReportData piece(limit, false);
      piece.Add(decision);
      data.Merge(std::move(piece));
    }
    ReportOptions options;
    options.limit = limit;
    return TextReport(data, *program_, options, {1, std::nullopt});
  };
  const std::string text = report(50);
  EXPECT_NE(
      text.find("a.ndjson:5:1: fejl: 'titel' mangler [D202 missing-member]"
                "\n"
                "    5 | {}\n"
                "      | ^\n"
                "      = post: 751/5\n"
                "      = og 1.229 gange til det samme, sidst her: "
                "a.ndjson:1234:1\n"
                "\n"),
      text.npos)
      << text;
  EXPECT_EQ(text.find("a.ndjson:6:1"), text.npos);
  EXPECT_EQ(text.find(" vist;"), text.npos) << "all are told or counted";
  EXPECT_NE(
      report(3).find("fejl: 3 af 1.234 vist; --max-findings 0 viser alle\n"),
      text.npos);
  EXPECT_NE(report(kNoLimit).find("a.ndjson:1234:1: fejl"), text.npos);
}

TEST_F(TextReportTest, CountsTheUnreadableFilesThatItDoesNotName) {
  ReportData data(2, false);
  for (int i = 0; i < 1002; ++i) data.AddUnreadable(std::to_string(i));
  ReportOptions options;
  options.limit = 2;
  const std::string text = TextReport(data, *program_, options, {0, {}});
  EXPECT_NE(text.find("0 kunne ikke læses, eller ikke til ende; ulæste poster "
                      "er ikke talt med\n"
                      "1 kunne ikke læses, eller ikke til ende; ulæste poster "
                      "er ikke talt med\n"
                      "og 1.000 filer til, som ikke kunne læses; "
                      "--max-findings 0 viser alle\n"),
            text.npos)
      << text;
}

TEST_F(TextReportTest, CountsWhatItDoesNotShow) {
  ReportOptions options;
  options.limit = 1;
  const std::string report = Report(kFile, options);
  EXPECT_NE(report.find("1 af 2 vist; --max-findings 0 viser alle\n"),
            report.npos)
      << report;
}

TEST_F(TextReportTest, ShowsEveryRecordThatWasLeftOutWhenAskedTo) {
  ReportOptions options;
  options.verbose = true;
  const std::string report = Report(kFile, options);
  const std::string section = report.substr(report.find("Udeladt og hvorfor"));
  EXPECT_EQ(section,
            "Udeladt og hvorfor\n"
            "\n"
            "  E5 Udgifter til tolkning: 1 post, 450 (1.000 kr.)\n"
            "    751/3  Tolk  450 (1.000 kr.)\n"
            "      data.json:7\n"
            "      E5 Udgifter til tolkning – gælder\n"
            "          besked om interpreting\n"
            "          Titel: »Tolk« – begrebet interpreting\n"
            "          data.json:7:25\n"
            "              7 |   {\"id\": \"3\", \"title\": \"Tolk\", "
            "\"amount\": 450, \"target\": \"b\",\n"
            "                |                         ^~~~\n"
            "          regel: interpreting, rules/sample.yaml:8\n"
            "  Ingen regel medtager posten: 1 post, beløb ukendt\n"
            "    751/4  Klub  beløb ukendt\n"
            "      data.json:9\n"
            "      I1 Primær målgruppe – gælder ikke\n"
            "          Målgruppe: »b« – er ikke \"a\"; er ikke \"c\"\n"
            "          data.json:9:42\n"
            "              9 |   {\"id\": \"4\", \"title\": \"Klub\", "
            "\"target\": \"b\",\n"
            "                |                                          ^~~\n"
            "          regel: primary, rules/sample.yaml:19\n"
            "      I2 Netværk – gælder ikke\n"
            "          Indhold: står der ikke – begrebet network\n"
            "          regel: network, rules/sample.yaml:20\n"
            "\n"
            "1 fil · 6 poster · 1 medtaget · 2 udeladte · 2 grænsetilfælde · 1 "
            "ugyldig\n");
}

TEST_F(TextReportTest, IsTheSameWhenMergedInPieces) {
  const auto decisions = Decide(kFile);
  ReportData whole(1, true);
  ReportData merged(1, true);
  for (const Decision& decision : decisions) {
    whole.Add(decision);
    ReportData piece(1, true);
    piece.Add(decision);
    merged.Merge(std::move(piece));
  }
  const ReportOptions options{Lang::kDa, false, 100, 1, true};
  EXPECT_EQ(TextReport(merged, *program_, options, {1, std::nullopt}),
            TextReport(whole, *program_, options, {1, std::nullopt}));
}

// A file whose list is full of other words may have some of those that are told
// of the files before.
TEST_F(TextReportTest, CountsEqualFindingsBeyondAFullList) {
  ReportData data(20, false);
  Decision decision;
  for (const char* file : {"1.ndjson", "2.ndjson"}) {
    decision.file = file;
    ReportData piece(20, false);
    const auto add = [&](std::size_t line, const std::string& words) {
      Finding finding;
      finding.code = "D202";
      finding.effect = Finding::Effect::kReject;
      finding.message = {words, words};
      finding.location.emplace().place = {line, 1};
      decision.findings = {finding};
      piece.Add(decision);
    };
    for (std::size_t i = 1; i <= 8; ++i) add(i, "common");
    for (std::size_t i = 9; i <= 40 && decision.file[0] == '2'; ++i) {
      add(i, "only here " + std::to_string(i));
    }
    const std::size_t last = decision.file[0] == '1' ? 46 : 42;
    for (std::size_t i = 41; i <= last; ++i) add(i, "late");
    data.Merge(std::move(piece));
  }
  const auto& findings = data.findings(Finding::Effect::kReject);
  ASSERT_EQ(findings.size(), 20u);
  EXPECT_EQ(data.finding_count(Finding::Effect::kReject), 56);
  std::string told;
  for (const auto& one : findings) {
    if (one.alike == 0) continue;
    told += one.finding.message.In(Lang::kEn) + " +" +
            std::to_string(one.alike) + " " + one.last + "\n";
  }
  EXPECT_EQ(told,
            "common +11 2.ndjson:8:1\n"
            "late +3 2.ndjson:42:1\n");
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
  EXPECT_EQ(Report(kFile, options).find('\x1b'), std::string::npos);
  options.color = true;
  EXPECT_NE(Report(kFile, options).find('\x1b'), std::string::npos);
}

TEST_F(TextReportTest, TellsOnceWhatStandsOnceForManyRecords) {
  ReportData data(50, false);
  Decision decision;
  decision.file = "a.json";
  decision.group = "751";
  Finding finding;
  finding.code = "K08";
  finding.slug = "small_total";
  finding.effect = Finding::Effect::kNote;
  finding.message = {"samlet udgift er lille", "the total is small"};
  finding.location.emplace();
  finding.location->place = {3, 19};
  finding.location->line = "  \"municipality\": 751,";
  finding.location->caret = {18, 21};
  decision.findings = {finding};
  for (int i = 1; i <= 10; ++i) {
    decision.id = std::to_string(i);
    data.Add(decision);
  }
  const std::string report = TextReport(data, *program_, {}, {1, std::nullopt});
  EXPECT_NE(
      report.find(
          "a.json:3:19: bemærkning: samlet udgift er lille [K08 small_total]\n"
          "    3 |   \"municipality\": 751,\n"
          "      |                   ^~~\n"
          "      = post: 751/1, 751/2, 751/3, 751/4, 751/5, 751/6, 751/7, "
          "751/8 "
          "og 2 til\n"
          "      = mere: sigte explain K08\n"
          "\n"),
      report.npos)
      << report;
}

// A column that is missing is a fault of the file, and of each of its records.
TEST_F(TextReportTest, TellsOnceWhatIsSaidOfAFileAndOfItsRecords) {
  ReportData data(50, false);
  Finding finding;
  finding.code = "D343";
  finding.slug = "missing-column";
  finding.effect = Finding::Effect::kReject;
  finding.message = {"kolonnen mangler", "the column is missing"};
  finding.location.emplace();
  finding.location->place = {1, 1};
  data.AddFileFinding(finding, "a.csv");
  Decision decision;
  decision.file = "a.csv";
  decision.findings = {finding};
  for (const char* id : {"1", "2"}) {
    decision.id = id;
    data.Add(decision);
  }
  const std::string report = TextReport(data, *program_, {}, {1, std::nullopt});
  EXPECT_EQ(report.find("a.csv:1:1"), report.rfind("a.csv:1:1")) << report;
  EXPECT_NE(report.find("      = post: 1, 2\n"), report.npos) << report;
}

TEST_F(TextReportTest, SaysWhichFilesCouldNotBeRead) {
  ReportData data(50, false);
  data.AddUnreadable("væk.json");
  Finding finding;
  finding.code = "D101";
  finding.slug = "not-json";
  finding.effect = Finding::Effect::kReject;
  finding.message = {"filen er ikke JSON", "the file is not JSON"};
  data.AddFileFinding(finding, "væk.json");
  EXPECT_EQ(
      TextReport(data, *program_, {}, {2, 0.44}),
      "                          medtaget           udeladt    grænsetilfælde  "
      "         ugyldig\n"
      "Kommune           antal  1.000 kr.  antal  1.000 kr.  antal  1.000 kr.  "
      "antal  1.000 kr.\n"
      "------------------------------------------------------------------------"
      "----------------\n"
      "I alt                 0          0      0          0      0          0  "
      "    0          0\n"
      "\n"
      "Poster læst: 0 = 0 medtagne + 0 udeladte + 0 grænsetilfælde + 0 "
      "ugyldige\n"
      "væk.json kunne ikke læses, eller ikke til ende; ulæste poster er ikke "
      "talt med\n"
      "Regelsæt: sample 1.0.0 (aaaaaaaaaaaa)\n"
      "\n"
      "Fejl og bemærkninger\n"
      "\n"
      "væk.json:1:1: fejl: filen er ikke JSON [D101 not-json]\n"
      "      = hjælp: den, der intet har at indberette, skriver en tom liste\n"
      "      = mere: sigte explain D101\n"
      "\n"
      "2 filer · 0 poster · 0 medtagne · 0 udeladte · 0 grænsetilfælde · 0 "
      "ugyldige · 0,4 s\n");
}

TEST_F(TextReportTest, TellsNoAmountsWhereTheRulesetHasNone) {
  program_->layout.amount = kNoField;
  ReportOptions options;
  options.verbose = true;
  const std::string report = Report(kFile, options);
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
      ExplainDecision(Decide(kFile)[1], *program_, Lang::kDa, false);
  EXPECT_EQ(decision.substr(0, decision.find("\n\n")),
            "751/2  Tolkebistand\n"
            "751 Aarhus · data.json:5");
  for (const std::string& text : {report, Report(kFile, options), decision}) {
    EXPECT_EQ(text.find("beløb ukendt"), text.npos) << text;
    EXPECT_EQ(text.find("(1.000 kr.)"), text.npos) << text;
  }
}

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
      ExplainDecision(Decide(kFile)[1], *program_, Lang::kDa, false),
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
  EXPECT_EQ(ExplainDecision(Decide(kFile)[4], *program_, Lang::kEn, false),
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
            "      Content: not there – the term network\n"
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
