// SPDX-License-Identifier: MPL-2.0

// Takes an && apart into comparisons of one value with constants and narrows,
// one after another, what it may be; an || is the contrary of an &&.

#include "engine/compile/exclusions.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/compile/constant_parts.h"
#include "engine/compile/value_ranges.h"
#include "engine/evaluate/operations.h"

namespace sigte {
namespace {

Opcode Contrary(Opcode op) {
  switch (op) {
    case Opcode::kEqual: return Opcode::kNotEqual;
    case Opcode::kNotEqual: return Opcode::kEqual;
    case Opcode::kLess: return Opcode::kGreaterEqual;
    case Opcode::kLessEqual: return Opcode::kGreater;
    case Opcode::kGreater: return Opcode::kLessEqual;
    default: return Opcode::kLess;
  }
}

// `5 < x` is `x > 5`.
Opcode Swapped(Opcode op) {
  switch (op) {
    case Opcode::kLess: return Opcode::kGreater;
    case Opcode::kLessEqual: return Opcode::kGreaterEqual;
    case Opcode::kGreater: return Opcode::kLess;
    case Opcode::kGreaterEqual: return Opcode::kLessEqual;
    default: return op;
  }
}

bool Has(const std::vector<Value>& values, const Value& sought) {
  return std::ranges::any_of(values, [&](const Value& value) {
    return Equal(value, sought).is_true();
  });
}

Kind KindOfField(const Field& field) {
  switch (field.type) {
    case FieldType::kBool: return Kind::kBool;
    case FieldType::kText: return Kind::kText;
    default: return Kind::kDecimal;
  }
}

// The whole number at `number`, or the next one above; nullopt beyond 64 bits.
std::optional<std::int64_t> WholeFrom(const Decimal& number) {
  const auto part = Decimal::Remainder(number, Decimal::FromInt(1));
  const auto whole = part ? Decimal::Subtract(number, *part) : std::nullopt;
  const auto base = whole ? whole->ToInt() : std::nullopt;
  if (!base) return std::nullopt;
  return *part > Decimal::FromInt(0) ? *base + 1 : *base;
}

/// What a value may still be.
class Choice {
 public:
  Choice() = default;
  Choice(Kind kind, bool is_whole) : kind_(kind), is_whole_(is_whole) {}

  Kind kind() const { return kind_; }

  /// Nothing but what `ranges` let it be.
  void Close(const ValueRanges& ranges, std::uint32_t subject) {
    if (kind_ == Kind::kDecimal) {
      bounds_ = ranges.Bounds(subject).value_or(NumberBounds());
    }
    if (const auto values = ranges.Closed(subject)) KeepOnly(*values);
  }

  void KeepOnly(const std::vector<Value>& values) {
    if (!only_) {
      only_ = values;
    } else {
      std::erase_if(*only_,
                    [&](const Value& one) { return !Has(values, one); });
    }
  }

  void Drop(const std::vector<Value>& values) {
    dropped_.insert(dropped_.end(), values.begin(), values.end());
  }

  void KeepFrom(const Decimal& number, bool within) {
    if (bounds_.low && number < *bounds_.low) return;
    const bool same = bounds_.low && number == *bounds_.low;
    bounds_.low_within = within && (!same || bounds_.low_within);
    bounds_.low = number;
  }

  void KeepUpTo(const Decimal& number, bool within) {
    if (bounds_.high && number > *bounds_.high) return;
    const bool same = bounds_.high && number == *bounds_.high;
    bounds_.high_within = within && (!same || bounds_.high_within);
    bounds_.high = number;
  }

  bool IsEmpty() const {
    if (only_) {
      return std::ranges::none_of(*only_,
                                  [&](const Value& one) { return MayBe(one); });
    }
    return kind_ == Kind::kDecimal && bounds_.low && bounds_.high &&
           !HasNumber();
  }

 private:
  bool MayBe(const Value& value) const {
    if (Has(dropped_, value)) return false;
    if (!value.is_number()) return true;
    const Decimal number = value.decimal_value();
    return bounds_.Hold(number) && (!is_whole_ || number.ToInt());
  }

  // Between two bounds.
  bool HasNumber() const {
    if (*bounds_.low > *bounds_.high) return false;
    if (*bounds_.low == *bounds_.high) return MayBe(Value::Dec(*bounds_.low));
    if (!is_whole_) return true;
    const auto first = WholeFrom(*bounds_.low);
    if (!first) return true;
    // One more than can have been dropped, or be a bound that is not within.
    for (std::size_t i = 0; i < dropped_.size() + 3; ++i) {
      const auto next =
          Decimal::Add(Decimal::FromInt(*first),
                       Decimal::FromInt(static_cast<std::int64_t>(i)));
      if (!next || MayBe(Value::Dec(*next))) return true;
      if (*next > *bounds_.high) return false;
    }
    return true;
  }

  Kind kind_ = Kind::kUnknown;
  bool is_whole_ = false;
  NumberBounds bounds_;
  std::optional<std::vector<Value>> only_;
  std::vector<Value> dropped_;
};

class ExclusionFinder {
 public:
  ExclusionFinder(const Program& program, const std::vector<bool>& is_rule)
      : program_(program),
        is_rule_(is_rule),
        free_(program, is_rule, false),
        bound_(program, is_rule, true) {}

  void Visit(std::uint32_t index) {
    const Instruction& code = program_.code[index];
    const bool is_and = code.op == Opcode::kAnd;
    if (is_and || code.op == Opcode::kOr) {
      const std::uint32_t subject =
          SubjectOf(index, is_and ? bound_ : free_, bound_);
      if (subject != kNoIndex) {
        found_.push_back({index, subject, !is_and});
        return;
      }
    } else if (code.op != Opcode::kNot) {
      return;
    }
    for (const std::uint32_t operand : program_.OperandsOf(code)) {
      if (!is_rule_[operand]) Visit(operand);
    }
  }

  std::vector<Exclusion> TakeFound() { return std::move(found_); }

  bool IsExcluded(std::uint32_t index) {
    return SubjectOf(index, free_, free_) != kNoIndex;
  }

 private:
  struct Narrowed {
    Choice choice;
    int comparisons = 0;
  };

  // What can meet none of the && at `index`, or all of the ||; kNoIndex where
  // there is none. `values` says what it may be, `whole` whether a fraction.
  std::uint32_t SubjectOf(std::uint32_t index, const ValueRanges& values,
                          const ValueRanges& whole) {
    const Instruction& code = program_.code[index];
    narrowed_.clear();
    values_ = &values;
    whole_ = &whole;
    for (const std::uint32_t operand : program_.OperandsOf(code)) {
      Gather(operand, code.op == Opcode::kAnd);
    }
    for (const auto& [subject, narrowed] : narrowed_) {
      if (narrowed.comparisons > 1 && narrowed.choice.IsEmpty()) return subject;
    }
    return kNoIndex;
  }

  // What it says where it holds, or where it does not (`holds`).
  void Gather(std::uint32_t index, bool holds) {
    if (is_rule_[index]) return;
    const Instruction& code = program_.code[index];
    const auto operands = program_.OperandsOf(code);
    if (code.op == Opcode::kNot) return Gather(operands[0], !holds);
    if (code.op == (holds ? Opcode::kAnd : Opcode::kOr)) {
      for (const std::uint32_t operand : operands) Gather(operand, holds);
    } else if (code.op == Opcode::kField) {
      Narrow(index, holds ? Opcode::kEqual : Opcode::kNotEqual,
             Value::Bool(true));
    } else if (code.op == Opcode::kIn) {
      const auto list = ConstantOf(program_, is_rule_, operands[1]);
      if (list) NarrowToList(operands[0], *list, holds);
    } else if (IsComparison(code.op)) {
      const Opcode op = holds ? code.op : Contrary(code.op);
      const auto right = ConstantOf(program_, is_rule_, operands[1]);
      const auto left = ConstantOf(program_, is_rule_, operands[0]);
      if (right && !left) Narrow(operands[0], op, *right);
      if (left && !right) Narrow(operands[1], Swapped(op), *left);
    }
  }

  // Null of what does not hold one value of the constant's kind.
  Choice* ChoiceOf(std::uint32_t subject, Kind constant) {
    const Instruction& code = program_.code[subject];
    const Kind kind = constant == Kind::kInt ? Kind::kDecimal : constant;
    if (kind == Kind::kUnknown || kind == Kind::kList) return nullptr;
    if (code.op == Opcode::kField) {
      const Field& field = program_.layout[code.a];
      if (field.is_list || kind != KindOfField(field)) return nullptr;
    }
    const auto [at, is_new] = narrowed_.try_emplace(subject);
    Narrowed& narrowed = at->second;
    if (is_new) {
      narrowed.choice = Choice(kind, whole_->IsWhole(subject));
      narrowed.choice.Close(*values_, subject);
    } else if (narrowed.choice.kind() != kind) {
      return nullptr;
    }
    ++narrowed.comparisons;
    return &narrowed.choice;
  }

  void Narrow(std::uint32_t subject, Opcode op, const Value& constant) {
    Choice* const choice = ChoiceOf(subject, constant.kind());
    if (choice == nullptr) return;
    if (op == Opcode::kEqual) return choice->KeepOnly({constant});
    if (op == Opcode::kNotEqual) return choice->Drop({constant});
    if (!constant.is_number()) return;  // texts in their order are let be
    const Decimal number = constant.decimal_value();
    switch (op) {
      case Opcode::kLess: return choice->KeepUpTo(number, false);
      case Opcode::kLessEqual: return choice->KeepUpTo(number, true);
      case Opcode::kGreater: return choice->KeepFrom(number, false);
      default: return choice->KeepFrom(number, true);
    }
  }

  void NarrowToList(std::uint32_t subject, const Value& list, bool holds) {
    if (list.kind() != Kind::kList || list.count() == 0) return;
    const std::vector<Value> items(list.items(), list.items() + list.count());
    const Kind kind = items.front().kind();
    const auto is_other = [&](const Value& item) {
      return item.kind() != kind &&
             !(item.is_number() && items.front().is_number());
    };
    if (std::ranges::any_of(items, is_other)) return;
    Choice* const choice = ChoiceOf(subject, kind);
    if (choice == nullptr) return;
    holds ? choice->KeepOnly(items) : choice->Drop(items);
  }

  const Program& program_;
  const std::vector<bool>& is_rule_;
  const ValueRanges free_;
  const ValueRanges bound_;
  const ValueRanges* values_ = nullptr;  // of the search in hand
  const ValueRanges* whole_ = nullptr;
  std::map<std::uint32_t, Narrowed> narrowed_;  // of the && or || in hand
  std::vector<Exclusion> found_;
};

}  // namespace

std::vector<Exclusion> FindExclusions(const Program& program,
                                      const std::vector<bool>& is_rule,
                                      std::uint32_t condition) {
  ExclusionFinder finder(program, is_rule);
  finder.Visit(condition);
  return finder.TakeFound();
}

bool IsExcluded(const Program& program, const std::vector<bool>& is_rule,
                std::uint32_t index) {
  return ExclusionFinder(program, is_rule).IsExcluded(index);
}

}  // namespace sigte
