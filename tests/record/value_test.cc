// SPDX-License-Identifier: MPL-2.0

#include "engine/record/value.h"

#include <limits>

#include "gtest/gtest.h"

namespace sigte {
namespace {

Value Half() { return Value::Dec(*Decimal::Parse("0.5")); }

TEST(Value, KeepsWhatItWasMadeOf) {
  EXPECT_TRUE(Value::Bool(true).is_true());
  EXPECT_TRUE(Value::Bool(false).is_false());
  EXPECT_EQ(Value::Int(std::numeric_limits<std::int64_t>::min()).int_value(),
            std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(Half().decimal_value(), *Decimal::Parse("0.5"));
  EXPECT_EQ(Value::Int(-7).decimal_value(), Decimal::FromInt(-7));
  EXPECT_EQ(Value::Text("æ").text(), "æ");
  EXPECT_EQ(Value::Unknown(kMissing | kUnclear).causes(), kMissing | kUnclear);
}

TEST(Value, IsUnknownByErrorUntilItIsSet) {
  const Value value;
  EXPECT_TRUE(value.is_unknown());
  EXPECT_EQ(value.causes(), kError);
}

TEST(Value, OfUnknownIsNeitherTrueNorFalse) {
  const Value value = Value::Unknown(kUnclear);
  EXPECT_FALSE(value.is_true());
  EXPECT_FALSE(value.is_false());
}

TEST(Value, ReadsAsAnExpressionWouldWriteIt) {
  const Value items[] = {Value::Int(1), Value::Text("a\"b"),
                         Value::Unknown(kMissing)};
  EXPECT_EQ(ToString(Value::Int(12)), "12");
  EXPECT_EQ(ToString(Half()), "0.5");
  EXPECT_EQ(ToString(Value::Bool(true)), "true");
  EXPECT_EQ(ToString(Value::List(items, 3)), R"([1, "a\"b", unknown])");
  EXPECT_EQ(ToString(Value::List(nullptr, 0)), "[]");
}

TEST(Value, IsIdenticalOnlyToItsOwnKind) {
  const Value one[] = {Value::Int(1)};
  const Value two[] = {Value::Int(2)};
  EXPECT_TRUE(Identical(Half(), Half()));
  EXPECT_TRUE(Identical(Value::List(one, 1), Value::List(one, 1)));
  EXPECT_FALSE(Identical(Value::List(one, 1), Value::List(two, 1)));
  EXPECT_FALSE(Identical(Value::List(one, 1), Value::List(one, 0)));
  EXPECT_FALSE(Identical(Value::Int(1), Value::Dec(Decimal::FromInt(1))));
  EXPECT_FALSE(Identical(Value::Unknown(kMissing), Value::Unknown(kError)));
  EXPECT_FALSE(Identical(Value::Text("1"), Value::Int(1)));
}

TEST(Value, NamesItsCauses) {
  EXPECT_EQ(CauseName(kMissing), "missing");
  EXPECT_EQ(CauseName(kUnclear), "unclear");
  EXPECT_EQ(CauseName(kQuestion), "question");
  EXPECT_EQ(CauseName(kError), "error");
}

}  // namespace
}  // namespace sigte
