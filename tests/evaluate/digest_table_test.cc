// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/digest_table.h"

#include <map>
#include <random>
#include <utility>

#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(DigestTable, HasNothingAtFirst) {
  const DigestTable table;
  table.Prefetch({1, 2});
  EXPECT_EQ(table.Find({1, 2}), DigestTable::kAbsent);
  EXPECT_EQ(table.size(), 0u);
}

// Few bits, so that digests meet in every part of themselves and neighbours
// are in each other's way.
TEST(DigestTable, NumbersDigestsAsAMapDoes) {
  std::mt19937 random(3);
  DigestTable table;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t> expected;
  for (int round = 0; round < 20000; ++round) {
    const KeyDigest digest{std::uint64_t{random() % 100} << (random() % 50),
                           random() % 20};
    const auto known = expected.find({digest.low, digest.high});
    EXPECT_EQ(table.Find(digest),
              known == expected.end() ? DigestTable::kAbsent : known->second);
    if (known == expected.end() && round % 2 == 0) continue;
    const auto number = static_cast<std::uint32_t>(expected.size());
    expected.insert({{digest.low, digest.high}, number});
    EXPECT_EQ(table.Add(digest), expected.at({digest.low, digest.high}));
    table.Prefetch(digest);
  }
  ASSERT_EQ(table.size(), expected.size());
  table.ForEach([&](const KeyDigest& digest, std::uint32_t number) {
    EXPECT_EQ(expected.at({digest.low, digest.high}), number);
    expected.erase({digest.low, digest.high});
  });
  EXPECT_TRUE(expected.empty());
}

}  // namespace
}  // namespace sigte
