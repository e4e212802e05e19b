// SPDX-License-Identifier: MPL-2.0

#include "engine/base/plain_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

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

// Each byte stands where it is said to, and a space where its blanks begin.
TEST(PlainText, KnowsWhereItsBytesStand) {
  const std::vector<std::string> pieces = {
      "a", "æ", " ", "\n", "\u00A0", "\u2009", "\u00AD", "\u200B", "€", "."};
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
        EXPECT_EQ(text[at], plain[i]) << text;
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
