// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/lexer.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/rule/text_literal.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 25> kSymbols = {
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/",
    "%",  "?",  ":",  "(",  ")",  "[",  "]", "{", "}", ",", ".", ";"};

/// Slips that deserve their own words; the longer spelling first.
struct Slip {
  std::string_view spelling;
  MessageKey message;
  std::string_view meant = {};
};

// Those that begin with what is a symbol by itself.
constexpr std::array kLongSlips = {
    Slip{"<>", "R205.not-equal-sign"},
    Slip{"===", "R275.sign-too-many", "=="},
    Slip{"!==", "R275.sign-too-many", "!="},
};

constexpr std::array kSlips = {
    Slip{"=>", "R265.operator-turned"},  Slip{"=<", "R265.operator-turned"},
    Slip{"≥", "R274.sign-of-two", ">="}, Slip{"≤", "R274.sign-of-two", "<="},
    Slip{"≠", "R274.sign-of-two", "!="}, Slip{"=", "R202.single-equals"},
    Slip{"&", "R204.single-and"},        Slip{"|", "R217.single-or"},
    Slip{"“", "R207.typographic-quote"}, Slip{"”", "R207.typographic-quote"},
    Slip{"„", "R207.typographic-quote"}, Slip{"‘", "R207.typographic-quote"},
    Slip{"’", "R207.typographic-quote"}, Slip{"»", "R207.typographic-quote"},
    Slip{"«", "R207.typographic-quote"},
};

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool IsQuote(char c) { return c == '"' || c == '\''; }

class Lexer {
 public:
  explicit Lexer(ExpressionText* text) : text_(text), all_(text->text()) {}

  std::optional<std::vector<Token>> Run() {
    while (true) {
      at_ = std::min(all_.find_first_not_of(" \t\r\n", at_), all_.size());
      if (at_ == all_.size()) break;
      if (!ReadToken()) return std::nullopt;
    }
    if (!CheckBrackets()) return std::nullopt;
    tokens_.push_back({TokenKind::kEnd, {at_, at_}, ""});
    return std::move(tokens_);
  }

 private:
  char Peek(std::size_t ahead) const {
    return at_ + ahead < all_.size() ? all_[at_ + ahead] : '\0';
  }

  bool ReadToken() {
    const char c = all_[at_];
    const bool raw = (c == 'r' || c == 'R') && IsQuote(Peek(1));
    if (IsQuote(c) || raw) return ReadText();
    if (IsLetter(c)) return ReadName();
    if (IsDigit(c) || (c == '.' && IsDigit(Peek(1)))) return ReadNumber();
    return ReadSymbol();
  }

  void Push(TokenKind kind, std::size_t end) {
    tokens_.push_back(
        {kind, {at_, end}, std::string(all_.substr(at_, end - at_))});
    at_ = end;
  }

  bool ReadText() {
    std::size_t end = at_;
    std::optional<std::string> said = ReadTextLiteral(text_, &end);
    if (!said) return false;
    tokens_.push_back({TokenKind::kText, {at_, end}, std::move(*said)});
    at_ = end;
    return true;
  }

  bool ReadName() {
    std::size_t end = at_;
    while (end < all_.size() && (IsLetter(all_[end]) || IsDigit(all_[end]))) {
      ++end;
    }
    Push(TokenKind::kName, end);
    return true;
  }

  std::size_t SkipDigits(std::size_t at) const {
    while (at < all_.size() && IsDigit(all_[at])) ++at;
    return at;
  }

  bool ReadNumber() {
    if (Peek(0) == '0' && (Peek(1) == 'x' || Peek(1) == 'X')) return ReadHex();
    std::size_t end = SkipDigits(at_);
    bool whole = true;
    if (end + 1 < all_.size() && all_[end] == '.' && IsDigit(all_[end + 1])) {
      whole = false;
      end = SkipDigits(end + 1);
    }
    if (end < all_.size() && (all_[end] == 'e' || all_[end] == 'E')) {
      whole = false;
      ++end;
      if (end < all_.size() && (all_[end] == '+' || all_[end] == '-')) ++end;
      const std::size_t digits = end;
      end = SkipDigits(end);
      if (end == digits) return BadNumber(end);
    }
    if (end < all_.size() && IsLetter(all_[end])) return BadNumber(end);
    if (Peek(0) == '0' && IsDigit(Peek(1))) return BadNumber(end);
    Push(whole ? TokenKind::kInt : TokenKind::kDecimal, end);
    return true;
  }

  bool ReadHex() {
    std::size_t end = at_ + 2;
    while (end < all_.size() && IsHexDigit(all_[end])) ++end;
    const bool more = end < all_.size() && IsLetter(all_[end]);
    if (end == at_ + 2 || more) return BadNumber(end);
    Push(TokenKind::kInt, end);
    return true;
  }

  bool BadNumber(std::size_t end) {
    while (end < all_.size() && (IsLetter(all_[end]) || IsDigit(all_[end]))) {
      ++end;
    }
    text_->Error("R211.bad-number", {at_, end}, {all_.substr(at_, end - at_)});
    return false;
  }

  bool ReadSymbol() {
    const std::string_view rest = all_.substr(at_);
    const bool may_be_long = Peek(1) == '=' || Peek(1) == '>';
    if (may_be_long && IsSlip(rest, kLongSlips)) return false;
    for (const std::string_view symbol : kSymbols) {
      if (!rest.starts_with(symbol)) continue;
      Push(TokenKind::kSymbol, at_ + symbol.size());
      return true;
    }
    if (IsSlip(rest, kSlips)) return false;
    std::size_t end = at_;
    NextCodePoint(all_, &end);
    text_->Error("R215.unknown-character", {at_, end},
                 {all_.substr(at_, end - at_)});
    return false;
  }

  // Adds an error where `rest` begins with one of `slips`.
  bool IsSlip(std::string_view rest, std::span<const Slip> slips) {
    for (const Slip& slip : slips) {
      if (!rest.starts_with(slip.spelling)) continue;
      text_->Error(slip.message, {at_, at_ + slip.spelling.size()},
                   {slip.spelling, slip.meant});
      return true;
    }
    return false;
  }

  // Before the grammar has its say: what it would say of an unclosed bracket
  // is true, and at the wrong place.
  bool CheckBrackets() {
    std::vector<const Token*> open;
    for (const Token& token : tokens_) {
      if (token.kind != TokenKind::kSymbol || token.text.size() != 1) continue;
      constexpr std::string_view kOpening = "([{";
      constexpr std::string_view kClosing = ")]}";
      if (kOpening.find(token.text) != std::string_view::npos) {
        open.push_back(&token);
        continue;
      }
      const std::size_t kind = kClosing.find(token.text);
      if (kind == std::string_view::npos) continue;
      if (open.empty()) {
        text_->Error("R209.bracket-not-opened", token.span, {token.text});
        return false;
      }
      if (open.back()->text[0] != kOpening[kind])
        return NotClosed(*open.back());
      open.pop_back();
    }
    return open.empty() || NotClosed(*open.back());
  }

  bool NotClosed(const Token& bracket) {
    text_->Error("R208.bracket-not-closed", bracket.span, {bracket.text});
    return false;
  }

  ExpressionText* text_;
  std::string_view all_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

Span ExpressionText::InFile(Span span) const {
  if (offsets_.empty()) return span;
  const std::size_t last = offsets_.size() - 1;
  return {offsets_[std::min(span.begin, last)],
          offsets_[std::min(span.end, last)]};
}

void ExpressionText::Error(MessageKey message, Span span,
                           std::vector<LocalText> args) {
  issues_->Error(message, source_, InFile(span), std::move(args));
}

std::optional<std::vector<Token>> Tokenize(ExpressionText* text) {
  return Lexer(text).Run();
}

}  // namespace sigte
