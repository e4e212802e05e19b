// SPDX-License-Identifier: MPL-2.0

#include "engine/base/canonical_text.h"

#include <string>

#include "engine/base/date.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(CanonicalText, DropsWhatNobodySees) {
  EXPECT_EQ(CanonicalText("  a \t b\u00a0 c  "), "a b c");
  EXPECT_EQ(CanonicalText("Cafe\u0301"), "Caf\u00e9");
  EXPECT_EQ(CanonicalText("inte\u00adgration"), "integration");
  EXPECT_EQ(CanonicalText(" \r\n "), "");
}

TEST(CanonicalText, KeepsLineBreaksForTheyEndClauses) {
  EXPECT_EQ(CanonicalText("a \r\n\r\n b"), "a\nb");
  EXPECT_EQ(CanonicalText("a\u2028b"), "a\nb");
}

TEST(CanonicalText, KeepsCaseAndPunctuation) {
  EXPECT_EQ(CanonicalText("DSA, dsa-kursus."), "DSA, dsa-kursus.");
}

TEST(CanonicalText, IsDoneOnce) {
  for (const char* text : {" a  b ", "e\u0301\n\n x", "\xff \xfe", ""}) {
    const std::string once = CanonicalText(text);
    EXPECT_EQ(CanonicalText(once), once);
  }
}

TEST(DayNumber, CountsDays) {
  EXPECT_EQ(DayNumber("1970-01-01"), 0);
  EXPECT_EQ(DayNumber("1969-12-31"), -1);
  EXPECT_EQ(DayNumber("2000-03-01") - DayNumber("2000-02-28"), 2);
  EXPECT_EQ(DayNumber("2026-11-25"), 20782);
}

TEST(YearAfter, KnowsLeapYears) {
  EXPECT_EQ(YearAfter("2026-11-25"), "2027-11-25");
  EXPECT_EQ(YearAfter("2024-02-29"), "2025-02-28");
  EXPECT_EQ(YearAfter("9999-01-01"), "9999-01-01");
}

}  // namespace
}  // namespace sigte
