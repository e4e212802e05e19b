// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/scalar_map.h"

#include <string>

#include "engine/rule/yaml_tree.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

/// The bytes of the file that the text's letters come from, '.' for those that
/// have none of their own, such as folded line breaks and escapes.
std::string BytesBehind(const std::string& file) {
  const Source source("r.yaml", file);
  IssueList issues;
  const std::optional<YamlNode> root = ReadYaml(source, &issues);
  if (!root) return Words(issues);
  const YamlNode& node = root->items[1];
  const ScalarMap map = MapScalar(file, node.span.begin, node.style, node.text);
  EXPECT_EQ(map.offsets.size(), node.text.size() + 1);
  std::string bytes;
  for (std::size_t i = 0; i < node.text.size(); ++i) {
    const bool same = file[map.offsets[i]] == node.text[i];
    bytes += same ? node.text[i] : '.';
    if (i > 0) {
      EXPECT_LE(map.offsets[i - 1], map.offsets[i]) << file;
    }
  }
  return bytes;
}

TEST(ScalarMap, FollowsPlainTexts) {
  EXPECT_EQ(BytesBehind("æøå: a == b\n"), "a == b");
  EXPECT_EQ(BytesBehind("æøå: a ==\n  b\n\n  || c\n"), "a ==.b\n|| c");
}

TEST(ScalarMap, FollowsQuotedTexts) {
  EXPECT_EQ(BytesBehind("æøå: 'a == ''b'' '\n"), "a == 'b' ");
  EXPECT_EQ(BytesBehind("æøå: \"a == \\\"b\\\"\"\n"), "a == .b.");
  EXPECT_EQ(BytesBehind("æøå: \"\\u00e6 = \\x41\\\n   b\"\n"), ".. = .b");
  EXPECT_EQ(BytesBehind("æøå: 'a\n  b\n\n  c'\n"), "a.b\nc");
}

TEST(ScalarMap, FollowsBlocks) {
  EXPECT_EQ(BytesBehind("æøå: |\n  a &&\n    b\n\n  c\n"), "a &&\n  b\n\nc\n");
  EXPECT_EQ(BytesBehind("æøå: >\n  a &&\n  b\n\n  c\n"), "a &&.b\nc\n");
  EXPECT_EQ(BytesBehind("æøå: >-\r\n  a &&\r\n  b\r\n"), "a &&.b");
  EXPECT_EQ(BytesBehind("æøå: |2\n    a\n  b\n"), "  a\nb\n");
}

/// Where the fault lies that a condition written in this way has.
std::string Fault(const std::string& condition) {
  return IssuesOf(Changed("topic.yaml", "holds_when: share > majority",
                          "holds_when: " + condition));
}

TEST(ScalarMap, PutsTheCaretOfAPlainCondition) {
  EXPECT_EQ(
      Fault("title == 'æøå' || titel == 'x'"),
      R"(topic.yaml:28:33: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
   28 |   holds_when: title == 'æøå' || titel == 'x'
      |                                 ^~~~~
)");
}

TEST(ScalarMap, PutsTheCaretOfAQuotedCondition) {
  EXPECT_EQ(
      Fault("\"title == \\\"æøå\\\" || titel == 'x'\""),
      R"(topic.yaml:28:36: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
   28 |   holds_when: "title == \"æøå\" || titel == 'x'"
      |                                    ^~~~~
)");
  EXPECT_EQ(
      Fault("'title == ''æøå'' || titel == \"x\"'"),
      R"(topic.yaml:28:36: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
   28 |   holds_when: 'title == ''æøå'' || titel == "x"'
      |                                    ^~~~~
)");
}

TEST(ScalarMap, PutsTheCaretOfABlockCondition) {
  const std::string expected =
      R"(topic.yaml:30:5: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
   30 |     titel == "x"
      |     ^~~~~
)";
  EXPECT_EQ(Fault(">\n    title == \"æøå\" ||\n    titel == \"x\""), expected);
  EXPECT_EQ(Fault("|\n    title == \"æøå\" ||\n    titel == \"x\""), expected);
}

TEST(ScalarMap, PutsTheCaretOfAFoldedPlainCondition) {
  EXPECT_EQ(
      Fault("title == 'æøå' ||\n    titel == 'x'"),
      R"(topic.yaml:29:5: error: unknown name 'titel'; did you mean 'title'? [R230 unknown-name]
   29 |     titel == 'x'
      |     ^~~~~
)");
}

}  // namespace
}  // namespace sigte
