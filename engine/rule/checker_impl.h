// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rule/checker.h"
#include "engine/rule/functions.h"
#include "engine/rule/types.h"

/// The checker's own: one method a kind of expression (checker.cc), what is
/// compared with what (checker_comparisons.cc), and what each function asks of
/// its arguments (checker_calls.cc, checker_laws.cc).
namespace sigte {

inline bool IsNumberLiteral(const Expression& expression) {
  return expression.kind == ExpressionKind::kLiteral &&
         expression.literal.is_number();
}

class Checker {
 public:
  Checker(const CheckScope& scope, const Source* source, IssueList* issues)
      : scope_(scope), source_(source), issues_(issues) {}

  TypeInfo Check(const Expression& expression);

 private:
  struct Variable {
    std::string_view name;
    TypeInfo type;
  };

  // checker.cc
  TypeInfo CheckList(const Expression& list);
  TypeInfo CheckName(const Expression& name);
  TypeInfo CheckRuleName(const Expression& name, const Rule& rule);
  TypeInfo CheckScopeName(const Expression& name);
  TypeInfo CheckUnary(const Expression& unary);
  TypeInfo CheckBinary(const Expression& binary);
  TypeInfo CheckArithmetic(const Expression& binary, Type left, Type right);
  TypeInfo CheckConditional(const Expression& conditional);
  TypeInfo CheckQuantifier(const Expression& quantifier);
  void CheckLogic(const Expression& operand, Type type);
  void UnknownNameIn(const Expression& name);
  std::vector<std::string> KnownNames() const;

  // checker_comparisons.cc
  TypeInfo CheckLeft(const Expression& binary, bool* is_negated);
  TypeInfo CheckCompared(const Expression& operand, const Expression& other);
  bool IsUnquotedChoice(const Expression& operand, const Expression& other);
  void CheckThousands(const Expression& number, Type against);
  void CheckComparison(const Expression& binary, const TypeInfo& left,
                       const TypeInfo& right);
  void CheckMembership(const Expression& binary, const TypeInfo& element,
                       const TypeInfo& list);
  void CheckElements(const Expression& membership, Type element);
  void CheckChoices(const Expression& value, const TypeInfo& against);
  void CheckMarkers(const Expression& value, const Expression& field);

  // checker_calls.cc
  TypeInfo CheckCall(const Expression& call);
  TypeInfo CheckNoFunction(const Expression& call);
  bool CheckForm(const Expression& call, const FunctionSpec& function);
  void CheckTriggers(const Expression& call);
  void CheckArgument(const Expression& call, std::size_t index,
                     ArgumentKind kind);
  void CheckTyped(const Expression& argument, ArgumentKind kind, Type type);
  void CheckSearchedText(const Expression& argument);
  void CheckTerm(const Expression& argument);
  void CheckTable(const Expression& argument);
  void CheckKey(const Expression& call, Type key);
  void CheckRow(const Expression& key, const ParameterTable& table);
  void CheckRegex(const Expression& argument);
  void CheckCount(const Expression& call);
  // checker_laws.cc
  void CheckLaw(const Expression& argument);
  void ReportLaw(const Expression& argument, const LawCatalogue& laws);

  /// The several fields that a name is; null of anything else.
  const TextGroup* TextGroupOf(const Expression& expression) const;
  /// The parameter that a name is; null of anything else.
  const Parameter* ParameterOf(const Expression& expression) const;
  /// Of a literal or a parameter; unknown of anything else.
  Value ConstantOf(const Expression& expression) const;
  bool ExpectLiteral(const Expression& argument);

  bool strict() const { return !scope_.lenient; }
  void Error(MessageKey message, Span span, std::vector<LocalText> args = {}) {
    issues_->Error(message, source_, span, std::move(args));
  }
  void UnknownName(MessageKey message, Span span, std::string_view name,
                   const std::vector<std::string>& known) {
    issues_->UnknownName(message, source_, span, name, known);
  }

  const CheckScope& scope_;
  const Source* source_;
  IssueList* issues_;
  std::vector<Variable> variables_;  // bound by quantifiers, inner last
  bool in_group_function_ = false;
};

/// A text literal, null literal, any literal.
bool IsTextLiteral(const Expression& expression);
bool IsNullLiteral(const Expression& expression);

}  // namespace sigte
