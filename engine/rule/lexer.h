// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/source.h"
#include "engine/rule/parser.h"

/// Expressions as tokens. Knows the spelling of CEL, not its grammar.
namespace sigte {

enum class TokenKind : std::uint8_t {
  kEnd,
  kName,
  kInt,  ///< decimal digits or 0x…
  kDecimal,
  kText,    ///< a quoted literal; `text` is what it says
  kSymbol,  ///< an operator, a bracket, a comma …
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Span span;         ///< in the expression
  std::string text;  ///< as written, but for kText
};

/// Where things stand in the expression, and where that is in the file.
class ExpressionText {
 public:
  ExpressionText(std::string_view text, const Source* source,
                 const OffsetMap& offsets, IssueList* issues)
      : text_(text), source_(source), offsets_(offsets), issues_(issues) {}

  std::string_view text() const { return text_; }
  Span InFile(Span span) const;
  void Error(MessageKey message, Span span, std::vector<LocalText> args = {});

 private:
  std::string_view text_;
  const Source* source_;
  const OffsetMap& offsets_;
  IssueList* issues_;
};

/// All tokens, with one kEnd last, all brackets closed. nullopt after one
/// error.
std::optional<std::vector<Token>> Tokenize(ExpressionText* text);

}  // namespace sigte
