// SPDX-License-Identifier: MPL-2.0

#include "engine/base/plain_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

TEST(PlainText, HasASingleSpaceForARunOfBlanksAndNoneAround) {
  EXPECT_EQ(PlainOf("  a\t\tb \r\n c\u00A0\u2009d\u3000"), "a b c d");
  EXPECT_EQ(PlainOf("ær ø"), "ær ø");
  EXPECT_EQ(PlainOf(" \n"), "");
  EXPECT_EQ(PlainOf(""), "");
}

TEST(PlainText, HasNothingUnseen) {
  EXPECT_EQ(PlainOf("sprog\u00ADca\u200Bfé \u200D\uFEFF x\u2060"),
            "sprogcafé x");
}

TEST(PlainText, HasLettersAndTheirAccentsAsOne) {
  EXPECT_EQ(PlainOf("ga\u030Ar o\u0308l e\u0301"), "går öl é");
  // The order in which two accents stand is nobody's choice (UAX #15).
  EXPECT_EQ(PlainOf("a\u0323\u0302"), PlainOf("a\u0302\u0323"));
  EXPECT_EQ(PlainOf("x\u0302"), "x\u0302");    // there is no such letter
  EXPECT_EQ(PlainOf("\u030A a"), "\u030A a");  // nor anything before it
  EXPECT_EQ(PlainOf("æ\u0301\u00ADø"), "ǽø");
}

// Each byte stands where it is said to, and a space where its blanks begin.
TEST(PlainText, KnowsWhereItsBytesStand) {
  const std::vector<std::string> pieces = {
      "a",      "æ",      " ", "\n", "\u00A0", "\u2009",
      "\u00AD", "\u200B", "€", ".",  "a\u030A"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto size = random() % 9;
    for (std::size_t i = 0; i < size; ++i)
      text += pieces[random() % pieces.size()];
    const std::string plain = PlainOf(text);
    EXPECT_EQ(IsPlain(text), plain == text) << text;
    EXPECT_TRUE(IsPlain(plain)) << text;
    EXPECT_EQ(PlainOf(plain), plain) << text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
      const std::size_t at = OffsetBeforePlain(text, i);
      ASSERT_LT(at, text.size()) << text;
      if (plain[i] == ' ') {
        EXPECT_EQ(PlainOf(text.substr(at)), PlainOf(plain.substr(i))) << text;
      } else {
        if (text.find("\u030A") == text.npos) {
          EXPECT_EQ(text[at], plain[i]) << text;
        }
        if (IsContinuation(plain[i])) continue;
        EXPECT_EQ(PlainOf(text.substr(0, at)), PlainOf(plain.substr(0, i)))
            << text;
      }
    }
    const std::size_t end = OffsetBeforePlain(text, plain.size());
    EXPECT_EQ(PlainOf(text.substr(0, end)), plain) << text;
  }
}

}  // namespace
}  // namespace sigte
