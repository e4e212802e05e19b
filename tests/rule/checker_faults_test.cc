// SPDX-License-Identifier: MPL-2.0

// Whole messages for expressions that cannot mean what they say.

#include "tests/rule/checker_faults.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Case = CheckerFault;

TEST_P(CheckerFaults, AreSaidWithACaret) {
  EXPECT_EQ(StrictWords(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Checker, CheckerFaults,
    testing::Values(
        Case{
            "UnknownName", "titel == 'x'",
            R"(c.cel:1:1: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
    1 | titel == 'x'
      | ^~~~~
)"},
        Case{
            "UnknownNameFarFromAll", "zzzzzz",
            R"(c.cel:1:1: error: unknown name 'zzzzzz'; known: id, title, content, purpose, share, staff, paid, area, … (9 more) [R230 unknown-name]
    1 | zzzzzz
      | ^~~~~~
)"},
        Case{
            "TextAgainstNumber", "title > 5",
            R"(c.cel:1:7: error: a text cannot be set against a number [R234 different-kinds]
    1 | title > 5
      |       ^
)"},
        Case{
            "NumberAgainstText", "share == '50'",
            R"(c.cel:1:7: error: a number cannot be set against a text [R234 different-kinds]
    1 | share == '50'
      |       ^~
)"},
        Case{
            "TruthAgainstNumber", "paid == 1",
            R"(c.cel:1:6: error: a truth value cannot be set against a number [R234 different-kinds]
    1 | paid == 1
      |      ^~
)"},
        Case{
            "TextInLogic", "title && paid",
            R"(c.cel:1:1: error: expected a truth value, found a text [R233 not-a-condition]
    1 | title && paid
      | ^~~~~
)"},
        Case{
            "NumberInNot", "!share",
            R"(c.cel:1:2: error: expected a truth value, found a number [R233 not-a-condition]
    1 | !share
      |  ^~~~~
)"},
        Case{
            "NumberAsCondition", "share ? 1 : 2",
            R"(c.cel:1:1: error: expected a truth value, found a number [R233 not-a-condition]
    1 | share ? 1 : 2
      | ^~~~~
)"},
        Case{
            "UnknownChoice", "area == 'wrok'",
            R"(c.cel:1:9: error: 'wrok' is none of the values that can stand here; did you mean 'work'? [R235 unknown-choice]
    1 | area == 'wrok'
      |         ^~~~~~
)"},
        Case{
            "UnknownChoiceOnTheLeft", "'home' != area",
            R"(c.cel:1:1: error: 'home' is none of the values that can stand here; known: work, school [R235 unknown-choice]
    1 | 'home' != area
      | ^~~~~~
)"},
        Case{
            "UnknownChoiceInList", "area in ['work', 'scool']",
            R"(c.cel:1:18: error: 'scool' is none of the values that can stand here; did you mean 'school'? [R235 unknown-choice]
    1 | area in ['work', 'scool']
      |                  ^~~~~~~
)"},
        Case{
            "UnknownChoiceOfListField", "'refugee' in groups",
            R"(c.cel:1:1: error: 'refugee' is none of the values that can stand here; did you mean 'refugees'? [R235 unknown-choice]
    1 | 'refugee' in groups
      | ^~~~~~~~~
)"},
        Case{
            "UnknownChoiceOfElement", "groups.exists(g, g == 'family')",
            R"(c.cel:1:23: error: 'family' is none of the values that can stand here; known: refugees, families [R235 unknown-choice]
    1 | groups.exists(g, g == 'family')
      |                       ^~~~~~~~
)"},
        Case{
            "UnknownNumberChoice", "2017 in years_run",
            R"(c.cel:1:1: error: '2017' is none of the values that can stand here; did you mean '2018'? [R235 unknown-choice]
    1 | 2017 in years_run
      | ^~~~
)"},
        Case{
            "UnknownNumberChoiceOfElement", "years_run.all(y, y != 1.5)",
            R"(c.cel:1:23: error: '1.5' is none of the values that can stand here; known: 2018, 2019 [R235 unknown-choice]
    1 | years_run.all(y, y != 1.5)
      |                       ^~~
)"},
        Case{
            "ListOfSeveralKinds", "staff in [1, '2', null]",
            R"(c.cel:1:14: error: a number cannot be set against a text [R234 different-kinds]
    1 | staff in [1, '2', null]
      |              ^~~
)"},
        Case{
            "UnknownChoiceInArms", "area == (paid ? 'work' : 'play')",
            R"(c.cel:1:26: error: 'play' is none of the values that can stand here; known: work, school [R235 unknown-choice]
    1 | area == (paid ? 'work' : 'play')
      |                          ^~~~~~
)"},
        Case{
            "ComparedWithNull", "title == null",
            R"(c.cel:1:7: error: a comparison with null is always unknown [R236 compared-with-null]
    1 | title == null
      |       ^~
      = help: use has(x) or !has(x)
)"},
        Case{
            "ComparedWithAMarker", "title == ' - ' || '?' != content",
            R"(c.cel:1:10: error: no answer is ' - ': it says that the answer is missing [R267 never-a-value]
    1 | title == ' - ' || '?' != content
      |          ^~~~~
      = help: use has(x) or !has(x)
c.cel:1:19: error: no answer is '?': it says that the answer is missing [R267 never-a-value]
    1 | title == ' - ' || '?' != content
      |                   ^~~
      = help: use has(x) or !has(x)
)"},
        Case{
            "BlankInAList", "title in ['x', '']",
            R"(c.cel:1:16: error: no answer is '': it says that the answer is missing [R267 never-a-value]
    1 | title in ['x', '']
      |                ^~
      = help: use has(x) or !has(x)
)"},
        Case{
            "ListsOfOtherKinds", "groups == [1]",
            R"(c.cel:1:8: error: a list of texts cannot be set against a list of numbers [R234 different-kinds]
    1 | groups == [1]
      |        ^~
)"},
        Case{
            "NullInList", "null in groups",
            R"(c.cel:1:6: error: a comparison with null is always unknown [R236 compared-with-null]
    1 | null in groups
      |      ^~
      = help: use has(x) or !has(x)
)"},
        Case{
            "DivisionByZero", "share / 0",
            R"(c.cel:1:7: error: division by zero is always unknown [R243 division-by-zero]
    1 | share / 0
      |       ^
)"},
        Case{
            "RemainderByZero", "staff % 0",
            R"(c.cel:1:7: error: division by zero is always unknown [R243 division-by-zero]
    1 | staff % 0
      |       ^
)"},
        Case{
            "TextMinus", "title - 1",
            R"(c.cel:1:1: error: expected a number, found a text [R245 not-a-number]
    1 | title - 1
      | ^~~~~
)"},
        Case{
            "TextPlusNumber", "title + 1",
            R"(c.cel:1:7: error: '+' takes two numbers or two texts, not a text and a number [R280 sum-of-kinds]
    1 | title + 1
      |       ^
)"},
        Case{
            "MinusText", "-title",
            R"(c.cel:1:2: error: expected a number, found a text [R245 not-a-number]
    1 | -title
      |  ^~~~~
)"},
        Case{
            "ListExpected", "title in area",
            R"(c.cel:1:10: error: expected a list, found a text [R248 not-a-list]
    1 | title in area
      |          ^~~~
)"},
        Case{
            "OrderOfTruth", "paid < true",
            R"(c.cel:1:6: error: a truth value cannot be greater or less [R249 no-order]
    1 | paid < true
      |      ^
)"},
        Case{
            "OrderOfLists", "groups < ['a']",
            R"(c.cel:1:8: error: a list cannot be greater or less [R249 no-order]
    1 | groups < ['a']
      |        ^
)"},
        Case{
            "ElementOfOtherKind", "5 in groups",
            R"(c.cel:1:3: error: a number cannot be set against a text [R234 different-kinds]
    1 | 5 in groups
      |   ^~
)"},
        Case{
            "CheckInCondition", "twice && paid",
            R"(c.cel:1:1: error: 'twice' is a check and cannot be used in a condition [R246 check-in-condition]
    1 | twice && paid
      | ^~~~~
)"},
        Case{
            "ArmsOfOtherKinds", "paid ? 1 : 'x'",
            R"(c.cel:1:6: error: the two results are of different kinds: a number and a text [R255 different-arms]
    1 | paid ? 1 : 'x'
      |      ^
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
