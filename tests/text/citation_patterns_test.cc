// SPDX-License-Identifier: MPL-2.0

// Citations as rules write them, and what they match.

#include <string>
#include <vector>

#include "engine/text/citation.h"
#include "gtest/gtest.h"
#include "tests/text/citation_laws.h"

namespace sigte {
namespace {

std::string Pattern(const std::string& text) {
  static const auto catalogue = Catalogue();
  const auto pattern = catalogue->ReadPattern(text);
  if (!pattern) return "unreadable";
  return catalogue->ToString({pattern->law,
                              false,
                              pattern->chapter,
                              pattern->section,
                              pattern->subsection,
                              {}});
}

TEST(CitationPatterns, AreReadAsRulesWriteThem) {
  EXPECT_EQ(Pattern("sundhedsloven § 50"), "sundhedsloven § 50");
  EXPECT_EQ(Pattern("serviceloven"), "serviceloven");
  EXPECT_EQ(Pattern("INL kap. 6"), "integrationsloven kap. 6");
  EXPECT_EQ(Pattern("puljer"), "puljer");
  EXPECT_EQ(Pattern("SEL § 11, stk. 6"), "serviceloven § 11, stk. 6");
  EXPECT_EQ(Pattern("serviceloven 99 §"), "serviceloven § 99");
  EXPECT_EQ(Pattern("forældreansvarsloven § 28"), "forældreansvarsloven § 28");
  for (const char* text :
       {"", "§ 18", "servicelov § 18", "FOL § 6", "serviceloven § 18 og 79",
        "serviceloven xyz", "serviceloven §"}) {
    EXPECT_EQ(Pattern(text), "unreadable") << text;
  }
}

TEST(CitationPatterns, MatchTheProvisionAndWhatLiesInIt) {
  const auto catalogue = Catalogue();
  const auto matches = [&](const char* pattern, const char* text) {
    std::vector<Citation> citations;
    catalogue->Read(text, &citations);
    EXPECT_EQ(citations.size(), 1u) << text;
    return catalogue->ReadPattern(pattern)->Matches(citations.at(0));
  };
  EXPECT_TRUE(matches("serviceloven", "SEL § 18, stk. 2"));
  EXPECT_TRUE(matches("serviceloven § 18", "SEL § 18, stk. 2"));
  EXPECT_FALSE(matches("serviceloven § 18 stk. 1", "SEL § 18"));
  EXPECT_FALSE(matches("serviceloven § 18", "SEL"));
  EXPECT_FALSE(
      matches("folkeoplysningsloven kap. 7", "folkeoplysningslovens § 7"));
}

}  // namespace
}  // namespace sigte
