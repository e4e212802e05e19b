// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_document.h"

#include <functional>
#include <string>

#include "engine/base/json_writer.h"
#include "engine/rule/yaml_tree.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

void Write(const Document& document, NodeIndex node, std::string* out) {
  const Node& value = document[node];
  const bool object = value.kind == NodeKind::kObject;
  switch (value.kind) {
    case NodeKind::kNull: *out += "null"; return;
    case NodeKind::kBool: *out += value.boolean ? "true" : "false"; return;
    case NodeKind::kNumber: *out += value.text; return;
    case NodeKind::kString: JsonWriter(out).String(value.text); return;
    default: break;
  }
  *out += object ? "{" : "[";
  NodeIndex child = node + 1;
  for (std::uint32_t i = 0; i < value.count; ++i) {
    if (i > 0) *out += ",";
    if (object) {
      Write(document, child++, out);
      *out += ":";
    }
    Write(document, child, out);
    child = document[child].next;
  }
  EXPECT_EQ(child, value.next);
  *out += object ? "}" : "]";
}

/// The document as JSON, or what is wrong with the text.
std::string Json(const std::string& yaml) {
  const Source source("d.yaml", yaml);
  IssueList issues;
  const auto root = ReadYaml(source, &issues);
  if (!root) return Words(issues);
  Document document;
  MakeDocument(*root, source, &document, &issues);
  if (!issues.empty()) return Words(issues);
  std::string json;
  Write(document, Document::kRoot, &json);
  return json;
}

TEST(YamlDocument, HasTheTreesShape) {
  EXPECT_EQ(Json("a: [1, {b: x}]\nc:\n  - d\n  - e: ~\n"),
            R"({"a":[1,{"b":"x"}],"c":["d",{"e":null}]})");
  EXPECT_EQ(Json("[]"), "[]");
  EXPECT_EQ(Json("{}"), "{}");
  EXPECT_EQ(Json("a:\nb: null\n"), R"({"a":null,"b":null})");
  EXPECT_EQ(Json("101: 5\ntrue: x\n"), R"({"101":5,"true":"x"})");
}

TEST(YamlDocument, ReadsPlainScalarsByTheCoreSchema) {
  EXPECT_EQ(Json("[true, false, 12, -0.5, 1e3, x, 2019-01-01, 1.2.3, 1_000]"),
            R"([true,false,12,-0.5,1e3,"x","2019-01-01","1.2.3","1_000"])");
  EXPECT_EQ(Json("[+7, .5, 3., 0x1F, 0o17, 1.e2, -.5E-2]"),
            "[7,0.5,3,31,15,1e2,-0.5E-2]");
  EXPECT_EQ(Json("[.inf, .nan, '.', '-', e5, 0xZZ, 1e]"),
            R"([".inf",".nan",".","-","e5","0xZZ","1e"])");
  EXPECT_EQ(Json("['12', \"true\", 'no']"), R"(["12","true","no"])");
}

TEST(YamlDocument, RefusesWhatReadersOfYamlDifferAbout) {
  EXPECT_EQ(
      Json("a: [no, x]\nb: 0123\n"),
      "d.yaml:1:5: error: YAML may take 'no' for a truth value [R119 "
      "truth-word]\n"
      "    1 | a: [no, x]\n"
      "      |     ^~\n"
      "      = help: write \"no\" with quotes if it is a text\n"
      "d.yaml:2:4: error: the number '0123' begins with 0 and can be read "
      "in two ways [R121 leading-zero]\n"
      "    2 | b: 0123\n"
      "      |    ^~~~\n"
      "      = help: write \"0123\" with quotes if it is a text; else "
      "without the 0\n");
}

TEST(YamlDocument, KnowsWhereEveryValueStands) {
  const std::string text =
      "a: 1\nb: [x, 'y' ]\nc: {d: ~}\nn: [null, Null, NULL]\ne:\n  - f\n";
  const Source source("d.yaml", text);
  IssueList issues;
  const auto root = ReadYaml(source, &issues);
  ASSERT_TRUE(root.has_value());
  Document document;
  MakeDocument(*root, source, &document, &issues);
  const auto at = [&](NodeIndex node) {
    const Span span = document.SpanOf(node);
    return text.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(at(document.Member(0, "a")), "1");
  EXPECT_EQ(at(document.Member(0, "b")), "[x, 'y' ]");
  EXPECT_EQ(at(document.Member(0, "b") + 2), "'y'");
  EXPECT_EQ(at(document.Member(0, "c")), "{d: ~}");
  EXPECT_EQ(at(document.Member(0, "n") + 1), "null");
  EXPECT_EQ(at(document.Member(0, "n") + 2), "Null");
  EXPECT_EQ(at(document.Member(0, "n") + 3), "NULL");
  EXPECT_EQ(at(document.Member(0, "e")), "- f");
  EXPECT_EQ(document.PointerTo(document.Member(0, "e") + 1), "/e/0");
  EXPECT_EQ(at(0), text.substr(0, text.size() - 1));
}

}  // namespace
}  // namespace sigte
