// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_tree.h"

#include <optional>
#include <string>

#include "engine/rule/yaml_text.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

std::string Read(const std::string& text) {
  const Source source("r.yaml", text);
  IssueList issues;
  const std::optional<YamlNode> root = ReadYaml(source, &issues);
  EXPECT_TRUE(root || issues.has_errors());
  return issues.empty() ? Dump(*root) : Words(issues);
}

TEST(YamlTree, TellsStylesApartAndKnowsTheirBytes) {
  EXPECT_EQ(Read("é: 'it''s'\nb: \"x\\ty\"\nc: [1, -2]\n"),
            "{é@0-2: 'it's@4-11, b@12-13: \"x\ty@15-21, c@22-23: [1@26-27, "
            "-2@29-31]}");
}

TEST(YamlTree, ReadsBlocksToTheirEnd) {
  EXPECT_EQ(Read("a: |\n  x\n  y\nb: >-\n  x\n  y\n"),
            "{a@0-1: |x\ny\n@3-12, b@13-14: >x y@16-26}");
}

TEST(YamlTree, CountsPlacesFromTheFileWithItsByteOrderMark) {
  EXPECT_EQ(Read("\xEF\xBB\xBF"
                 "a: b\n"),
            "{a@3-4: b@6-7}");
}

TEST(YamlTree, ReadsWindowsLineBreaks) {
  EXPECT_EQ(Read("a: b\r\nc: \"d\r\n  e\"\r\n"),
            "{a@0-1: b@3-4, c@6-7: \"d e@9-17}");
}

TEST(YamlTree, KeepsTheTextOfNumbersAndTruthValues) {
  EXPECT_EQ(Read("[0123, yes, 1.10, ~, null]"),
            "[0123@1-5, yes@7-10, 1.10@12-16, ~, ~]");
}

TEST(YamlText, FindsAControlCharacterWhereverItStands) {
  const std::string clean = std::string(40, '\n') + std::string(41, '\t') +
                            "æ ~\x80" + std::string(40, 'x');
  EXPECT_EQ(FindControl(clean), std::string::npos);
  EXPECT_EQ(FindControl(clean + "\r\n" + clean), std::string::npos);
  for (std::size_t at = 0; at < clean.size(); ++at) {
    for (const char control : {'\0', '\x08', '\x1F', '\x7F', '\r'}) {
      std::string text = clean;
      text[at] = control;
      if (control == '\r' && clean.substr(at + 1).starts_with('\n')) continue;
      EXPECT_EQ(FindControl(text), at) << static_cast<int>(control);
    }
  }
}

TEST(YamlBounds, DepthIsRefusedBeyond64Levels) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_EQ(Read(nested(64)).find("R117"), std::string::npos);
  EXPECT_NE(Read(nested(65)).find("more than 64 levels deep [R117 too-deep]"),
            std::string::npos);
  EXPECT_NE(Read(std::string(100'000, '[')).find("R117"), std::string::npos);
}

TEST(YamlBounds, ValuesAreCounted) {
  std::string list;
  for (int i = 0; i < 1'000'001; ++i) list += "-\n";
  EXPECT_NE(Read(list).find("more than 1000000 values in one file [R118"),
            std::string::npos);
}

TEST(YamlHostile, EveryPrefixIsReadOrRefused) {
  const std::string text =
      "a: {b: [1, 'x', \"\\u00e6\"], c: |\n    æ\n}\n- ? &x *y : <<: !t\n---\n";
  for (std::size_t i = 0; i <= text.size(); ++i) Read(text.substr(0, i));
}

}  // namespace
}  // namespace sigte
