// SPDX-License-Identifier: MPL-2.0

// A name of several fields is read by functions that search all of them, and
// has no value by itself.

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

/// What is said of `description` at that column of the condition.
std::string Refused(const std::string& condition, std::size_t column) {
  return "c.cel:1:" + std::to_string(column) +
         ": error: 'description' is several fields read as one text (title, "
         "content) and cannot be used here [R281 several-fields]\n    1 | " +
         condition + "\n      | " + std::string(column - 1, ' ') +
         "^~~~~~~~~~~\n"
         "      = help: name one of the fields, or put the name first in has, "
         "size, words, years, contains, startsWith, endsWith, matches, "
         "mentions, supplements, negates, together, cites, duty or in_force\n";
}

TEST(SeveralFields, AreReadByFunctionsOfTexts) {
  for (const char* condition :
       {"has(description)", "size(description) > 3", "words(description) > 3",
        "2019 in years(description)", "description.contains('x')",
        "description.startsWith('x')", "description.endsWith('x')",
        "description.matches('x')", "description.size() > 3",
        "mentions(description, 'interpreting')",
        "supplements(description, 'interpreting')",
        "negates(description, 'interpreting')",
        "together(description, 'interpreting', 'interpreting')",
        "cites(description, 'serviceloven § 18')",
        "duty(description) == 'must'", "in_force(description)"}) {
    EXPECT_EQ(StrictWords(condition), "bool") << condition;
  }
}

TEST(SeveralFields, AreNothingAlone) {
  for (const auto& [condition, column] :
       {std::pair<std::string, std::size_t>{"description == 'x'", 1},
        {"'x' != description", 8},
        {"description in ['a', 'b']", 1},
        {"description < 'x'", 1},
        {"mentions(description + title, 'interpreting')", 10},
        {"title in [description]", 11},
        {"title.contains(description)", 16},
        {"has(title) ? description : title", 14},
        {"description", 1},
        {"!description", 2},
        {"description.exists(x, x == 'a')", 1},
        {"lookup('population', description) > 3", 22}}) {
    EXPECT_EQ(StrictWords(condition), Refused(condition, column));
  }
}

// A misspelt function may be one that reads them.
TEST(SeveralFields, AreNotBlamedForAnUnknownFunction) {
  EXPECT_EQ(
      StrictWords("mention(description, 'interpreting')"),
      R"(c.cel:1:1: error: unknown function 'mention'; did you mean 'mentions'? [R231 unknown-function]
    1 | mention(description, 'interpreting')
      | ^~~~~~~
)");
}

// An expression of its own would be worked out over the first field.
TEST(SeveralFields, AreNothingAloneInAnExpressionOfItsOwn) {
  CheckScope scope;
  scope.ruleset = &GoodRuleset();
  scope.lenient = true;
  EXPECT_EQ(CheckWords(scope, "description == 'x'"),
            Refused("description == 'x'", 1));
  EXPECT_EQ(CheckWords(scope, "size(description) > 3"), "bool");
}

}  // namespace
}  // namespace sigte
