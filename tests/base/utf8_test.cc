// SPDX-License-Identifier: MPL-2.0

#include "engine/base/utf8.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

constexpr auto kNone = std::string_view::npos;

TEST(Utf8, WritesAndReadsEveryCodePointAlike) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, &text);
    std::size_t offset = 0;
    ASSERT_EQ(NextCodePoint(text, &offset), c);
    ASSERT_EQ(offset, text.size());
    ASSERT_EQ(FindInvalidUtf8(text), kNone);
  }
}

TEST(Utf8, WritesTheReplacementForWhatIsNoCodePoint) {
  std::string text;
  AppendUtf8(0xD800, &text);
  AppendUtf8(0x110000, &text);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(FindInvalidUtf8(""), kNone);
  EXPECT_EQ(FindInvalidUtf8("plain text of more than eight bytes, æøå €"),
            kNone);
  EXPECT_EQ(FindInvalidUtf8("abc\xFF"), 3u);
  EXPECT_EQ(FindInvalidUtf8("0123456789\xC0\xAF"), 10u);  // overlong
  EXPECT_EQ(FindInvalidUtf8("\xE0\x80\xAF"), 0u);         // overlong
  EXPECT_EQ(FindInvalidUtf8("a\xED\xA0\x80"), 1u);        // surrogate
  EXPECT_EQ(FindInvalidUtf8("\xF4\x90\x80\x80"), 0u);     // too large
  EXPECT_EQ(FindInvalidUtf8("\xF0\x80\x80\x80"), 0u);     // overlong
  EXPECT_EQ(FindInvalidUtf8("ab\xE2\x82"), 2u);           // cut off
  EXPECT_EQ(FindInvalidUtf8("\x80"), 0u);
}

TEST(Utf8, CountsAnInvalidByteAsOne) {
  EXPECT_EQ(CountCodePoints("æøå€"), 4u);
  EXPECT_EQ(CountCodePoints("a\xFF\xE2\x82 b"), 6u);
  EXPECT_EQ(CountCodePoints(std::string(1000, 'x') + "å"), 1001u);
}

TEST(Utf8, KnowsWideAndCombiningLetters) {
  EXPECT_EQ(DisplayWidth("abc"), 3u);
  EXPECT_EQ(DisplayWidth("æ€"), 2u);
  EXPECT_EQ(DisplayWidth("漢字"), 4u);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1u);
  EXPECT_EQ(DisplayWidth("a\tb"), 3u);
}

TEST(Utf8, MakesControlCharactersHarmless) {
  EXPECT_EQ(Printable("a\tb"), "a b");
  EXPECT_EQ(Printable("a\nb\r"), "a b\uFFFD");
  EXPECT_EQ(Printable("\x1B[31mred"), "\uFFFD[31mred");
  EXPECT_EQ(Printable("x\u202Etxt.exe"), "x\uFFFDtxt.exe");
  EXPECT_EQ(Printable("\u0085\x7F\xFF"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(Printable(std::string_view("a\0b", 3)), "a\uFFFDb");
  EXPECT_EQ(Printable("rødgrød"), "rødgrød");
}

TEST(Utf8, ShortensToALimit) {
  EXPECT_EQ(Shorten("rødgrød", 7), "rødgrød");
  EXPECT_EQ(Shorten("rødgrød", 4), "rød…");
  EXPECT_EQ(Shorten("rødgrød", 1), "…");
  EXPECT_EQ(Shorten("rødgrød", 0), "");
  EXPECT_EQ(Shorten("", 3), "");
}

TEST(Utf8, ShortensNoNumberToAPartOfItself) {
  for (const char* number : {"9901991234", "990199-1234", "990199 1234"}) {
    const std::string text = "ring " + std::string(number) + " now or later";
    for (std::size_t limit = 1; limit < text.size(); ++limit) {
      const std::string kept = Shorten(text, limit);
      const bool has_digit = kept.find_first_of("0123456789") != kept.npos;
      EXPECT_EQ(has_digit, kept.find(number) != kept.npos) << kept;
    }
  }
  EXPECT_EQ(Shorten("123456789", 4), "…");
}

}  // namespace
}  // namespace sigte
