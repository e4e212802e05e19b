// SPDX-License-Identifier: MPL-2.0

// Whole messages for calls that cannot mean what they say.

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/checker_faults.h"

namespace sigte {
namespace {

using Case = CheckerFault;

INSTANTIATE_TEST_SUITE_P(
    Checker, CheckerFaults,
    testing::Values(
        Case{
            "UnknownFunction", "mention(title, 'interpreting')",
            R"(c.cel:1:1: error: unknown function 'mention'; did you mean 'mentions'? [R231 unknown-function]
    1 | mention(title, 'interpreting')
      | ^~~~~~~
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
            "NoSuchRow", "lookup('population', 174) > 3",
            R"(c.cel:1:22: error: the table 'population' has no row '174'; did you mean '147'? [R268 no-such-row]
    1 | lookup('population', 174) > 3
      |                      ^~~
)"},
        Case{
            "GroupFunctionOutside", "group_count() > 1",
            R"(c.cel:1:1: error: 'group_count' can only be used in a check with 'group_by' [R244 not-over-a-group]
    1 | group_count() > 1
      | ^~~~~~~~~~~
)"},
        Case{
            "QuantifierOverText", "title.all(x, true)",
            R"(c.cel:1:1: error: expected a list, found a text [R248 not-a-list]
    1 | title.all(x, true)
      | ^~~~~
)"},
        Case{
            "VariableHidesField", "groups.all(title, true)",
            R"(c.cel:1:12: error: 'title' is a name already [R253 variable-hides-name]
    1 | groups.all(title, true)
      |            ^~~~~
      = help: choose another name for the element of the list
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
