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
