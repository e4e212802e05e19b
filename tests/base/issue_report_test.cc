// SPDX-License-Identifier: MPL-2.0

#include "engine/base/issue_report.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

void Add(IssueList* issues, Severity severity, const Source* source,
         std::size_t at, const std::string& name) {
  issues->Add(
      {"R102.unknown-key", severity, {name}, source, {at, at + 1}, {}, {}});
}

IssueReport Report(const IssueList& issues, std::size_t most) {
  return ReportIssues(issues, most, Lang::kEn, [](const Issue& issue) {
    return Message(Lang::kEn, issue.message, issue.args) + "\n";
  });
}

TEST(IssueReport, TellsErrorsBeforeWarningsBeforeNotes) {
  IssueList issues;
  Add(&issues, Severity::kNote, nullptr, 0, "n");
  Add(&issues, Severity::kError, nullptr, 0, "e1");
  Add(&issues, Severity::kWarning, nullptr, 0, "w");
  Add(&issues, Severity::kError, nullptr, 0, "e2");
  EXPECT_EQ(Report(issues, 3).text,
            "unknown key 'e1'\n"
            "unknown key 'e2'\n"
            "unknown key 'w'\n");
  EXPECT_EQ(Report(issues, 3).told, 3u);
  EXPECT_EQ(Report(issues, 3).count, 4u);
}

TEST(IssueReport, CountsEqualOnesAfterTheFirstFew) {
  const Source source("r.yaml", std::string(100, '\n'));
  IssueList issues;
  for (std::size_t i = 0; i < 100; ++i) {
    Add(&issues, Severity::kError, &source, i, "tilte");
  }
  Add(&issues, Severity::kError, &source, 3, "other");
  const IssueReport report = Report(issues, 50);
  EXPECT_EQ(report.text,
            "unknown key 'tilte'\n"
            "unknown key 'tilte'\n"
            "unknown key 'tilte'\n"
            "unknown key 'tilte'\n"
            "unknown key 'tilte'\n"
            "      = the same 95 more times, last here: r.yaml:100:1\n"
            "unknown key 'other'\n");
  EXPECT_EQ(report.told, 6u);
  EXPECT_EQ(report.covered, 101u);
}

TEST(IssueReport, CountsMillionsAndKeepsTheFirst) {
  IssueList issues;
  for (std::size_t i = 0; i < kMostIssuesKept + 1234; ++i) {
    Add(&issues, i == kMostIssuesKept + 3 ? Severity::kError : Severity::kNote,
        nullptr, 0, std::to_string(i));
  }
  EXPECT_TRUE(issues.has_errors());
  EXPECT_EQ(issues.issues().size(), kMostIssuesKept + 1234);
  EXPECT_TRUE(IsKept(issues.issues()[kMostIssuesKept - 1]));
  EXPECT_FALSE(IsKept(issues.issues()[kMostIssuesKept]));
  EXPECT_EQ(Format(issues.issues().back(), Lang::kEn),
            "note: one more fault that was not kept\n");
  issues.Sort();
  IssueList copy;
  for (const Issue& issue : issues.issues()) copy.Add(issue);
  const IssueReport report = Report(copy, 2);
  EXPECT_EQ(report.text, "unknown key '0'\nunknown key '1'\n");
  EXPECT_EQ(report.count, kMostIssuesKept + 1234);
}

TEST(IssueReport, TellsAllInFullWithoutALimit) {
  IssueList issues;
  for (int i = 0; i < 60; ++i) {
    Add(&issues, Severity::kError, nullptr, 0, "same");
  }
  const IssueReport report = Report(issues, 0);
  EXPECT_EQ(report.told, 60u);
  EXPECT_EQ(report.text.size(),
            60 * std::string("unknown key 'same'\n").size());
}

}  // namespace
}  // namespace sigte
