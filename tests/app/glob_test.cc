// SPDX-License-Identifier: MPL-2.0

// Patterns of paths: what they cover.

#include "engine/app/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace sigte {
namespace {

TEST(Pattern, CoversWhatItNamesAndAllThatLiesInIt) {
  EXPECT_TRUE(PatternCovers("data", "data/2019/a.json"));
  EXPECT_TRUE(PatternCovers("data/a.json", "data/a.json"));
  EXPECT_FALSE(PatternCovers("data", "database/a.json"));
  EXPECT_FALSE(PatternCovers("data/a.json", "data"));
  EXPECT_TRUE(PatternCovers(".", "anything/at/all"));
}

TEST(Pattern, StarsStayWithinAName) {
  EXPECT_TRUE(PatternCovers("data/*.json", "data/a.json"));
  EXPECT_FALSE(PatternCovers("data/*.json", "data/sub/a.json"));
  EXPECT_TRUE(PatternCovers("*/2?1?/[ab].json", "x/2019/a.json"));
  EXPECT_FALSE(PatternCovers("*/2?1?/[ab].json", "x/2019/c.json"));
}

TEST(Pattern, TwoStarsStandForAnyNumberOfFolders) {
  for (const char* path : {"a.json", "x/a.json", "x/y/z/a.json"}) {
    EXPECT_TRUE(PatternCovers("**/a.json", path)) << path;
    EXPECT_TRUE(PatternCovers("**", path)) << path;
  }
  EXPECT_TRUE(PatternCovers("x/**/a.json", "x/a.json"));
  EXPECT_FALSE(PatternCovers("x/**/a.json", "y/x/a.json"));
}

TEST(Pattern, HiddenNamesMustBeNamed) {
  EXPECT_FALSE(PatternCovers("*", ".git"));
  EXPECT_FALSE(PatternCovers("**/a.json", ".cache/a.json"));
  EXPECT_TRUE(PatternCovers(".cache/*", ".cache/a.json"));
}

// A matcher that tries every way would not come back from this.
TEST(Pattern, TakesItsTimeInProportion) {
  std::string pattern;
  std::string path;
  for (int i = 0; i < 200; ++i) {
    pattern += "**/*a*a*/";
    path += "aaaa/";
  }
  EXPECT_FALSE(PatternCovers(pattern + "b", path + "c"));
}

TEST(Pattern, SaysWhereToBeginToLook) {
  EXPECT_EQ(FixedFolder("data/20*/a.json"), "data");
  EXPECT_EQ(FixedFolder("*.json"), ".");
  EXPECT_TRUE(IsPattern("a?"));
  EXPECT_FALSE(IsPattern("data/a.json"));
}

}  // namespace
}  // namespace sigte
