// SPDX-License-Identifier: MPL-2.0

#include "engine/base/json_text.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

// The letter, how many bytes stand for it, and whether it is half of a pair.
std::string Read(std::string_view text) {
  const JsonEscape escape = ReadJsonEscape(text, 0);
  if (escape.taken == 0) return "none";
  std::string shown = std::to_string(escape.taken) + " ";
  if (escape.is_half()) return shown + "half";
  AppendUtf8(escape.letter, &shown);
  return shown;
}

TEST(JsonEscape, StandsForALetter) {
  EXPECT_EQ(Read(R"(\"x)"), "2 \"");
  EXPECT_EQ(Read(R"(\\)"), "2 \\");
  EXPECT_EQ(Read(R"(\/)"), "2 /");
  EXPECT_EQ(Read(R"(\n)"), "2 \n");
  EXPECT_EQ(Read(R"(\u00e6rlig)"), "6 æ");
  EXPECT_EQ(Read(R"(\u00E6)"), "6 æ");
  EXPECT_EQ(ReadJsonEscape(R"(x\u0000)", 1).letter, U'\0');
}

TEST(JsonEscape, OfAPairIsOneLetter) {
  EXPECT_EQ(Read(R"(\ud83d\ude00!)"), "12 \U0001F600");
}

TEST(JsonEscape, TellsHalfAPairFromALetter) {
  EXPECT_EQ(Read(R"(\ud83d)"), "6 half");
  EXPECT_EQ(Read(R"(\ud83d\u0041)"), "6 half");
  EXPECT_EQ(Read(R"(\ud83d\ud83d\ude00)"), "6 half");
  EXPECT_EQ(Read(R"(\ud83d\ude0)"), "6 half");
  EXPECT_EQ(Read(R"(\ude00\ud83d)"), "6 half");
}

TEST(JsonEscape, IsNothingElse) {
  for (const char* text : {"\\", "\\x", "\\N", "\\u", "\\u00e", "\\u00g6",
                           "\\u 0e6", "\\u+0e6", "\\ "}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
}

}  // namespace
}  // namespace sigte
