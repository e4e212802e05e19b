// SPDX-License-Identifier: MPL-2.0

#include "engine/base/warm_vector.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace sigte {
namespace {

using Texts = WarmVector<std::string>;

std::vector<std::string> ItemsOf(const Texts& texts) {
  return {texts.begin(), texts.end()};
}

TEST(WarmVector, GivesDroppedElementsOutAgainWithTheirRoom) {
  Texts texts;
  texts.push_back(std::string(100, 'x'));
  const char* const room = texts.front().data();
  texts.clear();
  EXPECT_TRUE(texts.empty());
  std::string& again = texts.Reuse();
  again.assign("y");
  EXPECT_EQ(again.data(), room);
  EXPECT_EQ(ItemsOf(texts), std::vector<std::string>{"y"});
}

TEST(WarmVector, GivesAFreshElementToThoseWhoWantOne) {
  Texts texts = {"old"};
  texts.clear();
  EXPECT_EQ(texts.emplace_back(), "");
}

TEST(WarmVector, KeepsTheOrderOfWhatIsNotErased) {
  Texts texts = {"a", "bb", "c", "dd", "e"};
  texts.EraseIf([](const std::string& text) { return text.size() == 2; });
  EXPECT_EQ(ItemsOf(texts), (std::vector<std::string>{"a", "c", "e"}));
  texts.pop_back();
  EXPECT_EQ(texts.back(), "c");
}

TEST(WarmVector, CopiesAndMovesOnlyTheLiveOnes) {
  Texts texts = {"a", "b", "c"};
  texts.pop_back();
  const Texts copy = texts;
  EXPECT_EQ(ItemsOf(copy), (std::vector<std::string>{"a", "b"}));
  Texts assigned = {"x"};
  assigned = texts;
  EXPECT_EQ(ItemsOf(assigned), (std::vector<std::string>{"a", "b"}));
  Texts moved = std::move(assigned);
  EXPECT_EQ(ItemsOf(moved), (std::vector<std::string>{"a", "b"}));
  moved = Texts{"z"};
  EXPECT_EQ(ItemsOf(moved), std::vector<std::string>{"z"});
}

}  // namespace
}  // namespace sigte
