// SPDX-License-Identifier: MPL-2.0

// Whole messages for expressions that cannot mean what they say.
#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }
};

class CheckerFaults : public testing::TestWithParam<Case> {};

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
            "UnknownFunction", "mention(title, 'interpreting')",
            R"(c.cel:1:1: error: unknown function 'mention'; did you mean 'mentions'? [R231 unknown-function]
    1 | mention(title, 'interpreting')
      | ^~~~~~~
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
            "HasOfALiteral", "has('title')",
            R"(c.cel:1:5: error: expected a field of the schema, found a text [R237 wrong-argument]
    1 | has('title')
      |     ^~~~~~~
)"},
        Case{
            "UnknownDuty", "duty(purpose) == 'shall'",
            R"(c.cel:1:18: error: 'shall' is none of the values that can stand here; known: must, may [R235 unknown-choice]
    1 | duty(purpose) == 'shall'
      |                  ^~~~~~~
)"},
        Case{
            "UnknownChoiceInArms", "area == (paid ? 'work' : 'play')",
            R"(c.cel:1:26: error: 'play' is none of the values that can stand here; known: work, school [R235 unknown-choice]
    1 | area == (paid ? 'work' : 'play')
      |                          ^~~~~~
)"},
        Case{
            "TooFewArguments", "has()",
            R"(c.cel:1:1: error: arguments of 'has': expected 1, found 0 [R232 argument-count]
    1 | has()
      | ^~~
)"},
        Case{
            "TooManyArguments", "words(title, 2)",
            R"(c.cel:1:1: error: arguments of 'words': expected 1, found 2 [R232 argument-count]
    1 | words(title, 2)
      | ^~~~~
)"},
        Case{
            "MethodArguments", "title.contains()",
            R"(c.cel:1:7: error: arguments of 'contains': expected 1, found 0 [R232 argument-count]
    1 | title.contains()
      |       ^~~~~~~~
)"},
        Case{
            "NothingToCount", "at_least(1)",
            R"(c.cel:1:1: error: arguments of 'at_least': expected at least 2, found 1 [R232 argument-count]
    1 | at_least(1)
      | ^~~~~~~~
)"},
        Case{
            "CountOfNone", "at_least(0, paid, paid)",
            R"(c.cel:1:10: error: expected a whole number from 1 to 2, the number of conditions [R259 not-a-count]
    1 | at_least(0, paid, paid)
      |          ^
)"},
        Case{
            "CountNoWholeNumber", "at_least(1.0, paid, paid)",
            R"(c.cel:1:10: error: expected a whole number from 1 to 2, the number of conditions [R259 not-a-count]
    1 | at_least(1.0, paid, paid)
      |          ^~~
)"},
        Case{
            "CountOfNoConditions", "at_least(1, paid, paid, staff)",
            R"(c.cel:1:25: error: expected a truth value, found a number [R237 wrong-argument]
    1 | at_least(1, paid, paid, staff)
      |                         ^~~~~
)"},
        Case{
            "FunctionForMethod", "contains(title, 'x')",
            R"(c.cel:1:1: error: 'contains' is called as x.contains(…) [R250 wrong-form]
    1 | contains(title, 'x')
      | ^~~~~~~~
)"},
        Case{
            "QuantifierCalledAsAFunction", "exists(years(title), y, y > 3)",
            R"(c.cel:1:1: error: 'exists' is called as x.exists(y, …) [R250 wrong-form]
    1 | exists(years(title), y, y > 3)
      | ^~~~~~
)"},
        Case{
            "MisspeltQuantifier", "years(title).exist(y, y > 3)",
            R"(c.cel:1:14: error: unknown function 'exist'; did you mean 'exists'? [R231 unknown-function]
    1 | years(title).exist(y, y > 3)
      |              ^~~~~
)"},
        Case{
            "QuantifierThatThereIsNot", "years(title).filter(y, y > 3) == []",
            R"(c.cel:1:14: error: unknown function 'filter'; known: at_least, has, size, contains, startsWith, endsWith, matches, mentions, … (15 more) [R231 unknown-function]
    1 | years(title).filter(y, y > 3) == []
      |              ^~~~~~
)"},
        Case{
            "MethodForFunction", "title.words()",
            R"(c.cel:1:7: error: 'words' is called as words(…) [R250 wrong-form]
    1 | title.words()
      |       ^~~~~
)"},
        Case{
            "NumberForText", "words(share)",
            R"(c.cel:1:7: error: expected a text, found a number [R237 wrong-argument]
    1 | words(share)
      |       ^~~~~
)"},
        Case{
            "TextForSized", "size(staff)",
            R"(c.cel:1:6: error: expected a text or a list, found a number [R237 wrong-argument]
    1 | size(staff)
      |      ^~~~~
)"},
        Case{
            "NumberInContains", "title.contains(5)",
            R"(c.cel:1:16: error: expected a text, found a number [R237 wrong-argument]
    1 | title.contains(5)
      |                ^
)"},
        Case{
            "TermInNumber", "mentions(share, 'interpreting')",
            R"(c.cel:1:10: error: expected a text, found a number [R237 wrong-argument]
    1 | mentions(share, 'interpreting')
      |          ^~~~~
)"},
        Case{
            "TermInList", "mentions(groups, 'interpreting')",
            R"(c.cel:1:10: error: expected a text, found a list [R237 wrong-argument]
    1 | mentions(groups, 'interpreting')
      |          ^~~~~~
)"},
        Case{
            "TermWithoutQuotes", "mentions(title, title)",
            R"(c.cel:1:17: error: expected a text in quotes [R239 not-a-literal]
    1 | mentions(title, title)
      |                 ^~~~~
)"},
        Case{
            "UnknownTerm", "mentions(title, 'interpretin')",
            R"(c.cel:1:17: error: unknown term 'interpretin'; did you mean 'interpreting'? [R238 unknown-term]
    1 | mentions(title, 'interpretin')
      |                 ^~~~~~~~~~~~~
)"},
        Case{
            "UnknownOtherTerm", "together(title, 'interpreting', 'zzz')",
            R"(c.cel:1:33: error: unknown term 'zzz'; known: interpreting [R238 unknown-term]
    1 | together(title, 'interpreting', 'zzz')
      |                                 ^~~~~
)"},
        Case{
            "UnknownLaw", "cites(purpose, 'sericeloven § 18')",
            R"(c.cel:1:16: error: 'sericeloven § 18' is no law or provision of laws.yaml; did you mean 'serviceloven § 18'? [R240 unknown-law]
    1 | cites(purpose, 'sericeloven § 18')
      |                ^~~~~~~~~~~~~~~~~~
)"},
        Case{
            "LawWithoutQuotes", "cites(purpose, title)",
            R"(c.cel:1:16: error: expected a text in quotes [R239 not-a-literal]
    1 | cites(purpose, title)
      |                ^~~~~
)"},
        Case{
            "UnknownTable", "lookup('populaton', municipality)",
            R"(c.cel:1:8: error: unknown table 'populaton'; did you mean 'population'? [R241 unknown-table]
    1 | lookup('populaton', municipality)
      |        ^~~~~~~~~~~
)"},
        Case{
            "WrongKey", "lookup('population', title)",
            R"(c.cel:1:22: error: expected a number, found a text [R237 wrong-argument]
    1 | lookup('population', title)
      |                      ^~~~~
)"},
        Case{
            "BadRegex", "title.matches('(')",
            R"(c.cel:1:15: error: the regular expression cannot be read: ')' is missing, in '(' [R242 bad-regex]
    1 | title.matches('(')
      |               ^~~
)"},
        Case{
            "ComputedRegex", "title.matches(purpose)",
            R"(c.cel:1:15: error: expected a text in quotes [R239 not-a-literal]
    1 | title.matches(purpose)
      |               ^~~~~~~
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
            "NoSuchRow", "lookup('population', 174) > 3",
            R"(c.cel:1:22: error: the table 'population' has no row '174'; did you mean '147'? [R268 no-such-row]
    1 | lookup('population', 174) > 3
      |                      ^~~
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
            R"(c.cel:1:7: error: a text cannot be set against a number [R234 different-kinds]
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
            "GroupFunctionOutside", "group_count() > 1",
            R"(c.cel:1:1: error: 'group_count' can only be used in a check with 'group_by' [R244 not-over-a-group]
    1 | group_count() > 1
      | ^~~~~~~~~~~
)"},
        Case{
            "ListExpected", "title in area",
            R"(c.cel:1:10: error: expected a list, found a text [R248 not-a-list]
    1 | title in area
      |          ^~~~
)"},
        Case{
            "QuantifierOverText", "title.all(x, true)",
            R"(c.cel:1:1: error: expected a list, found a text [R248 not-a-list]
    1 | title.all(x, true)
      | ^~~~~
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
            "VariableHidesField", "groups.all(title, true)",
            R"(c.cel:1:12: error: 'title' is a name already [R253 variable-hides-name]
    1 | groups.all(title, true)
      |            ^~~~~
      = help: choose another name for the element of the list
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
