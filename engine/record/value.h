// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/decimal.h"

/// Values of expressions. Unknown is a value and says why it is unknown.
namespace sigte {

enum class Kind : std::uint8_t {
  kUnknown,  // these two in this order: Value::OfTruth
  kBool,
  kInt,      ///< 64 bits
  kDecimal,  ///< exact; one kind with kInt when compared
  kText,
  kList,
};

/// Why something is unknown: a set, because causes meet and none is lost.
enum Cause : std::uint8_t {
  kNoCause = 0,
  kMissing = 1,   ///< absent, null, blank, or a declared marker ("-")
  kUnclear = 2,   ///< the rule's own unclear_when
  kQuestion = 4,  ///< an unanswered question about the data's quality
  kError = 8,     ///< could not be evaluated (overflow, wrong kind, bound)
};
using CauseSet = std::uint8_t;

/// What logic needs of a value, as a set of bits, so that operands meet in one
/// OR: whether it is false, true or neither, and then the causes. What is no
/// truth value counts as unknown(kError).
using TruthBits = std::uint8_t;
inline constexpr TruthBits kFalseBit = 0x20;
inline constexpr TruthBits kTrueBit = 0x40;
inline constexpr TruthBits kUnknownBit = 0x80;
inline constexpr TruthBits kCauseBits = 0x0F;

/// The name of one cause in output: "missing", "unclear", "question", "error".
std::string_view CauseName(Cause cause);

/// 32 bytes, trivially copyable. Texts and lists are borrowed: from the record,
/// the program or the evaluator's scratch.
class Value {
 public:
  Value() : Value(Unknown(kError)) {}
  static Value Unknown(CauseSet causes) {
    return Value(Kind::kUnknown, causes,
                 static_cast<TruthBits>(kUnknownBit | causes));
  }
  static Value Bool(bool value) {
    return Value(Kind::kBool, static_cast<std::uint8_t>(value),
                 value ? kTrueBit : kFalseBit);
  }
  /// Of bits that name one of false, true and unknown.
  static Value OfTruth(TruthBits bits) {
    constexpr int kUnknownShift = 7;
    constexpr int kTrueShift = 6;
    return Value(static_cast<Kind>((bits >> kUnknownShift) ^ 1),
                 static_cast<std::uint8_t>((bits & kCauseBits) |
                                           (bits >> kTrueShift & 1)),
                 bits);
  }
  static Value Int(std::int64_t value) {
    Value v(Kind::kInt, 0);
    v.payload_.number = value;
    return v;
  }
  static Value Dec(const Decimal& value) {
    Value v(Kind::kDecimal, static_cast<std::uint8_t>(value.scale()));
    v.payload_.number = value.coefficient();
    return v;
  }
  static Value Text(std::string_view text) {
    Value v(Kind::kText, 0);
    v.payload_.view = {text.data(), text.size()};
    return v;
  }
  static Value List(const Value* items, std::size_t count) {
    Value v(Kind::kList, 0);
    v.payload_.view = {items, count};
    return v;
  }

  Kind kind() const { return kind_; }
  TruthBits truth() const { return truth_; }
  bool is_unknown() const { return kind_ == Kind::kUnknown; }
  bool is_true() const { return kind_ == Kind::kBool && small_ != 0; }
  bool is_false() const { return kind_ == Kind::kBool && small_ == 0; }
  bool is_number() const {
    return kind_ == Kind::kInt || kind_ == Kind::kDecimal;
  }

  /// Only where the kind is right (asserted).
  CauseSet causes() const {
    assert(kind_ == Kind::kUnknown);
    return small_;
  }
  std::int64_t int_value() const {
    assert(kind_ == Kind::kInt);
    return static_cast<std::int64_t>(payload_.number);
  }
  /// Of kInt too.
  Decimal decimal_value() const {
    assert(is_number());
    return Decimal::FromParts(payload_.number, small_);
  }
  std::string_view text() const {
    assert(kind_ == Kind::kText);
    return {static_cast<const char*>(payload_.view.pointer),
            payload_.view.size};
  }
  const Value* items() const {
    assert(kind_ == Kind::kList);
    return static_cast<const Value*>(payload_.view.pointer);
  }
  std::size_t count() const {
    assert(kind_ == Kind::kList);
    return payload_.view.size;
  }

 private:
  Value(Kind kind, std::uint8_t small,
        TruthBits truth = kUnknownBit | TruthBits{kError})
      : kind_(kind), small_(small), truth_(truth) {
    payload_.number = 0;
  }

  union Payload {
    Int128 number;
    struct {
      const void* pointer;
      std::uint64_t size;
    } view;
  };
  Payload payload_;
  Kind kind_;
  std::uint8_t small_ = 0;  // bool, causes or the decimal's scale
  TruthBits truth_ = 0;
};

/// Equality that always answers (unknowns equal when their causes are): for
/// constant pools and tests, not for expressions (see evaluate/operations.h).
bool Identical(const Value& a, const Value& b);

/// The order of keys, which are numbers or texts: numbers before texts.
bool KeyBefore(const Value& a, const Value& b);

/// As an expression would write it: 12, 0.5, "text", [1, 2], true, unknown.
std::string ToString(const Value& value);

}  // namespace sigte
