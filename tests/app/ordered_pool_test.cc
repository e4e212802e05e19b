// SPDX-License-Identifier: MPL-2.0

#include "engine/app/ordered_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace sigte {
namespace {

struct Number {
  int given = 0;
  int squared = 0;
};

std::vector<int> SquaresOf(int count, std::size_t threads) {
  std::vector<int> squares;
  OrderedPool<Number> pool(
      threads,
      [](std::size_t, Number& n) {
        // Uneven work, so that later tasks are ready before earlier ones.
        volatile int spin = n.given % 7 == 0 ? 200'000 : 1;
        while (spin > 0) spin = spin - 1;
        n.squared = n.given * n.given;
      },
      [&](Number& n) { squares.push_back(n.squared); });
  for (int i = 0; i < count; ++i) {
    auto task = pool.Take();
    task->given = i;
    pool.Submit(std::move(task));
  }
  pool.Finish();
  return squares;
}

TEST(OrderedPool, GivesResultsInTheOrderOfTheirTasks) {
  const std::vector<int> expected = SquaresOf(500, 1);
  ASSERT_EQ(expected.size(), 500u);
  EXPECT_EQ(expected[20], 400);
  for (const std::size_t threads : {2u, 3u, 8u}) {
    EXPECT_EQ(SquaresOf(500, threads), expected) << threads << " threads";
  }
}

TEST(OrderedPool, EndsWhenNothingWasGiven) {
  EXPECT_TRUE(SquaresOf(0, 4).empty());
}

TEST(OrderedPool, EndsWithTasksNobodyWaitedFor) {
  std::atomic<int> worked = 0;
  {
    OrderedPool<Number> pool(
        4, [&](std::size_t, Number&) { ++worked; }, [](Number&) {});
    for (int i = 0; i < 5; ++i) pool.Submit(pool.Take());
  }
  EXPECT_LE(worked, 5);
}

}  // namespace
}  // namespace sigte
