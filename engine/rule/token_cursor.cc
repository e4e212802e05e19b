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
  if (token.kind == TokenKind::kName && WordOperator(token)) return {};
  if (DecimalComma()) return {};
  const std::string_view written =
      text_->text().substr(token.span.begin, token.span.end - token.span.begin);
  LocalText found = token.kind == TokenKind::kEnd
                        ? Message("expected.end")
                        : LocalText(fmt::format("'{}'", written));
  return Fail("R201.unexpected", token.span,
              {std::move(expected), std::move(found)});
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
