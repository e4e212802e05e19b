// SPDX-License-Identifier: MPL-2.0

// Takes an && apart into comparisons of a field with constants and narrows, one
// after another, what the field may be; an || is the contrary of an &&.

#include "engine/compile/exclusions.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/compile/constant_parts.h"
#include "engine/evaluate/operations.h"
#include "engine/record/number_bounds.h"

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

/// What a field may still be.
class Choice {
 public:
  Choice() = default;
  explicit Choice(const Field& field)
      : is_whole_(field.type == FieldType::kInt),
        is_number_(KindOfField(field) == Kind::kDecimal) {}

  /// Nothing but what the schema allows.
  void Close(const Field& field) {
    if (is_number_) bounds_ = BoundsOf(field);
    if (field.type == FieldType::kBool) {
      KeepOnly({Value::Bool(true), Value::Bool(false)});
    }
    if (field.choices.empty()) return;
    std::vector<Value> choices;
    for (const FieldChoice& choice : field.choices) {
      if (!is_number_) {
        choices.push_back(Value::Text(choice.value));
      } else if (const auto number = Decimal::Parse(choice.value)) {
        choices.push_back(Value::Dec(*number));
      }
    }
    KeepOnly(choices);
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
    return is_number_ && bounds_.low && bounds_.high && !HasNumber();
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

  bool is_whole_ = false;
  bool is_number_ = false;
  NumberBounds bounds_;
  std::optional<std::vector<Value>> only_;
  std::vector<Value> dropped_;
};

class ExclusionFinder {
 public:
  ExclusionFinder(const Program& program, const std::vector<bool>& is_rule)
      : program_(program), is_rule_(is_rule) {}

  void Visit(std::uint32_t index) {
    const Instruction& code = program_.code[index];
    const bool is_and = code.op == Opcode::kAnd;
    if (is_and || code.op == Opcode::kOr) {
      narrowed_.clear();
      for (const std::uint32_t operand : program_.OperandsOf(code)) {
        Gather(operand, is_and, is_and);
      }
      for (const auto& [field, narrowed] : narrowed_) {
        if (narrowed.comparisons < 2 || !narrowed.choice.IsEmpty()) continue;
        found_.push_back({index, field, !is_and});
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

 private:
  struct Narrowed {
    Choice choice;
    int comparisons = 0;
  };

  // What it says where it holds, or where it does not (`holds`).
  void Gather(std::uint32_t index, bool holds, bool closed) {
    if (is_rule_[index]) return;
    const Instruction& code = program_.code[index];
    const auto operands = program_.OperandsOf(code);
    if (code.op == Opcode::kNot) return Gather(operands[0], !holds, closed);
    if (code.op == (holds ? Opcode::kAnd : Opcode::kOr)) {
      for (const std::uint32_t operand : operands) {
        Gather(operand, holds, closed);
      }
    } else if (code.op == Opcode::kField) {
      Narrow(index, holds ? Opcode::kEqual : Opcode::kNotEqual,
             Value::Bool(true), closed);
    } else if (code.op == Opcode::kIn) {
      const auto list = ConstantOf(program_, is_rule_, operands[1]);
      if (list) NarrowToList(operands[0], *list, holds, closed);
    } else if (IsComparison(code.op)) {
      const Opcode op = holds ? code.op : Contrary(code.op);
      const auto right = ConstantOf(program_, is_rule_, operands[1]);
      const auto left = ConstantOf(program_, is_rule_, operands[0]);
      if (right) Narrow(operands[0], op, *right, closed);
      if (left) Narrow(operands[1], Swapped(op), *left, closed);
    }
  }

  // Null of what is no field that holds one value of the constant's kind.
  Choice* ChoiceOf(std::uint32_t index, Kind kind, bool closed) {
    const Instruction& code = program_.code[index];
    if (code.op != Opcode::kField) return nullptr;
    const Field& field = program_.layout[code.a];
    const Kind compared = kind == Kind::kInt ? Kind::kDecimal : kind;
    if (field.is_list || compared != KindOfField(field)) return nullptr;
    const auto [at, is_new] = narrowed_.try_emplace(code.a);
    if (is_new) {
      at->second.choice = Choice(field);
      if (closed) at->second.choice.Close(field);
    }
    ++at->second.comparisons;
    return &at->second.choice;
  }

  void Narrow(std::uint32_t field, Opcode op, const Value& constant,
              bool closed) {
    Choice* const choice = ChoiceOf(field, constant.kind(), closed);
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

  void NarrowToList(std::uint32_t field, const Value& list, bool holds,
                    bool closed) {
    if (list.kind() != Kind::kList || list.count() == 0) return;
    const std::vector<Value> items(list.items(), list.items() + list.count());
    const Kind kind = items.front().kind();
    const auto is_other = [&](const Value& item) {
      return item.kind() != kind &&
             !(item.is_number() && items.front().is_number());
    };
    if (std::ranges::any_of(items, is_other)) return;
    Choice* const choice = ChoiceOf(field, kind, closed);
    if (choice == nullptr) return;
    holds ? choice->KeepOnly(items) : choice->Drop(items);
  }

  const Program& program_;
  const std::vector<bool>& is_rule_;
  std::map<FieldIndex, Narrowed> narrowed_;  // of the && or || in hand
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

}  // namespace sigte
