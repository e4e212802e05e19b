// SPDX-License-Identifier: MPL-2.0

#include "engine/base/nearest.h"

#include "gtest/gtest.h"

namespace sigte {
namespace {

using Names = std::vector<std::string>;

TEST(EditDistance, CountsInsertionsLossesSwapsAndExchanges) {
  EXPECT_EQ(EditDistance("", ""), 0u);
  EXPECT_EQ(EditDistance("abc", ""), 3u);
  EXPECT_EQ(EditDistance("severity", "sevrity"), 1u);
  EXPECT_EQ(EditDistance("ab", "ba"), 1u);
  EXPECT_EQ(EditDistance("ca", "abc"), 3u);  // alignment: no edit within a swap
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3u);
  EXPECT_EQ(EditDistance("sø", "så"), 1u);
}

TEST(Nearest, GivesTheClosestSlip) {
  EXPECT_EQ(Nearest("sevrity", Names{"when", "severity", "id"}), "severity");
  EXPECT_EQ(Nearest("TITLE", Names{"title"}), "title");
  EXPECT_EQ(Nearest("ÅR", Names{"år"}), "år");
}

TEST(Nearest, GivesNothingWhereNothingIsClose) {
  EXPECT_EQ(Nearest("colour", Names{"when", "severity", "id"}), "");
  EXPECT_EQ(Nearest("xyz", Names{}), "");
  EXPECT_EQ(Nearest("", Names{"a"}), "");
  EXPECT_EQ(Nearest(std::string(1000000, 'a'), Names{"aaa"}), "");
}

TEST(Nearest, PrefersTheEarlierOfTwo) {
  EXPECT_EQ(Nearest("tex", Names{"text", "tax", "tx"}), "text");
}

TEST(Nearest, ReadsViewsToo) {
  constexpr std::string_view kKnown[] = {"include", "exclude"};
  EXPECT_EQ(Nearest("inclde", std::span<const std::string_view>(kKnown)),
            "include");
}

}  // namespace
}  // namespace sigte
