// SPDX-License-Identifier: MPL-2.0

// Ranges of versions: what they hold, and what is none.

#include "engine/rule/version_range.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace sigte {
namespace {

bool Holds(const std::string& range, const std::string& version) {
  const auto parsed = VersionRange::Parse(range);
  EXPECT_TRUE(parsed) << range;
  return parsed && parsed->Contains(version);
}

TEST(VersionRange, HoldsWhatAllItsClausesHold) {
  EXPECT_TRUE(Holds(">=0.1, <0.2", "0.1.0"));
  EXPECT_TRUE(Holds(">=0.1,<0.2", "0.1.9"));
  EXPECT_FALSE(Holds(">=0.1, <0.2", "0.2.0"));
  EXPECT_FALSE(Holds(">=0.1, <0.2", "0.0.9"));
  EXPECT_TRUE(Holds("> 0.1 , != 0.3", "0.2"));
  EXPECT_FALSE(Holds("> 0.1, != 0.3", "0.3.0"));
  EXPECT_FALSE(Holds(">0.1", "0.1.0"));
  EXPECT_TRUE(Holds("<=1", "1.0.0"));
}

TEST(VersionRange, TakesAVersionAloneAsExactlyThat) {
  EXPECT_TRUE(Holds("0.1.0", "0.1.0"));
  EXPECT_TRUE(Holds("==0.1", "0.1.0"));
  EXPECT_FALSE(Holds("0.1.0", "0.1.1"));
}

TEST(VersionRange, ComparesNumbersAndNotLetters) {
  EXPECT_TRUE(Holds(">=0.9", "0.10.0"));
  EXPECT_FALSE(Holds("<0.9", "0.10.0"));
}

TEST(VersionRange, RefusesWhatIsNone) {
  for (const char* text :
       {"", " ", ",", ">=", ">=0.1,", "0.1,,0.2", "v0.1", "0.1.x", "~0.1",
        "=>0.1", "0.1.2.3.4", "0..1", ".1", "1.", "-1", "0.1-dev",
        "99999999999", ">=0.1 <0.2"}) {
    EXPECT_FALSE(VersionRange::Parse(text)) << text;
  }
  EXPECT_FALSE(Holds(">=0", "unknown"));
  std::string many = "0.1";
  for (int i = 0; i < 20; ++i) many += ", 0.1";
  EXPECT_FALSE(VersionRange::Parse(many));
}

}  // namespace
}  // namespace sigte
