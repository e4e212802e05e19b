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

std::string Ranges(std::vector<std::string> cuts, const Field& field) {
  std::string out;
  for (const NumberRange& range : RangesBetween(Numbers(cuts), field)) {
    out += "[" + ToString(range, field.type) + " : " + range.sample.ToString() +
           "]";
  }
  return out;
}

std::string Ranges(std::vector<std::string> cuts, FieldType type) {
  Field field;
  field.type = type;
  return Ranges(std::move(cuts), field);
}

// minimum or maximum where `within`, else the exclusive ones; "": none.
std::string Bounded(std::vector<std::string> cuts, FieldType type,
                    const std::string& low, const std::string& high,
                    bool within = true) {
  Field field;
  field.type = type;
  if (!low.empty()) {
    (within ? field.minimum : field.exclusive_minimum) = Decimal::Parse(low);
  }
  if (!high.empty()) {
    (within ? field.maximum : field.exclusive_maximum) = Decimal::Parse(high);
  }
  return Ranges(std::move(cuts), field);
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
  Field field;
  field.type = FieldType::kInt;
  auto ranges = RangesBetween(Numbers({"45", "56"}), field);
  Join(&ranges[1], ranges[2]);
  EXPECT_EQ(ToString(ranges[1], FieldType::kInt), "45–55");
  EXPECT_EQ(ToString(ranges[1], FieldType::kDecimal), ">= 45, < 56");
  Join(&ranges[3], ranges[4]);
  EXPECT_EQ(ToString(ranges[3], FieldType::kInt), ">= 56");
  Join(&ranges[0], ranges[3]);
  EXPECT_EQ(ToString(ranges[0], FieldType::kInt), "*");
}

TEST(Ranges, EndWhereTheSchemaDoes) {
  EXPECT_EQ(Bounded({"100"}, FieldType::kDecimal, "0", "100"),
            "[>= 0, < 100 : 0][100 : 100]");
  EXPECT_EQ(Bounded({"0"}, FieldType::kInt, "0", ""), "[0 : 0][> 0 : 1]");
  EXPECT_EQ(Bounded({"45"}, FieldType::kInt, "0", "100"),
            "[0–44 : 0][45 : 45][46–100 : 100]");
  EXPECT_EQ(Bounded({"45"}, FieldType::kInt, "0", "100", false),
            "[1–44 : 1][45 : 45][46–99 : 99]");
  EXPECT_EQ(Bounded({"0", "45"}, FieldType::kDecimal, "0", "45.5", false),
            "[> 0, < 45 : 22.5][45 : 45][> 45, < 45.5 : 45.25]");
  EXPECT_EQ(Bounded({"1"}, FieldType::kInt, "0.5", "2.5"), "[1 : 1][2 : 2]");
  EXPECT_EQ(Bounded({"1"}, FieldType::kInt, "0.5", "2.5", false),
            "[1 : 1][2 : 2]");
}

TEST(Ranges, AreOneWhereEveryFigureIsOutOfBounds) {
  EXPECT_EQ(Bounded({"-1", "101"}, FieldType::kInt, "0", "100"), "[0–100 : 0]");
  EXPECT_EQ(Bounded({"0"}, FieldType::kDecimal, "0", "", false), "[> 0 : 1]");
  EXPECT_EQ(Bounded({"5"}, FieldType::kInt, "10", "1"), "");
}

TEST(Ranges, HeedTheNarrowerOfTwoBounds) {
  Field field;
  field.type = FieldType::kInt;
  field.minimum = Decimal::FromInt(0);
  field.exclusive_minimum = Decimal::FromInt(3);
  field.maximum = Decimal::FromInt(9);
  field.exclusive_maximum = Decimal::FromInt(9);
  EXPECT_EQ(Ranges({"5"}, field), "[4 : 4][5 : 5][6–8 : 8]");
  field.exclusive_minimum = Decimal::FromInt(-3);
  field.exclusive_maximum = Decimal::FromInt(12);
  EXPECT_EQ(Ranges({"5"}, field), "[0–4 : 0][5 : 5][6–9 : 9]");
}

TEST(Ranges, AreNoneWithoutFigures) {
  EXPECT_EQ(Ranges({}, FieldType::kInt), "");
}

}  // namespace
}  // namespace sigte::test
