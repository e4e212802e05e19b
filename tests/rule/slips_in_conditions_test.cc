// SPDX-License-Identifier: MPL-2.0

// Whole messages for slips in conditions.

#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

struct Condition {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const Condition& c, std::ostream* out) { *out << c.text; }
};

class ConditionSlips : public testing::TestWithParam<Condition> {};

TEST_P(ConditionSlips, AreToldOnceAndWhereTheyAre) {
  EXPECT_EQ(StrictWords(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, ConditionSlips,
    testing::Values(
        Condition{
            "ChoiceWithoutQuotes", "area == school",
            R"(c.cel:1:9: error: 'school' is one of the field's values and must stand in quotes [R261 choice-without-quotes]
    1 | area == school
      |         ^~~~~~
      = help: write "school"
)"},
        Condition{
            "ChoiceWithoutQuotesOnTheLeft", "school != area",
            R"(c.cel:1:1: error: 'school' is one of the field's values and must stand in quotes [R261 choice-without-quotes]
    1 | school != area
      | ^~~~~~
      = help: write "school"
)"},
        Condition{
            "ChoiceWithoutQuotesInAList", "area in [school, \"work\"]",
            R"(c.cel:1:10: error: 'school' is one of the field's values and must stand in quotes [R261 choice-without-quotes]
    1 | area in [school, "work"]
      |          ^~~~~~
      = help: write "school"
)"},
        Condition{
            "ThousandsPoint", "amount > 1.000",
            R"(c.cel:1:10: error: '1.000' is the number 1; the point is a decimal point [R262 thousands-point]
    1 | amount > 1.000
      |          ^~~~~
      = help: write 1000 if thousands are meant
)"},
        Condition{
            "ThousandsPointOnTheLeft", "12.500 <= amount",
            R"(c.cel:1:1: error: '12.500' is the number 12.5; the point is a decimal point [R262 thousands-point]
    1 | 12.500 <= amount
      | ^~~~~~
      = help: write 12500 if thousands are meant
)"},
        Condition{
            "DecimalComma", "share > 1,5",
            R"(c.cel:1:9: error: decimals are written with a point [R263 decimal-comma]
    1 | share > 1,5
      |         ^~~
      = help: write 1.5
)"},
        Condition{
            "WordForEquals", "area is \"work\"",
            R"(c.cel:1:6: error: use '==' in place of 'is' [R203 word-operator]
    1 | area is "work"
      |      ^~
)"},
        Condition{
            "ParameterBeyondTheConditions",
            "at_least(majority, paid, has(title))",
            R"(c.cel:1:10: error: the parameter 'majority' is 56 (parameters.yaml:2:16); expected a whole number from 1 to 2, the number of conditions [R260 parameter-not-a-count]
    1 | at_least(majority, paid, has(title))
      |          ^~~~~~~~
      = help: correct the parameter, or write the number here
)"},
        Condition{
            "NumberBeyondTheConditions", "at_least(3, paid, has(title))",
            R"(c.cel:1:10: error: expected a whole number from 1 to 2, the number of conditions [R259 not-a-count]
    1 | at_least(3, paid, has(title))
      |          ^
)"},
        Condition{
            "MisspeltLaw", "cites(content, \"servicelov § 18\")",
            R"(c.cel:1:16: error: 'servicelov § 18' is no law or provision of laws.yaml; did you mean 'serviceloven § 18'? [R240 unknown-law]
    1 | cites(content, "servicelov § 18")
      |                ^~~~~~~~~~~~~~~~~
)"},
        Condition{
            "UnknownLaw", "cites(content, \"xyz § 18\")",
            R"(c.cel:1:16: error: 'xyz § 18' is no law or provision of laws.yaml; known: service_act [R240 unknown-law]
    1 | cites(content, "xyz § 18")
      |                ^~~~~~~~~~
)"},
        Condition{
            "UnreadableProvision", "cites(content, \"serviceloven stk\")",
            R"(c.cel:1:16: error: 'stk' behind 'serviceloven' is no provision that can be read [R264 unreadable-provision]
    1 | cites(content, "serviceloven stk")
      |                ^~~~~~~~~~~~~~~~~~
      = help: write it with the marks and numbers of laws, as in laws.yaml
)"},
        Condition{
            "CodeForAName", "E5 && paid",
            R"(c.cel:1:1: error: 'E5' is a code; expected the rule's name [R181 code-not-name]
    1 | E5 && paid
      | ^~
      = help: write 'interpreting'
)"},
        Condition{
            "OperatorTurned", "amount => 3",
            R"(c.cel:1:8: error: '=>' is no comparison; its signs are swapped [R265 operator-turned]
    1 | amount => 3
      |        ^~
      = help: write '>=' or '<='
)"},
        Condition{
            "ChainedComparison", "1 < amount < 5",
            R"(c.cel:1:12: error: a comparison cannot be compared again [R266 chained-comparison]
    1 | 1 < amount < 5
      |            ^
      = help: write two with '&&' between them: 1 < x && x < 5
)"},
        Condition{
            "IsNull", "title is null",
            R"(c.cel:1:7: error: 'is null' cannot be used; has says whether there is an answer [R277 asks-for-nothing]
    1 | title is null
      |       ^~~~~~~
      = help: write !has(title)
)"},
        Condition{
            "IsNotMissing", "paid && title is not missing",
            R"(c.cel:1:15: error: 'is not missing' cannot be used; has says whether there is an answer [R277 asks-for-nothing]
    1 | paid && title is not missing
      |               ^~~~~~~~~~~~~~
      = help: write has(title)
)"},
        Condition{
            "IsMissingBehindABracket", "(title) is missing",
            R"(c.cel:1:9: error: 'is missing' cannot be used; has says whether there is an answer [R277 asks-for-nothing]
    1 | (title) is missing
      |         ^~~~~~~~~~
      = help: write !has(x)
)"},
        Condition{
            "WordsForNotEqual", "area is not \"work\"",
            R"(c.cel:1:6: error: use '!=' in place of 'is not' [R203 word-operator]
    1 | area is not "work"
      |      ^~~~~~
)"},
        Condition{"NotInInWords", "area not in [\"work\"]",
                  R"(c.cel:1:6: error: 'not in' cannot be used [R278 not-in]
    1 | area not in ["work"]
      |      ^~~~~~
      = help: write !(area in …)
)"},
        Condition{"NotInWithASign", "paid && area !in [\"work\"]",
                  R"(c.cel:1:14: error: '!in' cannot be used [R278 not-in]
    1 | paid && area !in ["work"]
      |              ^~~
      = help: write !(area in …)
)"},
        Condition{
            "NotBeforeIn", "!area in [\"work\", \"school\"]",
            R"(c.cel:1:1: error: '!' applies to 'area' alone here, not to the comparison [R279 not-before-comparison]
    1 | !area in ["work", "school"]
      | ^
      = help: write !(area in ["work", "school"])
)"},
        Condition{
            "NotBeforeEquals", "paid || !area == \"work\"",
            R"(c.cel:1:9: error: '!' applies to 'area' alone here, not to the comparison [R279 not-before-comparison]
    1 | paid || !area == "work"
      |         ^
      = help: write area != "work"
)"},
        Condition{
            "NotBeforeLess", "!amount < 3",
            R"(c.cel:1:1: error: '!' applies to 'amount' alone here, not to the comparison [R279 not-before-comparison]
    1 | !amount < 3
      | ^
      = help: write amount >= 3
)"},
        Condition{
            "NotBeforeAnUnknownName", "!aera == \"work\"",
            R"(c.cel:1:2: error: unknown name 'aera'; did you mean 'area'? [R230 unknown-name]
    1 | !aera == "work"
      |  ^~~~
)"},
        Condition{"NotOfATruthValueMayBeCompared", "!paid == true", "bool"},
        Condition{
            "ThreeSignsForEquals", "1 === 1",
            R"(c.cel:1:3: error: '===' has one sign too many [R275 sign-too-many]
    1 | 1 === 1
      |   ^~~
      = help: write '=='
)"},
        Condition{
            "ThreeSignsForNotEqual", "amount !== 1",
            R"(c.cel:1:8: error: '!==' has one sign too many [R275 sign-too-many]
    1 | amount !== 1
      |        ^~~
      = help: write '!='
)"},
        Condition{"OneSignForAtLeast", "amount ≥ 1",
                  R"(c.cel:1:8: error: '≥' is written '>=' [R274 sign-of-two]
    1 | amount ≥ 1
      |        ^
)"},
        Condition{"OneSignForAtMost", "amount ≤ 1",
                  R"(c.cel:1:8: error: '≤' is written '<=' [R274 sign-of-two]
    1 | amount ≤ 1
      |        ^
)"},
        Condition{"OneSignForNotEqual", "amount ≠ 1",
                  R"(c.cel:1:8: error: '≠' is written '!=' [R274 sign-of-two]
    1 | amount ≠ 1
      |        ^
)"},
        Condition{
            "PerCent", "share > 50%",
            R"(c.cel:1:9: error: '%' behind a number is no per cent but the remainder of a division [R276 percent-sign]
    1 | share > 50%
      |         ^~~
      = help: write 50 without '%'
)"},
        Condition{
            "PerCentBeforeMore", "share >= 0.5 % && paid",
            R"(c.cel:1:10: error: '%' behind a number is no per cent but the remainder of a division [R276 percent-sign]
    1 | share >= 0.5 % && paid
      |          ^~~~~
      = help: write 0.5 without '%'
)"},
        Condition{"RemainderOfANumber", "50 % amount == 3", "bool"},
        Condition{
            "TruthInLargeLetters", "paid == TRUE",
            R"(c.cel:1:9: error: unknown name 'TRUE'; did you mean 'true'? [R230 unknown-name]
    1 | paid == TRUE
      |         ^~~~
)"},
        Condition{
            "UntruthInLargeLetters", "paid == FALSE",
            R"(c.cel:1:9: error: unknown name 'FALSE'; did you mean 'false'? [R230 unknown-name]
    1 | paid == FALSE
      |         ^~~~~
)"},
        Condition{
            "NothingInLargeLetters", "title == NULL",
            R"(c.cel:1:10: error: unknown name 'NULL'; did you mean 'null'? [R230 unknown-name]
    1 | title == NULL
      |          ^~~~
)"},
        Condition{
            "SumOfATextAndANumber", "title + 1 == \"x\"",
            R"(c.cel:1:7: error: '+' takes two numbers or two texts, not a text and a number [R280 sum-of-kinds]
    1 | title + 1 == "x"
      |       ^
)"},
        Condition{
            "ReservedVariable", "[1].all(null, true)",
            R"(c.cel:1:9: error: 'null' is a word of the language of conditions and cannot be the element of the list [R282 reserved-variable]
    1 | [1].all(null, true)
      |         ^~~~
      = help: choose another name for the element of the list
)"},
        Condition{
            "ReservedVariableIn", "[1].exists(in, in > 0)",
            R"(c.cel:1:12: error: 'in' is a word of the language of conditions and cannot be the element of the list [R282 reserved-variable]
    1 | [1].exists(in, in > 0)
      |            ^~
      = help: choose another name for the element of the list
)"},
        Condition{
            "TruthInCapitals", "paid == True",
            R"(c.cel:1:9: error: unknown name 'True'; did you mean 'true'? [R230 unknown-name]
    1 | paid == True
      |         ^~~~
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
