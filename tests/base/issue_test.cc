// SPDX-License-Identifier: MPL-2.0

#include "engine/base/issue.h"

#include <string>

#include "engine/base/issue_hint.h"
#include "engine/base/issue_report.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

Issue Sample(const Source& source, Span span) {
  return {
      "D110.trailing-comma", Severity::kError, {"}"}, &source, span, {}, {}};
}

TEST(Issue, IsTheLineTheCaretAndTheHelp) {
  const Source source("r.json", "{\n  \"a\": 1,\n}\n");
  EXPECT_EQ(Format(Sample(source, {10, 11}), Lang::kEn),
            "r.json:2:9: error: nothing stands between this comma and '}' "
            "[D110 trailing-comma]\n"
            "    2 |   \"a\": 1,\n"
            "      |         ^\n"
            "      = help: remove the comma\n");
  EXPECT_EQ(Format(Sample(source, {10, 11}), Lang::kDa),
            "r.json:2:9: fejl: der står intet mellem dette komma og '}' "
            "[D110 trailing-comma]\n"
            "    2 |   \"a\": 1,\n"
            "      |         ^\n"
            "      = hjælp: slet kommaet\n");
}

// A name among the digits of a private number would part them.
TEST(Issue, HidesNumbersBeforeItNamesWhatCannotBeSeen) {
  const Source source("r.json", "{}");
  const Issue issue{"D111.bad-number",
                    Severity::kError,
                    {"010190\u200B1234\x1E"},
                    &source,
                    {0, 1},
                    {},
                    {}};
  const std::vector<Redaction> hidden = {Redaction({"000000-####"})};
  const std::string text =
      FormatIssue(issue, {Lang::kEn, kUsualLineColumns, hidden});
  EXPECT_EQ(text.substr(0, text.find('\n')),
            "r.json:1:1: error: '010190<U+200B>****<U+001E>' is not a number "
            "[D111 bad-number]");
}

TEST(Issue, WithoutASourceIsItsMessage) {
  const Issue issue{
      "D101.empty-text", Severity::kWarning, {}, nullptr, {}, {}, {}};
  EXPECT_EQ(Format(issue, Lang::kEn),
            "warning: there is nothing here; a JSON value was expected "
            "[D101 empty-text]\n");
}

TEST(Issue, OffersTheNearestName) {
  const Source source("r.yaml", "tilte: x\n");
  IssueList issues;
  issues.UnknownName("D112.unknown-word", &source, {0, 5}, "tilte",
                     {"source", "title"});
  const std::string text = Format(issues.issues()[0], Lang::kEn);
  EXPECT_EQ(text.substr(0, text.find('\n')),
            "r.yaml:1:1: error: 'tilte' is not a value; did you mean 'title'? "
            "[D112 unknown-word]");
}

TEST(Issue, ListsTheFirstEightNamesWhereNoneIsNear) {
  const Source source("r.yaml", "colour: x\n");
  IssueList issues;
  issues.UnknownName("D112.unknown-word", &source, {0, 6}, "colour",
                     {"n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9"});
  const std::string text = Format(issues.issues()[0], Lang::kDa);
  EXPECT_EQ(text.substr(0, text.find('\n')),
            "r.yaml:1:1: fejl: 'colour' er ikke en værdi; kendte: n1, n2, n3, "
            "n4, n5, n6, n7, n8, … (1 til) [D112 unknown-word]");
}

TEST(Issue, LetsNothingSteerTheTerminal) {
  const Source source("a\x1B[2J.json", "x\x1B[31my");
  const Issue issue{"D112.unknown-word",
                    Severity::kError,
                    {"x\x1B[31my"},
                    &source,
                    {0, 7},
                    {},
                    {}};
  EXPECT_EQ(Format(issue, Lang::kEn).find('\x1B'), std::string::npos);
}

TEST(IssueList, SortsBySourceAndPlaceAndCountsErrors) {
  const Source a("a", "123");
  const Source b("b", "123");
  IssueList issues;
  issues.Add({"D101.empty-text", Severity::kNote, {}, &b, {0, 1}, {}, {}});
  EXPECT_FALSE(issues.has_errors());
  issues.Error("D102.value-expected", &a, {2, 3});
  issues.Error("D103.ends-within-string", &a, {1, 3});
  EXPECT_TRUE(issues.has_errors());
  issues.Sort();
  EXPECT_EQ(issues.issues()[0].message.name(), "D103.ends-within-string");
  EXPECT_EQ(issues.issues()[1].message.name(), "D102.value-expected");
  EXPECT_EQ(issues.issues()[2].message.name(), "D101.empty-text");
}

TEST(CaretLines, UnderlinesTheSpanInColumnsOfTheTerminal) {
  EXPECT_EQ(CaretLines("漢字 æble x", 3, {7, 12}),
            "    3 | 漢字 æble x\n"
            "      |      ^~~~\n");
}

TEST(CaretLines, ShowsATabAsOneBlank) {
  EXPECT_EQ(CaretLines("\ta:\tb", 3, {4, 5}),
            "    3 |  a: b\n"
            "      |     ^\n");
}

TEST(CaretLines, StopsAtTheLinesEnd) {
  const Source source("s", "ab\ncd\n");
  EXPECT_EQ(CaretLines(source, {1, 5}), "    1 | ab\n      |  ^\n");
  EXPECT_EQ(CaretLines(source, {2, 2}), "    1 | ab\n      |   ^\n");
  EXPECT_EQ(CaretLines(source, {99, 120}), "    3 |\n      | ^\n");
}

TEST(CaretLines, WidensTheGutterWithTheLineNumber) {
  EXPECT_EQ(CaretLines("abc", 12345678, {1, 3}),
            "12345678 | abc\n"
            "         |  ^~\n");
}

TEST(CaretLines, CutsALongLineAroundTheCaret) {
  const std::string line =
      std::string(300, 'a') + "XYZ" + std::string(300, 'b');
  EXPECT_EQ(CaretLines(line, 1, {300, 303}),
            "    1 | …" + std::string(50, 'a') + "XYZ" + std::string(47, 'b') +
                "…\n      | " + std::string(51, ' ') + "^~~\n");
  EXPECT_EQ(CaretLines(line, 1, {0, 603}), "    1 | " + std::string(100, 'a') +
                                               "…\n      | ^" +
                                               std::string(99, '~') + "\n");
}

// Every cut falls between letters, and the work does not grow with the line.
TEST(CaretLines, CutsHugeLinesBetweenLetters) {
  std::string line;
  for (int i = 0; i < 500000; ++i) line += "æ";
  const std::string shown = CaretLines(line, 1, {500000, 500002});
  EXPECT_EQ(shown.find("\uFFFD"), std::string::npos);
  EXPECT_LT(shown.size(), 500u);
  EXPECT_EQ(
      CaretLines(std::string(1000000, '\x80'), 1, {7, 999999}).size(),
      std::string("    1 | …\n      | \n").size() + 7 + 7 * 3 + 93 * 3 + 93);
}

std::string SuggestionFor(const std::string& name) {
  Issue issue{
      "R102.unknown-key", Severity::kError, {name}, nullptr, {}, {}, {}};
  SuggestName(name, {"in", "inside", "out", "outside", "out there"},
              {"in", "in", "out", "out", "out"}, &issue);
  const std::string text = Format(issue, Lang::kEn);
  return text.substr(0, text.find(" ["));
}

TEST(SuggestName, NamesWhatTheNearestSpellingMeans) {
  EXPECT_EQ(SuggestionFor("outsid"),
            "error: unknown key 'outsid'; did you mean 'out'?");
  EXPECT_EQ(SuggestionFor("inn"),
            "error: unknown key 'inn'; did you mean 'in'?");
}

TEST(SuggestName, ListsEachNameOnceWhereNoneIsNear) {
  EXPECT_EQ(SuggestionFor("between"),
            "error: unknown key 'between'; known: in, out");
  EXPECT_EQ(SuggestionFor(""), "error: unknown key ''; known: in, out");
}

TEST(SuggestName, NeverOffersANameForItself) {
  Issue issue{"R102.unknown-key", Severity::kError, {"x"}, nullptr, {}, {}, {}};
  SuggestName("title", {"titel", "title"}, &issue);
  EXPECT_EQ(Format(issue, Lang::kEn),
            "error: unknown key 'x' [R102 unknown-key]\n");
}

TEST(SuggestName, ForgetsWhatWasSuggestedBefore) {
  Issue issue{"R102.unknown-key", Severity::kError, {"x"}, nullptr, {}, {}, {}};
  SuggestName("title", {"titel"}, &issue);
  EXPECT_EQ(issue.guess, LocalText("titel"));
  SuggestName("x", {"titel"}, &issue);
  EXPECT_TRUE(issue.guess.empty());
  EXPECT_EQ(issue.known.size(), 1U);
}

}  // namespace
}  // namespace sigte
