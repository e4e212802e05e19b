// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/parser.h"

#include <cstdlib>
#include <fstream>
#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

/// The expression fully bracketed, or what is wrong with it.
std::string Parse(const std::string& text) {
  const Source source("c.cel", text);
  IssueList issues;
  const ExpressionPtr parsed = ParseExpression(text, &source, {}, &issues);
  EXPECT_EQ(parsed == nullptr, issues.has_errors());
  EXPECT_LE(issues.issues().size(), 1u);
  return parsed ? ToString(*parsed) : Words(issues);
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }
};

class Grammar : public testing::TestWithParam<Case> {};

TEST_P(Grammar, IsReadAsCelReadsIt) {
  EXPECT_EQ(Parse(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Parser, Grammar,
    testing::Values(
        Case{"OrBindsLoosest", "a && b || c && d", "((a && b) || (c && d))"},
        Case{"AndToTheLeft", "a && b && c", "((a && b) && c)"},
        Case{"ConditionalToTheRight", "a ? b : c ? d : e",
             "(a ? b : (c ? d : e))"},
        Case{"ConditionalUnderOr", "a || b ? c : d", "((a || b) ? c : d)"},
        Case{"RelationsToTheLeft", "a < b == c", "((a < b) == c)"},
        Case{"SumsBeforeRelations", "a + 1 >= b - 2", "((a + 1) >= (b - 2))"},
        Case{"ProductsBeforeSums", "a + b * c % d / e",
             "(a + (((b * c) % d) / e))"},
        Case{"UnaryBeforeProducts", "-a * !b", "(-a * !b)"},
        Case{"UnaryTwice", "!!a", "!!a"},
        Case{"NegativeOfNegative", "--1", "--1"},
        Case{"MethodBeforeUnary", "!t.contains(\"x\")", "!t.contains(\"x\")"},
        Case{"Chained", "t.a(1).b()", "t.a(1).b()"},
        Case{"Membership", "x in [1, 2,] && y", "((x in [1, 2]) && y)"},
        Case{"EmptyList", "[]", "[]"}, Case{"Call", "f()", "f()"},
        Case{"Quantifier", "l.exists_one(x, x > 1)",
             "l.exists_one(x, (x > 1))"},
        Case{"QuantifierInQuantifier", "a.all(x, b.exists(y, x == y))",
             "a.all(x, b.exists(y, (x == y)))"},
        Case{"Has", "has(x)", "has(x)"},
        Case{"Literals", "[true, false, null]", "[true, false, unknown]"},
        Case{"Blanks", " \t\r\n a\n&&\nb ", "(a && b)"},
        Case{"Hex", "0x1F", "31"}, Case{"NegativeHex", "-0x10", "-16"},
        Case{"Smallest", "-9223372036854775808", "-9223372036854775808"},
        Case{"Largest", "9223372036854775807", "9223372036854775807"},
        Case{"Decimal", "0.10", "0.1"}, Case{"Exponent", "1.5e3", "1500"},
        Case{"SmallExponent", "25e-1", "2.5"}, Case{"NoZero", ".5", "0.5"},
        Case{"MinusBetween", "a -1", "(a - 1)"},
        Case{"InIsNoPrefix", "x in in_list", "(x in in_list)"}),
    [](const auto& test) { return std::string(test.param.name); });

std::string TextOf(const std::string& literal) {
  IssueList issues;
  const ExpressionPtr parsed = ParseExpression(literal, nullptr, {}, &issues);
  return parsed ? parsed->text : "no literal";
}

TEST(TextLiterals, HaveBothQuotesAndTheirEscapes) {
  EXPECT_EQ(TextOf(R"("a'b")"), "a'b");
  EXPECT_EQ(TextOf(R"('a"b')"), "a\"b");
  EXPECT_EQ(TextOf(R"("\n\t\r\a\b\f\v\\\"\'\`\?")"), "\n\t\r\a\b\f\v\\\"'`?");
  EXPECT_EQ(TextOf(R"("\x41\u00e6\U0001F600\101")"), "Aæ😀A");
}

TEST(TextLiterals, MayBeRawOrTripled) {
  EXPECT_EQ(TextOf(R"(r"\d+\")"), "\\d+\\");
  EXPECT_EQ(TextOf("R'\\n'"), "\\n");
  EXPECT_EQ(TextOf("\"\"\"a \"b\"\nc\"\"\""), "a \"b\"\nc");
  EXPECT_EQ(TextOf("'''it's'''"), "it's");
  EXPECT_EQ(TextOf("''"), "");
}

TEST(Bounds, NestingIsRefusedBeyond250Levels) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '(') + "a" + std::string(levels, ')');
  };
  EXPECT_EQ(Parse(nested(249)), "a");
  EXPECT_NE(Parse(nested(250)).find("more than 250 levels deep [R212"),
            std::string::npos);
  EXPECT_NE(Parse(nested(20'000)).find("R212"), std::string::npos);
  EXPECT_NE(Parse(std::string(20'000, '!') + "a").find("R212"),
            std::string::npos);
  EXPECT_NE(Parse(std::string(20'000, '-') + "a").find("R212"),
            std::string::npos);
}

TEST(Bounds, AChainOfSumsIsNoWayAroundTheLevels) {
  std::string sum = "a";
  for (int i = 0; i < 1000; ++i) sum += "+a";
  EXPECT_NE(Parse(sum).find("R212"), std::string::npos);
  std::string calls = "a";
  for (int i = 0; i < 1000; ++i) calls += ".f()";
  EXPECT_NE(Parse(calls).find("R212"), std::string::npos);
}

TEST(Bounds, ALongChainOfOrIsNoDeepTree) {
  std::string chain = "a";
  for (int i = 0; i < 5000; ++i) chain += " || a";
  EXPECT_EQ(Parse(chain).find("R2"), std::string::npos);
}

TEST(Bounds, LengthIsRefusedBeyond64Kilobytes) {
  EXPECT_NE(Parse(std::string(65'537, ' ')).find("longer than 64 KB [R213"),
            std::string::npos);
}

TEST(Hostile, EveryPrefixOfAnExpressionIsReadOrRefused) {
  const std::string text =
      "a.all(x, x in [1, 0x1f, .5e3] && !f(\"\\u00e6\", r'x')) ? -b : '''c'''";
  for (std::size_t i = 0; i <= text.size(); ++i) Parse(text.substr(0, i));
}

TEST(Hostile, EveryByteAloneIsReadOrRefused) {
  for (int byte = 0; byte < 256; ++byte) {
    Parse(std::string(1, static_cast<char>(byte)));
    Parse("a " + std::string(1, static_cast<char>(byte)) + " b");
    Parse("\"" + std::string(1, static_cast<char>(byte)) + "\"");
  }
}

TEST(Offsets, PutTheCaretWhereTheFileHasTheByte) {
  const Source source("r.yaml", "when: a = b\n");
  IssueList issues;
  const OffsetMap offsets = {6, 7, 8, 9, 10, 11};
  EXPECT_EQ(ParseExpression("a = b", &source, offsets, &issues), nullptr);
  EXPECT_EQ(Words(issues),
            "r.yaml:1:9: error: '=' is no comparison; use '==' [R202 "
            "single-equals]\n"
            "    1 | when: a = b\n"
            "      |         ^\n");
}

// The text of member `key` of a line of JSON.
std::string Member(const std::string& line, const std::string& key) {
  const std::string mark = "\"" + key + "\": \"";
  std::size_t at = line.find(mark) + mark.size();
  std::string text;
  for (; at < line.size() && line[at] != '"'; ++at) {
    if (line[at] != '\\') {
      text += line[at];
      continue;
    }
    ++at;
    const std::string simple = "n\nt\tr\rb\bf\f";
    const std::size_t known = simple.find(line[at]);
    if (line[at] == 'u') {
      // A letter of the basic plane in a text: any letter parses alike.
      text += 'u';
      at += 4;
    } else {
      text += known != std::string::npos && known % 2 == 0 ? simple[known + 1]
                                                           : line[at];
    }
  }
  return text;
}

TEST(LogicSuite, EveryExpressionParses) {
  const char* named = std::getenv("SIGTE_LOGIC_SUITE");
  const std::string path =
      named != nullptr ? named
                       : SIGTE_SOURCE_DIR
          "/../shared/conformance/three-valued-logic/suite.jsonl";
  std::ifstream file(path);
  if (!file) GTEST_SKIP() << "no suite at " << path;
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    const std::string text = Member(line, "expression");
    IssueList issues;
    const Source source(Member(line, "id"), text);
    EXPECT_NE(ParseExpression(text, &source, {}, &issues), nullptr)
        << Words(issues);
    ++count;
  }
  EXPECT_GT(count, 2000u);
}

}  // namespace
}  // namespace sigte
