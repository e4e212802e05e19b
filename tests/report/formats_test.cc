// SPDX-License-Identifier: MPL-2.0

// Every output format on the same decisions: what each looks like.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/report/format_text.h"
#include "engine/report/format_writers.h"
#include "engine/report/remarks.h"
#include "engine/report/spool.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/format_runs.h"

namespace sigte::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class FormatsTest : public testing::Test {
 protected:
  FormatsTest() {
    options_.lang = Lang::kEn;
    options_.program_version = "1.2.3";
  }

  std::string Text(Make make, std::string_view file = kReportedFile) {
    return Write(make, *program_, options_, DecideAll(*program_, file)).text;
  }

  std::unique_ptr<Program> program_ = SampleProgram();
  FormatOptions options_;
};

TEST_F(FormatsTest, ConciseIsALineARemarkAndTheTotals) {
  EXPECT_EQ(
      Text(MakeConciseWriter),
      "data.json:6:34: warning: 751/2: question on interpreting? [E5 "
      "interpreting]\n"
      "data.json:11:42: error: 751/5: message about negative [C1 negative]\n"
      "data.json:13:1: warning: 751/6: question on majority? [F1 majority]\n"
      "Records read: 6 = 1 included + 2 left out + 2 borderline + 1 invalid\n");
}

TEST_F(FormatsTest, ConciseHidesWhatTheSubmitterWrote) {
  options_.show_values = false;
  const std::string text = Text(MakeConciseWriter);
  for (const char* value : {"751/", "Tolk", "Klub", "-3"}) {
    EXPECT_THAT(text, Not(HasSubstr(value)));
  }
  EXPECT_THAT(text, HasSubstr("data.json:6:34: warning: "));
}

TEST_F(FormatsTest, ConciseTellsWhatWasLeftOutWhereItIsAskedTo) {
  EXPECT_THAT(Text(MakeConciseWriter), Not(HasSubstr("751/3")));
  options_.verbose = true;
  EXPECT_THAT(Text(MakeConciseWriter), HasSubstr(": note: 751/3: "));
}

TEST_F(FormatsTest, AQuestionAboutWhatIsLeftOutAnywayIsANote) {
  Decision decision;
  decision.id = "8";
  decision.verdict = Verdict::kExclude;
  Finding& finding = decision.findings.Reuse();
  finding.code = "C9";
  finding.slug = "years";
  finding.effect = Finding::Effect::kQuestion;
  finding.message = {"Begyndte den senere?", "Did it begin later?"};
  const auto graded = [&] {
    return RemarksOf(decision, RemarkContext(*program_, options_)).at(0).grade;
  };
  EXPECT_EQ(graded(), Remark::Grade::kNote);
  decision.verdict = Verdict::kBorderline;
  EXPECT_EQ(graded(), Remark::Grade::kReview);
  decision.verdict = Verdict::kInvalid;
  EXPECT_EQ(graded(), Remark::Grade::kWarning);
}

TEST_F(FormatsTest, HiddenMessagesOfOursKeepTheirWordingWithoutTheValues) {
  Finding finding;
  finding.code = "F103";
  finding.slug = "same-output";
  finding.effect = Finding::Effect::kReject;
  finding.message = Message("F103.same-output", {"secret"});
  options_.show_values = false;
  const RemarkContext context{*program_, options_};
  const Remark remark = RemarkOf(finding, "a.json", context);
  EXPECT_EQ(remark.message, "two outputs are to go to one place: '\u2026'");
}

// How many names there are is no secret, and neither are the schema's own.
TEST_F(FormatsTest, HiddenMessagesOfOursKeepTheirHints) {
  options_.show_values = false;
  const RemarkContext context{*program_, options_};
  const auto hidden = [&](const LocalText& hint) {
    Finding finding;
    finding.code = "D204";
    finding.slug = "unknown-member";
    finding.effect = Finding::Effect::kReject;
    finding.message = Message("D204.unknown-member", {"secret"});
    for (std::size_t i = 0; i < 2; ++i) {
      finding.message.in[i] += "; " + hint.in[i];
    }
    return RemarkOf(finding, "a.json", context).message;
  };
  EXPECT_EQ(hidden(Message("issue.known-some", {"id, title", "12"})),
            "unknown member '\u2026'; known: id, title, \u2026 (12 more)");
  EXPECT_EQ(hidden(Message("issue.known", {"id, secret"})),
            "unknown member '\u2026'; known: \u2026");
  EXPECT_EQ(hidden(Message("issue.known-some", {"secret", "1234567890"})),
            "unknown member '\u2026'; known: \u2026, \u2026 (\u2026 more)");
}

TEST_F(FormatsTest, GithubShowsTheWorstTenAndCountsTheRest) {
  std::vector<Decision> decisions = DecideAll(*program_, kReportedFile);
  for (int i = 0; i < 24; ++i) {
    decisions.push_back(decisions[4]);
    decisions.back().id = "more-" + std::to_string(i);
  }
  // Said in the same words, it takes no room.
  decisions.push_back(decisions[4]);
  const std::string text =
      Write(MakeGithubWriter, *program_, options_, decisions).text;
  EXPECT_THAT(text,
              StartsWith("::error title=C1 negative,file=data.json,line=11,"
                         "endLine=11,col=42,endColumn=44::751/5: "));
  EXPECT_EQ(std::ranges::count(text, '\n'), 10 + 2 + 1);
  EXPECT_THAT(text, HasSubstr("::notice title=Sigte::Records read: 31 = 1 "
                              "included + 2 left out + 2 borderline + 26 "
                              "invalid; 13 of 28 shown\n"));
}

TEST_F(FormatsTest, GitlabTellsEqualsApartAndFollowsMovedLines) {
  const std::vector<Decision> decisions = DecideAll(*program_, kReportedFile);
  const auto prints = [&](const std::vector<Decision>& told) {
    std::vector<std::string> found;
    const std::string text =
        Write(MakeGitlabWriter, *program_, options_, told).text;
    for (std::size_t at = 0; (at = text.find("print\":\"", at)) != text.npos;
         at += 8) {
      found.push_back(text.substr(at + 8, 32));
    }
    return found;
  };
  const auto twice = prints({decisions[4], decisions[4]});
  ASSERT_EQ(twice.size(), 2u);
  EXPECT_NE(twice[0], twice[1]);
  Decision moved = decisions[4];
  moved.line += 7;
  for (Finding& finding : moved.findings) finding.location->place.line += 7;
  EXPECT_EQ(prints({moved})[0], twice[0]);
}

TEST_F(FormatsTest, JunitCountsASuiteAFile) {
  std::vector<Decision> decisions = DecideAll(*program_, kReportedFile);
  decisions.push_back(decisions[0]);
  decisions.back().file = "b.json";
  const std::string text =
      Write(MakeJunitWriter, *program_, options_, decisions).text;
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"data.json\" tests=\"6\" "
                              "failures=\"1\" errors=\"0\" skipped=\"2\">"));
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"b.json\" tests=\"1\" "
                              "failures=\"0\" errors=\"0\" skipped=\"0\">"));
  options_.borderline_fails = true;
  EXPECT_THAT(Text(MakeJunitWriter), HasSubstr("failures=\"3\""));
}

TEST_F(FormatsTest, CsvIsForTheSpreadsheetsOfTheLanguage) {
  options_.lang = Lang::kDa;
  const std::string danish = Text(MakeCsvWriter);
  EXPECT_THAT(danish, StartsWith("\xEF\xBB\xBF\"Kommune\";"));
  EXPECT_THAT(danish, HasSubstr(";\"5\";\"Klub\";-3;\"ugyldig\";"));
  options_.lang = Lang::kEn;
  EXPECT_THAT(Text(MakeCsvWriter),
              HasSubstr(",\"5\",\"Klub\",-3,\"invalid\","));
}

TEST_F(FormatsTest, SarifSaysThatADoubtIsForPeople) {
  const std::string text = Text(MakeSarifWriter);
  EXPECT_THAT(text, HasSubstr("\"ruleId\":\"E5\",\"ruleIndex\":"));
  EXPECT_THAT(text, HasSubstr("\"kind\":\"review\",\"level\":\"none\""));
  EXPECT_THAT(text, HasSubstr("\"kind\":\"open\",\"level\":\"none\""));
  EXPECT_THAT(text, HasSubstr("\"kind\":\"informational\""));
  options_.sarif_compat = true;
  const std::string compat = Text(MakeSarifWriter);
  EXPECT_THAT(compat, Not(HasSubstr("\"kind\":\"review\"")));
  EXPECT_THAT(compat, Not(HasSubstr("\"kind\":\"informational\"")));
  EXPECT_THAT(compat, HasSubstr("\"kind\":\"fail\",\"level\":\"warning\""));
}

// Three columns that are missing are three faults of one line.
TEST_F(FormatsTest, SarifTellsFindingsApartByWhatTheySay) {
  std::vector<Decision> decisions = DecideAll(*program_, kReportedFile);
  decisions.resize(1);
  Finding finding;
  finding.code = "D343";
  finding.slug = "no-column";
  finding.effect = Finding::Effect::kReject;
  finding.location.emplace().line = "id;title";
  std::vector<Finding> of_file;
  for (const char* column : {"a", "b", "c"}) {
    finding.message = {std::string("kolonnen ") + column + " mangler",
                       std::string("the column ") + column + " is missing"};
    of_file.push_back(finding);
    decisions[0].findings.push_back(finding);
  }
  const auto prints = [&](std::string_view key) {
    std::set<std::string> found;
    const std::string text =
        Write(MakeSarifWriter, *program_, options_, decisions, of_file).text;
    std::size_t at = 0;
    while ((at = text.find(key, at)) != text.npos) {
      at += key.size();
      found.insert(text.substr(at, text.find('"', at) - at));
    }
    return found;
  };
  options_.lang = Lang::kDa;
  const auto ours = prints("\"sigteRecord/v1\":\"");
  EXPECT_EQ(ours.size(), 6u);
  EXPECT_EQ(prints("\"primaryLocationLineHash\":\"").size(), 3u);
  options_.lang = Lang::kEn;
  EXPECT_EQ(prints("\"sigteRecord/v1\":\""), ours);
}

TEST_F(FormatsTest, SarifKeepsTheWorstWhereItMustBeCutAndSaysSo) {
  const std::vector<Decision> some = DecideAll(*program_, kReportedFile);
  std::vector<Decision> decisions(25'003, some[2]);
  decisions.push_back(some[4]);
  const Written written =
      Write(MakeSarifWriter, *program_, options_, decisions);
  const std::size_t first = written.text.find("\"results\":[");
  EXPECT_LT(written.text.find("\"level\":\"error\"", first), first + 120);
  EXPECT_THAT(written.text,
              HasSubstr("\"results\":{\"shown\":25000,\"all\":25004}"));
  ASSERT_FALSE(written.remarks.empty());
  EXPECT_EQ(Format(written.remarks.front(), Lang::kEn).substr(0, 86),
            "warning: the SARIF file shows 25,000 of 25,004 results; the worst "
            "are among them [F110");
  std::size_t results = 0;
  for (std::size_t at = first;
       (at = written.text.find("{\"ruleId\"", at + 1)) != std::string::npos;) {
    ++results;
  }
  EXPECT_EQ(results, 25'000u);
}

TEST_F(FormatsTest, AnEmptyRunIsWholeInEveryFormat) {
  for (const Tried& format : kFormats) {
    const std::string text = Write(format.make, *program_, options_, {}).text;
    const bool may_be_empty = std::string_view(format.name) == "Ndjson";
    EXPECT_EQ(text.empty(), may_be_empty) << format.name;
  }
  EXPECT_EQ(Write(MakeGitlabWriter, *program_, options_, {}).text, "[]\n");
}

TEST(FormatText, EscapesWhatEachFormatUnderstands) {
  EXPECT_EQ(XmlText("a<b>&\"'\x01\xEF\xBF\xBE\n"),
            "a&lt;b&gt;&amp;&quot;&apos;\uFFFD\uFFFD\n");
  EXPECT_EQ(CsvText("a\"b\nc"), "\"a\"\"b c\"");
  EXPECT_EQ(CsvText("@x"), "\"'@x\"");
  EXPECT_EQ(WorkflowMessage("50 %\r\na:b,c"), "50 %25%0D%0Aa:b,c");
  EXPECT_EQ(WorkflowProperty("a:b,c%"), "a%3Ab%2Cc%25");
}

TEST(FormatText, NamesFilesAsTheirConsumersDo) {
  EXPECT_EQ(RelativePath("/w/data/a.json", "/w"), "data/a.json");
  EXPECT_EQ(RelativePath("/wide/a.json", "/w"), "/wide/a.json");
  EXPECT_EQ(RelativePath("././a.json", ""), "a.json");
  EXPECT_EQ(PathUri("svar fra Ærø/50%.json"),
            "svar%20fra%20%C3%86r%C3%B8/50%25.json");
  EXPECT_EQ(PathUri("/a b"), "file:///a%20b");
}

TEST(SpoolTest, GivesBackWhatDidNotFitInMemory) {
  Spool spool;
  std::string all;
  for (int i = 0; i < 30'000; ++i) {
    const std::string piece = std::to_string(i) + std::string(100, 'x');
    ASSERT_TRUE(spool.Add(piece));
    all += piece;
  }
  std::string copied;
  const Sink sink = [&](std::string_view bytes) {
    copied += bytes;
    return true;
  };
  ASSERT_TRUE(spool.CopyTo(sink));
  EXPECT_EQ(copied == all, true);
  ASSERT_TRUE(spool.Clear());
  EXPECT_TRUE(spool.empty());
  copied.clear();
  ASSERT_TRUE(spool.Add("again"));
  ASSERT_TRUE(spool.CopyTo(sink));
  EXPECT_EQ(copied, "again");
}

}  // namespace
}  // namespace sigte::test
