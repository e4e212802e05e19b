// SPDX-License-Identifier: MPL-2.0

#include "engine/base/canonical_text.h"

#include <iterator>
#include <random>
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

TEST(CanonicalText, ComposesWhatASoftHyphenDivides) {
  EXPECT_EQ(CanonicalText("a\u00AD\u030A"), "\u00E5");
  EXPECT_EQ(CanonicalText("\u00AD\u00ADa\u00AD\u00AD\u0301"), "\u00E1");
}

TEST(CanonicalText, ComposesWhatStandsAroundABadByte) {
  EXPECT_EQ(CanonicalText("a\u030A \xff a\u030A"), "\u00E5 \xff \u00E5");
  EXPECT_EQ(CanonicalText("\xff"), "\xff");
}

// Texts of a few pieces that act on one another, good UTF-8 and bad.
TEST(CanonicalText, OfItselfIsItself) {
  const std::string pieces[] = {"a",      "\u030A", "\u0301", "\u00AD",
                                "\u00A0", " ",      "\n",     "\xC2",
                                "\xAD",   "\xC3",   "\u1100", "\u1161",
                                "\u11A8", "\u2000", "\u0344", "\u212B"};
  std::mt19937 random(11);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (unsigned i = random() % 8; i > 0; --i) {
      text += pieces[random() % std::size(pieces)];
    }
    const std::string once = CanonicalText(text);
    ASSERT_EQ(CanonicalText(once), once) << text;
    ASSERT_EQ(once.find("\u00AD"), once.npos);
  }
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
