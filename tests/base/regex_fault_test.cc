// SPDX-License-Identifier: MPL-2.0

#include "engine/base/regex_fault.h"

#include <re2/re2.h>

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

std::string FaultIn(const std::string& pattern, Lang lang = Lang::kEn) {
  const re2::RE2 regex(pattern, re2::RE2::Quiet);
  EXPECT_FALSE(regex.ok()) << pattern;
  const RegexFault fault = FaultOf(regex);
  return fault.words.In(lang) + ": " + fault.part;
}

TEST(RegexFault, NamesThePartInWordsOfOurOwn) {
  EXPECT_EQ(FaultIn("("), "')' is missing: (");
  EXPECT_EQ(FaultIn("a)"), "')' closes no parenthesis: a)");
  EXPECT_EQ(FaultIn("x[a"), "']' is missing: [a");
  EXPECT_EQ(FaultIn("[z-a]"),
            "a range in [] runs backwards or lies between sets: z-a");
  EXPECT_EQ(FaultIn("[[:word1:]]"),
            "a range in [] runs backwards or lies "
            "between sets: [:word1:]");
  EXPECT_EQ(FaultIn("\\p{Klingon}"),
            "the property after '\\p' is not known: \\p{Klingon}");
  EXPECT_EQ(FaultIn("a\\q"), "'\\' means nothing there: \\q");
  EXPECT_EQ(FaultIn("a\\"), "nothing stands after '\\' at the end: a\\");
  EXPECT_EQ(FaultIn("*a"), "there is nothing to repeat: *");
  EXPECT_EQ(FaultIn("a{2000}"),
            "a number in {} is too large (1000 in all at most) or runs "
            "backwards: {2000}");
  EXPECT_EQ(FaultIn("a**"), "two repetitions in a row: **");
  EXPECT_EQ(FaultIn("(?<=a)b"),
            "the group is not known; looking ahead and "
            "behind cannot be used: (?<");
  EXPECT_EQ(FaultIn("(?P<>a)"),
            "the group's name will not do or is used already: (?P<>");
  EXPECT_EQ(FaultIn("a\xFF"), "it is no valid UTF-8: a\xFF");
  EXPECT_EQ(FaultIn("((a{100}){100}){100}").substr(0, 23),
            "a number in {} is too l");
  EXPECT_EQ(FaultIn("(", Lang::kDa), "')' mangler: (");
}

}  // namespace
}  // namespace sigte
