// SPDX-License-Identifier: MPL-2.0

// A strict JSON walk that knows what it expected. Slow and plain; the judge of
// document_builder.cc in the tests.
#include "engine/read/json_fault.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/blank.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/json_text.h"
#include "engine/base/numbers.h"
#include "engine/base/spelled.h"
#include "engine/base/unprintable.h"
#include "engine/base/utf8.h"
#include "engine/read/json_slip.h"
#include "engine/read/json_token.h"

namespace sigte {
namespace {

constexpr std::size_t kQuoted = 30;  // code points of a token that are told

std::string HexByte(char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {kHex[byte >> 4], kHex[byte & 15]};
}

// Among JSON's own signs, where nobody would look for it.
bool CannotBeSeen(char32_t c) {
  return IsControl(c) || SteersLayout(c) || IsUnseen(c) || IsBlank(c);
}

// Each Read… leaves `at_` behind what it read; false: there is a fault.
class FaultFinder {
 public:
  explicit FaultFinder(std::string_view text) : text_(text) {}

  std::optional<JsonFault> Find() {
    SkipBlanks();
    if (LooksLikeUtf16(text_)) {
      Fault("D122.utf-16", {0, 0});
    } else if (AtEnd()) {
      Fault("D101.empty-text", {0, 0});
    } else if (ReadValue()) {
      SkipBlanks();
      if (!AtEnd()) AfterValue();
    }
    return std::move(fault_);
  }

 private:
  bool AtEnd() const { return at_ == text_.size(); }
  bool At(char c) const { return !AtEnd() && text_[at_] == c; }
  bool Take(char c) {
    if (!At(c)) return false;
    ++at_;
    return true;
  }
  void SkipBlanks() {
    while (!AtEnd() && IsJsonBlank(text_[at_])) ++at_;
  }

  bool Fault(MessageKey message, Span span, std::vector<LocalText> args = {},
             std::optional<std::size_t> first = std::nullopt) {
    fault_ = JsonFault{message, span, std::move(args), first};
    return false;
  }

  // The token at `at_`: up to the next blank, quote or structural character,
  // and one character at least.
  Span Token() const {
    std::size_t end = at_;
    while (end < text_.size() && !IsJsonBlank(text_[end]) &&
           std::string_view("{}[]:,\"").find(text_[end]) ==
               std::string_view::npos) {
      ++end;
    }
    return {at_, end == at_ ? at_ + 1 : end};
  }

  std::string_view TextOf(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  // A fault at the token that stands where something else was expected; {0} is
  // the token. Bytes that are no text at all are told as such.
  bool Unexpected(MessageKey message) {
    const Span token = Token();
    if (TextOf(token).starts_with(kByteOrderMark)) {
      return Fault("D120.byte-order-mark", {at_, at_ + 3});
    }
    const std::size_t bad = FindInvalidUtf8(TextOf(token));
    if (bad == 0) return NotUtf8(at_);
    std::size_t next = at_;
    const char32_t first = NextCodePoint(text_, &next);
    if (CannotBeSeen(first)) {
      return Fault("D128.unseen-character", {at_, next},
                   {CodePointName(first)});
    }
    if (const auto slip = FindJsonSlip(text_, token, last_string_)) {
      return Fault(slip->message, slip->span, slip->args, slip->first);
    }
    return Fault(message, token, {Shorten(TextOf(token), kQuoted)});
  }

  bool NotUtf8(std::size_t at) {
    return Fault("D113.not-utf8", {at, at + 1}, {HexByte(text_[at])});
  }

  bool EndsWithin(MessageKey message, std::size_t opened) {
    return Fault(message, {text_.size(), text_.size()}, {}, opened);
  }

  bool AfterValue() { return Unexpected("D116.text-after-value"); }

  bool ReadValue() {
    const char c = text_[at_];
    if (c == '{' || c == '[') return ReadNested();
    if (c == '"') return ReadString(nullptr);
    if (IsDigit(c) || c == '-' || c == '+' || c == '.') return ReadNumber();
    if (c == '}' || c == ']' || c == ',' || c == ':') {
      return Unexpected("D102.value-expected");
    }
    return ReadWord();
  }

  bool ReadNested() {
    if (depth_ == kMaxJsonDepth) {
      return Fault("D115.too-deep", {at_, at_ + 1}, {CountText(kMaxJsonDepth)});
    }
    ++depth_;
    const bool whole = text_[at_] == '{' ? ReadObject() : ReadArray();
    --depth_;
    return whole;
  }

  bool ReadArray() {
    const std::size_t opened = at_++;
    SkipBlanks();
    if (Take(']')) return true;
    while (true) {
      if (AtEnd()) return EndsWithin("D105.ends-within-array", opened);
      if (!ReadValue()) return false;
      SkipBlanks();
      if (Take(']')) return true;
      if (AtEnd()) return EndsWithin("D105.ends-within-array", opened);
      if (!At(',')) return Unexpected("D107.comma-or-bracket");
      if (!SkipComma(']')) return false;
    }
  }

  bool ReadObject() {
    const std::size_t opened = at_++;
    std::map<std::string, std::size_t> names;
    SkipBlanks();
    if (Take('}')) return true;
    while (true) {
      if (AtEnd()) return EndsWithin("D104.ends-within-object", opened);
      if (!ReadName(&names) || !ReadMemberValue(opened)) return false;
      SkipBlanks();
      if (Take('}')) return true;
      if (AtEnd()) return EndsWithin("D104.ends-within-object", opened);
      if (!At(',')) return Unexpected("D106.comma-or-brace");
      if (!SkipComma('}')) return false;
    }
  }

  // Past a comma and the blanks after it; false when `closing` stands there.
  bool SkipComma(char closing) {
    const std::size_t comma = at_++;
    SkipBlanks();
    if (!At(closing)) return true;
    return Fault("D110.trailing-comma", {comma, comma + 1},
                 {std::string(1, closing)});
  }

  bool ReadName(std::map<std::string, std::size_t>* names) {
    if (!At('"')) return Unexpected("D108.name-expected");
    const std::size_t begin = at_;
    std::string name;
    if (!ReadString(&name)) return false;
    const auto [earlier, is_new] = names->emplace(name, begin);
    if (is_new) return true;
    return Fault("D114.duplicate-member", {begin, at_}, {name},
                 earlier->second);
  }

  bool ReadMemberValue(std::size_t opened) {
    SkipBlanks();
    if (AtEnd()) return EndsWithin("D104.ends-within-object", opened);
    if (!Take(':')) return Unexpected("D109.colon-expected");
    SkipBlanks();
    if (AtEnd()) return EndsWithin("D104.ends-within-object", opened);
    return ReadValue();
  }

  bool ReadNumber() {
    const Span token = Token();
    if (JsonNumberEnd(text_, token.begin) != token.end) {
      return Unexpected("D111.bad-number");
    }
    at_ = token.end;
    return true;
  }

  bool ReadWord() {
    const Span token = Token();
    const std::string_view word = TextOf(token);
    if (word != "true" && word != "false" && word != "null") {
      return Unexpected("D112.unknown-word");
    }
    at_ = token.end;
    return true;
  }

  // `*out`, where there is one, becomes what the string stands for.
  bool ReadString(std::string* out) {
    const std::size_t opened = at_++;
    last_string_ = opened;
    while (!At('"')) {
      if (AtEnd()) return EndsWithin("D103.ends-within-string", opened);
      if (At('\n') || At('\r')) {
        return Fault("D124.line-ends-within-string", {at_, at_ + 1}, {},
                     opened);
      }
      if (!ReadLetter()) return false;
    }
    const auto quoted = text_.substr(opened + 1, at_ - opened - 1);
    ++at_;
    if (out == nullptr) return true;
    out->resize(quoted.size());
    out->resize(UnescapeJson(quoted, out->data()));
    return true;
  }

  // One letter or escape of a string.
  bool ReadLetter() {
    const char c = text_[at_];
    if (c == '\\') return ReadEscape();
    if (static_cast<unsigned char>(c) < 0x20) {
      return Fault("D117.control-character", {at_, at_ + 1},
                   {CodePointName(static_cast<unsigned char>(c))});
    }
    std::size_t next = at_;
    const char32_t letter = NextCodePoint(text_, &next);
    if (letter == kReplacement && next == at_ + 1) return NotUtf8(at_);
    at_ = next;
    return true;
  }

  bool ReadEscape() {
    const std::size_t begin = at_;
    if (begin + 1 == text_.size()) {
      at_ = text_.size();
      return true;  // ReadString then says that the text ends
    }
    const char kind = text_[begin + 1];
    if (kind == 'u') return ReadUnicodeEscape();
    if (std::string_view("\"\\/bfnrt").find(kind) == std::string_view::npos) {
      return BadEscape(begin, begin + 2);
    }
    at_ = begin + 2;
    return true;
  }

  bool ReadUnicodeEscape() {
    const std::size_t begin = at_;
    const int first = JsonHex4(text_, begin + 2);
    if (first < 0) return BadEscape(begin, begin + 6);
    at_ = begin + 6;
    if (first < 0xD800 || first > 0xDFFF) return true;
    const int second =
        text_.substr(at_, 2) == "\\u" ? JsonHex4(text_, at_ + 2) : -1;
    if (first >= 0xDC00 || second < 0xDC00 || second > 0xDFFF) {
      return Fault("D118.lone-surrogate", {begin, begin + 6},
                   {std::string(text_.substr(begin, 6))});
    }
    at_ += 6;
    return true;
  }

  // The escape ends where its string does, and shows whole letters.
  bool BadEscape(std::size_t begin, std::size_t end) {
    end = std::min({end, text_.size(), text_.find('"', begin + 2)});
    const std::string_view escape = text_.substr(begin, end - begin);
    const std::size_t bad = FindInvalidUtf8(escape);
    return Fault("D119.bad-escape", {begin, end},
                 {std::string(escape.substr(0, bad))});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t last_string_ = 0;  // where it was opened
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> FindJsonFault(std::string_view text) {
  return FaultFinder(text).Find();
}

}  // namespace sigte
