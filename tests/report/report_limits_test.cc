// SPDX-License-Identifier: MPL-2.0

// What a report keeps and counts of more than it shows.

#include <string>
#include <utility>
#include <vector>

#include "tests/report/report_fixture.h"

namespace sigte::test {
namespace {

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
                "      = det samme 1.229 gange til, sidst her: "
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
  const std::string report = Report(kReportedFile, options);
  EXPECT_NE(report.find("1 af 2 vist; --max-findings 0 viser alle\n"),
            report.npos)
      << report;
}

TEST_F(TextReportTest, ShowsEveryRecordThatWasLeftOutWhenAskedTo) {
  ReportOptions options;
  options.verbose = true;
  const std::string report = Report(kReportedFile, options);
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
            "          Indhold: nævner ikke »begrebet network«\n"
            "          regel: network, rules/sample.yaml:20\n"
            "\n"
            "1 fil · 6 poster · 1 medtaget · 2 udeladte · 2 grænsetilfælde · 1 "
            "ugyldig\n");
}

TEST_F(TextReportTest, IsTheSameWhenMergedInPieces) {
  const auto decisions = Decide(kReportedFile);
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

}  // namespace
}  // namespace sigte::test
