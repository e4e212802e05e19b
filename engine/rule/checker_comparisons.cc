// SPDX-License-Identifier: MPL-2.0

// What is set against what: kinds, order, closed values, and the slips that
// only show in the two operands together.

#include <algorithm>
#include <optional>

#include "engine/base/decimal.h"
#include "engine/rule/checker_impl.h"

namespace sigte {
namespace {

// A number is chosen however the schema writes it: 2 is 2.0.
bool Chooses(const Expression& literal, const FieldChoice& choice) {
  if (!IsNumberLiteral(literal)) return literal.text == choice.value;
  const std::optional<Decimal> number = Decimal::Parse(choice.value);
  return number && *number == literal.literal.decimal_value();
}

bool IsOrdering(Operator op) {
  return op == Operator::kLess || op == Operator::kLessEqual ||
         op == Operator::kGreater || op == Operator::kGreaterEqual;
}

// Of two lists, what is in them tells them apart.
LocalText KindWords(Type type, Type other) {
  if (!IsList(type) || !IsList(other)) return TypeWords(type);
  switch (ElementOf(type)) {
    case Type::kBool: return Message("type.bool-list");
    case Type::kText: return Message("type.text-list");
    default: return Message("type.number-list");
  }
}

// What `!x == y` was meant as.
std::string Denial(const Expression& binary, const Expression& denied) {
  const std::string left = ToString(denied);
  const std::string right = ToString(*binary.children[1]);
  switch (binary.op) {
    case Operator::kEqual: return left + " != " + right;
    case Operator::kNotEqual: return left + " == " + right;
    case Operator::kLess: return left + " >= " + right;
    case Operator::kLessEqual: return left + " > " + right;
    case Operator::kGreater: return left + " <= " + right;
    case Operator::kGreaterEqual: return left + " < " + right;
    default: return "!(" + left + " in " + right + ")";
  }
}

bool IsOrdered(Type type) {
  return type == Type::kAny || type == Type::kText || IsNumber(type);
}

}  // namespace

// The operand of an operator; the other one may tell what was meant by it.
TypeInfo Checker::CheckCompared(const Expression& operand,
                                const Expression& other) {
  if (IsUnquotedChoice(operand, other)) {
    Error("R261.choice-without-quotes", operand.span, {operand.name});
    return {};
  }
  const auto is_unquoted = [&](const ExpressionPtr& element) {
    return IsUnquotedChoice(*element, other);
  };
  if (operand.kind == ExpressionKind::kList &&
      std::ranges::any_of(operand.children, is_unquoted)) {
    for (const auto& element : operand.children) CheckCompared(*element, other);
    return {Type::kAnyList};
  }
  return Check(operand);
}

// The left operand. `!x in list` and `!x == "a"` deny x alone, which is no
// truth value: `*is_negated` after an error.
TypeInfo Checker::CheckLeft(const Expression& binary, bool* is_negated) {
  const Expression& left = *binary.children[0];
  const Expression& right = *binary.children[1];
  const bool is_relation =
      binary.op >= Operator::kEqual && binary.op <= Operator::kIn;
  if (!strict() || !is_relation || left.kind != ExpressionKind::kUnary ||
      left.op != Operator::kNot) {
    return CheckCompared(left, right);
  }
  const Expression& denied = *left.children[0];
  const Type type = CheckCompared(denied, right).type;
  if (type == Type::kBool || type == Type::kAny) return {type};
  *is_negated = true;
  Error("R279.not-before-comparison", left.head,
        {ToString(denied), Denial(binary, denied)});
  return {};
}

// area == school, where "school" is one of the values of the field.
bool Checker::IsUnquotedChoice(const Expression& operand,
                               const Expression& other) {
  if (operand.kind != ExpressionKind::kName || !strict() ||
      scope_.ruleset == nullptr || scope_.scope_formula ||
      other.kind != ExpressionKind::kName) {
    return false;
  }
  const Layout& layout = scope_.ruleset->layout;
  const FieldIndex field = layout.Find(other.name);
  if (field == kNoField || layout[field].type != FieldType::kText) return false;
  const bool chosen = std::ranges::any_of(
      layout[field].choices,
      [&](const FieldChoice& choice) { return choice.value == operand.name; });
  if (!chosen) return false;
  const std::vector<std::string> known = KnownNames();
  return std::ranges::find(known, operand.name) == known.end();
}

// 1.000 is 1, and was meant as a thousand: no whole number has decimals.
void Checker::CheckThousands(const Expression& number, Type against) {
  if (against != Type::kInt || number.kind != ExpressionKind::kLiteral ||
      source_ == nullptr) {
    return;
  }
  const std::string_view written = source_->text().substr(
      number.span.begin, number.span.end - number.span.begin);
  const std::string plain = WithoutThousands(written);
  if (plain.empty()) return;
  Error("R262.thousands-point", number.span,
        {written, ToString(number.literal), plain});
}

void Checker::CheckComparison(const Expression& binary, const TypeInfo& left,
                              const TypeInfo& right) {
  if (!strict()) return;
  const Expression& a = *binary.children[0];
  const Expression& b = *binary.children[1];
  if (IsNullLiteral(a) || IsNullLiteral(b)) {
    Error("R236.compared-with-null", binary.head);
    return;
  }
  const bool chained = a.kind == ExpressionKind::kBinary && IsOrdering(a.op) &&
                       IsOrdering(binary.op);
  if (chained) {
    Error("R266.chained-comparison", binary.head);
    return;
  }
  if (!Comparable(left.type, right.type)) {
    Error("R234.different-kinds", binary.head,
          {KindWords(left.type, right.type), KindWords(right.type, left.type)});
    return;
  }
  CheckThousands(a, right.type);
  CheckThousands(b, left.type);
  if (IsOrdering(binary.op)) {
    const Type type = IsOrdered(left.type) ? right.type : left.type;
    if (!IsOrdered(type)) {
      Error("R249.no-order", binary.head, {TypeWords(type)});
    }
  } else {
    CheckChoices(a, right);
    CheckChoices(b, left);
    CheckMarkers(a, b);
    CheckMarkers(b, a);
  }
}

void Checker::CheckMembership(const Expression& binary, const TypeInfo& element,
                              const TypeInfo& list) {
  if (!strict()) return;
  const Expression& a = *binary.children[0];
  const Expression& b = *binary.children[1];
  if (IsNullLiteral(a)) {
    Error("R236.compared-with-null", binary.head);
  } else if (!IsList(list.type) && list.type != Type::kAny) {
    Error("R248.not-a-list", b.span, {TypeWords(list.type)});
  } else if (!Comparable(element.type, ElementOf(list.type))) {
    Error("R234.different-kinds", binary.head,
          {TypeWords(element.type), TypeWords(ElementOf(list.type))});
  } else {
    CheckElements(binary, element.type);
    CheckChoices(b, element);
    CheckChoices(a, list);
    CheckMarkers(b, a);
    CheckMarkers(a, b);
  }
}

// What the ruleset takes for no answer is the value of no field.
void Checker::CheckMarkers(const Expression& value, const Expression& field) {
  if (scope_.ruleset == nullptr || field.kind != ExpressionKind::kName) return;
  const Layout& layout = scope_.ruleset->layout;
  if (layout.Find(field.name) == kNoField) return;
  if (value.kind == ExpressionKind::kList) {
    for (const auto& element : value.children) CheckMarkers(*element, field);
  } else if (IsTextLiteral(value) && layout.missing_markers.Has(value.text)) {
    Error("R267.never-a-value", value.span, {value.text});
  }
}

// A list of several kinds is comparable with anything; its literals are not.
void Checker::CheckElements(const Expression& membership, Type element) {
  const Expression& list = *membership.children[1];
  if (list.kind != ExpressionKind::kList) return;
  for (const auto& item : list.children) {
    if (item->kind != ExpressionKind::kLiteral) continue;
    const Type type = TypeOfValue(item->literal);
    if (Comparable(element, type)) continue;
    Error("R234.different-kinds", item->span,
          {TypeWords(element), TypeWords(type)});
  }
}

// Literals (also within a list or the arms of a conditional) that are compared
// with something that has closed values.
void Checker::CheckChoices(const Expression& value, const TypeInfo& against) {
  if (against.choices == nullptr) return;
  if (value.kind == ExpressionKind::kList) {
    for (const auto& element : value.children) CheckChoices(*element, against);
    return;
  }
  if (value.kind == ExpressionKind::kConditional) {
    CheckChoices(*value.children[1], against);
    CheckChoices(*value.children[2], against);
    return;
  }
  if (!IsTextLiteral(value) && !IsNumberLiteral(value)) return;
  std::vector<std::string> known;
  for (const FieldChoice& choice : *against.choices) {
    if (Chooses(value, choice)) return;
    known.push_back(choice.value);
  }
  UnknownName("R235.unknown-choice", value.span,
              IsTextLiteral(value) ? value.text : ToString(value.literal),
              known);
}

}  // namespace sigte
