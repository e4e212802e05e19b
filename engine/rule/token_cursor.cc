// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/token_cursor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "engine/base/decimal.h"

namespace sigte {

std::optional<Value> NumberOf(const Token& token, bool negative) {
  const std::string sign = negative ? "-" : "";
  if (token.kind == TokenKind::kDecimal) {
    const std::string zero = token.text.starts_with('.') ? "0" : "";
    const auto decimal = Decimal::Parse(sign + zero + token.text);
    if (!decimal) return std::nullopt;
    return Value::Dec(*decimal);
  }
  const bool hex = token.text.size() > 1 && (token.text[1] | 0x20) == 'x';
  const std::string digits = sign + token.text.substr(hex ? 2 : 0);
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] =
      std::from_chars(digits.data(), end, value, hex ? 16 : 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  return Value::Int(value);
}

const Token& TokenCursor::Peek(std::size_t ahead) const {
  return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

bool TokenCursor::At(std::string_view symbol, std::size_t ahead) const {
  return Peek(ahead).kind == TokenKind::kSymbol && Peek(ahead).text == symbol;
}

bool TokenCursor::AtName(std::string_view name) const {
  return Peek().kind == TokenKind::kName && Peek().text == name;
}

bool TokenCursor::Accept(std::string_view symbol) {
  if (!At(symbol)) return false;
  ++next_;
  return true;
}

Parsed TokenCursor::Fail(MessageKey message, Span span,
                         std::vector<LocalText> args) {
  text_->Error(message, span, std::move(args));
  return {};
}

Parsed TokenCursor::Unexpected(LocalText expected) {
  const Token& token = Peek();
  if (AsksForNothing() || NotIn()) return {};
  if (token.kind == TokenKind::kName && WordOperator(token)) return {};
  if (DecimalComma()) return {};
  LocalText found = token.kind == TokenKind::kEnd
                        ? Message("expected.end")
                        : LocalText(fmt::format("'{}'", Written(token.span)));
  return Fail("R201.unexpected", token.span,
              {std::move(expected), std::move(found)});
}

std::string_view TokenCursor::Written(Span span) const {
  return text_->text().substr(span.begin, span.end - span.begin);
}

std::string TokenCursor::NameBefore() const {
  if (next_ == 0 || tokens_[next_ - 1].kind != TokenKind::kName) return "x";
  return tokens_[next_ - 1].text;
}

bool TokenCursor::AsksForNothing() {
  constexpr std::array<std::string_view, 10> kNothing = {
      "null",    "NULL",  "none",  "None",    "nil",
      "missing", "empty", "blank", "unknown", "undefined"};
  if (!AtName("is")) return false;
  const bool is_denied = Peek(1).kind == TokenKind::kName &&
                         (Peek(1).text == "not" || Peek(1).text == "NOT");
  const Token& asked = Peek(is_denied ? 2 : 1);
  if (asked.kind != TokenKind::kName) return false;
  const auto nothing = std::ranges::find(kNothing, asked.text);
  if (nothing == kNothing.end()) return false;
  const Span words = {Peek().span.begin, asked.span.end};
  Fail("R277.asks-for-nothing", words,
       {Written(words), (is_denied ? "has(" : "!has(") + NameBefore() + ")"});
  return true;
}

bool TokenCursor::NotIn() {
  const bool is_not = AtName("not") || AtName("NOT") || At("!");
  const Token& in = Peek(1);
  if (!is_not || in.kind != TokenKind::kName ||
      (in.text != "in" && in.text != "IN")) {
    return false;
  }
  const Span words = {Peek().span.begin, in.span.end};
  Fail("R278.not-in", words, {Written(words), NameBefore()});
  return true;
}

// A number, the sign, and nothing that could be divided by.
bool TokenCursor::PercentSign() {
  const Token& number = tokens_[next_ < 2 ? 0 : next_ - 2];
  const bool is_number =
      number.kind == TokenKind::kInt || number.kind == TokenKind::kDecimal;
  const Token& next = Peek();
  const bool is_word = next.kind == TokenKind::kName &&
                       (next.text == "and" || next.text == "or" ||
                        next.text == "AND" || next.text == "OR");
  const bool is_operand = next.kind != TokenKind::kEnd &&
                          (next.kind != TokenKind::kSymbol || At("(") ||
                           At("[") || At("-") || At("!"));
  if (!is_number || (is_operand && !is_word)) return false;
  Fail("R276.percent-sign", {number.span.begin, tokens_[next_ - 1].span.end},
       {number.text});
  return true;
}

// 1,5: a number, a comma and a number without blanks.
bool TokenCursor::DecimalComma() {
  if (!At(",") || next_ == 0) return false;
  const Token& whole = tokens_[next_ - 1];
  const Token& decimals = Peek(1);
  const Span comma = Peek().span;
  if (whole.kind != TokenKind::kInt || decimals.kind != TokenKind::kInt ||
      whole.span.end != comma.begin || comma.end != decimals.span.begin) {
    return false;
  }
  Fail("R263.decimal-comma", {whole.span.begin, decimals.span.end},
       {fmt::format("{}.{}", whole.text, decimals.text)});
  return true;
}

Parsed TokenCursor::TooDeep(Span span) {
  return Fail("R212.too-deep", span, {fmt::format("{}", kMaxDepth)});
}

bool TokenCursor::WordOperator(const Token& token) {
  constexpr std::array<std::array<std::string_view, 2>, 8> kWords = {{
      {"is", "=="},
      {"equals", "=="},
      {"and", "&&"},
      {"AND", "&&"},
      {"or", "||"},
      {"OR", "||"},
      {"not", "!"},
      {"NOT", "!"},
  }};
  const bool is_not = token.text == "is" && Peek(1).kind == TokenKind::kName &&
                      Peek(1).text == "not";
  if (is_not && &token == &Peek()) {
    const Span words = {token.span.begin, Peek(1).span.end};
    Fail("R203.word-operator", words, {Written(words), "!="});
    return true;
  }
  for (const auto& [word, symbol] : kWords) {
    if (token.text != word) continue;
    Fail("R203.word-operator", token.span, {token.text, symbol});
    return true;
  }
  return false;
}

ExpressionPtr TokenCursor::Node(ExpressionKind kind, std::size_t first,
                                std::size_t head) {
  auto node = std::make_unique<Expression>();
  node->kind = kind;
  tree_span_ = {tokens_[first].span.begin, tokens_[next_ - 1].span.end};
  node->span = text_->InFile(tree_span_);
  node->head = text_->InFile(tokens_[head].span);
  return node;
}

Parsed TokenCursor::Join(ExpressionPtr tree, std::vector<Parsed> parts) {
  int height = 0;
  for (Parsed& part : parts) {
    height = std::max(height, part.height);
    tree->children.push_back(std::move(part.tree));
  }
  if (height >= kMaxDepth) return TooDeep(tree_span_);
  return {std::move(tree), height + 1};
}

}  // namespace sigte
