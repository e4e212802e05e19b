#include "engine/report/text_report.h"

#include <string>

#include "engine/report/explain.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

constexpr std::string_view kFile =
    "{\"municipality\": 751,\n"
    " \"efforts\": [\n"
    "  {\"id\": \"1\", \"title\": \"Café\", \"amount\": 1200, \"target\": \"a\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"2\", \"title\": \"Tolkebistand\", \"amount\": 300,\n"
    "   \"target\": \"a\", \"content\": \"En tolk er med\"},\n"
    "  {\"id\": \"3\", \"title\": \"Tolk\", \"amount\": 450, \"target\": \"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"4\", \"title\": \"Klub\", \"target\": \"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"5\", \"title\": \"Klub\", \"amount\": -3, \"target\": \"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"6\", \"title\": \"Kursus\", \"amount\": 90, \"target\": \"c\",\n"
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
  EXPECT_EQ(Report(kFile, {}), "");
}

TEST_F(TextReportTest, TellsEverythingInEnglish) {
  ReportOptions options;
  options.lang = Lang::kEn;
  EXPECT_EQ(Report(kFile, options), "");
}

TEST_F(TextReportTest, PutsAmountsBelowCountsWhereItIsNarrow) {
  ReportOptions options;
  options.width = 10;
  ReportData data(0, false);
  for (const Decision& decision : Decide(kFile)) data.Add(decision);
  EXPECT_EQ(SummaryText(data.summary(), *program_, options), "");
}

TEST_F(TextReportTest, CountsWhatItDoesNotShow) {
  ReportOptions options;
  options.limit = 1;
  const std::string report = Report(kFile, options);
  EXPECT_NE(report.find("viser 1 af 2\n"), report.npos) << report;
}

TEST_F(TextReportTest, ShowsEveryRecordThatWasLeftOutWhenAskedTo) {
  ReportOptions options;
  options.verbose = true;
  const std::string report = Report(kFile, options);
  const std::string section = report.substr(report.find("Udeladt og hvorfor"));
  EXPECT_EQ(section, "");
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

TEST_F(TextReportTest, SaysWhichFilesCouldNotBeRead) {
  ReportData data(50, false);
  data.AddUnreadable("væk.json");
  Finding finding;
  finding.code = "D101";
  finding.slug = "not-json";
  finding.effect = Finding::Effect::kReject;
  finding.message = {"filen er ikke JSON", "the file is not JSON"};
  data.AddFileFinding(finding, "væk.json");
  EXPECT_EQ(TextReport(data, *program_, {}, {2, 0.44}), "");
}

TEST_F(TextReportTest, ExplainsARule) {
  EXPECT_EQ(FindRule(*program_, "nope"), kNoIndex);
  EXPECT_EQ(FindRule(*program_, "interpreting"), FindRule(*program_, "E5"));
  EXPECT_EQ(ExplainRule(*program_, FindRule(*program_, "E5"),
                        "sand: Tolkebistand\nfalsk: Café\n", Lang::kDa, false),
            "");
}

TEST_F(TextReportTest, ExplainsADecisionInFull) {
  EXPECT_EQ(ExplainDecision(Decide(kFile)[1], *program_, Lang::kDa, false),
            "");
}

TEST_F(TextReportTest, ExplainsWhyARecordIsInvalid) {
  EXPECT_EQ(ExplainDecision(Decide(kFile)[4], *program_, Lang::kEn, false),
            "");
}

}  // namespace
}  // namespace sigte::test
