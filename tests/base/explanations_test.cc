// SPDX-License-Identifier: MPL-2.0

// Everything that has a code can be explained.
#include "engine/base/explanations.h"

#include <algorithm>
#include <set>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(Explanations, AreThereForEveryCode) {
  for (const MessageRow& row : MessageCatalogue()) {
    const std::string_view code = CodeOf(row.name);
    if (code.empty()) continue;
    const Explanation* told = FindExplanation(code);
    ASSERT_NE(told, nullptr)
        << row.name << " has no row in engine/messages/explain/";
    for (std::size_t lang = 0; lang < kLanguages.size(); ++lang) {
      EXPECT_FALSE(told->why[lang].empty()) << row.name;
      EXPECT_FALSE(told->example[lang].empty()) << row.name;
      EXPECT_TRUE(row.help[lang].empty() != told->what_to_do[lang].empty())
          << row.name << ": what to do stands in 'help' or in 'do', not both";
    }
  }
}

TEST(Explanations, HaveATopicForEveryHundredOfCodes) {
  std::set<std::string> hundreds;
  for (const MessageRow& row : MessageCatalogue()) {
    const std::string_view code = CodeOf(row.name);
    if (!code.empty()) hundreds.emplace(code.substr(0, 2));
  }
  std::set<std::string> topics;
  for (const Topic& topic : Topics()) topics.emplace(topic.hundred);
  EXPECT_EQ(hundreds, topics);
}

TEST(Explanations, AreSentences) {
  for (const Explanation& told : Explanations()) {
    for (std::size_t lang = 0; lang < kLanguages.size(); ++lang) {
      EXPECT_TRUE(told.why[lang].ends_with('.') ||
                  told.why[lang].ends_with(".\""))
          << told.code << ": " << told.why[lang];
      // Shown as a help line, and written as those are.
      EXPECT_FALSE(told.what_to_do[lang].ends_with('.')) << told.code;
    }
  }
}

TEST(Explanations, FindNothingForWhatIsNoCode) {
  EXPECT_EQ(FindExplanation("R999"), nullptr);
  EXPECT_EQ(FindExplanation(""), nullptr);
}

}  // namespace
}  // namespace sigte
