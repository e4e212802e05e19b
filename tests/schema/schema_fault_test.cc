// SPDX-License-Identifier: MPL-2.0

// What is said of schemas that are wrong themselves.
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "tests/schema/fault_text.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

TEST(SchemaFaults, AreAllToldInOneRunWithTheirPlaces) {
  EXPECT_EQ(SchemaFaultsIn("{\"type\": \"strin\",\n"
                           " \"minimum\": \"3\",\n"
                           " \"$ref\": \"#/$defs/recrd\",\n"
                           " \"$defs\": {\"record\": {}}}"),
            "s.json:1:10: error: unknown type 'strin'; did you mean 'string'? "
            "[S110 unknown-type]\n"
            "    1 | {\"type\": \"strin\",\n"
            "      |          ^~~~~~~\n"
            "s.json:2:13: error: 'minimum' must be a number [S101 "
            "wrong-keyword-value]\n"
            "    2 |  \"minimum\": \"3\",\n"
            "      |             ^~~\n"
            "s.json:3:10: error: the reference '#/$defs/recrd' leads nowhere; "
            "did you mean 'record'? [S102 unknown-reference]\n"
            "    3 |  \"$ref\": \"#/$defs/recrd\",\n"
            "      |          ^~~~~~~~~~~~~~~\n");
}

TEST(SchemaFaults, PointIntoARegularExpression) {
  EXPECT_EQ(SchemaFaultsIn("{\"pattern\": \"a(?=b)\"}"),
            "s.json:1:15: error: the regular expression 'a(?=b)' cannot be "
            "used: it looks ahead or behind ((?=, (?!, (?<=, (?<!), which "
            "cannot be done in linear time [S103 bad-pattern]\n"
            "    1 | {\"pattern\": \"a(?=b)\"}\n"
            "      |               ^~~~~~\n");
}

TEST(SchemaFaults, SayWhyARegularExpressionCannotRun) {
  for (const auto& [pattern, why] :
       {std::pair{"a{0,5000}",
                  "a number in {} is too large (1000 in all at "
                  "most) or runs backwards"},
        {"(a{99}){99}",
         "a number in {} is too large (1000 in all at most) or "
         "runs backwards"},
        {"(a|b", "')' is missing"},
        {"a)", "')' closes no parenthesis"},
        {"*a", "there is nothing to repeat"},
        {"\\\\p{Foo}", "the property after '\\p' is not known"}}) {
    const std::string schema =
        "{\"pattern\": \"" + std::string(pattern) + "\"}";
    EXPECT_NE(
        SchemaFaultsIn(schema).find("cannot be used: " + std::string(why) +
                                    " [S103 bad-pattern]"),
        std::string::npos)
        << SchemaFaultsIn(schema);
  }
}

TEST(SchemaFaults, RefuseACycleThatGetsNowhere) {
  EXPECT_EQ(SchemaFaultsIn(R"({"$ref": "#/$defs/a",
 "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}})"),
            "s.json:2:37: error: the schema refers to itself without going "
            "further into the content [S105 reference-cycle]\n"
            "    2 |  \"$defs\": {\"a\": {\"allOf\": [{\"$ref\": "
            "\"#/$defs/a\"}]}}}\n"
            "      |                                     ^~~~~~~~~~~\n");
}

TEST(SchemaFaults, WarnOfAMisspeltKeywordOnly) {
  EXPECT_EQ(SchemaFaultsIn(R"({"maxLenght": 5, "x-unit": "kr."})", Lang::kDa),
            "s.json:1:2: advarsel: ukendt nøgleord 'maxLenght'; det "
            "kontrollerer ingenting; mente du 'maxLength'? [S112 "
            "unknown-keyword]\n"
            "    1 | {\"maxLenght\": 5, \"x-unit\": \"kr.\"}\n"
            "      |  ^~~~~~~~~~~\n");
}

TEST(SchemaFaults, RefuseAnotherDialect) {
  EXPECT_EQ(SchemaFaultsIn(R"({"$schema": "urn:other"})"),
            "s.json:1:13: error: the dialect 'urn:other' is not known; "
            "'https://json-schema.org/draft/2020-12/schema' is [S106 "
            "unknown-dialect]\n"
            "    1 | {\"$schema\": \"urn:other\"}\n"
            "      |             ^~~~~~~~~~~\n");
}

TEST(SchemaFaults, NameEveryWrongKeywordValue) {
  for (const std::string_view schema :
       {R"({"properties": []})", R"({"required": ["a", "a"]})",
        R"({"allOf": []})", R"({"anyOf": {}})", R"({"prefixItems": []})",
        R"({"multipleOf": 0})", R"({"minLength": -1})", R"({"maxItems": 1.5})",
        R"({"uniqueItems": 1})", R"({"enum": 1})", R"({"pattern": 1})",
        R"({"format": 1})", R"({"dependentRequired": {"a": 1}})",
        R"({"type": ["null", "null"]})", R"({"title": 1})",
        R"({"minContains": "1"})"}) {
    EXPECT_NE(SchemaFaultsIn(schema).find("[S101 wrong-keyword-value]"),
              std::string::npos)
        << schema;
  }
}

TEST(SchemaFaults, RefuseWhatIsNoSchemaAndNamesUsedTwice) {
  EXPECT_NE(SchemaFaultsIn(R"({"items": 5})").find("S111"), std::string::npos);
  EXPECT_NE(SchemaFaultsIn(R"({"$anchor": "1"})").find("S114"),
            std::string::npos);
  EXPECT_NE(SchemaFaultsIn(R"({"$id": "https://a.invalid/#x"})").find("S108"),
            std::string::npos);
  EXPECT_NE(SchemaFaultsIn(R"({"$defs": {"a": {"$anchor": "x"},
                               "b": {"$anchor": "x"}}})")
                .find("S109"),
            std::string::npos);
}

TEST(SchemaParts, CanBeCheckedAlone) {
  SchemaStore store;
  const auto& text = store.Parse(
      "s.json", R"({"$defs": {"r": {"required": ["a"]}}, "type": "null"})");
  const auto& data = store.Parse("d.json", R"([{"b": 1}, {"a": 1}])");
  IssueList issues;
  const auto schema =
      Schema::Compile(text.document, &text.source, {}, {}, &issues);
  ASSERT_NE(schema, nullptr);
  EXPECT_EQ(schema->At("/$defs/s"), nullptr);
  EXPECT_EQ(schema->At("nonsense"), nullptr);
  const auto part = schema->At("/$defs/r");
  ASSERT_NE(part, nullptr);
  SchemaChecker checker(*part);
  EXPECT_FALSE(checker.IsValid(data.document, 1));
  EXPECT_TRUE(checker.IsValid(data.document, data.document[1].next));
  bool cut = false;
  const auto faults = checker.Faults(data.document, 1, &data.source, &cut);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].schema_pointer, "/required");
  EXPECT_EQ(faults[0].schema_uri, "#/$defs/r/required");
  EXPECT_EQ(faults[0].keyword, "required");
  EXPECT_EQ(faults[0].node, 1u);
}

}  // namespace
}  // namespace sigte
