// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rule/expression.h"
#include "engine/rule/lexer.h"

/// What the grammar is written with: a place among tokens, errors, trees of
/// bounded height. Knows no grammar.
namespace sigte {

// A tree and its height, which is bounded: whoever walks it may recurse.
struct Parsed {
  ExpressionPtr tree;
  int height = 0;

  explicit operator bool() const { return tree != nullptr; }
};

/// The value of a number's token; nullopt where it does not fit.
std::optional<Value> NumberOf(const Token& token, bool negative);

class TokenCursor {
 public:
  TokenCursor(ExpressionText* text, std::vector<Token> tokens)
      : text_(text), tokens_(std::move(tokens)) {}

 protected:
  static constexpr int kMaxDepth = 250;

  const Token& Peek(std::size_t ahead = 0) const;
  const Token& Take() { return tokens_[next_++]; }
  bool At(std::string_view symbol, std::size_t ahead = 0) const;
  bool AtName(std::string_view name) const;
  bool Accept(std::string_view symbol);

  // Each error is the only one, and gives no tree.
  Parsed Fail(MessageKey message, Span span, std::vector<LocalText> args = {});
  Parsed Unexpected(LocalText expected);
  Parsed TooDeep(Span span);
  /// Adds an error for "and", "or" and "not", where CEL has symbols.
  bool WordOperator(const Token& token);
  /// Adds an error for "x is null" and "x is not missing", at "is".
  bool AsksForNothing();
  /// Adds an error for "x not in …" and "x !in …", at "not".
  bool NotIn();
  /// Adds an error for 50%, which is no remainder, behind the sign.
  bool PercentSign();

  /// Adds an error for 1,5 where 1.5 is meant.
  bool DecimalComma();

  /// A node over tokens [first, next_), with its operator or name at `head`.
  ExpressionPtr Node(ExpressionKind kind, std::size_t first, std::size_t head);
  Parsed Leaf(ExpressionPtr tree) { return {std::move(tree), 1}; }
  /// `parts` as the children of `tree`.
  Parsed Join(ExpressionPtr tree, std::vector<Parsed> parts);

  /// The name before the next token; "x" where it is none alone.
  std::string NameBefore() const;
  std::string_view Written(Span span) const;

  ExpressionText* text_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
  Span tree_span_;  // of the node made last, in the expression
};

}  // namespace sigte
