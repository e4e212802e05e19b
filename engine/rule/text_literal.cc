// SPDX-License-Identifier: MPL-2.0

// Text literals of CEL: both quotes, tripled quotes, raw texts, escapes.
#include "engine/rule/text_literal.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

struct SimpleEscape {
  char letter;
  char meaning;
};

constexpr std::array kSimpleEscapes = {
    SimpleEscape{'n', '\n'},  SimpleEscape{'t', '\t'},  SimpleEscape{'r', '\r'},
    SimpleEscape{'a', '\a'},  SimpleEscape{'b', '\b'},  SimpleEscape{'f', '\f'},
    SimpleEscape{'v', '\v'},  SimpleEscape{'\\', '\\'}, SimpleEscape{'"', '"'},
    SimpleEscape{'\'', '\''}, SimpleEscape{'`', '`'},   SimpleEscape{'?', '?'},
};

class LiteralReader {
 public:
  LiteralReader(ExpressionText* text, std::size_t at)
      : text_(text), all_(text->text()), at_(at), begin_(at) {}

  std::size_t at() const { return at_; }

  std::optional<std::string> Read() {
    raw_ = all_[at_] == 'r' || all_[at_] == 'R';
    if (raw_) ++at_;
    const char quote = all_[at_];
    const std::string triple(3, quote);
    const bool tripled = all_.substr(at_).starts_with(triple);
    const std::string_view end =
        tripled ? std::string_view(triple) : std::string_view(triple).substr(2);
    at_ += end.size();
    while (!all_.substr(at_).starts_with(end)) {
      if (at_ >= all_.size() || (!tripled && all_[at_] == '\n')) {
        text_->Error("R206.text-not-closed", {begin_, begin_ + 1},
                     {std::string(end)});
        return std::nullopt;
      }
      if (!ReadOne()) return std::nullopt;
    }
    at_ += end.size();
    return std::move(said_);
  }

 private:
  bool ReadOne() {
    if (all_[at_] == '\\' && !raw_) return ReadEscape();
    said_ += all_[at_++];
    return true;
  }

  bool ReadEscape() {
    const char letter = at_ + 1 < all_.size() ? all_[at_ + 1] : '\0';
    for (const SimpleEscape& escape : kSimpleEscapes) {
      if (escape.letter != letter) continue;
      said_ += escape.meaning;
      at_ += 2;
      return true;
    }
    switch (letter) {
      case 'x':
      case 'X': return ReadCode(2, 2, 16);
      case 'u': return ReadCode(2, 4, 16);
      case 'U': return ReadCode(2, 8, 16);
      case '0':
      case '1':
      case '2':
      case '3': return ReadCode(1, 3, 8);
      default: return UnknownEscape();
    }
  }

  bool ReadCode(std::size_t skip, std::size_t digits, unsigned base) {
    char32_t code = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const std::size_t at = at_ + skip + i;
      const int digit = at < all_.size() ? DigitValue(all_[at]) : 99;
      if (digit >= static_cast<int>(base)) return BadEscape(skip + i);
      code = code * base + static_cast<char32_t>(digit);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
      return BadEscape(skip + digits);
    }
    AppendUtf8(code, &said_);
    at_ += skip + digits;
    return true;
  }

  static int DigitValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 99;
  }

  // The letter may take several bytes.
  bool UnknownEscape() {
    std::size_t end = at_ + 1;
    if (end < all_.size()) NextCodePoint(all_, &end);
    return BadEscape(end - at_);
  }

  bool BadEscape(std::size_t size) {
    const std::size_t end = std::min(at_ + size, all_.size());
    text_->Error("R210.bad-escape", {at_, end}, {all_.substr(at_, end - at_)});
    return false;
  }

  ExpressionText* text_;
  std::string_view all_;
  std::size_t at_;
  std::size_t begin_;
  bool raw_ = false;
  std::string said_;
};

}  // namespace

std::optional<std::string> ReadTextLiteral(ExpressionText* text,
                                           std::size_t* at) {
  LiteralReader reader(text, *at);
  std::optional<std::string> said = reader.Read();
  *at = reader.at();
  return said;
}

}  // namespace sigte
