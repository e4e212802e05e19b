// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"
#include "engine/record/value.h"

/// Conditions as a tree: the subset of CEL (github.com/google/cel-spec,
/// doc/langdef.md) that rules need, with our text functions.
namespace sigte {

enum class ExpressionKind : std::uint8_t {
  kLiteral,      ///< literal
  kList,         ///< children
  kName,         ///< name: a field, a rule, a parameter, a bound variable
  kUnary,        ///< op, children[0]
  kBinary,       ///< op, children[0..1]
  kConditional,  ///< children: condition, then, else
  kCall,         ///< name, children: function call; a method's receiver is
                 ///< children[0]
  kQuantifier,   ///< name: one of kQuantifiers; variable;
                 ///< children: list, condition
};

/// What no name can be.
inline constexpr std::array<std::string_view, 4> kReservedWords = {
    "true", "false", "null", "in"};

/// Called as x.all(y, condition).
inline constexpr std::array<std::string_view, 3> kQuantifiers = {
    "all", "exists", "exists_one"};

enum class Operator : std::uint8_t {
  kNone,
  kNot,
  kNegate,
  kAnd,
  kOr,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIn,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kRemainder,
};

struct Expression {
  ExpressionKind kind = ExpressionKind::kLiteral;
  Operator op = Operator::kNone;
  /// Where it stands in the file (the whole expression, and its operator or
  /// name for the caret).
  Span span;
  Span head;
  std::string name;
  std::string variable;
  bool is_method = false;  ///< x.f(y) rather than f(x, y)
  Value literal;           ///< texts point into `text`
  std::string text;        ///< the unescaped text of a text literal
  std::vector<std::unique_ptr<Expression>> children;
};

using ExpressionPtr = std::unique_ptr<Expression>;

/// Whether it is nothing but true or false.
inline bool IsTruthLiteral(const Expression& expression) {
  return expression.kind == ExpressionKind::kLiteral &&
         expression.literal.kind() == Kind::kBool;
}

/// Whether `name` stands in it anywhere; nowhere in nullptr.
bool Names(const Expression* expression, std::string_view name);

/// The expression as fully bracketed text: for tests.
std::string ToString(const Expression& expression);

}  // namespace sigte
