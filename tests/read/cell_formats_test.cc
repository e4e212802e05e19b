// SPDX-License-Identifier: MPL-2.0

#include "engine/read/cell_formats.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/read/string_store.h"

namespace sigte {
namespace {

TEST(CellFormats, KnowDatesByTheirCodes) {
  for (const char* code : {"dd\\-mm\\-yyyy", "[$-406]d. mmmm yyyy;@", "h:mm",
                           "YYYY-MM-DD", "d/m/yy h:mm", "mm:ss.0"}) {
    EXPECT_EQ(FormatOfCode(code), NumberFormat::kDate) << code;
  }
  for (const char* code : {"[hh]:mm:ss", "[h]:mm", "[mm]:ss", "[s]"}) {
    EXPECT_EQ(FormatOfCode(code), NumberFormat::kElapsed) << code;
  }
  for (const char* code :
       {"General", "0.00", "#,##0\\ \"kr.\"", "0.0\\ \"mio. dage\"",
        "[Red]0;[Blue]-0", "#,##0\\ [$kr.-406]", "@", "0.00E+00",
        "_-* #,##0_-"
        ";\\-* #,##0_-",
        "\"uafsluttet"}) {
    EXPECT_EQ(FormatOfCode(code), NumberFormat::kPlain) << code;
  }
  for (const char* code : {"0%", "0.00%", "0\\ %", "[>1]0%;0%"}) {
    EXPECT_EQ(FormatOfCode(code), NumberFormat::kPercent) << code;
  }
  EXPECT_EQ(FormatOfCode("0\"%\""), NumberFormat::kPlain);
}

TEST(CellFormats, CountTheThousandsThatACodeDividesBy) {
  for (const char* code :
       {"#,##0,", "0.0,", "0,.0", "#,##0, \"kr.\"", "[Red]#,##0,;0", "0,_-"}) {
    EXPECT_EQ(ThousandsOfCode(code), 1u) << code;
  }
  EXPECT_EQ(ThousandsOfCode("0.0,,"), 2u);
  EXPECT_EQ(ThousandsOfCode("#,##0,,\" mio.\""), 2u);
  for (const char* code :
       {"#,##0", "0", "General", "", ",", "#,##0.00", "0\",\"", "0\\,",
        "#,##0;#,##0,", "#,##0_,", "[$,-406]0"}) {
    EXPECT_EQ(ThousandsOfCode(code), 0u) << code;
  }
}

TEST(CellFormats, KnowTheWordsThatACodeShowsBesideANumber) {
  const auto words = [](std::string_view code) {
    std::string shown = WordsOfCode(code);
    std::erase(shown, ' ');
    return shown;
  };
  for (const char* code :
       {"#,##0 \"kr.\"", "#,##0\\ [$kr.-406]", "\"kr.\" 0;[Red]\"minus\" 0",
        "\\k\\r\\.0", "_ \"kr.\"\\ * #,##0.00_ ;_ \\-0", "[$kr.] 0"}) {
    EXPECT_EQ(words(code), "kr.") << code;
  }
  EXPECT_EQ(words("0 \"t\"\"kr.\""), "tkr.");
  EXPECT_EQ(words("[$\u20AC-2] 0"), "\u20AC");
  for (const char* code : {"General", "#,##0.00", "[Red]0;0 \"kr.\"",
                           "[$-406]0", "[>5]0", "", "\\", "[", "\""}) {
    EXPECT_EQ(words(code), "") << code;
  }
}

TEST(CellFormats, KnowWhatIsBuiltIn) {
  EXPECT_EQ(BuiltInFormat(14), NumberFormat::kDate);
  EXPECT_EQ(BuiltInFormat(22), NumberFormat::kDate);
  EXPECT_EQ(BuiltInFormat(47), NumberFormat::kDate);
  EXPECT_EQ(BuiltInFormat(9), NumberFormat::kPercent);
  EXPECT_EQ(BuiltInFormat(0), NumberFormat::kPlain);
  EXPECT_EQ(BuiltInFormat(44), NumberFormat::kPlain);
}

TEST(ExactNumber, IsWhatJsonWrites) {
  EXPECT_EQ(ExactNumber("1E3"), "1000");
  EXPECT_EQ(ExactNumber("+5."), "5");
  EXPECT_EQ(ExactNumber("007"), "7");
  EXPECT_EQ(ExactNumber("1E+300"), "1E+300");
  EXPECT_EQ(ExactNumber("0.1"), "0.1");
  EXPECT_EQ(ExactNumber("0.10000000000000001"), "0.1");
  EXPECT_EQ(ExactNumber("NaN"), std::nullopt);
  EXPECT_EQ(ExactNumber("INF"), std::nullopt);
  EXPECT_EQ(ExactNumber("0x10"), std::nullopt);
  EXPECT_EQ(ExactNumber(""), std::nullopt);
  EXPECT_EQ(ExactNumber("1 2"), std::nullopt);
}

// =4.35*100, =0.1+0.2, =1.1*3
TEST(ShownNumber, LeavesOutWhatBinaryArithmeticAdds) {
  EXPECT_EQ(ShownNumber("434.99999999999994"), "435");
  EXPECT_EQ(ShownNumber("0.30000000000000004"), "0.3");
  EXPECT_EQ(ShownNumber("3.3000000000000003"), "3.3");
  EXPECT_EQ(ShownNumber("-434.99999999999994"), "-435");
  EXPECT_EQ(ShownNumber("0.9999999999999999"), "1");
  EXPECT_EQ(ShownNumber("33.333333333333336"), std::nullopt);
  EXPECT_EQ(ShownNumber("0.1"), std::nullopt);
  EXPECT_EQ(ShownNumber("12345678901234567"), std::nullopt);
  EXPECT_EQ(ShownNumber("99999999999999990"), std::nullopt);
  EXPECT_EQ(ShownNumber("1.00000000000000000000000001"), std::nullopt);
  EXPECT_EQ(ShownNumber("1E+300"), std::nullopt);
}

TEST(TimesHundred, IsNoNumberWhereItDoesNotFit) {
  EXPECT_EQ(TimesHundred("0.57"), "57");
  EXPECT_EQ(TimesHundred("1E+300"), std::nullopt);
  EXPECT_EQ(TimesHundred(std::string(38, '9')), std::nullopt);
}

TEST(ElapsedTime, GoesOnBeyondADay) {
  EXPECT_EQ(ElapsedTime("1.5"), "36:00:00");
  EXPECT_EQ(ElapsedTime("0"), "00:00:00");
  EXPECT_EQ(ElapsedTime("-1"), std::nullopt);
  EXPECT_EQ(ElapsedTime("2958466"), std::nullopt);
}

TEST(DateOfNumber, CountsAsSpreadsheetsDo) {
  EXPECT_EQ(DateOfNumber("1", false), "1900-01-01");
  EXPECT_EQ(DateOfNumber("61", false), "1900-03-01");
  EXPECT_EQ(DateOfNumber("2958465", false), "9999-12-31");
  EXPECT_EQ(DateOfNumber("2958466", false), std::nullopt);
  EXPECT_EQ(DateOfNumber("-1", false), std::nullopt);
  EXPECT_EQ(DateOfNumber("0.5", false), "12:00:00");
  EXPECT_EQ(DateOfNumber("1", true), "1904-01-02");
  EXPECT_EQ(DateOfNumber("2957003", true), "9999-12-31");
  EXPECT_EQ(DateOfNumber("2957004", true), std::nullopt);
  EXPECT_EQ(DateOfNumber("2958465.9999999", false), std::nullopt);
}

// More than memory is given for goes to a file and comes back the same.
TEST(StringStore, GivesBackWhatWasPutIn) {
  StringStore store;
  const auto text = [](std::uint64_t i) {
    return std::to_string(i) + std::string(i % 97, 'a') +
           (i % 5000 == 0 ? std::string(50'000, 'b') : "");
  };
  constexpr std::uint64_t kCount = 60'000;
  for (std::uint64_t i = 0; i < kCount; ++i) ASSERT_TRUE(store.Append(text(i)));
  ASSERT_EQ(store.size(), kCount);
  std::string got;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    ASSERT_TRUE(store.Get(i, &got));
    ASSERT_EQ(got, text(i));
  }
  for (std::uint64_t i = 1; i < kCount; i = i * 7 + 1) {
    ASSERT_TRUE(store.Get(kCount - i, &got));
    ASSERT_EQ(got, text(kCount - i));
  }
  ASSERT_TRUE(store.Append("last"));
  ASSERT_TRUE(store.Get(kCount, &got));
  EXPECT_EQ(got, "last");
}

}  // namespace
}  // namespace sigte
