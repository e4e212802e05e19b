// SPDX-License-Identifier: MPL-2.0

#include "engine/base/caret.h"

#include <string>

#include "engine/base/utf8.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

/// The caret lines under `marked`, which stands in `line` once.
std::string Under(const std::string& line, const std::string& marked,
                  std::size_t columns = kUsualLineColumns) {
  const std::size_t begin = line.find(marked);
  return CaretLines(line, 7, {begin, begin + marked.size()}, columns);
}

TEST(Caret, StandsUnderWideLetters) {
  EXPECT_EQ(Under("東京: café x", "café"),
            "    7 | 東京: café x\n"
            "      |       ^~~~\n");
  EXPECT_EQ(Under("a 東京 b", "東京"),
            "    7 | a 東京 b\n"
            "      |   ^~~~\n");
}

// "e" and a combining acute accent take one column.
TEST(Caret, StandsUnderLettersWithCombiningMarks) {
  EXPECT_EQ(Under("cafe\xCC\x81s x", "x"),
            "    7 | cafe\xCC\x81s x\n"
            "      |       ^\n");
}

TEST(Caret, CountsATabAsTheBlankThatIsShown) {
  EXPECT_EQ(Under("\ta:\tx", "x"),
            "    7 |  a: x\n"
            "      |     ^\n");
}

TEST(Caret, ShowsTheWindowThatFits) {
  EXPECT_EQ(Under("0123456789012345678901234567890123456789x01234567890123456",
                  "x", 20),
            "    7 | …0123456789x012345678…\n"
            "      |            ^\n");
  EXPECT_EQ(Under("x01234567890123456789012345", "x", 20),
            "    7 | x0123456789012345678…\n"
            "      | ^\n");
}

TEST(Caret, NeverShowsLessThanCanBeRead) {
  EXPECT_EQ(Under("abc x def", "x", 0), Under("abc x def", "x", 20));
}

// Whatever is in the line: what is shown is UTF-8, fits, and the caret stands
// within it.
TEST(Caret, CutsNoLetterInTwo) {
  const std::string letters[] = {
      "a", "æ", "東", "e\xCC\x81", "\xF0\x9F\x98\x80", "\x07"};
  for (const std::string& letter : letters) {
    std::string line;
    for (int i = 0; i < 200; ++i) line += letter;
    for (std::size_t columns = 20; columns < 60; columns += 7) {
      for (std::size_t at = 0; at < 200; at += 13) {
        const std::size_t begin = at * letter.size();
        const std::string text =
            CaretLines(line, 7, {begin, begin + letter.size()}, columns);
        EXPECT_EQ(FindInvalidUtf8(text), std::string::npos);
        const std::size_t width = DisplayWidth(text.substr(0, text.find('\n')));
        EXPECT_LE(width, columns + 10) << text;
        const std::string below = text.substr(text.find('\n') + 1);
        EXPECT_LE(DisplayWidth(below.substr(0, below.size() - 1)), width)
            << text;
      }
    }
  }
}

}  // namespace
}  // namespace sigte
