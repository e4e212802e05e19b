// SPDX-License-Identifier: MPL-2.0

// Whether a value is valid is found the short way, and what is wrong with it
// the long one. They must agree on any schema of one value and any value.
#include <random>
#include <string>
#include <vector>

#include "engine/schema/schema.h"
#include "gtest/gtest.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

using Words = std::vector<std::string>;

const Words kKeywords = {
    R"("type": "string")",
    R"("type": ["string", "null"])",
    R"("type": "integer")",
    R"("type": "number")",
    R"("type": ["integer", "null", "array"])",
    R"("type": ["boolean", "string"])",
    R"("enum": ["a", "bb", 3, 10, null])",
    R"("enum": ["", "x y", 1.5, true, [1]])",
    R"("const": 7)",
    R"("const": "bb")",
    R"("oneOf": [{"const": "a"}, {"const": null}, {"const": 12}])",
    R"("oneOf": [{"type": "string"}, {"minimum": 5}])",
    R"("minimum": 3)",
    R"("minimum": -0.5)",
    R"("maximum": 10)",
    R"("maximum": 1e3)",
    R"("exclusiveMinimum": 3)",
    R"("exclusiveMaximum": 10)",
    R"("exclusiveMaximum": 999999999999999999)",
    R"("multipleOf": 2)",
    R"("minLength": 1)",
    R"("minLength": 3)",
    R"("maxLength": 2)",
    R"("maxLength": 5)",
    R"("pattern": "\\S")",
    R"("pattern": "^[a-c]+$")",
    R"("format": "date")",
    R"("maxItems": 1)",
    R"("uniqueItems": true)",
};

const Words kValues = {"null",
                       "true",
                       "false",
                       "0",
                       "-0",
                       "1",
                       "3",
                       "3.0",
                       "4",
                       "7",
                       "7.5",
                       "9",
                       "10",
                       "1e1",
                       "12",
                       "-3",
                       "1001",
                       "0.5",
                       "1.5",
                       R"("")",
                       R"(" ")",
                       R"("a")",
                       R"("bb")",
                       R"("x y")",
                       R"("abcde")",
                       R"("abcdef")",
                       R"("\t")",
                       "\"\xC3\xA6\"",
                       "\"\xC3\xA6\xC3\xA6\xC3\xA6\"",
                       "\"\xF0\x9F\x98\x80\"",
                       R"("2019-02-30")",
                       R"("2019-02-28")",
                       "\"\xC2\xA0\"",
                       "[]",
                       "[1]",
                       "[1, 1]",
                       "{}",
                       "123456789012345678901",
                       "-999999999999999999",
                       "999999999999999998"};

class PlainValuesTest : public testing::Test {
 protected:
  static const std::string& OneOf(const Words& words, std::mt19937* random) {
    return words[(*random)() % words.size()];
  }

  /// A schema of a few keywords, each at most once.
  static std::string SomeSchema(std::mt19937* random) {
    std::string schema;
    for (std::uint32_t n = 1 + (*random)() % 4; n > 0; --n) {
      const std::string& keyword = OneOf(kKeywords, random);
      const std::string name = keyword.substr(0, keyword.find(':'));
      if (schema.find(name + ":") != std::string::npos) continue;
      schema += (schema.empty() ? "" : ", ") + keyword;
    }
    return "{" + schema + "}";
  }
};

TEST_F(PlainValuesTest, AreCheckedTheShortWayAsTheLongWay) {
  std::mt19937 random(20);
  int valid = 0;
  int all = 0;
  for (int round = 0; round < 1000; ++round) {
    SchemaStore store;
    const std::string text = R"({"properties": {"a": )" + SomeSchema(&random) +
                             R"(, "b": {"items": )" + SomeSchema(&random) +
                             "}}}";
    const auto& entry = store.Parse("schema", text);
    SchemaOptions options;
    options.assert_format = round % 2 == 0;
    IssueList issues;
    const auto schema = Schema::Compile(entry.document, &entry.source, options,
                                        store.Lookup(), &issues);
    ASSERT_NE(schema, nullptr) << text;
    SchemaChecker checker(*schema);
    for (int i = 0; i < 20; ++i) {
      const std::string a = OneOf(kValues, &random);
      const std::string b = OneOf(kValues, &random);
      const std::string value = i % 2 == 0
                                    ? R"({"a": )" + a + R"(, "b": [)" + b + "]}"
                                    : R"({"c": [1], "b": [)" + b + ", 1, " + b +
                                          R"(], "a": )" + a + "}";
      const auto& instance = store.Parse("instance", value);
      bool cut = false;
      const bool holds = checker.IsValid(instance.document);
      EXPECT_EQ(holds, checker
                           .Faults(instance.document, Document::kRoot,
                                   &instance.source, &cut)
                           .empty())
          << text << "\n"
          << value;
      valid += holds ? 1 : 0;
      ++all;
    }
  }
  EXPECT_GT(valid, all / 20);
  EXPECT_LT(valid, all / 2);
}

}  // namespace
}  // namespace sigte
