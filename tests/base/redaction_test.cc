// SPDX-License-Identifier: MPL-2.0

#include "engine/base/redaction.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace sigte {
namespace {

std::string Shown(std::string text) {
  Redaction({"000000-####"}).Apply(&text);
  return text;
}

TEST(Redaction, HidesTheDigitsThatMayNotBeShown) {
  EXPECT_EQ(Shown("nr. 999999-0000, tak"), "nr. 999999-****, tak");
}

TEST(Redaction, DoesNotNeedTheHyphen) {
  EXPECT_EQ(Shown("9999990000"), "999999****");
  EXPECT_EQ(Shown("999999 0000"), "999999 ****");
}

TEST(Redaction, LeavesLongerAndShorterNumbersAlone) {
  EXPECT_EQ(Shown("99999900001"), "99999900001");
  EXPECT_EQ(Shown("199999-000"), "199999-000");
  EXPECT_EQ(Shown("12 34 56 78"), "12 34 56 78");
  EXPECT_EQ(Shown("101750"), "101750");
}

TEST(Redaction, FindsEveryNumberOfAText) {
  EXPECT_EQ(Shown("999999-0000 og 888888-0000"), "999999-**** og 888888-****");
}

TEST(Redaction, KeepsTheLengthSoThatPlacesStay) {
  const std::string text = "æ 999999-0000 ø";
  EXPECT_EQ(Shown(text).size(), text.size());
}

TEST(Redaction, FindsTheShortestOfSeveralNumbersAtTheVeryEnd) {
  const Redaction redaction({"000000-####", "0#-#"});
  for (const auto& [text, shown] :
       {std::pair("a 12-3", "a 1*-*"), std::pair("123", "1**"),
        std::pair("999999-0000 12 3", "999999-**** 1* *"),
        std::pair("12", "12"), std::pair("1234", "1234")}) {
    std::string words = text;
    redaction.Apply(&words);
    EXPECT_EQ(words, shown);
  }
}

TEST(Redaction, KnowsWhatIsNoPattern) {
  EXPECT_TRUE(Redaction::IsPattern("000000-####"));
  EXPECT_FALSE(Redaction::IsPattern("000000-0000"));
  EXPECT_FALSE(Redaction::IsPattern("abc###"));
  EXPECT_FALSE(Redaction::IsPattern(""));
}

// Eight bytes are looked at together: where a number begins must not matter.
TEST(Redaction, FindsANumberWhereverItBegins) {
  const std::vector<std::string> fillers = {"a", "/", ":", "\xB0", "\x10"};
  for (const std::string& filler : fillers) {
    for (std::size_t before = 0; before < 20; ++before) {
      std::string padding;
      for (std::size_t i = 0; i < before; ++i) padding += filler;
      EXPECT_EQ(Shown(padding + "999999-0000" + filler),
                padding + "999999-****" + filler);
    }
  }
}

}  // namespace
}  // namespace sigte
