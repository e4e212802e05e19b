// SPDX-License-Identifier: MPL-2.0

#include "engine/base/spelled.h"

#include <gtest/gtest.h>

#include <string_view>

namespace sigte {
namespace {

TEST(Spelled, NamesWhatCannotBeSeen) {
  EXPECT_EQ(Spelled("\x1E"), "<U+001E>");
  EXPECT_EQ(Spelled(std::string_view("a\0b\x7F", 4)), "a<U+0000>b<U+007F>");
  EXPECT_EQ(Spelled("x\u202Etxt.exe"), "x<U+202E>txt.exe");
  EXPECT_EQ(Spelled("na\u200Bvn\uFEFF"), "na<U+200B>vn<U+FEFF>");
  EXPECT_EQ(Spelled("ind\u00ADsats \u0085"), "ind<U+00AD>sats <U+0085>");
}

TEST(Spelled, LeavesAllElseAsPrintableDoes) {
  EXPECT_EQ(Spelled("a\tb\nc\r\nd"), "a b c d");
  EXPECT_EQ(Spelled("a\rb"), "a<U+000D>b");
  EXPECT_EQ(Spelled("rødgrød 漢字 12\u00A0000"), "rødgrød 漢字 12\u00A0000");
  EXPECT_EQ(Spelled("\xFF"), "\uFFFD");
  // One sign of several.
  EXPECT_EQ(Spelled("👩\u200D👧 ❤\uFE0F"), "👩\u200D👧 ❤\uFE0F");
}

TEST(Spelled, NamesCodePointsAsUnicodeDoes) {
  EXPECT_EQ(CodePointName(0x1E), "U+001E");
  EXPECT_EQ(CodePointName(0x1F600), "U+1F600");
}

}  // namespace
}  // namespace sigte
