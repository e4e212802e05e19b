// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/regex_needs.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace sigte {
namespace {

struct NeedsCase {
  const char* name;
  const char* pattern;
  std::size_t digits;
  std::vector<std::vector<std::string>> any_of = {};
  friend void PrintTo(const NeedsCase& c, std::ostream* out) { *out << c.name; }
};

class RegexNeedsOf : public testing::TestWithParam<NeedsCase> {};

TEST_P(RegexNeedsOf, IsWhatEveryMatchHas) {
  const RegexNeeds needs = NeedsOf(GetParam().pattern);
  EXPECT_EQ(needs.digits, GetParam().digits);
  EXPECT_EQ(needs.any_of, GetParam().any_of);
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, RegexNeedsOf,
    testing::Values(
        NeedsCase{"PersonalNumber", "(^|[^0-9])[0-9]{6}[- ]?[0-9]{4}($|[^0-9])",
                  10},
        NeedsCase{"Literal", "kap. 12", 2, {{"kap"}, {" 12"}}},
        NeedsCase{"Escape", R"(\d\d+)", 2},
        NeedsCase{
            "LeastOfAlternatives", "1234|(?:12|[0-9]{5})x", 2, {{"1234", "x"}}},
        NeedsCase{"NothingOptional", "(12)?3*[0-9]{0,4}5", 1, {{"5"}}},
        NeedsCase{"CaseInsensitive", "(?i)nr[0-9]{2,}", 2, {{"nr"}}},
        NeedsCase{"NegatedClass", "[^0-9]{4}", 0},
        NeedsCase{"ClassWithMore", "[0-9a]{4}", 0},
        NeedsCase{"ClassWithHyphen",
                  "[1-3-5][-9][9-]",
                  0,
                  {{"-9", "--", "99", "9-"}}},
        NeedsCase{"ClassOfRanges", "[0-35][13]", 2, {{"1", "3"}}},
        NeedsCase{"NamedClassIsLeftAlone", "[[:digit:]]11", 0},
        NeedsCase{"CodePointIsLeftAlone", R"(\x{31}1)", 0},
        NeedsCase{"QuotedIsLeftAlone", R"(\Q1*\E)", 0},
        NeedsCase{"OtherFlagsAreLeftAlone", "(?U)11", 0},
        NeedsCase{"Huge", "(([0-9]{1000}){1000}){1000}", 1000},
        NeedsCase{
            "OneOfMany", "x*(abc|de)[fg]", 0, {{"abcf", "abcg", "def", "deg"}}},
        NeedsCase{"AnUnknownAlternativeSaysNothing", "abc|[^a]", 0},
        NeedsCase{"AnEmptyAlternativeSaysNothing", "ab(cde|)", 0, {{"ab"}}},
        NeedsCase{
            "TheTwoThatSayMost", "ab[^x]cdef.(gh|i).ab", 0, {{"cdef"}, {"ab"}}},
        NeedsCase{"AlternativesOneByOne",
                  "a.bc|def",
                  0,
                  {{"bc", "def"}, {"a", "def"}}},
        NeedsCase{
            "OneAlternativeOfMore", "(abc|de).*f", 0, {{"abc", "de"}, {"f"}}},
        NeedsCase{"BlanksSayNothing",
                  "ab( [^x]){2} (cd|e)",
                  0,
                  {{"ab"}, {" cd", " e"}}},
        NeedsCase{"WhatIsRepeatedStandsOnce", "a(bc){2}", 0, {{"bc"}, {"a"}}},
        NeedsCase{"Anchors", R"(^ab\b$)", 0, {{"ab"}}},
        NeedsCase{"RepeatedFlagsAreLeftAlone", "1(?i)*", 0},
        NeedsCase{"Flags", "(?is)ab(?i:c)", 0, {{"abc"}}},
        NeedsCase{"FlagsTakenBack",
                  "(?i)ab[^x](?-i:CDE)(?s-i)f",
                  0,
                  {{"CDEf"}, {"ab"}}},
        NeedsCase{"LettersOfManyCasesSayNothing", "\u03C3x", 0, {{"x"}}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(RegexNeeds, AreBounded) {
  std::string pattern = "(a|b)";
  for (int i = 0; i < 12; ++i) pattern += "(a|b)";
  for (const std::string& p :
       {pattern, std::string(10'000, 'a'), std::string(200, '(') + "a"}) {
    const RegexNeeds needs = NeedsOf(p);
    EXPECT_LE(needs.any_of.size(), kMostSets);
    for (const auto& set : needs.any_of) {
      EXPECT_LE(set.size(), kMostParts);
      for (const std::string& part : set) {
        EXPECT_LE(part.size(), kLongestPart);
      }
    }
  }
}

}  // namespace
}  // namespace sigte
