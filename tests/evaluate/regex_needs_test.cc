// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/regex_needs.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>

#include "engine/evaluate/text_functions.h"

namespace sigte {
namespace {

struct NeedsCase {
  const char* name;
  const char* pattern;
  std::size_t digits;
  friend void PrintTo(const NeedsCase& c, std::ostream* out) { *out << c.name; }
};

class RegexNeeds : public testing::TestWithParam<NeedsCase> {};

TEST_P(RegexNeeds, AsManyDigitsAsEveryMatchHas) {
  EXPECT_EQ(LeastDigits(GetParam().pattern), GetParam().digits);
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, RegexNeeds,
    testing::Values(NeedsCase{"PersonalNumber",
                              "(^|[^0-9])[0-9]{6}[- ]?[0-9]{4}($|[^0-9])", 10},
                    NeedsCase{"Literal", "kap. 12", 2},
                    NeedsCase{"Escape", R"(\d\d+)", 2},
                    NeedsCase{"LeastOfAlternatives", "1234|(?:12|[0-9]{5})x",
                              2},
                    NeedsCase{"NothingOptional", "(12)?3*[0-9]{0,4}5", 1},
                    NeedsCase{"CaseInsensitive", "(?i)nr[0-9]{2,}", 2},
                    NeedsCase{"NegatedClass", "[^0-9]{4}", 0},
                    NeedsCase{"ClassWithMore", "[0-9a]{4}", 0},
                    NeedsCase{"ClassWithHyphen", "[1-3-5][-9][9-]", 0},
                    NeedsCase{"ClassOfRanges", "[0-35][13]", 2},
                    NeedsCase{"NamedClassIsLeftAlone", "[[:digit:]]11", 0},
                    NeedsCase{"CodePointIsLeftAlone", R"(\x{31}1)", 0},
                    NeedsCase{"QuotedIsLeftAlone", R"(\Q1*\E)", 0},
                    NeedsCase{"OtherFlagsAreLeftAlone", "(?U)11", 0},
                    NeedsCase{"Huge", "(([0-9]{1000}){1000}){1000}", 1000}),
    [](const auto& test) { return std::string(test.param.name); });

// Random pieces, most of them valid: where the expression is found, the text
// has what it needs.
TEST(RegexNeeds, AreMetByEveryTextThatMatches) {
  const std::string pieces[] = {"1", "[0-9]", "a",   "(",   ")",      "|",
                                "*", "+",     "?",   "{2}", "[^0-9]", "[1-3-5]",
                                ".", "^",     "\\d", "-"};
  std::mt19937 random(20'260'101);
  int found = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string pattern;
    for (auto n = 1 + random() % 8; n > 0; --n) {
      pattern += pieces[random() % std::size(pieces)];
    }
    const auto regex = MakeRegex(pattern, nullptr);
    if (regex == nullptr) continue;
    const std::size_t least = LeastDigits(pattern);
    for (int t = 0; t < 5; ++t) {
      std::string text;
      for (auto n = random() % 8; n > 0; --n) text += "12a-"[random() % 4];
      if (!FindsRegex(text, *regex)) continue;
      ++found;
      EXPECT_TRUE(HasDigits(text, least)) << pattern << " in " << text;
    }
  }
  EXPECT_GT(found, 1000);
}

TEST(RegexNeeds, CountsTheDigitsOfTextsOfAnyLength) {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
      text += "09/:a\xB0\xB9"[random() % 7];
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return c >= '0' && c <= '9'; }));
    EXPECT_TRUE(HasDigits(text, digits)) << text;
    EXPECT_FALSE(HasDigits(text, digits + 1)) << text;
  }
}

}  // namespace
}  // namespace sigte
