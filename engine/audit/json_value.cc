// SPDX-License-Identifier: MPL-2.0

// A strict reader of small JSON texts: a fault anywhere refuses the whole.

#include "engine/audit/json_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "engine/base/ascii.h"
#include "engine/base/json_text.h"
#include "engine/base/utf8.h"

namespace sigte::audit {
namespace {

constexpr int kDeepest = 64;
constexpr double kLargestInteger = 9007199254740992.0;  // 2^53

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<JsonValue> Whole() {
    JsonValue value;
    if (FindInvalidUtf8(text_) != std::string_view::npos || !Read(&value, 0)) {
      return std::nullopt;
    }
    SkipBlanks();
    if (at_ != text_.size()) return std::nullopt;
    return value;
  }

 private:
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool Take(char c) {
    if (Peek() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  bool TakeWord(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  void SkipBlanks() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
  }

  bool Read(JsonValue* to, int depth) {
    SkipBlanks();
    if (depth > kDeepest) return false;
    switch (Peek()) {
      case '{': return ReadObject(to, depth);
      case '[': return ReadList(to, depth);
      case '"': return ReadText(to);
      case 't': *to = true; return TakeWord("true");
      case 'f': *to = false; return TakeWord("false");
      case 'n': *to = nullptr; return TakeWord("null");
      default: return ReadNumber(to);
    }
  }

  bool ReadObject(JsonValue* to, int depth) {
    JsonValue::Members members;
    ++at_;
    SkipBlanks();
    while (!Take('}')) {
      if (!members.empty() && !Take(',')) return false;
      SkipBlanks();
      members.emplace_back();
      if (!ReadString(&members.back().first)) return false;
      SkipBlanks();
      if (!Take(':') || !Read(&members.back().second, depth + 1)) return false;
      SkipBlanks();
    }
    if (HasRepeatedName(members)) return false;
    *to = std::move(members);
    return true;
  }

  static bool HasRepeatedName(const JsonValue::Members& members) {
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const auto& [name, value] : members) names.push_back(name);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
  }

  bool ReadList(JsonValue* to, int depth) {
    JsonValue::List list;
    ++at_;
    SkipBlanks();
    while (!Take(']')) {
      if (!list.empty() && !Take(',')) return false;
      list.emplace_back();
      if (!Read(&list.back(), depth + 1)) return false;
      SkipBlanks();
    }
    *to = std::move(list);
    return true;
  }

  bool ReadText(JsonValue* to) {
    std::string text;
    if (!ReadString(&text)) return false;
    *to = std::move(text);
    return true;
  }

  bool ReadString(std::string* to) {
    if (!Take('"')) return false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        if (!ReadEscape(to)) return false;
        continue;
      }
      ++at_;
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      to->push_back(c);
    }
    return false;
  }

  bool ReadEscape(std::string* to) {
    const JsonEscape escape = ReadJsonEscape(text_, at_);
    if (escape.taken == 0 || escape.is_half()) return false;
    AppendUtf8(escape.letter, to);
    at_ += escape.taken;
    return true;
  }

  bool SkipDigits() {
    const std::size_t begin = at_;
    while (IsDigit(Peek())) ++at_;
    return at_ > begin;
  }

  // Checked by hand: from_chars takes "01", "inf" and hexadecimal too.
  bool ReadNumber(JsonValue* to) {
    const std::size_t begin = at_;
    Take('-');
    if (!Take('0') && !SkipDigits()) return false;
    if (IsDigit(Peek())) return false;
    if (Take('.') && !SkipDigits()) return false;
    if (Take('e') || Take('E')) {
      if (!Take('+')) Take('-');
      if (!SkipDigits()) return false;
    }
    double value = 0;
    const auto [stop, error] =
        std::from_chars(text_.data() + begin, text_.data() + at_, value);
    if (error != std::errc() || stop != text_.data() + at_) return false;
    if (value == std::floor(value) && std::abs(value) <= kLargestInteger) {
      *to = static_cast<std::int64_t>(value);
    } else {
      *to = value;
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const JsonValue* JsonValue::Find(std::string_view name) const {
  if (members() == nullptr) return nullptr;
  for (const auto& [key, value] : *members()) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string_view JsonValue::TextOf(std::string_view name) const {
  const JsonValue* value = Find(name);
  return value == nullptr || value->text() == nullptr
             ? std::string_view()
             : std::string_view(*value->text());
}

std::optional<std::uint64_t> JsonValue::CountOf(std::string_view name) const {
  const JsonValue* value = Find(name);
  if (value == nullptr || value->integer() == nullptr ||
      *value->integer() < 0) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(*value->integer());
}

std::optional<JsonValue> ParseJson(std::string_view text) {
  return Parser(text).Whole();
}

}  // namespace sigte::audit
