// SPDX-License-Identifier: MPL-2.0

#include "engine/report/style.h"

#include "gtest/gtest.h"

namespace sigte::test {
namespace {

TEST(Wrapped, BreaksBetweenWordsByDisplayWidth) {
  EXPECT_EQ(Wrapped("æøå bb 東京 d", 2, 10), "  æøå bb\n  東京 d\n");
}

TEST(Wrapped, LetsALongWordStandOnItsOwn) {
  EXPECT_EQ(Wrapped("a bbbbbbbbbbbb c", 0, 6), "a\nbbbbbbbbbbbb\nc\n");
}

TEST(Wrapped, IsEmptyForBlanks) { EXPECT_EQ(Wrapped(" \n\t ", 4, 20), ""); }

TEST(Wrapped, CountsNoColumnsForColours) {
  const std::string red = Inked("aaaa", Ink::kRed, true);
  EXPECT_EQ(Wrapped(red + " bbbb", 0, 9), red + " bbbb\n");
}

TEST(Fitted, CutsByColumnsAndBetweenLetters) {
  EXPECT_EQ(Fitted("Aabenraa", 8), "Aabenraa");
  EXPECT_EQ(Fitted("Aabenraa", 7), "Aabenr…");
  EXPECT_EQ(Fitted("Æøå Æøå", 6), "Æøå Æ…");
  EXPECT_EQ(Fitted("Æøå Æøå", 5), "Æøå…");
  EXPECT_EQ(Fitted("東京都", 5), "東京…");
  EXPECT_EQ(Fitted("東京都", 4), "東…");
  EXPECT_EQ(Fitted("e\xCC\x81"
                   "e\xCC\x81"
                   "e\xCC\x81",
                   2),
            "e\xCC\x81…");
  EXPECT_EQ(Fitted("abc", 1), "…");
  EXPECT_EQ(Fitted("abc", 0), "");
}

TEST(Pad, CountsColumnsNotBytes) {
  EXPECT_EQ(PadRight("æ", 3), "æ  ");
  EXPECT_EQ(PadLeft("東", 3), " 東");
  EXPECT_EQ(PadLeft("for bred", 3), "for bred");
}

TEST(Inked, WritesNothingExtraWithoutColour) {
  EXPECT_EQ(Inked("a", Ink::kRed, false), "a");
  EXPECT_EQ(Inked("a", Ink::kRed, true), "\x1b[31ma\x1b[0m");
}

}  // namespace
}  // namespace sigte::test
