// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/text_functions.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

std::string YearsIn(std::string_view text) {
  std::vector<Value> years;
  AddYears(text, &years);
  return ToString(Value::List(years.data(), years.size()));
}

struct YearsCase {
  const char* name;
  const char* text;
  const char* years;
  friend void PrintTo(const YearsCase& c, std::ostream* out) { *out << c.name; }
};

class Years : public testing::TestWithParam<YearsCase> {};

TEST_P(Years, AreReadFromTheText) {
  EXPECT_EQ(YearsIn(GetParam().text), GetParam().years);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Years,
    testing::Values(YearsCase{"None", "café i 12 uger", "[]"},
                    YearsCase{"One", "projektet (2019) varer", "[2019]"},
                    YearsCase{"ShortRange", "2018-21", "[2018, 2021]"},
                    YearsCase{"LongRange", "2018-2021", "[2018, 2021]"},
                    YearsCase{"Slash", "2018/19", "[2018, 2019]"},
                    YearsCase{"EnDash", "2010–13", "[2010, 2013]"},
                    YearsCase{"TurnOfTheCentury", "1999/00", "[1999, 2000]"},
                    YearsCase{"OnceInOrder", "2020, 2019 og 2020",
                              "[2020, 2019]"},
                    YearsCase{"Date", "2019-12-31", "[2019]"},
                    YearsCase{"MonthOfAYear", "2019-01", "[2019]"},
                    YearsCase{"DateWithDots", "31.12.2019", "[2019]"},
                    YearsCase{"TwoSchoolYears", "2018-19/2020-21",
                              "[2018, 2019, 2020, 2021]"},
                    YearsCase{"OutsideTheCenturies", "1899 2100", "[]"},
                    YearsCase{"Bounds", "1900 2099", "[1900, 2099]"},
                    YearsCase{"LongerNumber", "20190 12019", "[]"},
                    YearsCase{"PartOfAWord", "A2019 2019b", "[]"},
                    YearsCase{"ThreeDigitEnd", "2018-210", "[2018]"},
                    YearsCase{"EndsInAMark", "2018-", "[2018]"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Regex, IsFoundAnywhereAndCountsLettersNotBytes) {
  const auto regex = MakeRegex("b.d", nullptr);
  ASSERT_NE(regex, nullptr);
  EXPECT_TRUE(FindsRegex("en båd her", *regex));
  EXPECT_FALSE(FindsRegex("bd", *regex));
}

TEST(Regex, ThatIsNoneSaysWhy) {
  RegexFault fault;
  EXPECT_EQ(MakeRegex("x(", &fault), nullptr);
  EXPECT_EQ(fault.words.In(Lang::kEn), "')' is missing");
  EXPECT_EQ(fault.part, "x(");
}

TEST(Regex, ThatNeedsTooMuchMemoryIsRefused) {
  RegexFault fault;
  EXPECT_EQ(MakeRegex("((a{100}){100}){100}", &fault), nullptr);
  EXPECT_FALSE(fault.words.empty());
}

}  // namespace
}  // namespace sigte
