// SPDX-License-Identifier: MPL-2.0

#include "engine/report/workbook_text.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(WorkbookText, CountsAsExcelDoes) {
  EXPECT_EQ(CountUtf16(""), 0u);
  EXPECT_EQ(CountUtf16("æ€a"), 3u);
  EXPECT_EQ(CountUtf16("\U0001F600"), 2u);
}

TEST(WorkbookText, CutsBetweenCharactersOnly) {
  EXPECT_EQ(FirstUtf16("aæ\U0001F600b", 3), "aæ");
  EXPECT_EQ(FirstUtf16("aæ\U0001F600b", 4), "aæ\U0001F600");
  EXPECT_EQ(FirstUtf16("aæ", 9), "aæ");
}

TEST(WorkbookText, ShortensHintsAtASentenceElseAtAWord) {
  EXPECT_EQ(ShortenAtWord("Kort nok.", 9), "Kort nok.");
  EXPECT_EQ(ShortenAtWord("Første sætning. Den anden er lang.", 30),
            "Første sætning. …");
  EXPECT_EQ(ShortenAtWord("en række ord uden punktum", 16), "en række ord…");
  EXPECT_EQ(ShortenAtWord("etmegetlangtord", 8), "etmege…");
}

TEST(WorkbookText, NeverShortensBeyondItsLimit) {
  const std::string text =
      "Felt 2: æøå. Kun serviceudgifter, hele 1.000 kr. \U0001F600 Skriv 0.";
  for (std::size_t limit = 3; limit < 70; ++limit) {
    EXPECT_LE(CountUtf16(ShortenAtWord(text, limit)), limit) << limit;
  }
}

TEST(WorkbookText, KeepsLineBreaksAndTabsAndNothingElseThatSteers) {
  EXPECT_EQ(CellText("a\r\nb\rc\nd\te"), "a\nb\nc\nd\te");
  EXPECT_EQ(CellText("a\x01"
                     "b\x1b[31m"),
            "a\uFFFDb\uFFFD[31m");
  EXPECT_EQ(CellText("\u202Egnp.exe"), "\uFFFDgnp.exe");
  EXPECT_EQ(CellText("\uFFFE\uFFFF"), "\uFFFD\uFFFD");
  EXPECT_EQ(CellText(""), "");
}

// Excel reads "_x0041_" as "A".
TEST(WorkbookText, KeepsWhatLooksLikeAnEscapeFromBeingRead) {
  EXPECT_EQ(CellText("_x0041_"), "_x005F_x0041_");
  EXPECT_EQ(CellText("a_x00e6_x00E6_"), "a_x005F_x00e6_x005F_x00E6_");
  EXPECT_EQ(CellText("_x041_ _xZZZZ_ _x"), "_x041_ _xZZZZ_ _x");
}

TEST(WorkbookText, TellsWhatAProgramMayTakeForAFormula) {
  for (const char* text : {"=1", "+1", "-1", "@a", "\ta", "\ra"}) {
    EXPECT_TRUE(LooksLikeFormula(text)) << text;
    EXPECT_EQ(HarmlessText(text), "'" + std::string(text));
  }
  for (const char* text : {"", "a=1", " =1", "1-2", "–"}) {
    EXPECT_FALSE(LooksLikeFormula(text)) << text;
    EXPECT_EQ(HarmlessText(text), text);
  }
}

TEST(WorkbookText, NamesCellsAsExcelDoes) {
  EXPECT_EQ(CellReference(6, 1), "B7");
  EXPECT_EQ(CellReference(0, 25), "Z1");
  EXPECT_EQ(CellReference(0, 26), "AA1");
  EXPECT_EQ(CellReference(1048575, 16383), "XFD1048576");
  EXPECT_EQ(FixedReference(0, 701), "$ZZ$1");
  EXPECT_EQ(FixedReference(0, 702), "$AAA$1");
}

TEST(WorkbookText, QuotesForFormulas) {
  EXPECT_EQ(FormulaText("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(QuotedSheet("Bob's"), "'Bob''s'");
  EXPECT_EQ(ListName("a-b.c æ"), "list_a_b_c___");
  EXPECT_EQ(ListName(std::string(200, 'a')), "list_" + std::string(100, 'a'));
}

TEST(WorkbookText, KnowsWhichNumbersKeepTheirDigits) {
  const auto keeps = [](const char* number) {
    return KeepsItsDigits(*Decimal::Parse(number));
  };
  EXPECT_TRUE(keeps("999999999999999"));
  EXPECT_TRUE(keeps("-999999999999999"));
  EXPECT_FALSE(keeps("1000000000000000"));
  EXPECT_FALSE(keeps("-1000000000000000"));
  EXPECT_TRUE(keeps("99.9999999999999"));
  EXPECT_FALSE(keeps("99.99999999999999"));
  // What stands before and behind the digits is none of them.
  EXPECT_TRUE(keeps("-0.00123456789012345"));
  EXPECT_TRUE(keeps("1.50000000000000000"));
}

TEST(WorkbookText, ReckonsLinesByWidth) {
  EXPECT_EQ(LinesIn("", 10), 1u);
  EXPECT_EQ(LinesIn("1234567890", 10), 1u);
  EXPECT_EQ(LinesIn("12345678901", 10), 2u);
  EXPECT_EQ(LinesIn("a\nb\n", 10), 3u);
  EXPECT_EQ(RowHeight(2), 33);
  EXPECT_EQ(RowHeight(1000), 409);
}

}  // namespace
}  // namespace sigte
