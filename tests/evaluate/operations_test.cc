// SPDX-License-Identifier: MPL-2.0

// The tables of DESIGN section 2: each operator, value and cause.
#include "engine/evaluate/operations.h"

#include <array>
#include <limits>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/evaluate/program_builder.h"

namespace sigte {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

const Value kTrue = Value::Bool(true);
const Value kFalse = Value::Bool(false);
const Value kAbsent = Value::Unknown(kMissing);
const Value kSoft = Value::Unknown(kUnclear);
const Value kSeven = Value::Int(7);
const Value kWord = Value::Text("word");

Value Dec(std::string_view text) { return Value::Dec(*Decimal::Parse(text)); }

Value ListOf(const std::vector<Value>& items) {
  return Value::List(items.data(), items.size());
}

TEST(And, IsFalseBesideAnythingThatIsFalse) {
  for (const Value& other : {kTrue, kFalse, kAbsent, kSoft, kSeven}) {
    EXPECT_EQ(Show(And(kFalse, other)), "false");
    EXPECT_EQ(Show(And(other, kFalse)), "false");
  }
}

TEST(And, UnitesTheCausesOfWhatIsUnknown) {
  EXPECT_EQ(Show(And(kTrue, kTrue)), "true");
  EXPECT_EQ(Show(And(kTrue, kAbsent)), "unknown(missing)");
  EXPECT_EQ(Show(And(kSoft, kAbsent)), "unknown(missing|unclear)");
  EXPECT_EQ(Show(And(kSoft, kSeven)), "unknown(unclear|error)");
  const std::array all = {kTrue, kSoft, kAbsent, kWord};
  EXPECT_EQ(Show(And(all)), "unknown(missing|unclear|error)");
  EXPECT_EQ(Show(And(std::span<const Value>())), "true");
}

TEST(Or, IsTrueBesideAnythingThatIsTrue) {
  for (const Value& other : {kTrue, kFalse, kAbsent, kSoft, kSeven}) {
    EXPECT_EQ(Show(Or(kTrue, other)), "true");
    EXPECT_EQ(Show(Or(other, kTrue)), "true");
  }
  EXPECT_EQ(Show(Or(kFalse, kFalse)), "false");
  EXPECT_EQ(Show(Or(kFalse, kSoft)), "unknown(unclear)");
  EXPECT_EQ(Show(Or(std::span<const Value>())), "false");
}

std::string ShowAtLeast(const Value& wanted, const std::vector<Value>& among) {
  AtLeast count(wanted);
  for (const Value& value : among) count.Add(value.truth());
  return Show(Value::OfTruth(count.Bits()));
}

TEST(AtLeast, IsDecidedAsSoonAsTheUnknownOnesCannotChangeIt) {
  const Value two = Value::Int(2);
  EXPECT_EQ(ShowAtLeast(two, {kTrue, kAbsent, kTrue}), "true");
  EXPECT_EQ(ShowAtLeast(two, {kFalse, kAbsent, kFalse}), "false");
  EXPECT_EQ(ShowAtLeast(two, {kFalse, kAbsent, kTrue}), "unknown(missing)");
  EXPECT_EQ(ShowAtLeast(two, {kSoft, kAbsent, kFalse}),
            "unknown(missing|unclear)");
  EXPECT_EQ(ShowAtLeast(two, {kTrue, kSeven, kFalse}), "unknown(error)");
  EXPECT_EQ(ShowAtLeast(two, {kTrue, kTrue, kTrue}), "true");
}

TEST(AtLeast, OfNoneIsTrueAndOfMoreThanThereAreFalse) {
  EXPECT_EQ(ShowAtLeast(Value::Int(0), {kAbsent}), "true");
  EXPECT_EQ(ShowAtLeast(Value::Int(-1), {kFalse}), "true");
  EXPECT_EQ(ShowAtLeast(Value::Int(kMost), {kTrue, kAbsent}), "false");
}

TEST(AtLeast, OfAnUnknownNumberIsUnknown) {
  EXPECT_EQ(ShowAtLeast(kAbsent, {kTrue, kTrue}), "unknown(missing)");
  EXPECT_EQ(ShowAtLeast(kAbsent, {kSoft, kFalse}), "unknown(missing|unclear)");
  for (const Value& none : {kTrue, kFalse, kWord, Dec("2.0")}) {
    EXPECT_EQ(ShowAtLeast(none, {kTrue, kTrue}), "unknown(error)");
  }
}

TEST(Not, KeepsTheCause) {
  EXPECT_EQ(Show(Not(kTrue)), "false");
  EXPECT_EQ(Show(Not(kFalse)), "true");
  EXPECT_EQ(Show(Not(kSoft)), "unknown(unclear)");
  EXPECT_EQ(Show(Not(kSeven)), "unknown(error)");
}

TEST(Unclear, TurnsTrueIntoDoubtAndLeavesTheRest) {
  EXPECT_EQ(Show(Unclear(kTrue)), "unknown(unclear)");
  EXPECT_EQ(Show(Unclear(kFalse)), "false");
  EXPECT_EQ(Show(Unclear(kAbsent)), "unknown(missing)");
  EXPECT_EQ(Show(Unclear(kWord)), "unknown(error)");
}

TEST(Conditional, TakesTheCausesOfItsConditionOnly) {
  EXPECT_EQ(Show(Conditional(kTrue, kSeven, kAbsent)), "7");
  EXPECT_EQ(Show(Conditional(kFalse, kSeven, kSoft)), "unknown(unclear)");
  EXPECT_EQ(Show(Conditional(kAbsent, kSeven, kSeven)), "unknown(missing)");
  EXPECT_EQ(Show(Conditional(kWord, kSeven, kSoft)), "unknown(error)");
}

TEST(Equal, ComparesIntegersAndDecimalsAsOneKind) {
  EXPECT_EQ(Show(Equal(kSeven, Dec("7.0"))), "true");
  EXPECT_EQ(Show(Equal(Value::Int(kMost), Dec("9223372036854775807.5"))),
            "false");
  EXPECT_EQ(Show(Less(kSeven, Dec("7.0000000000000000001"))), "true");
}

TEST(Equal, OfDifferentKindsOrWithSomethingMissingIsUnknown) {
  EXPECT_EQ(Show(Equal(kSeven, kWord)), "unknown(error)");
  EXPECT_EQ(Show(NotEqual(kSeven, kWord)), "unknown(error)");
  EXPECT_EQ(Show(NotEqual(kAbsent, kWord)), "unknown(missing)");
  EXPECT_EQ(Show(Equal(kAbsent, kSoft)), "unknown(missing|unclear)");
}

TEST(Equal, OfListsIsKleenesAndOfTheElements) {
  const std::vector<Value> a = {kSeven, kAbsent};
  const std::vector<Value> b = {kSeven, kWord};
  const std::vector<Value> c = {Value::Int(8), kWord};
  const std::vector<Value> d = {kSeven};
  EXPECT_EQ(Show(Equal(ListOf(a), ListOf(b))), "unknown(missing)");
  EXPECT_EQ(Show(Equal(ListOf(a), ListOf(c))), "false");
  EXPECT_EQ(Show(Equal(ListOf(a), ListOf(d))), "false");
  EXPECT_EQ(Show(Equal(ListOf(b), ListOf(b))), "true");
  EXPECT_EQ(Show(Equal(ListOf({}), ListOf({}))), "true");
}

TEST(Less, OrdersNumbersTextsAndTruthValuesButNoLists) {
  EXPECT_EQ(Show(Less(kFalse, kTrue)), "true");
  EXPECT_EQ(Show(GreaterEqual(kWord, Value::Text("wore"))), "false");
  EXPECT_EQ(Show(LessEqual(kSeven, kSeven)), "true");
  EXPECT_EQ(Show(Greater(kSeven, kWord)), "unknown(error)");
  EXPECT_EQ(Show(Less(ListOf({}), ListOf({}))), "unknown(error)");
  EXPECT_EQ(Show(Less(ListOf({}), kAbsent)), "unknown(missing|error)");
}

TEST(In, IsKleenesOrOfTheElements) {
  const std::vector<Value> list = {Value::Int(1), kAbsent};
  EXPECT_EQ(Show(In(Value::Int(1), ListOf(list))), "true");
  EXPECT_EQ(Show(In(kSeven, ListOf(list))), "unknown(missing)");
  EXPECT_EQ(Show(In(kAbsent, ListOf({}))), "false");
  EXPECT_EQ(Show(In(kWord, ListOf(list))), "unknown(missing|error)");
  EXPECT_EQ(Show(In(kSeven, kWord)), "unknown(error)");
  EXPECT_EQ(Show(In(kSoft, kAbsent)), "unknown(missing|unclear)");
}

TEST(Arithmetic, OfIntegersIsCheckedAndTruncates) {
  EXPECT_EQ(Show(Add(Value::Int(kMost), Value::Int(1), nullptr)),
            "unknown(error)");
  EXPECT_EQ(Show(Subtract(Value::Int(kLeast), Value::Int(1))),
            "unknown(error)");
  EXPECT_EQ(Show(Multiply(Value::Int(kMost), Value::Int(2))), "unknown(error)");
  EXPECT_EQ(Show(Divide(Value::Int(-7), Value::Int(2))), "-3");
  EXPECT_EQ(Show(Divide(Value::Int(kLeast), Value::Int(-1))), "unknown(error)");
  EXPECT_EQ(Show(Remainder(Value::Int(-7), Value::Int(2))), "-1");
  EXPECT_EQ(Show(Remainder(Value::Int(kLeast), Value::Int(-1))), "0");
  EXPECT_EQ(Show(Negate(Value::Int(kLeast))), "unknown(error)");
}

TEST(Arithmetic, ByZeroIsAnError) {
  for (const Value& zero : {Value::Int(0), Dec("0.0")}) {
    EXPECT_EQ(Show(Divide(kSeven, zero)), "unknown(error)");
    EXPECT_EQ(Show(Remainder(kSeven, zero)), "unknown(error)");
  }
}

TEST(Arithmetic, WithADecimalIsExact) {
  EXPECT_EQ(Show(Add(Dec("0.1"), Dec("0.2"), nullptr)), "0.3");
  EXPECT_EQ(Show(Divide(Value::Int(1), Dec("8.0"))), "0.125");
  EXPECT_EQ(Show(Remainder(Dec("-7.5"), Value::Int(2))), "-1.5");
  EXPECT_EQ(Show(Negate(Dec("0.5"))), "-0.5");
}

TEST(Arithmetic, OfAnythingElseKeepsEveryCause) {
  EXPECT_EQ(Show(Multiply(kAbsent, kSoft)), "unknown(missing|unclear)");
  EXPECT_EQ(Show(Multiply(kAbsent, kWord)), "unknown(missing|error)");
  EXPECT_EQ(Show(Negate(kTrue)), "unknown(error)");
  std::string joined;
  EXPECT_EQ(Show(Add(kWord, Value::Text("s"), &joined)), "\"words\"");
  EXPECT_EQ(Show(Add(kWord, kSeven, &joined)), "unknown(error)");
}

TEST(Texts, AreComparedAsWrittenAndCountedInCodePoints) {
  EXPECT_EQ(Show(Size(Value::Text("blå"))), "3");
  EXPECT_EQ(Show(Size(ListOf({}))), "0");
  EXPECT_EQ(Show(Size(kSeven)), "unknown(error)");
  EXPECT_EQ(Show(Contains(kWord, Value::Text("or"))), "true");
  EXPECT_EQ(Show(StartsWith(kWord, Value::Text("W"))), "false");
  EXPECT_EQ(Show(EndsWith(kWord, Value::Text(""))), "true");
  EXPECT_EQ(Show(EndsWith(kAbsent, kSeven)), "unknown(missing|error)");
}

TEST(Has, AlwaysAnswers) {
  EXPECT_EQ(Show(Has(kSoft)), "false");
  EXPECT_EQ(Show(Has(kFalse)), "true");
  // Which it is is asked; that there is one is known.
  EXPECT_EQ(Show(Has(Value::Unknown(kQuestion))), "true");
  EXPECT_EQ(Show(Has(Value::Unknown(kQuestion | kMissing))), "false");
}

}  // namespace
}  // namespace sigte
