// SPDX-License-Identifier: MPL-2.0

#include "engine/read/member_names.h"

#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/read/json_reader.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

/// Whether an object with these members is refused, with one around it that
/// has a member "parent". Every third value is an object too.
bool HasTwice(const std::vector<std::string>& names) {
  std::string json = R"({"parent": {)";
  for (std::size_t i = 0; i < names.size(); ++i) {
    json += (i == 0 ? "\"" : ", \"") + names[i];
    json += i % 3 == 0 ? R"(": {"parent": [1, 2], "a": {}})" : R"(": 1)";
  }
  const PaddedText text(json + R"(}, "other": 1})");
  JsonReader reader;
  Document document;
  IssueList issues;
  return !reader.Read(text.text(), nullptr, 0, &document, &issues);
}

TEST(MemberNames, TellsNamesApartThatBeginAndEndAlike) {
  EXPECT_FALSE(HasTwice({"", "a", "aa", "12345678", "1234567",
                         "12345678x12345678", "12345678y12345678"}));
  EXPECT_TRUE(HasTwice({"12345678x12345678", "a", "12345678x12345678"}));
  EXPECT_TRUE(HasTwice({"", ""}));
}

TEST(MemberNames, MayMeetANameAgainInAnotherObject) {
  EXPECT_FALSE(HasTwice({"parent"}));
  EXPECT_FALSE(HasTwice({"other", "a"}));
}

TEST(MemberNames, ComparesNamesAsTheyAreReadAndNotAsTheyAreWritten) {
  EXPECT_TRUE(HasTwice({R"(\u0061b)", "x", "ab"}));
  EXPECT_TRUE(HasTwice({"ab", "x", R"(a\u0062)"}));
  EXPECT_FALSE(HasTwice({R"(a\\u0062)", "ab"}));
}

TEST(MemberNames, AgreesWithASetForAnyNumberOfNames) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> names(random() % 80);
    for (std::string& name : names) name = std::to_string(random() % 2000);
    const std::set<std::string> distinct(names.begin(), names.end());
    EXPECT_EQ(HasTwice(names), distinct.size() < names.size());
  }
}

// More names than there are bits for them, and more than are compared one by
// one: the last meets the first.
TEST(MemberNames, FindsTheFirstNameAmongTheLast) {
  std::vector<std::string> names;
  for (int i = 0; i < 40; ++i) {
    names.push_back("name " + std::to_string(i));
    EXPECT_FALSE(HasTwice(names));
    names.push_back("name 0");
    EXPECT_EQ(HasTwice(names), true) << i;
    names.pop_back();
  }
}

}  // namespace
}  // namespace sigte
