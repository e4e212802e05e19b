// SPDX-License-Identifier: MPL-2.0

#include "engine/record/comparison_words.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <tuple>

namespace sigte {
namespace {

TEST(ComparisonWords, SayOfEverySignWhatHoldsAndWhatDoesNot) {
  constexpr std::array<
      std::tuple<std::string_view, std::string_view, std::string_view>, 11>
      kExpected = {{
          {"==", "er 5", "er ikke 5"},
          {"!=", "er ikke 5", "er 5"},
          {"<", "under 5", "mindst 5"},
          {"<=", "højst 5", "over 5"},
          {">", "over 5", "højst 5"},
          {">=", "mindst 5", "under 5"},
          {"in", "en af: 5", "ingen af: 5"},
          {"contains", "indeholder 5", "indeholder ikke 5"},
          {"startsWith", "begynder med 5", "begynder ikke med 5"},
          {"endsWith", "ender på 5", "ender ikke på 5"},
          {"matches", "passer på mønstret 5", "passer ikke på mønstret 5"},
      }};
  for (const auto& [sign, holds, fails] : kExpected) {
    EXPECT_EQ(ComparisonWords(sign, true, "5", Lang::kDa), holds);
    EXPECT_EQ(ComparisonWords(sign, false, "5", Lang::kDa), fails);
  }
  EXPECT_EQ(ComparisonWords(">=", true, "5", Lang::kEn), "at least 5");
  EXPECT_EQ(ComparisonWords("in", false, "5, 6", Lang::kEn), "none of: 5, 6");
}

TEST(ComparisonWords, OfNoSignAreTheOperand) {
  EXPECT_EQ(ComparisonWords("", false, "5", Lang::kDa), "5");
  EXPECT_EQ(ComparisonWords("near", true, "5", Lang::kDa), "5");
}

TEST(SplitComparison, PartsOnlySignsThatItKnows) {
  const auto split = [](std::string_view written) {
    const Comparison comparison = SplitComparison(written);
    return std::string(comparison.sign) + "|" + std::string(comparison.operand);
  };
  EXPECT_EQ(split(">= 5"), ">=|5");
  EXPECT_EQ(split("in [\"a\", \"b\"]"), "in|[\"a\", \"b\"]");
  EXPECT_EQ(split("lov om leg § 5"), "|lov om leg § 5");
  EXPECT_EQ(split("[1, 2]"), "|[1, 2]");
  EXPECT_EQ(split(">="), "|>=");
  EXPECT_EQ(split(""), "|");
}

}  // namespace
}  // namespace sigte
