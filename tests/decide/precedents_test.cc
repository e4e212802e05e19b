// SPDX-License-Identifier: MPL-2.0

// Which earlier ruling is nearest.

#include "engine/decide/precedents.h"

#include <algorithm>
#include <random>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

CaseFile Case(std::vector<std::string> found, std::string read,
              std::string choice, std::int64_t amount,
              std::string group = "1") {
  CaseFile file;
  file.record = {std::move(group), "x"};
  file.found = std::move(found);
  file.reads = {{"share", std::move(read)}};
  file.choices = {{"area", std::move(choice)}};
  file.amount = amount;
  return file;
}

Precedent Known(std::string id, CaseFile file,
                std::string date = "2026-01-01") {
  Precedent precedent;
  precedent.id = std::move(id);
  precedent.date = std::move(date);
  precedent.file = std::move(file);
  precedent.file.record.id = precedent.id;
  precedent.known = true;
  return precedent;
}

std::string Order(const CaseFile& to, const std::vector<Precedent>& all,
                  std::size_t most = 99) {
  std::string ids;
  for (const std::size_t i : Nearest(to, all, most)) ids += all[i].id + " ";
  return ids;
}

const CaseFile kTo = Case({"interpreting", "part"}, "50", "b", 100);

TEST(Precedents, AreOrderedByWhatTheyHaveInCommon) {
  std::vector<Precedent> all = {
      Known("amount", Case({"part"}, "9", "c", 101)),
      Known("choice", Case({"part"}, "9", "b", 999)),
      Known("read", Case({"part"}, "50", "c", 999)),
      Known("found", Case({"interpreting", "part"}, "9", "c", 999)),
      Known("group", Case({"part"}, "9", "c", 999)),
      Known("other", Case({"part"}, "9", "c", 999, "2")),
      Known("newer", Case({"part"}, "9", "c", 999, "2"), "2026-05-01"),
  };
  const std::string expected = "found read choice amount group newer other ";
  EXPECT_EQ(Order(kTo, all), expected);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(all.begin(), all.end(), random);
    EXPECT_EQ(Order(kTo, all), expected);
  }
  EXPECT_EQ(Order(kTo, all, 2), "found read ");
}

TEST(Precedents, LeaveOutTheRecordItselfAndOtherRules) {
  Precedent own = Known("x", kTo);
  Precedent other = Known("y", kTo);
  other.file.rule = 5;
  EXPECT_EQ(Order(kTo, {own, other}), "");
}

TEST(Precedents, AreNotNearByWhatIsMissing) {
  const CaseFile blank = Case({}, "missing", "missing", 1);
  EXPECT_EQ(LikenessOf(blank, blank).reads, 0u);
  EXPECT_EQ(LikenessOf(blank, blank).choices, 0u);
}

TEST(Precedents, ComeLastWhereTheirRecordIsNotKnown) {
  Precedent unknown;
  unknown.id = "unknown";
  unknown.date = "2026-09-09";
  unknown.file.record = {"1", "z"};
  EXPECT_EQ(Order(kTo, {unknown, Known("far", Case({}, "1", "c", 1, "9"))}),
            "far unknown ");
}

}  // namespace
}  // namespace sigte
