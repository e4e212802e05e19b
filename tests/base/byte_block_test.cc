// SPDX-License-Identifier: MPL-2.0

#include "engine/base/byte_block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace sigte {
namespace {

TEST(ByteBlocks, CountTheDigitsOfTextsOfAnyLength) {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
      text += "09/:a\xB0\xB9"[random() % 7];
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return c >= '0' && c <= '9'; }));
    EXPECT_EQ(CountDigits(text), digits) << text;
  }
}

}  // namespace
}  // namespace sigte
