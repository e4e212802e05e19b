// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/checker.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

std::string Leniently(const std::string& text) {
  CheckScope scope;
  scope.ruleset = &GoodRuleset();
  scope.lenient = true;
  return CheckWords(scope, text);
}

std::string InGroupCheck(const std::string& text) {
  CheckScope scope;
  scope.ruleset = &GoodRuleset();
  scope.rule = GoodRuleset().FindRule("twice");
  return CheckWords(scope, text);
}

// The field would be read as one thing inside and as another outside.
TEST(Checker, RefusesAVariableThatHidesANameInAnExpressionOfItsOwnToo) {
  CheckScope scope;
  scope.ruleset = &GoodRuleset();
  scope.lenient = true;
  EXPECT_EQ(
      CheckWords(scope, "[1, 2].all(title, title > 0)"),
      R"(c.cel:1:12: error: 'title' is a name already [R253 variable-hides-name]
    1 | [1, 2].all(title, title > 0)
      |            ^~~~~
      = help: choose another name for the element of the list
)");
}

TEST(Checker, KnowsTheTypeOfEveryForm) {
  EXPECT_EQ(StrictWords("paid"), "bool");
  EXPECT_EQ(StrictWords("staff + 1"), "int");
  EXPECT_EQ(StrictWords("share * 2"), "decimal");
  EXPECT_EQ(StrictWords("title + 'x'"), "text");
  EXPECT_EQ(StrictWords("groups"), "texts");
  EXPECT_EQ(StrictWords("[1, 2.5]"), "decimals");
  EXPECT_EQ(StrictWords("[1, 'a']"), "anys");
  EXPECT_EQ(StrictWords("[]"), "anys");
  EXPECT_EQ(StrictWords("years(title)"), "ints");
  EXPECT_EQ(StrictWords("duty(title)"), "text");
  EXPECT_EQ(StrictWords("size(description)"), "int");
  EXPECT_EQ(StrictWords("majority"), "int");
  EXPECT_EQ(StrictWords("mediator"), "bool");
  EXPECT_EQ(StrictWords("size(groups) + size(title)"), "int");
  EXPECT_EQ(StrictWords("title.size()"), "int");
  EXPECT_EQ(StrictWords("paid ? 1 : 0.5"), "decimal");
  EXPECT_EQ(StrictWords("null"), "any");
  EXPECT_EQ(StrictWords("lookup('population', municipality)"), "decimal");
  EXPECT_EQ(StrictWords("groups.exists(g, g == 'families')"), "bool");
  EXPECT_EQ(StrictWords("area in ['work', 'school']"), "bool");
  EXPECT_EQ(StrictWords("'refugees' in groups"), "bool");
  EXPECT_EQ(StrictWords("years_run.all(y, y in years(title))"), "bool");
  EXPECT_EQ(StrictWords("2018 in years_run || 2019.0 in years_run"), "bool");
  EXPECT_EQ(StrictWords("staff in (true ? [1, null] : [2])"), "bool");
  EXPECT_EQ(StrictWords("staff == 1.5"), "bool");
  EXPECT_EQ(StrictWords("-share"), "decimal");
  EXPECT_EQ(StrictWords("title == 'x' || null"), "bool");
  EXPECT_EQ(StrictWords("cites(title, 'serviceloven § 18') && in_force(title)"),
            "bool");
  EXPECT_EQ(
      StrictWords("together(description, 'interpreting', 'interpreting')"),
      "bool");
  EXPECT_EQ(StrictWords("groups.exists(g, mentions(g, 'interpreting'))"),
            "bool");
  EXPECT_EQ(StrictWords("negates(title + ' ' + title, 'interpreting')"),
            "bool");
  EXPECT_EQ(StrictWords("supplements('beside it', 'interpreting')"), "bool");
  EXPECT_EQ(StrictWords("title.matches(r'\\d+')"), "bool");
  EXPECT_EQ(StrictWords("staff / 2"), "int");
}

TEST(Checker, LetsGroupFunctionsIntoChecksOverAGroup) {
  EXPECT_EQ(InGroupCheck("group_count(paid)"), "int");
  EXPECT_EQ(InGroupCheck("group_median(amount) > 1"), "bool");
}

// Whatever the record, it would find the same.
TEST(Checker, LetsNoRuleSearchItsOwnWords) {
  EXPECT_EQ(
      InGroupCheck("mentions('tolk', 'interpreting')"),
      R"(c.cel:1:10: error: expected a text of the record; this one stands in the rule itself [R257 text-of-the-rule]
    1 | mentions('tolk', 'interpreting')
      |          ^~~~~~
)");
}

// At run time an operand of the wrong kind makes the value unknown.
TEST(Checker, ForgivesTypesButNotNamesWhereItIsLenient) {
  EXPECT_EQ(Leniently("title > 5 && 1"), "bool");
  EXPECT_EQ(Leniently("'x'.matches('(')"), "bool");
  EXPECT_EQ(Leniently("title == null"), "bool");
  EXPECT_EQ(Leniently("1 + 'x' == 5"), "bool");
  EXPECT_EQ(
      Leniently("titel"),
      R"(c.cel:1:1: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
    1 | titel
      | ^~~~~
)");
  EXPECT_EQ(
      Leniently("nope(1)"),
      R"(c.cel:1:1: error: unknown function 'nope'; known: at_least, has, size, contains, startsWith, endsWith, matches, mentions, … (15 more) [R231 unknown-function]
    1 | nope(1)
      | ^~~~
)");
  EXPECT_EQ(
      Leniently("size()"),
      R"(c.cel:1:1: error: arguments of 'size': expected 1, found 0 [R232 argument-count]
    1 | size()
      | ^~~~
)");
  EXPECT_EQ(
      Leniently("mentions(title, 'zz')"),
      R"(c.cel:1:17: error: unknown term 'zz'; known: interpreting [R238 unknown-term]
    1 | mentions(title, 'zz')
      |                 ^~~~
)");
}

TEST(Checker, TakesUntypedNamesAndNoRulesetAtAll) {
  CheckScope scope;
  scope.lenient = true;
  scope.untyped_names = {"extra"};
  EXPECT_EQ(CheckWords(scope, "extra > 5"), "bool");
  EXPECT_EQ(CheckWords(scope, "[1].all(x, x > extra)"), "bool");
}

TEST(Checker, RefusesGroupFunctionsThatCannotBe) {
  EXPECT_EQ(
      InGroupCheck("group_count(group_count() > 1) > 1"),
      R"(c.cel:1:13: error: 'group_count' cannot stand within another group function [R258 nested-group]
    1 | group_count(group_count() > 1) > 1
      |             ^~~~~~~~~~~
)");
  EXPECT_EQ(
      InGroupCheck("group_sum(title) > 1"),
      R"(c.cel:1:11: error: expected a number, found a text [R237 wrong-argument]
    1 | group_sum(title) > 1
      |           ^~~~~
)");
}

}  // namespace
}  // namespace sigte
