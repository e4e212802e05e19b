// SPDX-License-Identifier: MPL-2.0

#include "engine/base/numbers.h"

#include <limits>
#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

struct PluralCase {
  const char* number;
  Lang lang;
  Plural expected;

  friend void PrintTo(const PluralCase& one, std::ostream* out) {
    *out << one.number << (one.lang == Lang::kDa ? " da" : " en");
  }
};

class PluralOfNumbers : public testing::TestWithParam<PluralCase> {};

TEST_P(PluralOfNumbers, IsWhatCldrSays) {
  EXPECT_EQ(PluralOf(GetParam().lang, GetParam().number), GetParam().expected);
}

// CLDR 44, plurals/en and plurals/da.
INSTANTIATE_TEST_SUITE_P(
    Cldr, PluralOfNumbers,
    testing::Values(PluralCase{"0", Lang::kDa, Plural::kOther},
                    PluralCase{"1", Lang::kDa, Plural::kOne},
                    PluralCase{"-1", Lang::kDa, Plural::kOne},
                    PluralCase{"2", Lang::kDa, Plural::kOther},
                    PluralCase{"11", Lang::kDa, Plural::kOther},
                    PluralCase{"21", Lang::kDa, Plural::kOther},
                    PluralCase{"101", Lang::kDa, Plural::kOther},
                    PluralCase{"1.000", Lang::kDa, Plural::kOther},
                    PluralCase{"1.001", Lang::kDa, Plural::kOther},
                    PluralCase{"0,5", Lang::kDa, Plural::kOne},
                    PluralCase{"1,5", Lang::kDa, Plural::kOne},
                    PluralCase{"1,0", Lang::kDa, Plural::kOne},
                    PluralCase{"0,0", Lang::kDa, Plural::kOther},
                    PluralCase{"2,5", Lang::kDa, Plural::kOther},
                    PluralCase{"?", Lang::kDa, Plural::kOther},
                    PluralCase{"", Lang::kDa, Plural::kOther},
                    PluralCase{"0", Lang::kEn, Plural::kOther},
                    PluralCase{"1", Lang::kEn, Plural::kOne},
                    PluralCase{"-1", Lang::kEn, Plural::kOne},
                    PluralCase{"2", Lang::kEn, Plural::kOther},
                    PluralCase{"1.0", Lang::kEn, Plural::kOther},
                    PluralCase{"0.5", Lang::kEn, Plural::kOther},
                    PluralCase{"1,000", Lang::kEn, Plural::kOther}));

TEST(DecimalNumber, HasTheMarksOfItsLanguageAndEveryDigit) {
  EXPECT_EQ(DecimalNumber(Lang::kDa, "1234567.890"), "1.234.567,890");
  EXPECT_EQ(DecimalNumber(Lang::kEn, "1234567.890"), "1,234,567.890");
  EXPECT_EQ(DecimalNumber(Lang::kDa, "-0.5"), "-0,5");
  EXPECT_EQ(DecimalNumber(Lang::kDa, "-1234"), "-1.234");
  EXPECT_EQ(DecimalNumber(Lang::kDa, "999"), "999");
}

TEST(DecimalNumber, LeavesWhatIsNoPlainDecimal) {
  for (const char* text : {"", "-", ".", "1.", ".5", "1e5", "1.2.3", "12a"}) {
    EXPECT_EQ(DecimalNumber(Lang::kDa, text), text);
  }
}

TEST(UngroupedNumber, ChangesTheDecimalMarkAlone) {
  EXPECT_EQ(UngroupedNumber(Lang::kDa, "1250.5"), "1250,5");
  EXPECT_EQ(UngroupedNumber(Lang::kEn, "1250.5"), "1250.5");
}

TEST(CountText, IsTheNumberInEveryLanguage) {
  EXPECT_EQ(CountText(std::size_t{1234}), LocalText("1.234", "1,234"));
  EXPECT_EQ(CountText(std::numeric_limits<std::int64_t>::min()).In(Lang::kEn),
            "-9,223,372,036,854,775,808");
}

}  // namespace
}  // namespace sigte
