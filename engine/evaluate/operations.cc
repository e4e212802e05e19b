// SPDX-License-Identifier: MPL-2.0

// Logic, comparison and membership. Arithmetic and texts have files of their
// own.
#include "engine/evaluate/operations.h"

#include <compare>

#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

template <bool kDecisive>
Value Join(std::span<const Value> operands) {
  Junction<kDecisive> junction;
  for (const Value& operand : operands) junction.Add(operand);
  return junction.Result();
}

template <bool kDecisive>
Value Join(const Value& a, const Value& b) {
  Junction<kDecisive> junction;
  junction.Add(a);
  junction.Add(b);
  return junction.Result();
}

Value EqualLists(const Value& a, const Value& b) {
  if (a.count() != b.count()) return Value::Bool(false);
  Junction<false> all;
  for (std::size_t i = 0; i < a.count() && !all.decided(); ++i) {
    all.Add(Equal(a.items()[i], b.items()[i]));
  }
  return all.Result();
}

// Only of two values that a comparison takes.
template <typename Test>
Value CompareKnown(const Value& a, const Value& b, Test test) {
  if (a.is_number() && b.is_number()) {
    return Value::Bool(test(a.decimal_value() <=> b.decimal_value()));
  }
  if (a.kind() != b.kind()) return Value::Unknown(kError);
  if (a.kind() == Kind::kText) {
    return Value::Bool(test(a.text() <=> b.text()));
  }
  return Value::Bool(test(a.is_true() <=> b.is_true()));
}

template <typename Test>
Value Compare(const Value& a, const Value& b, Test test) {
  if (a.kind() == Kind::kInt && b.kind() == Kind::kInt) {
    return Value::Bool(test(a.int_value() <=> b.int_value()));
  }
  constexpr KindSet kOrdered = kBools | kNumbers | kTexts;
  const CauseSet causes = Union(Hindrance(a, kOrdered), Hindrance(b, kOrdered));
  if (causes != kNoCause) return Value::Unknown(causes);
  return CompareKnown(a, b, test);
}

}  // namespace

Value And(std::span<const Value> operands) { return Join<false>(operands); }
Value Or(std::span<const Value> operands) { return Join<true>(operands); }
Value And(const Value& a, const Value& b) { return Join<false>(a, b); }
Value Or(const Value& a, const Value& b) { return Join<true>(a, b); }

Value Conditional(const Value& condition, const Value& yes, const Value& no) {
  if (condition.kind() == Kind::kBool) return condition.is_true() ? yes : no;
  return Value::Unknown(Hindrance(condition, kBools));
}

Value Equal(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown()) {
    return Value::Unknown(Union(CausesOf(a), CausesOf(b)));
  }
  if (a.is_number() && b.is_number()) {
    if (a.kind() == Kind::kInt && b.kind() == Kind::kInt) {
      return Value::Bool(a.int_value() == b.int_value());
    }
    return Value::Bool(a.decimal_value() == b.decimal_value());
  }
  if (a.kind() != b.kind()) return Value::Unknown(kError);
  switch (a.kind()) {
    case Kind::kText: return Value::Bool(a.text() == b.text());
    case Kind::kList: return EqualLists(a, b);
    default: return Value::Bool(a.is_true() == b.is_true());
  }
}

Value NotEqual(const Value& a, const Value& b) { return Not(Equal(a, b)); }

Value Less(const Value& a, const Value& b) {
  return Compare(a, b, [](auto order) { return order < 0; });
}
Value LessEqual(const Value& a, const Value& b) {
  return Compare(a, b, [](auto order) { return order <= 0; });
}
Value Greater(const Value& a, const Value& b) {
  return Compare(a, b, [](auto order) { return order > 0; });
}
Value GreaterEqual(const Value& a, const Value& b) {
  return Compare(a, b, [](auto order) { return order >= 0; });
}

Value In(const Value& element, const Value& list) {
  if (list.kind() != Kind::kList) {
    return Value::Unknown(Union(Hindrance(list, kLists), CausesOf(element)));
  }
  Junction<true> any;
  for (std::size_t i = 0; i < list.count() && !any.decided(); ++i) {
    any.Add(Equal(element, list.items()[i]));
  }
  return any.Result();
}

Value Has(const Value& a) {
  return Value::Bool(!a.is_unknown() || a.causes() == kQuestion);
}

}  // namespace sigte
