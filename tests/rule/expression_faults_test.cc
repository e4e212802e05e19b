// SPDX-License-Identifier: MPL-2.0

// Whole messages for everything that is no expression.
#include <ostream>
#include <string>

#include "engine/rule/parser.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

std::string Faults(const std::string& text) {
  const Source source("c.cel", text);
  IssueList issues;
  EXPECT_EQ(ParseExpression(text, &source, {}, &issues), nullptr);
  EXPECT_EQ(issues.issues().size(), 1u);
  return Words(issues);
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }
};

class ExpressionFaults : public testing::TestWithParam<Case> {};

TEST_P(ExpressionFaults, SayWhatWasExpected) {
  EXPECT_EQ(Faults(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Parser, ExpressionFaults,
    testing::Values(
        Case{
            "Nothing", "",
            R"(c.cel:1:1: error: a condition is missing here [R214 no-expression]
    1 |
      | ^
)"},
        Case{
            "OnlyBlanks", "  ",
            R"(c.cel:1:3: error: a condition is missing here [R214 no-expression]
    1 |   
      |   ^
)"},
        Case{
            "SingleEquals", "a = b",
            R"(c.cel:1:3: error: '=' is no comparison; use '==' [R202 single-equals]
    1 | a = b
      |   ^
)"},
        Case{
            "WordAnd", "a and b",
            R"(c.cel:1:3: error: use '&&' in place of 'and' [R203 word-operator]
    1 | a and b
      |   ^~~
)"},
        Case{"WordOr", "f(a OR b)",
             R"(c.cel:1:5: error: use '||' in place of 'OR' [R203 word-operator]
    1 | f(a OR b)
      |     ^~
)"},
        Case{"WordNot", "not a",
             R"(c.cel:1:1: error: use '!' in place of 'not' [R203 word-operator]
    1 | not a
      | ^~~
)"},
        Case{"WordNotWithBrackets", "not (a)",
             R"(c.cel:1:1: error: use '!' in place of 'not' [R203 word-operator]
    1 | not (a)
      | ^~~
)"},
        Case{"SingleAnd", "a & b",
             R"(c.cel:1:3: error: use '&&' in place of '&' [R204 single-and]
    1 | a & b
      |   ^
)"},
        Case{"SingleOr", "a | b",
             R"(c.cel:1:3: error: use '||' in place of '|' [R217 single-or]
    1 | a | b
      |   ^
)"},
        Case{
            "SqlNotEqual", "a <> b",
            R"(c.cel:1:3: error: use '!=' in place of '<>' [R205 not-equal-sign]
    1 | a <> b
      |   ^~
)"},
        Case{
            "OpenText", "a == 'x",
            R"(c.cel:1:6: error: the text is not closed by ' [R206 text-not-closed]
    1 | a == 'x
      |      ^
)"},
        Case{
            "OpenTextAtLineEnd",
            "a == \"x\n"
            "\"",
            R"(c.cel:1:6: error: the text is not closed by " [R206 text-not-closed]
    1 | a == "x
      |      ^
)"},
        Case{
            "OpenTripledText", "'''x''",
            R"(c.cel:1:1: error: the text is not closed by ''' [R206 text-not-closed]
    1 | '''x''
      | ^
)"},
        Case{
            "TypographicQuote", "a == “x”",
            R"(c.cel:1:6: error: '“' is a typographic quotation mark; use " or ' [R207 typographic-quote]
    1 | a == “x”
      |      ^
)"},
        Case{
            "TypographicApostrophe", "a == ’x’",
            R"(c.cel:1:6: error: '’' is a typographic quotation mark; use " or ' [R207 typographic-quote]
    1 | a == ’x’
      |      ^
)"},
        Case{"OpenBracket", "(a && [b, c)",
             R"(c.cel:1:7: error: '[' is not closed [R208 bracket-not-closed]
    1 | (a && [b, c)
      |       ^
)"},
        Case{"OpenCall", "f(a, b",
             R"(c.cel:1:2: error: '(' is not closed [R208 bracket-not-closed]
    1 | f(a, b
      |  ^
)"},
        Case{
            "ClosedTooMuch", "a)",
            R"(c.cel:1:2: error: ')' closes what was not opened [R209 bracket-not-opened]
    1 | a)
      |  ^
)"},
        Case{"WrongBracket", "f(a]",
             R"(c.cel:1:2: error: '(' is not closed [R208 bracket-not-closed]
    1 | f(a]
      |  ^
)"},
        Case{
            "MissingOperand", "a &&",
            R"(c.cel:1:5: error: expected a value, found the end [R201 unexpected]
    1 | a &&
      |     ^
)"},
        Case{"MissingLeftOperand", "&& a",
             R"(c.cel:1:1: error: expected a value, found '&&' [R201 unexpected]
    1 | && a
      | ^~
)"},
        Case{
            "TwoNames", "a b",
            R"(c.cel:1:3: error: expected an operator or the end, found 'b' [R201 unexpected]
    1 | a b
      |   ^
)"},
        Case{"TwoComparisons", "a == == b",
             R"(c.cel:1:6: error: expected a value, found '==' [R201 unexpected]
    1 | a == == b
      |      ^~
)"},
        Case{
            "MissingColon", "a ? b",
            R"(c.cel:1:6: error: expected ':' after '?', found the end [R201 unexpected]
    1 | a ? b
      |      ^
)"},
        Case{"EmptyBrackets", "()",
             R"(c.cel:1:2: error: expected a value, found ')' [R201 unexpected]
    1 | ()
      |  ^
)"},
        Case{"CommaAtCallsEnd", "f(a,)",
             R"(c.cel:1:5: error: expected a value, found ')' [R201 unexpected]
    1 | f(a,)
      |     ^
)"},
        Case{"TwoCommas", "[1,,2]",
             R"(c.cel:1:4: error: expected a value, found ',' [R201 unexpected]
    1 | [1,,2]
      |    ^
)"},
        Case{
            "MissingComma", "[1 2]",
            R"(c.cel:1:4: error: expected ',' or ']', found '2' [R201 unexpected]
    1 | [1 2]
      |    ^
)"},
        Case{
            "Member", "a.b",
            R"(c.cel:1:3: error: values have no parts that '.b' could name [R218 no-members]
    1 | a.b
      |   ^
      = help: after '.' stands a function, as in t.contains("x")
)"},
        Case{
            "MemberNumber", "a.1",
            R"(c.cel:1:2: error: expected an operator or the end, found '.1' [R201 unexpected]
    1 | a.1
      |  ^~
)"},
        Case{
            "Index", "a[0]",
            R"(c.cel:1:2: error: a value cannot be indexed with '[' [R219 no-indexing]
    1 | a[0]
      |  ^
      = help: use exists or all with lists
)"},
        Case{"Map", "{a: 1}",
             R"(c.cel:1:1: error: '{' is not used in conditions [R220 no-maps]
    1 | {a: 1}
      | ^
)"},
        Case{
            "QuantifierWithoutVariable", "a.all(x > 1)",
            R"(c.cel:1:7: error: expected 'all(x, condition)': a name and a comma [R216 bad-quantifier]
    1 | a.all(x > 1)
      |       ^
)"},
        Case{
            "QuantifierWithExpression", "a.exists(x.y(), true)",
            R"(c.cel:1:10: error: expected 'exists(x, condition)': a name and a comma [R216 bad-quantifier]
    1 | a.exists(x.y(), true)
      |          ^
)"},
        Case{"BadEscape", "'\\q'",
             R"(c.cel:1:2: error: '\q' means nothing in a text [R210 bad-escape]
    1 | '\q'
      |  ^~
      = help: write '\\' for a backslash, or r"…" for a text without escapes
)"},
        Case{
            "ShortUnicode", "'\\u12'",
            R"(c.cel:1:2: error: '\u12' means nothing in a text [R210 bad-escape]
    1 | '\u12'
      |  ^~~~
      = help: write '\\' for a backslash, or r"…" for a text without escapes
)"},
        Case{
            "Surrogate", "'\\uD800'",
            R"(c.cel:1:2: error: '\uD800' means nothing in a text [R210 bad-escape]
    1 | '\uD800'
      |  ^~~~~~
      = help: write '\\' for a backslash, or r"…" for a text without escapes
)"},
        Case{
            "TooLargeCodePoint", "'\\U00110000'",
            R"(c.cel:1:2: error: '\U00110000' means nothing in a text [R210 bad-escape]
    1 | '\U00110000'
      |  ^~~~~~~~~~
      = help: write '\\' for a backslash, or r"…" for a text without escapes
)"},
        Case{
            "TooLarge", "9223372036854775808",
            R"(c.cel:1:1: error: '9223372036854775808' is not a number that can be used [R211 bad-number]
    1 | 9223372036854775808
      | ^~~~~~~~~~~~~~~~~~~
      = help: integers have at most 64 bits, decimals at most 38 digits, 36 of them behind the point; no number begins with 0 and another digit; dates are texts in quotes
)"},
        Case{
            "LeadingZero", "007",
            R"(c.cel:1:1: error: '007' is not a number that can be used [R211 bad-number]
    1 | 007
      | ^~~
      = help: integers have at most 64 bits, decimals at most 38 digits, 36 of them behind the point; no number begins with 0 and another digit; dates are texts in quotes
)"},
        Case{
            "NumberWithLetters", "12abc",
            R"(c.cel:1:1: error: '12abc' is not a number that can be used [R211 bad-number]
    1 | 12abc
      | ^~~~~
      = help: integers have at most 64 bits, decimals at most 38 digits, 36 of them behind the point; no number begins with 0 and another digit; dates are texts in quotes
)"},
        Case{
            "NoExponent", "1e",
            R"(c.cel:1:1: error: '1e' is not a number that can be used [R211 bad-number]
    1 | 1e
      | ^~
      = help: integers have at most 64 bits, decimals at most 38 digits, 36 of them behind the point; no number begins with 0 and another digit; dates are texts in quotes
)"},
        Case{
            "NoHexDigits", "0x",
            R"(c.cel:1:1: error: '0x' is not a number that can be used [R211 bad-number]
    1 | 0x
      | ^~
      = help: integers have at most 64 bits, decimals at most 38 digits, 36 of them behind the point; no number begins with 0 and another digit; dates are texts in quotes
)"},
        Case{
            "TooPrecise", "0.111111111111111111111111111111111111111",
            R"(c.cel:1:1: error: '0.111111111111111111111111111111111111111' is not a number that can be used [R211 bad-number]
    1 | 0.111111111111111111111111111111111111111
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: integers have at most 64 bits, decimals at most 38 digits, 36 of them behind the point; no number begins with 0 and another digit; dates are texts in quotes
)"},
        Case{
            "UnknownCharacter", "a # b",
            R"(c.cel:1:3: error: the character '#' is not used in conditions [R215 unknown-character]
    1 | a # b
      |   ^
)"},
        Case{
            "DanishLetter", "område == 1",
            R"(c.cel:1:4: error: the character 'å' is not used in conditions [R215 unknown-character]
    1 | område == 1
      |    ^
)"},
        Case{
            "Semicolon", "a; b",
            R"(c.cel:1:2: error: expected an operator or the end, found ';' [R201 unexpected]
    1 | a; b
      |  ^
)"},
        Case{
            "Assignment", "a := b",
            R"(c.cel:1:4: error: '=' is no comparison; use '==' [R202 single-equals]
    1 | a := b
      |    ^
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
