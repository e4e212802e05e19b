// SPDX-License-Identifier: MPL-2.0

// Schemas and values that were made to take long.
#include "tests/growth.h"

#include <string>

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

}  // namespace
}  // namespace sigte
