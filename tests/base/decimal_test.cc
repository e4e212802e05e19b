// SPDX-License-Identifier: MPL-2.0

#include "engine/base/decimal.h"

#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

/// The number as text, or "none".
std::string Text(const std::optional<Decimal>& d) {
  return d ? d->ToString() : "none";
}

std::string Parsed(const std::string& text) {
  return Text(Decimal::Parse(text));
}

Decimal D(const std::string& text) { return Decimal::Parse(text).value(); }

TEST(Decimal, ReadsPlainNumbers) {
  EXPECT_EQ(Parsed("0"), "0");
  EXPECT_EQ(Parsed("-12"), "-12");
  EXPECT_EQ(Parsed("0.50"), "0.5");
  EXPECT_EQ(Parsed("-0"), "0");
  EXPECT_EQ(Parsed("1.0"), "1");
  EXPECT_EQ(Parsed("100"), "100");
}

TEST(Decimal, ReadsExponents) {
  EXPECT_EQ(Parsed("1e3"), "1000");
  EXPECT_EQ(Parsed("1E-2"), "0.01");
  EXPECT_EQ(Parsed("12.5e+1"), "125");
  EXPECT_EQ(Parsed("1e37"), "1" + std::string(37, '0'));
  EXPECT_EQ(Parsed("1e38"), "none");
  EXPECT_EQ(Parsed("1e-36"), "0." + std::string(35, '0') + "1");
  EXPECT_EQ(Parsed("1e-37"), "none");
  EXPECT_EQ(Parsed("1e400"), "none");
  EXPECT_EQ(Parsed("1e-400"), "none");
}

TEST(Decimal, ReadsHugeExponentsOfZeroWithoutHanging) {
  EXPECT_EQ(Parsed("0e999999999"), "0");
  EXPECT_EQ(Parsed("0.000e-99999999999999999999999999"), "0");
  EXPECT_EQ(Parsed("1e99999999999999999999999999"), "none");
}

// A zero only counts when another digit follows it.
TEST(Decimal, CountsOnlyDigitsThatMatter) {
  EXPECT_EQ(Parsed("1" + std::string(50, '0') + "e-50"), "1");
  EXPECT_EQ(Parsed("1." + std::string(100000, '0')), "1");
  EXPECT_EQ(Parsed("0." + std::string(50, '0') + "1e51"), "1");
  EXPECT_EQ(Parsed(std::string(38, '9')), std::string(38, '9'));
  EXPECT_EQ(Parsed(std::string(39, '9')), "none");
  EXPECT_EQ(Parsed("1" + std::string(38, '0') + "1"), "none");
}

TEST(Decimal, RefusesWhatIsNoJsonNumber) {
  for (const char* text : {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1",
                           " 1", "1 ", "1,5", "--1", "NaN", "1e1.5", "00"}) {
    EXPECT_EQ(Parsed(text), "none") << text;
  }
}

TEST(Decimal, IsAnIntegerWhereItsValueIsOne) {
  EXPECT_EQ(D("1e3").ToInt(), 1000);
  EXPECT_EQ(D("1.0").ToInt(), 1);
  EXPECT_EQ(D("0.5").ToInt(), std::nullopt);
  EXPECT_EQ(D("9223372036854775807").ToInt(),
            std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(D("-9223372036854775808").ToInt(),
            std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(D("9223372036854775808").ToInt(), std::nullopt);
}

TEST(Decimal, MakesLowestTerms) {
  EXPECT_EQ(Decimal::Make(500, 3), D("0.5"));
  EXPECT_EQ(Decimal::Make(5, -2), D("500"));
  EXPECT_EQ(Decimal::Make(0, 1000), Decimal());
  EXPECT_EQ(Decimal::Make(1, -38), std::nullopt);
  EXPECT_EQ(Decimal::Make(1, -1000000), std::nullopt);
  EXPECT_EQ(Decimal::Make(1, 37), std::nullopt);
  const auto smallest = Decimal::Make(std::numeric_limits<Int128>::min(), 0);
  EXPECT_EQ(smallest, std::nullopt);
}

TEST(Decimal, DividesByZeroToNothing) {
  EXPECT_EQ(Text(Decimal::Divide(D("1"), D("0"))), "none");
  EXPECT_EQ(Text(Decimal::Remainder(D("1"), D("0"))), "none");
  EXPECT_EQ(Text(Decimal::Divide(D("0"), D("7"))), "0");
}

TEST(Decimal, RoundsEndlessQuotientsHalfEven) {
  EXPECT_EQ(Text(Decimal::Divide(D("1"), D("3"))),
            "0.3333333333333333333333333333333333");
  EXPECT_EQ(Text(Decimal::Divide(D("2"), D("3"))),
            "0.6666666666666666666666666666666667");
  EXPECT_EQ(Text(Decimal::Divide(D("1"), D("8"))), "0.125");
}

// Thirty-six decimals are all there is, so a small quotient has fewer digits.
TEST(Decimal, RoundsSmallQuotientsToTheLastDecimal) {
  EXPECT_EQ(Text(Decimal::Divide(D("1"), D("3000"))),
            "0.000333333333333333333333333333333333");
  EXPECT_EQ(Text(Decimal::Divide(D("1e-36"), D("3"))), "none");
}

TEST(Decimal, TakesTheRemaindersSignFromTheDividend) {
  EXPECT_EQ(Text(Decimal::Remainder(D("-7"), D("3"))), "-1");
  EXPECT_EQ(Text(Decimal::Remainder(D("7"), D("-3"))), "1");
  EXPECT_EQ(Text(Decimal::Remainder(D("1"), D("0.3"))), "0.1");
  EXPECT_EQ(Text(Decimal::Remainder(D("1e-36"), D("9e37"))),
            "0.000000000000000000000000000000000001");
}

// The sum fits although one side, brought to the other's scale, is too large
// for 128 bits with a sign.
TEST(Decimal, AddsWhatCancels) {
  EXPECT_EQ(Text(Decimal::Add(D("17500000000000000000000000000000000000"),
                              D("-9999999999999999999999999999999999999.9"))),
            "7500000000000000000000000000000000000.1");
}

char Order(const Decimal& a, const Decimal& b) {
  return a < b ? '<' : a > b ? '>' : '=';
}

// SIGTE_DECIMAL_VECTORS may name a longer list of the same form.
TEST(Decimal, AgreesWithPythonsDecimals) {
  const char* longer = std::getenv("SIGTE_DECIMAL_VECTORS");
  std::ifstream file(longer != nullptr ? longer
                                       : SIGTE_SOURCE_DIR
                         "/tests/base/decimal_vectors.txt");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    ++rows;
    std::istringstream words(line);
    std::string a_text, b_text, sum, difference, product, quotient, remainder;
    char order = ' ';
    words >> a_text >> b_text >> sum >> difference >> product >> quotient >>
        remainder >> order;
    const Decimal a = D(a_text);
    const Decimal b = D(b_text);
    EXPECT_EQ(a.ToString(), a_text);
    EXPECT_EQ(Text(Decimal::Add(a, b)), sum) << line;
    EXPECT_EQ(Text(Decimal::Subtract(a, b)), difference) << line;
    EXPECT_EQ(Text(Decimal::Multiply(a, b)), product) << line;
    EXPECT_EQ(Text(Decimal::Divide(a, b)), quotient) << line;
    EXPECT_EQ(Text(Decimal::Remainder(a, b)), remainder) << line;
    EXPECT_EQ(Order(a, b), order) << line;
  }
  EXPECT_GE(rows, 100u);
}

}  // namespace
}  // namespace sigte
