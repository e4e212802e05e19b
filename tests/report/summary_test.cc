// SPDX-License-Identifier: MPL-2.0

#include "engine/report/summary.h"

#include <limits>

#include "gtest/gtest.h"

namespace sigte::test {
namespace {

Decision Decided(Verdict verdict, std::string group,
                 std::optional<std::int64_t> amount) {
  Decision decision;
  decision.verdict = verdict;
  decision.group = std::move(group);
  decision.amount = amount;
  return decision;
}

TEST(Summary, CountsAndAddsByGroupAndVerdict) {
  Summary summary;
  summary.Add(Decided(Verdict::kInclude, "751", 3));
  summary.Add(Decided(Verdict::kInclude, "751", 4));
  summary.Add(Decided(Verdict::kExclude, "101", std::nullopt));
  const SummaryRow aarhus = summary.groups().at("751");
  EXPECT_EQ(aarhus[0].records, 2);
  EXPECT_EQ(aarhus[0].Amount(), 7);
  EXPECT_EQ(summary.groups().at("101")[1].unknown_amounts, 1);
  EXPECT_EQ(summary.read(), 3);
  EXPECT_EQ(summary.Count(Verdict::kInclude), 2);
  summary.CheckReconciled();
}

TEST(Summary, AddsExactlyBeyond64BitsAndSaysSo) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  Summary summary;
  summary.Add(Decided(Verdict::kInclude, "751", kMost));
  EXPECT_EQ(summary.Total()[0].Amount(), kMost);
  summary.Add(Decided(Verdict::kInclude, "751", 1));
  EXPECT_EQ(summary.Total()[0].Amount(), std::nullopt);
  summary.Add(Decided(Verdict::kInclude, "751", -1));
  EXPECT_EQ(summary.Total()[0].Amount(), kMost);
}

TEST(Summary, IsTheSameInWhateverOrderItIsMerged) {
  Summary one;
  Summary other;
  one.Add(Decided(Verdict::kInclude, "751", 3));
  other.Add(Decided(Verdict::kInvalid, "101", 5));
  other.AddUnreadable("a.json");
  Summary forth = one;
  forth.Merge(other);
  Summary back = other;
  back.Merge(one);
  for (const Summary& merged : {forth, back}) {
    EXPECT_EQ(merged.read(), 2);
    EXPECT_EQ(merged.Total()[0].Amount(), 3);
    EXPECT_EQ(merged.Total()[3].Amount(), 5);
    EXPECT_EQ(merged.unreadable().size(), 1u);
    merged.CheckReconciled();
  }
}

}  // namespace
}  // namespace sigte::test
