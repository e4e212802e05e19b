// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/groups.h"

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "gtest/gtest.h"
#include "tests/evaluate/program_builder.h"

namespace sigte {
namespace {

// Groups by s over: how many; how many with n > 1; the sum and the median of n.
class GroupsTest : public testing::Test {
 protected:
  GroupsTest() {
    const auto n = builder_.Field("n");
    const auto one = builder_.Constant(Value::Int(1));
    const auto more = builder_.Add(Opcode::kGreater, {n, one});
    builder_.program().group_queries = {
        {{0}, GroupMeasure::kCount, kNoIndex},
        {{0}, GroupMeasure::kCount, more},
        {{0}, GroupMeasure::kSum, n},
        {{0}, GroupMeasure::kMedian, n},
        {{0, 1}, GroupMeasure::kCount, kNoIndex}};
  }

  Record RecordOf(const Value& s, const Value& n) {
    Record record = EmptyRecord(builder_.program());
    record.Set(0, s);
    record.Set(2, n);
    return record;
  }

  void Gather(const Record& record, Groups* groups) {
    Evaluator evaluator(builder_.program());
    groups->Gather(record, evaluator.Evaluate(record), {});
  }

  static std::string Ask(const Record& record, const Groups& groups) {
    GroupAnswers answers;
    groups.Ask(record, &answers);
    std::string text;
    for (const Value& measure : answers.measures) {
      text += (text.empty() ? "" : " ") + Show(measure);
    }
    return text;
  }

  ProgramBuilder builder_;
};

TEST_F(GroupsTest, CountSumAndMiddleTheRecordsOfOneKey) {
  Groups groups(builder_.program());
  ASSERT_TRUE(groups.needed());
  for (const std::int64_t n : {1, 5, 3, 2}) {
    Gather(RecordOf(Value::Text("a"), Value::Int(n)), &groups);
  }
  Gather(RecordOf(Value::Text("b"), Value::Int(9)), &groups);
  EXPECT_EQ(Ask(RecordOf(Value::Text("a"), Value::Int(1)), groups),
            "4 3 11 2.5 unknown(missing)");
  EXPECT_EQ(Ask(RecordOf(Value::Text("b"), Value::Int(9)), groups),
            "1 1 9 9 unknown(missing)");
}

TEST_F(GroupsTest, ARecordWithoutAKeyBelongsToNoGroup) {
  Groups groups(builder_.program());
  const Record record = RecordOf(Value::Unknown(kMissing), Value::Int(1));
  Gather(record, &groups);
  Gather(record, &groups);
  EXPECT_EQ(Ask(record, groups),
            "unknown(missing) unknown(missing) unknown(missing) "
            "unknown(missing) unknown(missing)");
}

// The sum of those that answered is not what all of them come to.
TEST_F(GroupsTest, ANumberThatIsUnknownMakesSumAndMedianUnknown) {
  Groups groups(builder_.program());
  Gather(RecordOf(Value::Text("a"), Value::Int(60)), &groups);
  Gather(RecordOf(Value::Text("a"), Value::Unknown(kMissing)), &groups);
  Gather(RecordOf(Value::Text("b"), Value::Int(5)), &groups);
  EXPECT_EQ(Ask(RecordOf(Value::Text("a"), Value::Int(60)), groups),
            "2 1 unknown(missing) unknown(missing) unknown(missing)");
  EXPECT_EQ(Ask(RecordOf(Value::Text("b"), Value::Int(5)), groups),
            "1 1 5 5 unknown(missing)");
}

TEST_F(GroupsTest, UnknownNumbersJoinTheirCausesInAnyOrder) {
  Groups one(builder_.program());
  Groups other(builder_.program());
  Gather(RecordOf(Value::Text("a"), Value::Unknown(kQuestion)), &one);
  Gather(RecordOf(Value::Text("a"), Value::Int(3)), &one);
  Gather(RecordOf(Value::Text("a"), Value::Unknown(kMissing)), &other);
  const Record record = RecordOf(Value::Text("a"), Value::Int(3));
  other.Merge(one);
  EXPECT_EQ(Ask(record, other),
            "3 1 unknown(missing|question) unknown(missing|question) "
            "unknown(missing)");
}

TEST_F(GroupsTest, NumbersThatAreEqualAreOneKey) {
  Groups groups(builder_.program());
  Gather(RecordOf(Value::Int(7), Value::Int(2)), &groups);
  const Record seven =
      RecordOf(Value::Dec(*Decimal::Parse("7.0")), Value::Int(2));
  EXPECT_EQ(Ask(seven, groups), "1 1 2 2 unknown(missing)");
  EXPECT_EQ(Ask(RecordOf(Value::Text("7"), Value::Int(2)), groups),
            "unknown(error) unknown(error) unknown(error) unknown(error) "
            "unknown(missing)");
}

TEST_F(GroupsTest, SumsThatOverflowAreAnErrorInAnyOrder) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  Groups groups(builder_.program());
  for (const std::int64_t n : {kMost, kMost}) {
    Gather(RecordOf(Value::Text("a"), Value::Int(n)), &groups);
  }
  const Record record = RecordOf(Value::Text("a"), Value::Int(1));
  EXPECT_EQ(Ask(record, groups).substr(0, 19), "2 2 unknown(error) ");
  Gather(RecordOf(Value::Text("a"), Value::Int(-kMost)), &groups);
  EXPECT_EQ(Ask(record, groups).substr(0, 24),
            "3 2 " + std::to_string(kMost) + " ");
}

TEST_F(GroupsTest, MergedPartsAreTheWhole) {
  Groups whole(builder_.program());
  Groups first(builder_.program());
  Groups second(builder_.program());
  for (int i = 0; i < 100; ++i) {
    const std::string key(1, static_cast<char>('a' + i % 7));
    const Record record = RecordOf(Value::Text(key), Value::Int(i * i - 500));
    Gather(record, &whole);
    Gather(record, i % 3 == 0 ? &first : &second);
  }
  second.Merge(first);
  for (const char* key : {"a", "b", "c", "d", "e", "f", "g"}) {
    const Record record = RecordOf(Value::Text(key), Value::Int(0));
    EXPECT_EQ(Ask(record, second), Ask(record, whole));
  }
}

// Whether keys begin alike, and where a value is missing, makes no difference.
TEST(GroupsOfManyKeys, CountAsIfEachKeyWereAlone) {
  ProgramBuilder builder;
  const std::vector<std::vector<FieldIndex>> keys = {
      {1}, {0, 1, 2}, {0}, {1, 0}, {0, 2}, {0, 1}, {2, 0, 1}, {0, 1, 3}};
  for (const auto& key : keys) {
    builder.program().group_queries.push_back(
        {key, GroupMeasure::kCount, kNoIndex});
  }
  std::mt19937 random(20'261'127);
  std::vector<Record> records;
  for (int i = 0; i < 300; ++i) {
    Record record = EmptyRecord(builder.program());
    for (FieldIndex field = 0; field < 4; ++field) {
      const auto drawn = static_cast<std::int64_t>(random() % 4);
      if (drawn != 0) record.Set(field, Value::Int(drawn));
    }
    records.push_back(record);
  }
  Groups groups(builder.program());
  for (const Record& record : records) groups.Gather(record, Values(), {});
  const auto count_like = [&](const Record& record,
                              const std::vector<FieldIndex>& key) {
    std::int64_t count = 0;
    for (const Record& other : records) {
      count += std::ranges::all_of(key, [&](FieldIndex field) {
        return Identical(record[field].value, other[field].value);
      });
    }
    return count;
  };
  GroupAnswers answers;
  for (const Record& record : records) {
    groups.Ask(record, &answers);
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const bool lacks_one = std::ranges::any_of(
          keys[k],
          [&](FieldIndex field) { return record[field].value.is_unknown(); });
      EXPECT_EQ(Show(answers.measures[k]),
                lacks_one ? "unknown(missing)"
                          : std::to_string(count_like(record, keys[k])));
    }
  }
}

TEST(GroupsOfNothing, AreNotNeeded) {
  ProgramBuilder builder;
  EXPECT_FALSE(Groups(builder.program()).needed());
}

}  // namespace
}  // namespace sigte
