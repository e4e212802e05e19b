// SPDX-License-Identifier: MPL-2.0

// Expressions made of expressions, and as text.
#include "engine/rule/expression.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/rule/expression_build.h"

namespace sigte {
namespace {

constexpr std::size_t kLongChain = 16;

ExpressionPtr JoinTwo(Operator op, Operand left, Operand right) {
  auto node = std::make_unique<Expression>();
  node->kind = ExpressionKind::kBinary;
  node->op = op;
  node->span = {std::min(left.tree->span.begin, right.tree->span.begin),
                std::max(left.tree->span.end, right.tree->span.end)};
  node->head = right.head;
  node->children.push_back(std::move(left.tree));
  node->children.push_back(std::move(right.tree));
  return node;
}

struct OperatorSymbol {
  Operator op;
  std::string_view symbol;
};

constexpr std::array kSymbols = {
    OperatorSymbol{Operator::kNone, "?"},
    OperatorSymbol{Operator::kNot, "!"},
    OperatorSymbol{Operator::kNegate, "-"},
    OperatorSymbol{Operator::kAnd, "&&"},
    OperatorSymbol{Operator::kOr, "||"},
    OperatorSymbol{Operator::kEqual, "=="},
    OperatorSymbol{Operator::kNotEqual, "!="},
    OperatorSymbol{Operator::kLess, "<"},
    OperatorSymbol{Operator::kLessEqual, "<="},
    OperatorSymbol{Operator::kGreater, ">"},
    OperatorSymbol{Operator::kGreaterEqual, ">="},
    OperatorSymbol{Operator::kIn, "in"},
    OperatorSymbol{Operator::kAdd, "+"},
    OperatorSymbol{Operator::kSubtract, "-"},
    OperatorSymbol{Operator::kMultiply, "*"},
    OperatorSymbol{Operator::kDivide, "/"},
    OperatorSymbol{Operator::kRemainder, "%"},
};
static_assert(std::ranges::is_sorted(kSymbols, {}, &OperatorSymbol::op));

std::string_view SymbolOf(Operator op) {
  return kSymbols[static_cast<std::size_t>(op)].symbol;
}

std::string JoinChildren(const Expression& expression, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < expression.children.size(); ++i) {
    if (i > from) text += ", ";
    text += ToString(*expression.children[i]);
  }
  return text;
}

std::string CallToString(const Expression& expression) {
  if (!expression.is_method) {
    return expression.name + "(" + JoinChildren(expression, 0) + ")";
  }
  return ToString(*expression.children[0]) + "." + expression.name + "(" +
         JoinChildren(expression, 1) + ")";
}

}  // namespace

int HeightOfChain(std::size_t count) {
  if (count <= kLongChain) return static_cast<int>(count) - 1;
  int height = 0;
  while ((std::size_t{1} << height) < count) ++height;
  return height;
}

ExpressionPtr JoinChain(Operator op, std::vector<Operand> operands) {
  if (operands.size() <= kLongChain) {
    Operand chain = std::move(operands[0]);
    for (std::size_t i = 1; i < operands.size(); ++i) {
      const Span head = chain.head;
      chain = {JoinTwo(op, std::move(chain), std::move(operands[i])), head};
    }
    return std::move(chain.tree);
  }
  while (operands.size() > 1) {
    std::vector<Operand> pairs;
    for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
      const Span head = operands[i].head;
      pairs.push_back(
          {JoinTwo(op, std::move(operands[i]), std::move(operands[i + 1])),
           head});
    }
    if (operands.size() % 2 == 1) pairs.push_back(std::move(operands.back()));
    operands = std::move(pairs);
  }
  return std::move(operands[0].tree);
}

bool Names(const Expression* expression, std::string_view name) {
  if (expression == nullptr) return false;
  if (expression->kind == ExpressionKind::kName) {
    return expression->name == name;
  }
  return std::ranges::any_of(expression->children, [name](const auto& child) {
    return Names(child.get(), name);
  });
}

std::string ToString(const Expression& expression) {
  const auto& children = expression.children;
  switch (expression.kind) {
    case ExpressionKind::kLiteral: return ToString(expression.literal);
    case ExpressionKind::kList: return "[" + JoinChildren(expression, 0) + "]";
    case ExpressionKind::kName: return expression.name;
    case ExpressionKind::kUnary:
      return std::string(SymbolOf(expression.op)) + ToString(*children[0]);
    case ExpressionKind::kBinary:
      return "(" + ToString(*children[0]) + " " +
             std::string(SymbolOf(expression.op)) + " " +
             ToString(*children[1]) + ")";
    case ExpressionKind::kConditional:
      return "(" + ToString(*children[0]) + " ? " + ToString(*children[1]) +
             " : " + ToString(*children[2]) + ")";
    case ExpressionKind::kCall: return CallToString(expression);
    case ExpressionKind::kQuantifier: break;
  }
  return ToString(*children[0]) + "." + expression.name + "(" +
         expression.variable + ", " + ToString(*children[1]) + ")";
}

}  // namespace sigte
