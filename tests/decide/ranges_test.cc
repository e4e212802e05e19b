// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/ranges.h"

#include <algorithm>
#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace sigte::test {
namespace {

std::vector<Decimal> Numbers(std::vector<std::string> texts) {
  std::vector<Decimal> numbers;
  for (const std::string& text : texts) {
    numbers.push_back(*Decimal::Parse(text));
  }
  return numbers;
}

std::string Ranges(std::vector<std::string> cuts, FieldType type) {
  std::string out;
  for (const NumberRange& range : RangesBetween(Numbers(cuts), type)) {
    out += "[" + ToString(range, type) + " : " + range.sample.ToString() + "]";
  }
  return out;
}

TEST(Ranges, CutWholeNumbers) {
  EXPECT_EQ(Ranges({"45", "56"}, FieldType::kInt),
            "[< 45 : 44][45 : 45][46–55 : 46][56 : 56][> 56 : 57]");
}

TEST(Ranges, LeaveOutWhatHoldsNoWholeNumber) {
  EXPECT_EQ(Ranges({"1", "2"}, FieldType::kInt),
            "[< 1 : 0][1 : 1][2 : 2][> 2 : 3]");
  EXPECT_EQ(Ranges({"-1.5", "0.5"}, FieldType::kInt),
            "[< -1.5 : -2][-1–0 : -1][> 0.5 : 1]");
}

TEST(Ranges, CutDecimals) {
  EXPECT_EQ(Ranges({"45", "50.5"}, FieldType::kDecimal),
            "[< 45 : 44][45 : 45][> 45, < 50.5 : 47.75][50.5 : 50.5]"
            "[> 50.5 : 51.5]");
}

TEST(Ranges, AreWrittenAsPeopleSayThemWhenJoined) {
  auto ranges = RangesBetween(Numbers({"45", "56"}), FieldType::kInt);
  Join(&ranges[1], ranges[2]);
  EXPECT_EQ(ToString(ranges[1], FieldType::kInt), "45–55");
  EXPECT_EQ(ToString(ranges[1], FieldType::kDecimal), ">= 45, < 56");
  Join(&ranges[3], ranges[4]);
  EXPECT_EQ(ToString(ranges[3], FieldType::kInt), ">= 56");
  Join(&ranges[0], ranges[3]);
  EXPECT_EQ(ToString(ranges[0], FieldType::kInt), "*");
}

TEST(Ranges, AreNoneWithoutFigures) {
  EXPECT_EQ(Ranges({}, FieldType::kInt), "");
}

}  // namespace
}  // namespace sigte::test
