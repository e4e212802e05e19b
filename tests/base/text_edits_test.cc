// SPDX-License-Identifier: MPL-2.0

#include "engine/base/text_edits.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(Capitalized, KnowsEveryLetter) {
  EXPECT_EQ(Capitalized("open"), "Open");
  EXPECT_EQ(Capitalized("\u00e5bn filen"), "\u00c5bn filen");
  EXPECT_EQ(Capitalized("\u00e9t svar"), "\u00c9t svar");
}

TEST(Capitalized, LeavesWhatBeginsWithNoSmallLetter) {
  for (const char* text :
       {"", "Open", "7 svar", "'sigte' l\u00e6ser", "\xE5"}) {
    EXPECT_EQ(Capitalized(text), text);
  }
}

TEST(ReplaceAll, PutsOneTextInThePlaceOfAnother) {
  std::string text = "'a' and 'a', not a";
  ReplaceAll("'a'", "'aa'", &text);
  EXPECT_EQ(text, "'aa' and 'aa', not a");
}

}  // namespace
}  // namespace sigte
