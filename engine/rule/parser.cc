// SPDX-License-Identifier: MPL-2.0

// CEL's grammar by recursive descent: one function a level of precedence.
#include "engine/rule/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/rule/expression_build.h"
#include "engine/rule/lexer.h"
#include "engine/rule/token_cursor.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxLength = 64 * 1024;

struct BinaryOperator {
  std::string_view symbol;
  Operator op;
};

constexpr std::array kRelations = {
    BinaryOperator{"==", Operator::kEqual},
    BinaryOperator{"!=", Operator::kNotEqual},
    BinaryOperator{"<", Operator::kLess},
    BinaryOperator{"<=", Operator::kLessEqual},
    BinaryOperator{">", Operator::kGreater},
    BinaryOperator{">=", Operator::kGreaterEqual},
    BinaryOperator{"in", Operator::kIn},
};
constexpr std::array kSums = {
    BinaryOperator{"+", Operator::kAdd},
    BinaryOperator{"-", Operator::kSubtract},
};
constexpr std::array kProducts = {
    BinaryOperator{"*", Operator::kMultiply},
    BinaryOperator{"/", Operator::kDivide},
    BinaryOperator{"%", Operator::kRemainder},
};

class Parser : private TokenCursor {
 public:
  using TokenCursor::TokenCursor;

  ExpressionPtr Run() {
    if (Peek().kind == TokenKind::kEnd) {
      text_->Error("R214.no-expression", Peek().span);
      return nullptr;
    }
    Parsed whole = ParseConditional();
    if (!whole) return nullptr;
    if (Peek().kind != TokenKind::kEnd) {
      return Unexpected(Message("expected.operator-or-end")).tree;
    }
    return std::move(whole.tree);
  }

 private:
  // The grammar.

  Parsed ParseConditional() {
    if (depth_ >= kMaxDepth) return TooDeep(Peek().span);
    ++depth_;
    Parsed result = ParseConditionalHere();
    --depth_;
    return result;
  }

  Parsed ParseConditionalHere() {
    const std::size_t first = next_;
    Parsed condition = ParseLogic(Operator::kOr);
    const std::size_t head = next_;
    if (!condition || !Accept("?")) return condition;
    Parsed yes = ParseLogic(Operator::kOr);
    if (!yes) return {};
    if (!Accept(":")) return Unexpected(Message("expected.colon"));
    Parsed no = ParseConditional();
    if (!no) return {};
    std::vector<Parsed> parts;
    parts.push_back(std::move(condition));
    parts.push_back(std::move(yes));
    parts.push_back(std::move(no));
    return Join(Node(ExpressionKind::kConditional, first, head),
                std::move(parts));
  }

  Parsed ParseLogic(Operator op) {
    const std::string_view symbol = op == Operator::kOr ? "||" : "&&";
    std::vector<Operand> operands;
    int height = 0;
    std::size_t head = next_;
    do {
      const std::size_t first = next_;
      Parsed operand =
          op == Operator::kOr ? ParseLogic(Operator::kAnd) : ParseRelation();
      if (!operand) return {};
      height = std::max(height, operand.height);
      const Span span = {tokens_[first].span.begin,
                         tokens_[next_ - 1].span.end};
      operands.push_back(
          {std::move(operand.tree), text_->InFile(tokens_[head].span)});
      tree_span_ = span;
      head = next_;
    } while (Accept(symbol));
    height += HeightOfChain(operands.size());
    if (height > kMaxDepth) return TooDeep(tree_span_);
    return {JoinChain(op, std::move(operands)), height};
  }

  // Operators of one level, all binding to the left.
  template <std::size_t N, typename Next>
  Parsed ParseBinary(const std::array<BinaryOperator, N>& operators,
                     Next parse_operand) {
    const std::size_t first = next_;
    Parsed left = parse_operand();
    while (left) {
      const auto it = std::ranges::find_if(
          operators, [this](const BinaryOperator& candidate) {
            return At(candidate.symbol) ||
                   (candidate.op == Operator::kIn && AtName("in"));
          });
      if (it == operators.end()) return left;
      const std::size_t head = next_++;
      if (it->op == Operator::kRemainder && PercentSign()) return {};
      Parsed right = parse_operand();
      if (!right) return {};
      ExpressionPtr node = Node(ExpressionKind::kBinary, first, head);
      node->op = it->op;
      std::vector<Parsed> parts;
      parts.push_back(std::move(left));
      parts.push_back(std::move(right));
      left = Join(std::move(node), std::move(parts));
    }
    return left;
  }

  Parsed ParseRelation() {
    return ParseBinary(kRelations, [this] { return ParseSum(); });
  }
  Parsed ParseSum() {
    return ParseBinary(kSums, [this] { return ParseProduct(); });
  }
  Parsed ParseProduct() {
    return ParseBinary(kProducts, [this] { return ParseUnary(); });
  }

  Parsed ParseUnary() {
    const bool negative_number =
        At("-") && (Peek(1).kind == TokenKind::kInt ||
                    Peek(1).kind == TokenKind::kDecimal);
    if (negative_number || (!At("!") && !At("-"))) return ParseMember();
    if (depth_ >= kMaxDepth) return TooDeep(Peek().span);
    const std::size_t first = next_;
    const Operator op = Take().text == "!" ? Operator::kNot : Operator::kNegate;
    ++depth_;
    Parsed operand = ParseUnary();
    --depth_;
    if (!operand) return {};
    ExpressionPtr node = Node(ExpressionKind::kUnary, first, first);
    node->op = op;
    std::vector<Parsed> parts;
    parts.push_back(std::move(operand));
    return Join(std::move(node), std::move(parts));
  }

  Parsed ParseMember() {
    const std::size_t first = next_;
    Parsed receiver = ParsePrimary();
    while (receiver) {
      if (At("[")) return Fail("R219.no-indexing", Peek().span);
      if (!Accept(".")) return receiver;
      if (Peek().kind != TokenKind::kName) {
        return Unexpected(Message("expected.method"));
      }
      if (!At("(", 1)) {
        return Fail("R218.no-members", Peek().span, {Peek().text});
      }
      receiver = ParseMethod(first, std::move(receiver));
    }
    return receiver;
  }

  Parsed ParseMethod(std::size_t first, Parsed receiver) {
    const std::size_t name = next_;
    next_ += 2;
    const bool quantifier =
        std::ranges::find(kQuantifiers, tokens_[name].text) !=
        kQuantifiers.end();
    std::vector<Parsed> parts;
    parts.push_back(std::move(receiver));
    std::string variable;
    std::size_t head = name;
    if (quantifier) {
      head = next_;
      if (!ParseVariable(tokens_[name], &variable)) return {};
      Parsed condition = ParseConditional();
      if (!condition) return {};
      parts.push_back(std::move(condition));
      if (!Accept(")")) return Unexpected(Message("expected.parenthesis"));
    } else if (!ParseElements(")", &parts)) {
      return {};
    }
    ExpressionPtr node =
        Node(quantifier ? ExpressionKind::kQuantifier : ExpressionKind::kCall,
             first, head);
    node->name = tokens_[name].text;
    node->is_method = !quantifier;
    node->variable = std::move(variable);
    return Join(std::move(node), std::move(parts));
  }

  // The "x," of list.all(x, …).
  bool ParseVariable(const Token& quantifier, std::string* variable) {
    if (Peek().kind != TokenKind::kName || !At(",", 1)) {
      Fail("R216.bad-quantifier", Peek().span, {quantifier.text});
      return false;
    }
    if (std::ranges::find(kReservedWords, Peek().text) !=
        kReservedWords.end()) {
      Fail("R282.reserved-variable", Peek().span, {Peek().text});
      return false;
    }
    *variable = Take().text;
    ++next_;
    return true;
  }

  // Elements and the closing bracket; lists may end in a comma.
  bool ParseElements(std::string_view closing, std::vector<Parsed>* elements) {
    if (Accept(closing)) return true;
    while (true) {
      Parsed element = ParseConditional();
      if (!element) return false;
      elements->push_back(std::move(element));
      if (Accept(closing)) return true;
      if (!Accept(",")) {
        Unexpected(Message("expected.comma-or", {closing}));
        return false;
      }
      if (closing == "]" && Accept(closing)) return true;
    }
  }

  Parsed ParsePrimary() {
    const Token& token = Peek();
    switch (token.kind) {
      case TokenKind::kInt:
      case TokenKind::kDecimal: return ParseNumber(false);
      case TokenKind::kText: return ParseText();
      case TokenKind::kName: return ParseName();
      case TokenKind::kEnd: return Unexpected(Message("expected.value"));
      case TokenKind::kSymbol: break;
    }
    if (token.text == "-") {
      ++next_;
      return ParseNumber(true);
    }
    if (token.text == "(") return ParseBrackets();
    if (token.text == "[") return ParseList();
    if (token.text == "{") return Fail("R220.no-maps", token.span);
    return Unexpected(Message("expected.value"));
  }

  Parsed ParseBrackets() {
    ++next_;
    Parsed inner = ParseConditional();
    if (!inner) return {};
    if (!Accept(")")) return Unexpected(Message("expected.parenthesis"));
    return inner;
  }

  Parsed ParseList() {
    const std::size_t first = next_++;
    std::vector<Parsed> elements;
    if (!ParseElements("]", &elements)) return {};
    return Join(Node(ExpressionKind::kList, first, first), std::move(elements));
  }

  Parsed ParseText() {
    const std::size_t first = next_++;
    ExpressionPtr node = Node(ExpressionKind::kLiteral, first, first);
    node->text = tokens_[first].text;
    node->literal = Value::Text(node->text);
    return Leaf(std::move(node));
  }

  Parsed ParseNumber(bool negative) {
    const std::size_t first = negative ? next_ - 1 : next_;
    const Token& token = Take();
    const std::optional<Value> value = NumberOf(token, negative);
    if (!value) return Fail("R211.bad-number", token.span, {token.text});
    ExpressionPtr node = Node(ExpressionKind::kLiteral, first, first);
    node->literal = *value;
    node->head = node->span;
    return Leaf(std::move(node));
  }

  Parsed ParseName() {
    const std::size_t first = next_;
    const Token& token = Peek();
    if (token.text == "in") return Unexpected(Message("expected.value"));
    if (AtWordNot() && WordOperator(token)) return {};
    ++next_;
    if (At("(")) return ParseCall(first);
    ExpressionPtr node = Node(ExpressionKind::kName, first, first);
    if (token.text == "true" || token.text == "false") {
      node->kind = ExpressionKind::kLiteral;
      node->literal = Value::Bool(token.text == "true");
    } else if (token.text == "null") {
      node->kind = ExpressionKind::kLiteral;
      node->literal = Value::Unknown(kMissing);
    } else {
      node->name = token.text;
    }
    return Leaf(std::move(node));
  }

  // "not x" and "not (…)": a name cannot be followed by an operand.
  bool AtWordNot() const {
    if (Peek().text != "not" && Peek().text != "NOT") return false;
    const Token& after = Peek(1);
    return (after.kind != TokenKind::kSymbol && after.kind != TokenKind::kEnd &&
            after.text != "in") ||
           At("(", 1) || At("!", 1);
  }

  Parsed ParseCall(std::size_t first) {
    ++next_;
    std::vector<Parsed> arguments;
    if (!ParseElements(")", &arguments)) return {};
    ExpressionPtr node = Node(ExpressionKind::kCall, first, first);
    node->name = tokens_[first].text;
    return Join(std::move(node), std::move(arguments));
  }
};

}  // namespace

ExpressionPtr ParseExpression(std::string_view text, const Source* source,
                              const OffsetMap& offsets, IssueList* issues) {
  ExpressionText expression(text, source, offsets, issues);
  if (text.size() > kMaxLength) {
    expression.Error("R213.too-long", {0, 1},
                     {fmt::format("{}", kMaxLength / 1024)});
    return nullptr;
  }
  std::optional<std::vector<Token>> tokens = Tokenize(&expression);
  if (!tokens) return nullptr;
  return Parser(&expression, std::move(*tokens)).Run();
}

}  // namespace sigte
