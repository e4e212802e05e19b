// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/plain_texts.h"

#include <gtest/gtest.h>

#include <string>

namespace sigte {
namespace {

TEST(PlainTexts, KeepWhatWasMadeOfATextUntilTheyForget) {
  PlainTexts texts;
  const std::string plain = "a b";
  const std::string odd = " a  b";
  EXPECT_EQ(texts.Of(plain).data(), plain.data());
  const std::string_view made = texts.Of(odd);
  EXPECT_EQ(made, "a b");
  EXPECT_EQ(texts.Of(plain).data(), plain.data());
  EXPECT_EQ(texts.Of(odd).data(), made.data());
  texts.Forget();
  EXPECT_EQ(texts.Of(odd), "a b");
}

}  // namespace
}  // namespace sigte
