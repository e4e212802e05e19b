// SPDX-License-Identifier: MPL-2.0

// Arithmetic: integers of 64 bits with checked overflow, exact decimals.
#include <limits>
#include <optional>

#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

using Int = std::int64_t;
constexpr Int kLeast = std::numeric_limits<Int>::min();

Value IntOrError(bool fits, Int value) {
  return fits ? Value::Int(value) : Value::Unknown(kError);
}

Value DecimalOrError(const std::optional<Decimal>& value) {
  return value ? Value::Dec(*value) : Value::Unknown(kError);
}

// Integers by `of_ints`; as soon as one is a decimal, by `of_decimals`.
template <typename OfInts, typename OfDecimals>
Value Calculate(const Value& a, const Value& b, OfInts of_ints,
                OfDecimals of_decimals) {
  if (a.kind() == Kind::kInt && b.kind() == Kind::kInt) {
    return of_ints(a.int_value(), b.int_value());
  }
  const CauseSet causes = Union(Hindrance(a, kNumbers), Hindrance(b, kNumbers));
  if (causes != kNoCause) return Value::Unknown(causes);
  return DecimalOrError(of_decimals(a.decimal_value(), b.decimal_value()));
}

Value AddInts(Int a, Int b) {
  Int sum = 0;
  const bool fits = !__builtin_add_overflow(a, b, &sum);
  return IntOrError(fits, sum);
}

Value SubtractInts(Int a, Int b) {
  Int difference = 0;
  const bool fits = !__builtin_sub_overflow(a, b, &difference);
  return IntOrError(fits, difference);
}

Value MultiplyInts(Int a, Int b) {
  Int product = 0;
  const bool fits = !__builtin_mul_overflow(a, b, &product);
  return IntOrError(fits, product);
}

Value DivideInts(Int a, Int b) {
  if (b == 0 || (a == kLeast && b == -1)) return Value::Unknown(kError);
  return Value::Int(a / b);
}

// The least integer by -1 leaves 0, which the processor cannot say.
Value RemainderInts(Int a, Int b) {
  if (b == 0) return Value::Unknown(kError);
  return Value::Int(b == -1 ? 0 : a % b);
}

Value JoinTexts(const Value& a, const Value& b, std::string* joined) {
  joined->assign(a.text());
  joined->append(b.text());
  return Value::Text(*joined);
}

}  // namespace

Value Add(const Value& a, const Value& b, std::string* joined) {
  if (a.is_number() && b.is_number()) {
    return Calculate(a, b, AddInts, Decimal::Add);
  }
  constexpr KindSet kAdded = kNumbers | kTexts;
  const CauseSet causes = Union(Hindrance(a, kAdded), Hindrance(b, kAdded));
  if (causes != kNoCause) return Value::Unknown(causes);
  if (a.kind() != b.kind()) return Value::Unknown(kError);
  return JoinTexts(a, b, joined);
}

Value Subtract(const Value& a, const Value& b) {
  return Calculate(a, b, SubtractInts, Decimal::Subtract);
}

Value Multiply(const Value& a, const Value& b) {
  return Calculate(a, b, MultiplyInts, Decimal::Multiply);
}

Value Divide(const Value& a, const Value& b) {
  return Calculate(a, b, DivideInts, Decimal::Divide);
}

Value Remainder(const Value& a, const Value& b) {
  return Calculate(a, b, RemainderInts, Decimal::Remainder);
}

Value Negate(const Value& a) {
  if (a.kind() == Kind::kInt) {
    return IntOrError(a.int_value() != kLeast,
                      a.int_value() == kLeast ? 0 : -a.int_value());
  }
  const CauseSet causes = Hindrance(a, kNumbers);
  if (causes != kNoCause) return Value::Unknown(causes);
  return DecimalOrError(
      Decimal::Subtract(Decimal::FromInt(0), a.decimal_value()));
}

}  // namespace sigte
