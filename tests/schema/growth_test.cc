// SPDX-License-Identifier: MPL-2.0

// Schemas and values that were made to take long.
#include "tests/growth.h"

#include <string>

#include "engine/schema/layout_reader.h"
#include "engine/schema/values.h"
#include "gtest/gtest.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

/// A list of objects {"x0":"x0"}, {"x1":"x1"} …
std::string SameNamesAndValues(std::size_t size) {
  std::string list = "[";
  for (std::size_t i = 0; i < size; ++i) {
    const std::string text = "\"x" + std::to_string(i) + "\"";
    list += (i == 0 ? "{" : ",{") + text + ":" + text + "}";
  }
  return list + "]";
}

TEST(UniqueItems, StayQuickWhereNamesAndValuesAreTheSameTexts) {
  SchemaStore store;
  const auto find = [&](std::size_t size) {
    const auto& list = store.Parse("l.json", SameNamesAndValues(size));
    EXPECT_EQ(schema::FindRepeated({&list.document, Document::kRoot}, 7).node,
              kNoNode);
  };
  EXPECT_LT(Growth(1'000, find), kLinearGrowth);
}

/// `depth` schemas, each of which refers four times to the next.
std::string FourWays(int depth) {
  std::string text =
      R"({"properties": {"l": {"items": {"properties": {"f": {"$ref":
         "#/$defs/a0"}}}}}, "$defs": {)";
  for (int i = 0; i < depth; ++i) {
    const std::string next =
        R"({"$ref": "#/$defs/a)" + std::to_string(i + 1) + "\"}";
    text += "\"a" + std::to_string(i) + R"(": {"anyOf": [)" + next + "," +
            next + "," + next + "," + next + "]},";
  }
  return text + "\"a" + std::to_string(depth) + R"(": {"type": "string"}}})";
}

// 4^14 ways: minutes, if each is gone.
TEST(Layouts, AreReadOnceHoweverManyWaysLeadToAType) {
  SchemaStore store;
  const auto& text = store.Parse("s.json", FourWays(14));
  std::string pointer;
  IssueList issues;
  const auto layout =
      ReadLayout(text.document, &text.source, "l", &pointer, &issues);
  ASSERT_TRUE(layout.has_value());
  EXPECT_EQ((*layout)[layout->Find("f")].type, FieldType::kText);
}

// What lies deeper than is followed is told, not guessed.
TEST(Layouts, RefuseTypesThatLieTooDeep) {
  SchemaStore store;
  const auto& text = store.Parse("s.json", FourWays(20));
  std::string pointer;
  IssueList issues;
  EXPECT_FALSE(ReadLayout(text.document, &text.source, "l", &pointer, &issues));
}

}  // namespace
}  // namespace sigte
