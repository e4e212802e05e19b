// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "engine/record/value.h"

/// The value of each operator and function, once: the evaluator's loop only
/// dispatches to these. Semantics: DESIGN section 2 and engine/README.md.
///
/// The causes of an unknown result are the union of what each operand brings:
/// an unknown one its own causes, one of a kind that the operator never takes
/// kError. When no operand brings any, kinds that do not go together (1 < "a"),
/// overflow and division by zero give kError. An operand that cannot change the
/// result brings nothing: the branch not taken, whatever stands beside a
/// deciding false or true, the elements of a list of another length.
namespace sigte {

/// Strong Kleene over any number of operands: OR where kDecisive is true, AND
/// where it is false. The order of operands makes no difference.
template <bool kDecisive>
class Junction {
 public:
  void Add(const Value& operand) { Add(operand.truth()); }
  constexpr void Add(TruthBits operand) { bits_ |= operand; }
  /// Whether no further operand can change the result.
  constexpr bool decided() const { return (bits_ & kDecides) != 0; }
  constexpr TruthBits Bits() const {
    if (decided()) return kDecides;
    return (bits_ & kUnknownBit) != 0
               ? static_cast<TruthBits>(bits_ & ~kOtherwise)
               : kOtherwise;
  }
  Value Result() const { return Value::OfTruth(Bits()); }

 private:
  static constexpr TruthBits kDecides = kDecisive ? kTrueBit : kFalseBit;
  static constexpr TruthBits kOtherwise = kDecisive ? kFalseBit : kTrueBit;
  TruthBits bits_ = 0;
};

/// Whether exactly one of the operands is true: unknown as long as an unknown
/// one could change that.
class ExactlyOne {
 public:
  void Add(const Value& operand) {
    if (operand.kind() == Kind::kBool) {
      true_ += operand.is_true() ? 1u : 0u;
    } else {
      causes_ |= operand.is_unknown() ? operand.causes() : CauseSet{kError};
    }
  }
  bool decided() const { return true_ > 1; }
  Value Result() const {
    if (decided()) return Value::Bool(false);
    return causes_ == kNoCause ? Value::Bool(true_ == 1)
                               : Value::Unknown(causes_);
  }

 private:
  std::size_t true_ = 0;
  CauseSet causes_ = kNoCause;
};

/// Whether at least so many of the operands are true: unknown as long as the
/// unknown ones could change that.
class AtLeast {
 public:
  explicit AtLeast(const Value& wanted) {
    if (wanted.kind() == Kind::kInt) {
      wanted_ = wanted.int_value();
    } else {
      unknown_bits_ =
          (wanted.is_unknown() ? wanted : Value::Unknown(kError)).truth();
    }
  }
  void Add(TruthBits operand) {
    true_ += operand == kTrueBit ? 1 : 0;
    if ((operand & kUnknownBit) == 0) return;
    ++unknown_;
    unknown_bits_ |= operand;
  }
  TruthBits Bits() const {
    if (!wanted_) return unknown_bits_;
    if (true_ >= *wanted_) return kTrueBit;
    return true_ + unknown_ < *wanted_ ? TruthBits{kFalseBit} : unknown_bits_;
  }

 private:
  std::optional<std::int64_t> wanted_;
  std::int64_t true_ = 0;
  std::int64_t unknown_ = 0;
  TruthBits unknown_bits_ = 0;
};

// Strong Kleene. An operand that is no truth value counts as unknown(kError).
Value And(std::span<const Value> operands);
Value Or(std::span<const Value> operands);
Value And(const Value& a, const Value& b);
Value Or(const Value& a, const Value& b);
constexpr TruthBits NotBits(TruthBits a) {
  if ((a & kUnknownBit) != 0) return a;
  return a == kTrueBit ? kFalseBit : kTrueBit;
}
constexpr TruthBits UnclearBits(TruthBits a) {
  return a == kTrueBit ? TruthBits{kUnknownBit | kUnclear} : a;
}
inline Value Not(const Value& a) { return Value::OfTruth(NotBits(a.truth())); }
inline Value Unclear(const Value& a) {
  return Value::OfTruth(UnclearBits(a.truth()));
}
/// `yes` or `no`, of whatever kind; unknown where the condition is.
Value Conditional(const Value& condition, const Value& yes, const Value& no);

Value Equal(const Value& a, const Value& b);
Value NotEqual(const Value& a, const Value& b);
Value Less(const Value& a, const Value& b);
Value LessEqual(const Value& a, const Value& b);
Value Greater(const Value& a, const Value& b);
Value GreaterEqual(const Value& a, const Value& b);
Value In(const Value& element, const Value& list);

/// Texts are joined into `*joined` (which must live as long as the result).
Value Add(const Value& a, const Value& b, std::string* joined);
Value Subtract(const Value& a, const Value& b);
Value Multiply(const Value& a, const Value& b);
Value Divide(const Value& a, const Value& b);
Value Remainder(const Value& a, const Value& b);
Value Negate(const Value& a);

Value Size(const Value& a);  ///< code points of a text, elements of a list
Value Contains(const Value& text, const Value& part);
Value StartsWith(const Value& text, const Value& part);
Value EndsWith(const Value& text, const Value& part);
/// Whether it has an answer; one that can be read in more ways than one, which
/// is all that kQuestion alone says, is one. Never unknown.
Value Has(const Value& a);

}  // namespace sigte
