// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/group_members.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/evaluate/groups.h"
#include "gtest/gtest.h"
#include "tests/evaluate/program_builder.h"

namespace sigte {
namespace {

// A check that counts all records of one s, and one that only adds up n.
class GroupMembers : public testing::Test {
 protected:
  GroupMembers() {
    builder_.program().group_queries = {
        {{0}, GroupMeasure::kCount, kNoIndex},
        {{1}, GroupMeasure::kSum, builder_.Field("n")}};
    builder_.program().layout.id = 1;
    builder_.program().rules.resize(2);
  }

  void NameMembers() { builder_.program().rules[0].names_of = 0; }

  Record RecordOf(const std::string& s) {
    Record record = EmptyRecord(builder_.program());
    if (!s.empty()) record.Set(0, Value::Text(s));
    return record;
  }

  void Gather(const std::string& s, const RunPlace& place, Groups* groups) {
    groups->Gather(RecordOf(s), Values(builder_.program().code.size()), place);
  }

  // Of the other one: "file:line:column"; "" where there is none.
  std::string Other(const std::string& s, const RunPlace& place,
                    const Groups& groups) {
    GroupAnswers answers;
    groups.Ask(RecordOf(s), &answers);
    const auto other = groups.OtherOf(answers, place, 0);
    if (!other) return {};
    return std::string(other->file) + std::string(other->sheet) + ":" +
           std::to_string(other->place.line) + ":" +
           std::to_string(other->place.column);
  }

  ProgramBuilder builder_;
};

TEST_F(GroupMembers, TheFirstNamesTheSecondAndAllOthersTheFirst) {
  NameMembers();
  Groups groups(builder_.program());
  ASSERT_TRUE(groups.names_members());
  groups.NameInput(0, "a.json", "");
  groups.NameInput(1, "b.xlsx", "/Svar");
  const std::string s = "zoo";
  Gather(s, {1, 3, 1}, &groups);
  Gather(s, {0, 7, 5}, &groups);
  Gather(s, {0, 7, 99}, &groups);
  Gather("alone", {0, 1, 1}, &groups);
  EXPECT_EQ(Other(s, {0, 7, 5}, groups), "a.json:7:99");
  EXPECT_EQ(Other(s, {0, 7, 99}, groups), "a.json:7:5");
  EXPECT_EQ(Other(s, {1, 3, 1}, groups), "a.json:7:5");
  EXPECT_EQ(Other("alone", {0, 1, 1}, groups), "");
  EXPECT_EQ(Other("never gathered", {0, 9, 1}, groups), "");
  EXPECT_EQ(Other("", {0, 9, 1}, groups), "");
  groups.NameInput(0, "a.json", "");
  Gather("alone", {1, 8, 1}, &groups);
  EXPECT_EQ(Other("alone", {0, 1, 1}, groups), "b.xlsx/Svar:8:1");
}

TEST_F(GroupMembers, AreNotKeptWhereNoCheckNamesThem) {
  Groups groups(builder_.program());
  EXPECT_TRUE(groups.needed());
  EXPECT_FALSE(groups.names_members());
}

// Threads gather what they happen to get.
TEST_F(GroupMembers, AreTheSameHoweverTheRecordsAreSharedOut) {
  NameMembers();
  std::mt19937 random(20'261'127);
  for (int round = 0; round < 50; ++round) {
    std::map<RunPlace, std::string> records;
    while (records.size() < 40) {
      const RunPlace place{static_cast<std::uint32_t>(random() % 3),
                           static_cast<std::uint32_t>(1 + random() % 30),
                           static_cast<std::uint32_t>(1 + random() % 2)};
      records[place] = std::string(1, static_cast<char>('a' + random() % 12));
    }
    std::vector<std::pair<RunPlace, std::string>> shuffled(records.begin(),
                                                           records.end());
    std::ranges::shuffle(shuffled, random);
    std::vector<std::unique_ptr<Groups>> parts;
    for (int i = 0; i < 3; ++i) {
      parts.push_back(std::make_unique<Groups>(builder_.program()));
    }
    for (const auto& [place, s] : shuffled) {
      Groups* part = parts[random() % parts.size()].get();
      part->NameInput(place.input, std::to_string(place.input), "");
      Gather(s, place, part);
    }
    parts[0]->Merge(*parts[1]);
    parts[0]->Merge(*parts[2]);
    for (const auto& [place, s] : records) {
      const auto other =
          std::ranges::find_if(records, [&](const auto& candidate) {
            return candidate.second == s && candidate.first != place;
          });
      const std::string expected =
          other == records.end() ? ""
                                 : std::to_string(other->first.input) + ":" +
                                       std::to_string(other->first.line) + ":" +
                                       std::to_string(other->first.column);
      EXPECT_EQ(Other(s, place, *parts[0]), expected);
    }
  }
}

TEST(GatheredRecordsOfTwo, KeepTheirIdsAndFilesWhenTheyAreJoined) {
  GatheredRecords one;
  GatheredRecords other;
  one.NameInput(0, "a.json", "");
  EXPECT_EQ(one.Add({0, 1, 1}, "x1"), 0u);
  EXPECT_EQ(one.Add({0, 2, 1}, ""), 1u);
  other.NameInput(2, "c.xlsx", "Svar");
  EXPECT_EQ(other.Add({2, 3, 1}, "long id"), 0u);
  EXPECT_EQ(other.Add({1, 4, 1}, "y"), 1u);
  EXPECT_EQ(one.Append(other), 2u);
  const auto show = [&](std::uint32_t record) {
    const GroupMember member = one.Of(record);
    return std::string(member.id) + "|" + std::string(member.file) + "|" +
           std::string(member.sheet) + "|" + std::to_string(member.place.line);
  };
  EXPECT_EQ(show(0), "x1|a.json||1");
  EXPECT_EQ(show(1), "|a.json||2");
  EXPECT_EQ(show(2), "long id|c.xlsx|Svar|3");
  EXPECT_EQ(show(3), "y|||4");
}

}  // namespace
}  // namespace sigte
