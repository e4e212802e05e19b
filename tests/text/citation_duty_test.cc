// SPDX-License-Identifier: MPL-2.0

// What the provisions that a text cites make a duty, and when they were in
// force.

#include <optional>
#include <string>
#include <vector>

#include "engine/text/citation.h"
#include "gtest/gtest.h"
#include "tests/text/citation_laws.h"

namespace sigte {
namespace {

Duty DutyIn(const std::string& text) {
  static const auto catalogue = Catalogue();
  std::vector<Citation> citations;
  catalogue->Read(text, &citations);
  return catalogue->DutyOf(citations, {}, {});
}

TEST(CitationDuty, IsWhatTheProvisionsAgreeOn) {
  EXPECT_EQ(DutyIn("SEL § 18"), Duty::kMay);
  EXPECT_EQ(DutyIn("SEL §§ 18 og 79"), Duty::kMay);
  EXPECT_EQ(DutyIn("SEL §§ 79 og 79a"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("INL § 12 / Kommunalfuldmagt"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("LAB / puljemidler"), Duty::kMust);
  EXPECT_EQ(DutyIn("LAB kap. 9b §31b-31f"), Duty::kMust);
  EXPECT_EQ(DutyIn("puljemidler"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("serviceloven"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("SEL § 99"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("SEL § 11 stk. 6"), Duty::kMay);
  EXPECT_EQ(DutyIn("sundhedslovens § 119"), Duty::kMust);
  EXPECT_EQ(DutyIn("FOL"), Duty::kUnknown);
  EXPECT_EQ(DutyIn("ukendt"), Duty::kUnknown);
}

TEST(CitationDuty, IsThatOfThePeriodWhereTheLawChanged) {
  std::vector<LawSource> laws = DanishLaws();
  laws[1].sections = {Section("5", Duty::kMay, "", "2024-12-31"),
                      Section("5", Duty::kMust, "2025-01-01"),
                      Section("6", Duty::kMay, "", "2018-12-31")};
  IssueList issues;
  const auto catalogue = LawCatalogue::Build(Danish(), Marks(), laws, &issues);
  ASSERT_FALSE(issues.has_errors());
  const auto duty = [&](const char* text, const char* from, const char* until) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    return catalogue->DutyOf(citations, from, until);
  };
  EXPECT_EQ(duty("INL § 5", "2024-01-01", "2024-12-31"), Duty::kMay);
  EXPECT_EQ(duty("INL § 5", "2026-01-01", "2026-12-31"), Duty::kMust);
  EXPECT_EQ(duty("INL § 5", "2024-07-01", "2025-06-30"), Duty::kUnknown);
  EXPECT_EQ(duty("INL § 5", "", ""), Duty::kUnknown);
  // What was repealed before is still what is cited; in_force() says so.
  EXPECT_EQ(duty("INL § 6", "2019-01-01", "2019-12-31"), Duty::kMay);
}

TEST(CitationDuty, KnowsWhatWasInForce) {
  const auto catalogue = Catalogue();
  const auto in_force = [&](const char* text, const char* from,
                            const char* until) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    return catalogue->InForce(citations, from, until);
  };
  EXPECT_EQ(in_force("LAB § 31 b", "2019-01-01", "2019-12-31"), true);
  EXPECT_EQ(in_force("LAB § 31 b", "2020-01-01", "2020-12-31"), false);
  EXPECT_EQ(in_force("LAB § 167", "2019-01-01", "2019-12-31"), false);
  EXPECT_EQ(in_force("SEL § 79 a", "2019-01-01", "2019-12-31"), true);
  EXPECT_EQ(in_force("SEL", "2019-01-01", "2019-12-31"), true);
  EXPECT_EQ(in_force("ukendt", "2019-01-01", "2019-12-31"), std::nullopt);
}

}  // namespace
}  // namespace sigte
