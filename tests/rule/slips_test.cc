// SPDX-License-Identifier: MPL-2.0

// What every slip must be: told once and where it is. And what is none.

#include "tests/rule/slips.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

TEST_P(Slips, AreToldOnceAndWhereTheyAre) {
  Files files = Changed(GetParam().file, GetParam().from, GetParam().to);
  // A table is only held against a field that it is looked up by.
  for (auto& [name, text] : files) {
    const std::size_t at = text.find("share > majority");
    if (name != "topic.yaml" || at == std::string::npos) continue;
    if (std::string(GetParam().to).find("weights") == std::string::npos) break;
    text.replace(at, 16, "lookup(\"weights\", area) > majority");
  }
  EXPECT_EQ(IssuesOf(files), GetParam().expected);
}

TEST(Slips, ThatAreNoneAreLetBe) {
  // A number with three decimals is one where numbers have decimals.
  EXPECT_EQ(StrictWords("share > 1.000"), "bool");
  EXPECT_EQ(StrictWords("amount > 1.5"), "bool");
  EXPECT_EQ(StrictWords("amount > 0.500"), "bool");
  EXPECT_EQ(IssuesOf(Changed("parameters.yaml", "value: 56", "value: 1.028")),
            "");
  // Codes of letters that no message begins with, or of another length.
  for (const char* code :
       {"code: E101", "code: K1", "code: R1", "code: R-101", "code: R1011"}) {
    EXPECT_EQ(IssuesOf(Changed("topic.yaml", "code: E5", code)), "") << code;
  }
  EXPECT_EQ(IssuesOf(Changed("language.yaml", "å: aa", "Å: aa")), "");
  // A '!' or ' #' in quotes, and a comment behind a whole condition.
  for (const char* condition :
       {"'!has(title)'", "\"!has(title) && paid\"", "paid # always",
        "'title.contains(\" # \")'", "title.contains(\"!a\")"}) {
    EXPECT_EQ(IssuesOf(Changed("topic.yaml", "title.contains(\"brobygger\")",
                               condition)),
              "")
        << condition;
  }
}

}  // namespace
}  // namespace sigte
