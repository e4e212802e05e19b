// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/checker.h"

#include <algorithm>
#include <array>

#include "engine/base/nearest.h"
#include "engine/rule/checker_impl.h"

namespace sigte {
namespace {

const Parameter* FindParameter(const Ruleset& ruleset, std::string_view name) {
  const auto it = std::ranges::find_if(
      ruleset.parameters,
      [name](const Parameter& p) { return p.name.text == name; });
  return it == ruleset.parameters.end() ? nullptr : &*it;
}

bool IsZero(const Expression& expression) {
  return IsNumberLiteral(expression) &&
         expression.literal.decimal_value().is_zero();
}

bool IsArithmetic(Operator op) { return op >= Operator::kAdd; }

std::string Small(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  return text;
}

std::string FieldNames(const TextGroup& text, const Layout& layout) {
  std::string names;
  for (const FieldIndex field : text.fields) {
    names += (names.empty() ? "" : ", ") + layout[field].name;
  }
  return names;
}

}  // namespace

bool IsTextLiteral(const Expression& expression) {
  return expression.kind == ExpressionKind::kLiteral &&
         expression.literal.kind() == Kind::kText;
}

bool IsNullLiteral(const Expression& expression) {
  return expression.kind == ExpressionKind::kLiteral &&
         expression.literal.is_unknown();
}

TypeInfo Checker::Check(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::kLiteral: return {TypeOfValue(expression.literal)};
    case ExpressionKind::kList: return CheckList(expression);
    case ExpressionKind::kName: return CheckName(expression);
    case ExpressionKind::kUnary: return CheckUnary(expression);
    case ExpressionKind::kBinary: return CheckBinary(expression);
    case ExpressionKind::kConditional: return CheckConditional(expression);
    case ExpressionKind::kCall: return CheckCall(expression);
    case ExpressionKind::kQuantifier: break;
  }
  return CheckQuantifier(expression);
}

TypeInfo Checker::CheckList(const Expression& list) {
  if (list.children.empty()) return {Type::kAnyList};
  Type element = Check(*list.children[0]).type;
  for (std::size_t i = 1; i < list.children.size(); ++i) {
    const Type type = Check(*list.children[i]).type;
    element =
        Comparable(element, type) ? CommonType(element, type) : Type::kAny;
  }
  return {ListOf(element)};
}

const Parameter* Checker::ParameterOf(const Expression& expression) const {
  return expression.kind == ExpressionKind::kName && scope_.ruleset != nullptr
             ? FindParameter(*scope_.ruleset, expression.name)
             : nullptr;
}

const TextGroup* Checker::TextGroupOf(const Expression& expression) const {
  if (expression.kind != ExpressionKind::kName || scope_.ruleset == nullptr ||
      scope_.scope_formula ||
      std::ranges::find(variables_, expression.name, &Variable::name) !=
          variables_.end()) {
    return nullptr;
  }
  const Ruleset& ruleset = *scope_.ruleset;
  const auto it = std::ranges::find_if(
      ruleset.texts,
      [&](const TextGroup& text) { return text.name.text == expression.name; });
  // A name that is a field's too stands for the field (and is a fault).
  const bool is_text = it != ruleset.texts.end() &&
                       ruleset.layout.Find(expression.name) == kNoField;
  return is_text ? &*it : nullptr;
}

Value Checker::ConstantOf(const Expression& expression) const {
  if (expression.kind == ExpressionKind::kLiteral) return expression.literal;
  const Parameter* const parameter = ParameterOf(expression);
  return parameter == nullptr ? Value::Unknown(kMissing) : parameter->value;
}

TypeInfo Checker::CheckName(const Expression& name) {
  for (auto it = variables_.rbegin(); it != variables_.rend(); ++it) {
    if (it->name == name.name) return it->type;
  }
  if (scope_.scope_formula) return CheckScopeName(name);
  if (scope_.ruleset != nullptr) {
    const Ruleset& ruleset = *scope_.ruleset;
    const FieldIndex index = ruleset.layout.Find(name.name);
    if (index != kNoField) {
      const Field& field = ruleset.layout[index];
      return {TypeOfField(field),
              field.choices.empty() ? nullptr : &field.choices};
    }
    if (const TextGroup* text = TextGroupOf(name)) {
      Error("R281.several-fields", name.head,
            {name.name, FieldNames(*text, ruleset.layout)});
      return {};
    }
    if (const Parameter* parameter = FindParameter(ruleset, name.name)) {
      return {TypeOfValue(parameter->value)};
    }
    const Rule* rule = ruleset.FindRule(name.name);
    if (rule != nullptr && rule->id.text == name.name) {
      return CheckRuleName(name, *rule);
    }
  }
  if (std::ranges::find(scope_.untyped_names, name.name) ==
      scope_.untyped_names.end()) {
    UnknownNameIn(name);
  }
  return {};
}

void Checker::UnknownNameIn(const Expression& name) {
  const Rule* const coded =
      scope_.ruleset == nullptr ? nullptr : scope_.ruleset->FindRule(name.name);
  if (coded != nullptr) {
    Error("R181.code-not-name", name.head, {name.name, coded->id.text});
    return;
  }
  std::vector<std::string> known = KnownNames();
  // The words of the language are written small.
  const std::string small = Small(name.name);
  for (const std::string_view word : {"true", "false", "null"}) {
    if (small == word || EditDistance(name.name, word) == 1) {
      known.assign(1, std::string(word));
    }
  }
  UnknownName("R230.unknown-name", name.head, name.name, known);
}

TypeInfo Checker::CheckRuleName(const Expression& name, const Rule& rule) {
  if (rule.kind == RuleKind::kCheck) {
    Error("R246.check-in-condition", name.head, {name.name});
  }
  return {Type::kBool};
}

TypeInfo Checker::CheckScopeName(const Expression& name) {
  if (std::ranges::find(kScopeNames, name.name) == kScopeNames.end()) {
    UnknownName("R230.unknown-name", name.head, name.name,
                {kScopeNames.begin(), kScopeNames.end()});
  }
  return {Type::kBool};
}

std::vector<std::string> Checker::KnownNames() const {
  std::vector<std::string> names;
  for (const Variable& variable : variables_) names.emplace_back(variable.name);
  if (scope_.ruleset != nullptr) {
    const Ruleset& ruleset = *scope_.ruleset;
    for (std::string& name : ruleset.layout.Names()) {
      names.push_back(std::move(name));
    }
    for (const TextGroup& text : ruleset.texts) {
      names.push_back(text.name.text);
    }
    for (const Parameter& parameter : ruleset.parameters) {
      names.push_back(parameter.name.text);
    }
    for (const Rule& rule : ruleset.rules) {
      if (rule.kind != RuleKind::kCheck) names.push_back(rule.id.text);
    }
  }
  names.insert(names.end(), scope_.untyped_names.begin(),
               scope_.untyped_names.end());
  return names;
}

void Checker::CheckLogic(const Expression& operand, Type type) {
  if (!strict() || type == Type::kBool || type == Type::kAny) return;
  Error("R233.not-a-condition", operand.span, {TypeWords(type)});
}

TypeInfo Checker::CheckUnary(const Expression& unary) {
  const Expression& operand = *unary.children[0];
  const Type type = Check(operand).type;
  if (unary.op == Operator::kNot) {
    CheckLogic(operand, type);
    return {Type::kBool};
  }
  if (strict() && !IsNumber(type) && type != Type::kAny) {
    Error("R245.not-a-number", operand.span, {TypeWords(type)});
  }
  return {type};
}

TypeInfo Checker::CheckBinary(const Expression& binary) {
  const Expression& a = *binary.children[0];
  const Expression& b = *binary.children[1];
  bool is_negated = false;
  const TypeInfo left = CheckLeft(binary, &is_negated);
  const TypeInfo right = CheckCompared(b, a);
  if (is_negated) return {Type::kBool};
  if (IsArithmetic(binary.op)) {
    return CheckArithmetic(binary, left.type, right.type);
  }
  if (binary.op == Operator::kAnd || binary.op == Operator::kOr) {
    CheckLogic(*binary.children[0], left.type);
    CheckLogic(*binary.children[1], right.type);
  } else if (binary.op == Operator::kIn) {
    CheckMembership(binary, left, right);
  } else {
    CheckComparison(binary, left, right);
  }
  return {Type::kBool};
}

TypeInfo Checker::CheckArithmetic(const Expression& binary, Type left,
                                  Type right) {
  const bool texts = binary.op == Operator::kAdd &&
                     (left == Type::kText || right == Type::kText);
  const Type result = texts ? Type::kText : CommonType(left, right);
  if (!strict()) return {Type::kAny};
  for (std::size_t i = 0; i < 2; ++i) {
    const Type type = i == 0 ? left : right;
    const bool fits = texts ? type == Type::kText : IsNumber(type);
    if (fits || type == Type::kAny) continue;
    if (texts) {
      Error("R280.sum-of-kinds", binary.head,
            {TypeWords(left), TypeWords(right)});
    } else {
      Error("R245.not-a-number", binary.children[i]->span, {TypeWords(type)});
    }
    return {};
  }
  const bool divides =
      binary.op == Operator::kDivide || binary.op == Operator::kRemainder;
  if (divides && IsZero(*binary.children[1])) {
    Error("R243.division-by-zero", binary.head);
  }
  return {result};
}

TypeInfo Checker::CheckConditional(const Expression& conditional) {
  CheckLogic(*conditional.children[0], Check(*conditional.children[0]).type);
  const TypeInfo yes = Check(*conditional.children[1]);
  const TypeInfo no = Check(*conditional.children[2]);
  if (strict() && !Comparable(yes.type, no.type)) {
    Error("R255.different-arms", conditional.head,
          {TypeWords(yes.type), TypeWords(no.type)});
  }
  return {CommonType(yes.type, no.type)};
}

TypeInfo Checker::CheckQuantifier(const Expression& quantifier) {
  const Expression& list = *quantifier.children[0];
  const TypeInfo of = Check(list);
  if (strict() && !IsList(of.type) && of.type != Type::kAny) {
    Error("R248.not-a-list", list.span, {TypeWords(of.type)});
  }
  const std::vector<std::string> taken = KnownNames();
  if (std::ranges::find(taken, quantifier.variable) != taken.end()) {
    Error("R253.variable-hides-name", quantifier.head, {quantifier.variable});
  }
  variables_.push_back({quantifier.variable, {ElementOf(of.type), of.choices}});
  CheckLogic(*quantifier.children[1], Check(*quantifier.children[1]).type);
  variables_.pop_back();
  return {Type::kBool};
}

Type CheckExpression(const Expression& expression, const CheckScope& scope,
                     const Source* source, IssueList* issues) {
  return Checker(scope, source, issues).Check(expression).type;
}

}  // namespace sigte
