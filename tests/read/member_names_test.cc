// SPDX-License-Identifier: MPL-2.0

#include "engine/read/member_names.h"

#include <random>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace sigte {
namespace {

/// Whether `names` has one twice, by MemberNames; `outer` is an object around.
bool HasTwice(std::vector<std::string> names) {
  for (std::string& name : names) name.reserve(name.size() + 8);
  MemberNames members;
  MemberNames::Mark outer = members.Open();
  std::string parent = "parent";
  parent.reserve(16);
  EXPECT_TRUE(members.Add(&outer, parent));
  MemberNames::Mark mark = members.Open();
  bool once = true;
  for (const std::string& name : names) once = members.Add(&mark, name) && once;
  once = members.Close(mark) && once;
  EXPECT_TRUE(members.Close(outer));
  return !once;
}

TEST(MemberNames, TellsNamesApartThatBeginAndEndAlike) {
  EXPECT_FALSE(HasTwice({"", "a", "aa", "12345678", "1234567",
                         "12345678x12345678", "12345678y12345678"}));
  EXPECT_TRUE(HasTwice({"12345678x12345678", "a", "12345678x12345678"}));
  EXPECT_TRUE(HasTwice({"", ""}));
}

TEST(MemberNames, MayMeetANameAgainInAnotherObject) {
  EXPECT_FALSE(HasTwice({"parent"}));
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

}  // namespace
}  // namespace sigte
