// SPDX-License-Identifier: MPL-2.0

// What a file's outline leaves out, and that nobody can tell: a tree by the
// outline is the tree of the whole text, or there is none.
#include "engine/rule/yaml_outline.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "engine/rule/yaml_tree.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

struct OutlineCase {
  const char* name;
  const char* text;
  const char* outline;

  friend void PrintTo(const OutlineCase& c, std::ostream* out) {
    *out << c.text;
  }
};

class Outline : public testing::TestWithParam<OutlineCase> {};

TEST_P(Outline, LeavesOutWhatCannotMatterToTheParser) {
  EXPECT_EQ(OutlineOf(GetParam().text).text, GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, Outline,
    testing::Values(
        OutlineCase{"Quoted", "a: 'x'\n- b: \"y: z\" # c\n",
                    "a: \"\"\n- b: \"\" # c\n"},
        OutlineCase{"Lists", "a: ['x', y, \"z\",\n  'æ']\n- 'b'\n",
                    "a: [\"\", y, \"\",\n  \"\"]\n- \"\"\n"},
        OutlineCase{"NestedBrackets", "- {a: {b: 'x'}, c: don't, d: ['y']}\n",
                    "- {a: {b: \"\"}, c: don't, d: [\"\"]}\n"},
        OutlineCase{"SimpleBrackets",
                    "- {a: {b: 'x'}, c: [1.5, \"æ\" ,d-e]} # f\ng: [ ]\n",
                    "- \"\" # f\ng: \"\"\n"},
        OutlineCase{"BracketsAsKey", "{a: b}: 'c'\n[d] : e\n",
                    "{a: b}: 'c'\n[d] : e\n"},
        OutlineCase{"NotSoSimpleBrackets",
                    "- [null, 'x']\n- [a b, 'x']\n- [-1, 'x']\n- [a: 'x']\n"
                    "- {a: , b: 'x'}\n- ['x', ]\n- {'x'}\n- [æ]\n",
                    "- [null, \"\"]\n- [a b, \"\"]\n- [-1, \"\"]\n- [a: \"\"]\n"
                    "- {a: , b: \"\"}\n- [\"\", ]\n- {\"\"}\n- [æ]\n"},
        OutlineCase{"Literal", "a: |\n    b\n      c\n    d\n\n\ne: 'f'\n",
                    "a: |\n    x\n\n\ne: \"\"\n"},
        OutlineCase{"Key", "'a': 'b'\nc: {'d': 'e', \"f\" : 'g'}\n",
                    "'a': 'b'\nc: {'d': \"\", \"f\" : \"\"}\n"},
        OutlineCase{"Escape", "a: ['it''s', \"\\\"\", 'x']\nb: \"\\t\"\n",
                    "a: ['it''s', \"\\\"\", \"\"]\nb: \"\\t\"\n"},
        OutlineCase{"SeveralLines", "a: 'b\n  c'\nd: \"e\n\n  f\"\n",
                    "a: 'b\n  c'\nd: \"e\n\n  f\"\n"},
        OutlineCase{"Plain", "a: b 'c' \"d\"\n- it's 'so'\n",
                    "a: b 'c' \"d\"\n- it's 'so'\n"},
        OutlineCase{"Comment", "# a: 'b'\na: [b, # 'c'\n 'd']\n",
                    "# a: 'b'\na: [b, # 'c'\n \"\"]\n"},
        OutlineCase{"NestedLiteral", "- a:\n  - b: |\n      c\n\n    d: 'e'\n",
                    "- a:\n  - b: |\n      x\n\n    d: \"\"\n"},
        OutlineCase{"LiteralWithBlankLine", "a: |\n  b\n\n  c\n",
                    "a: |\n  b\n\n  c\n"},
        OutlineCase{"LiteralWithSpacesAlone", "a: |\n  b\n     \nc: d\n",
                    "a: |\n  b\n     \nc: d\n"},
        OutlineCase{"LiteralWithoutLastBreak", "a: |\n  b", "a: |\n  b"},
        OutlineCase{"LiteralWithHeader", "a: |-\n  b\nc: |2\n  d\n",
                    "a: |-\n  b\nc: |2\n  d\n"},
        OutlineCase{"EmptyLiteral", "a: |\nb: c\n", "a: |\nb: c\n"},
        OutlineCase{"Tab", "a: 'b'\nc: \td\n", ""},
        OutlineCase{"CarriageReturn", "a: 'b'\r\n", ""}),
    [](const auto& test) { return std::string(test.param.name); });

bool AreSame(const YamlNode& a, const YamlNode& b) {
  return a.kind == b.kind && a.style == b.style && a.span == b.span &&
         a.text == b.text && std::ranges::equal(a.items, b.items, AreSame);
}

// The tree by the outline, which must be the whole's; "" where there is none.
std::string ByOutline(const std::string& text) {
  const Source source("r.yaml", text);
  const std::optional<YamlNode> root = ReadYamlOutline(source);
  if (!root) return "";
  IssueList issues;
  const std::optional<YamlNode> whole = ReadWholeYaml(source, &issues);
  EXPECT_TRUE(whole && issues.empty()) << text << "\n" << Words(issues);
  EXPECT_TRUE(whole && AreSame(*root, *whole)) << text << Dump(*root);
  return Dump(*root);
}

TEST(YamlOutline, GivesEveryScalarItsTextAndPlaceBack) {
  EXPECT_EQ(ByOutline("\xEF\xBB\xBF"
                      "a: ['x', \"æ\", z]\n"
                      "b: |\n    c\n      d\n\n"
                      "e: {'f': 'g', h: }\n"
                      "i: [{j: 1, k: ['l', []]}, {}]\n"),
            "{a@3-4: ['x@7-10, \"æ@12-16, z@18-19], b@21-22: |c\n  d\n@24-39, "
            "e@41-42: {'f@45-48: 'g@50-53, h@55-56: ~}, "
            "i@60-61: [{j@65-66: 1@68-69, k@71-72: ['l@75-78, []]}, {}]}");
}

// A shipped file that the outline is wrong about would be parsed twice.
TEST(YamlOutline, ServesAllShippedFiles) {
  std::size_t files = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(SIGTE_SOURCE_DIR "/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path());
    const std::string text(std::istreambuf_iterator<char>(file), {});
    EXPECT_NE(ByOutline(text), "") << entry.path();
    ++files;
  }
  EXPECT_GT(files, 40U);
}

class WrongGuess : public testing::TestWithParam<OutlineCase> {};

// With an outline that differs, so that the guess was made.
TEST_P(WrongGuess, IsLeftToTheParseOfTheWhole) {
  const std::string text = GetParam().text;
  EXPECT_FALSE(OutlineOf(text).emptied.empty());
  EXPECT_EQ(ByOutline(text), "");
  const Source source("r.yaml", text);
  IssueList issues;
  const std::optional<YamlNode> root = ReadYaml(source, &issues);
  ASSERT_TRUE(root) << Words(issues);
  EXPECT_EQ(Dump(*root), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, WrongGuess,
    testing::Values(OutlineCase{"InAFoldedText", "a: >\n  b\n  c: 'd'\n",
                                "{a@0-1: >b c: 'd'\n@3-17}"},
                    OutlineCase{"InAPlainText", "a: b\n  'c'\n  d\n",
                                "{a@0-1: b 'c' d@3-14}"},
                    OutlineCase{"LiteralInAFoldedText", "a: >\n  b: |\n    c\n",
                                "{a@0-1: >b: |\n  c\n@3-17}"},
                    OutlineCase{"InALiteralWithAHeader", "a: |+\n  b: 'c'\n",
                                "{a@0-1: |b: 'c'\n@3-14}"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(YamlOutline, IsNotTakenWhereSomethingIsToBeTold) {
  EXPECT_EQ(ByOutline("a: 'b'\na: 'c'\n"), "");
  EXPECT_EQ(ByOutline("a: 'b'\n---\n"), "");
  EXPECT_EQ(ByOutline("a: 'b\n"), "");
  EXPECT_EQ(ByOutline("a: 'b' c\n"), "");
  EXPECT_EQ(ByOutline("a: !t 'b'\n"), "");
  EXPECT_EQ(ByOutline("a: &t 'b'\n"), "");
  EXPECT_EQ(ByOutline("? ['a', 'b']\n: 'c'\n"), "");
}

// The parser takes no key of more than 1,024 bytes.
TEST(YamlOutline, ChangesNothingForLongKeys) {
  const std::string key = "'" + std::string(2000, 'k') + "'";
  EXPECT_EQ(ByOutline("- 'x'\n- {" + key + ": 1}\n"), "");
  EXPECT_EQ(ByOutline("- 'x'\n- " + key + "   : 1\n"), "");
  EXPECT_EQ(ByOutline("- 'x'\n- [" + key + "]: 1\n"), "");
  EXPECT_NE(ByOutline("- 'x'\n- [" + key + "]\n"), "");
}

// Looking back at every quote would take minutes.
TEST(YamlOutline, TakesTimeInLineWithTheText) {
  for (const std::string part : {"\\\\", "''", "'", "\"", "[", "{'", "- ",
                                 "a: |\n b\n", "\n", " ", "#"}) {
    std::string text = "a: [\"";
    while (text.size() < 300'000) text += part;
    EXPECT_LE(OutlineOf(text).text.size(), text.size());
    EXPECT_LE(OutlineOf(text.substr(4)).text.size(), text.size());
  }
}

TEST(YamlOutline, IsGivenUpWhereThereIsMoreThanMayBeRead) {
  const auto times = [](std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
  };
  EXPECT_TRUE(OutlineOf(times(1'000'001, "- 'a'\n")).emptied.empty());
  EXPECT_TRUE(OutlineOf(times(300'000, "- ['a', b]\n")).emptied.empty());
  EXPECT_TRUE(OutlineOf("[" + times(1'000'001, "'a',\n")).emptied.empty());
  // Of the longest of simple lists only the scalars are emptied.
  EXPECT_EQ(OutlineOf("[" + times(900, "'a',") + "b]\n").emptied.size(), 1U);
  EXPECT_EQ(OutlineOf("[" + times(1100, "'a',") + "b]\n").emptied.size(),
            1100U);
}

/// YAML at random, of what an outline looks at.
class SomeYaml {
 public:
  explicit SomeYaml(std::mt19937* random) : random_(*random) {}

  std::string Document() {
    std::string text = Block(0);
    // Every second text has something more or less somewhere.
    if (Below(2) == 0) return text;
    const std::size_t at = Below(text.size() + 1);
    if (Below(2) == 0) return text.erase(at, Below(4));
    return text.insert(at, OneOf(kNoise));
  }

 private:
  static constexpr std::array<const char*, 20> kNoise = {
      "'", "\"", "|",  "#",   " ", "\n", ": ", ", ", "[",  "}",
      "-", ">",  "\\", "...", "æ", "\t", "\r", "!t", "&a", "\n\n"};
  static constexpr std::array<const char*, 18> kScalars = {
      "'x'", "\"y: z\"", "''", "\"\"", "w", "'it''s'", "\"\\t\"", "- ", "'#'",
      "1.5", "a-b",      "-1", "null", "~", "don't",   "x y",     "æ",  "Null"};

  std::size_t Below(std::size_t n) { return random_() % n; }
  template <std::size_t N>
  const char* OneOf(const std::array<const char*, N>& list) {
    return list[Below(N)];
  }

  // What stands behind a dash or a colon, with its line break.
  std::string Value(std::size_t indent) {
    const std::string in(indent + 1 + Below(3), ' ');
    switch (indent > 6 ? 0 : Below(6)) {
      case 0: return std::string(" ") + OneOf(kScalars) + "\n";
      case 1: return " " + Flow(2) + (Below(3) == 0 ? " # 'c'\n" : "\n");
      case 2: return " |\n" + in + "l\n" + in + "  m: 'n'\n" + Gap();
      case 3: return " >\n" + in + "f 'g'\n" + in + "h\n" + Gap();
      case 4: return " 'o\n" + in + "p'\n";
      default: return "\n" + Gap() + Block(indent + 2);
    }
  }

  std::string Gap() { return std::string(Below(3) == 0 ? 1 : 0, '\n'); }

  std::string Block(std::size_t indent) {
    const bool list = Below(2) == 0;
    std::string text;
    for (std::size_t i = 0; i < 1 + Below(3); ++i) {
      const std::string key(1, static_cast<char>('a' + i));
      text += std::string(indent, ' ');
      text += list ? "-" : Below(4) == 0 ? "'" + key + "':" : key + ":";
      text += Value(indent);
    }
    return text;
  }

  std::string Flow(int depth) {
    if (depth == 0 || Below(3) == 0) return OneOf(kScalars);
    const bool list = Below(2) == 0;
    std::string text = list ? "[" : "{";
    for (std::size_t i = 0; i < Below(4); ++i) {
      if (i > 0) text += Below(4) == 0 ? ",\n     " : ", ";
      if (!list) text += std::string(1, static_cast<char>('a' + i)) + ": ";
      text += Flow(depth - 1);
    }
    return text + (list ? "]" : "}");
  }

  std::mt19937& random_;
};

TEST(YamlOutline, IsTheWholesTreeOrNone) {
  std::mt19937 random(8);
  SomeYaml yaml(&random);
  std::size_t taken = 0;
  for (int i = 0; i < 6000; ++i) taken += !ByOutline(yaml.Document()).empty();
  EXPECT_GT(taken, 1000U);
  EXPECT_LT(taken, 5000U);
}

}  // namespace
}  // namespace sigte
