// SPDX-License-Identifier: MPL-2.0

#include "engine/base/source.h"

#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(Source, CountsLinesAndColumnsFromOneInCodePoints) {
  const Source source("a", "æble\nøl €x\n");
  EXPECT_EQ(source.PlaceOf(0), (Place{1, 1}));
  EXPECT_EQ(source.PlaceOf(2), (Place{1, 2}));
  EXPECT_EQ(source.PlaceOf(6), (Place{2, 1}));
  EXPECT_EQ(source.PlaceOf(13), (Place{2, 5}));
}

TEST(Source, TakesWhatIsPastTheEndForTheEnd) {
  const Source source("a", "ab\ncd");
  EXPECT_EQ(source.PlaceOf(1000), (Place{2, 3}));
  EXPECT_EQ(source.LineAt(1000), "cd");
  EXPECT_EQ(Source("b", "").PlaceOf(5), (Place{1, 1}));
  EXPECT_EQ(Source("b", "").LineAt(5), "");
}

TEST(Source, PutsAPlaceWithinALetterAtTheLetter) {
  const Source source("a", "x€y");
  EXPECT_EQ(source.PlaceOf(2), (Place{1, 2}));
  EXPECT_EQ(source.PlaceOf(3), (Place{1, 2}));
  EXPECT_EQ(source.PlaceOf(4), (Place{1, 3}));
}

TEST(Source, GivesLinesWithoutTheirBreaks) {
  const Source source("a", "one\r\ntwo\n\nfour");
  EXPECT_EQ(source.LineAt(0), "one");
  EXPECT_EQ(source.LineAt(4), "one");
  EXPECT_EQ(source.LineAt(5), "two");
  EXPECT_EQ(source.LineAt(9), "");
  EXPECT_EQ(source.LineAt(10), "four");
}

}  // namespace
}  // namespace sigte
