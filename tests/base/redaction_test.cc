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

// As word processors, web pages and people who wrap lines write it.
TEST(Redaction, KnowsEveryHyphenAndBlankThatIsWrittenBetweenTheDigits) {
  for (const char* between : {"\u2010",       "\u2011",
                              "\u2012",       "\u2013",
                              "\u2014",       "\u2212",
                              "\uFF0D",       "\u00A0",
                              "\u2009",       "\u202F",
                              "\t",           "\n",
                              "\r\n",         "\u2028",
                              "\u200B",       "\u2060",
                              "\u00AD",       "- ",
                              " -",           " - ",
                              "-\n",          "-\r\n",
                              "\u2013\u00A0", "\u200B-\u200B",
                              "\u00AD\n",     "\\u2013",
                              "\\u00a0",      "\\n",
                              "-\\r\\n",      "\\t",
                              "  ",           "\u00A0 ",
                              " \n",          "\n ",
                              "  \n",         "  -  ",
                              " \\u00a0",     "\u200B \u200B "}) {
    EXPECT_EQ(Shown(std::string("nr. 999999") + between + "0000."),
              std::string("nr. 999999") + between + "****.");
  }
}

TEST(Redaction, KnowsANumberWithWhatHasNoWidthBetweenItsDigits) {
  EXPECT_EQ(Shown("99\u200B9999-00\u200B00"), "99\u200B9999-**\u200B**");
  EXPECT_EQ(Shown("9\uFEFF999990000"), "9\uFEFF99999****");
  EXPECT_EQ(Shown("999999\x07"
                  "0000"),
            "999999\x07****");
  EXPECT_EQ(Shown("999999-00\x1E"
                  "00"),
            "999999-**\x1E**");
  EXPECT_EQ(Shown("999999\\b00\\u001f00"), "999999\\b**\\u001f**");
}

TEST(Redaction, TakesNoOtherTextsForANumber) {
  for (const char* text :
       {"999999 kr. 2022", "999999, 2022", "999999--2022", "999999   2022",
        "999999\n\n2022", "999999\n\r2022", "999999/2022", "999999.2022",
        "999999\\x2022", "999999\\u00e62022", "999999\\u20", "999999\\",
        "999999\xE2\x80", "999999-\u20AC2022",
        "99999\u2013"
        "2022",
        "999999\u2013"
        "20221",
        "999999\u2013"
        "202",
        "9 9 9 9 9 9-2022", "999999-2 0 2 2"}) {
    EXPECT_EQ(Shown(text), text);
  }
}

TEST(Redaction, KnowsWhatMustStandBetweenTheDigits) {
  const Redaction redaction({"000000-####", "00.00.00/####"});
  for (const char* begin :
       {"99.99.99-", "99/99/99-", "99-99-99-", "99 99 99-", "99. 99. 99 - ",
        "99.99-99/", "99\u00A099.99\u2013", "99\\/99\\/99-", "99.99.99-\n"}) {
    std::string text = "nr. " + std::string(begin) + "9999.";
    redaction.Apply(&text);
    EXPECT_EQ(text, "nr. " + std::string(begin) + "****.");
  }
  for (std::string text :
       {"31.12.19 1250 kr.", "01.02.2019-2020", "31.12.19", "999.99.99-9999",
        "9.9.99-9999", "2019-20 2000", "99.99.99-99999", "12 34 56 78",
        "99..99.99-9999", "999999/2022", "99.9999-9999"}) {
    const std::string before = text;
    redaction.Apply(&text);
    EXPECT_EQ(text, before);
  }
}

TEST(Redaction, SaysWhetherThereIsSomethingToHide) {
  const Redaction redaction({"000000-####"});
  EXPECT_TRUE(redaction.HidesIn("x 999999\u20130000"));
  EXPECT_TRUE(redaction.HidesIn("199 999999-0000"));
  EXPECT_FALSE(redaction.HidesIn("999999-****"));
  EXPECT_FALSE(redaction.HidesIn("12"));
  EXPECT_FALSE(Redaction().HidesIn("999999-0000"));
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
  EXPECT_TRUE(Redaction::IsPattern("00.00.00/####"));
  EXPECT_FALSE(Redaction::IsPattern("000000-0000"));
  EXPECT_FALSE(Redaction::IsPattern("abc###"));
  EXPECT_FALSE(Redaction::IsPattern(""));
}

// A SHA-256 says nothing of anybody, whatever digits it has.
TEST(Redaction, LeavesDigestsAlone) {
  const std::string digest =
      "93525f4b337c82941d562b9999990000f86ff0a3c5d7e9b1a2c3d4e5f6a7b8c9";
  ASSERT_EQ(digest.size(), 64u);
  EXPECT_EQ(Shown("sha256:" + digest), "sha256:" + digest);
  EXPECT_EQ(Shown(digest + " 999999-0000"), digest + " 999999-****");
}

TEST(Redaction, HidesNumbersInWhatIsNoWholeDigest) {
  const std::string part = "93525f4b337c82941d562b";
  EXPECT_EQ(Shown(part + "9999990000f"), part + "999999****f");
  const std::string longer = std::string(64, 'a') + "9999990000";
  EXPECT_EQ(Shown(longer), std::string(64, 'a') + "999999****");
  const std::string before = std::string(58, 'a');
  EXPECT_EQ(Shown(before + "999999-0000"), before + "999999-****");
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
