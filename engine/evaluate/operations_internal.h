// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/record/value.h"

/// Which kinds an operator takes, for the files that implement operations.h.
namespace sigte {

using KindSet = unsigned;
constexpr KindSet SetOf(Kind kind) { return 1u << static_cast<unsigned>(kind); }
inline constexpr KindSet kBools = SetOf(Kind::kBool);
inline constexpr KindSet kNumbers = SetOf(Kind::kInt) | SetOf(Kind::kDecimal);
inline constexpr KindSet kTexts = SetOf(Kind::kText);
inline constexpr KindSet kLists = SetOf(Kind::kList);

/// What keeps `operand` from being used where `taken` kinds are: nothing, or
/// the causes that it brings (see operations.h).
inline CauseSet Hindrance(const Value& operand, KindSet taken) {
  if (operand.is_unknown()) return operand.causes();
  return (taken & SetOf(operand.kind())) != 0 ? kNoCause : kError;
}

/// The causes of what is unknown; of anything else none.
inline CauseSet CausesOf(const Value& value) {
  return value.is_unknown() ? value.causes() : CauseSet{kNoCause};
}

/// The causes of two operands together.
inline CauseSet Union(CauseSet a, CauseSet b) {
  return static_cast<CauseSet>(a | b);
}

}  // namespace sigte
