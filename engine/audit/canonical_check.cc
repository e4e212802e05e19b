// SPDX-License-Identifier: MPL-2.0

// Tells whether a text is canonical in one pass over it; what is rare (odd
// numbers, escapes in names) is settled by writing the value anew.

#include <cstdint>
#include <string_view>

#include "engine/audit/canonical.h"
#include "engine/base/utf8.h"

namespace sigte::audit {
namespace {

constexpr int kDeepest = 64;
// 2^53 has sixteen digits; of those with sixteen not all are small enough.
constexpr std::size_t kSureDigits = 15;

enum class Answer : std::uint8_t { kYes, kNo, kUnsure };

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Answer Whole() {
    Value(0);
    if (at_ != text_.size()) No();
    return answer_;
  }

 private:
  bool going() const { return answer_ != Answer::kNo; }
  void No() { answer_ = Answer::kNo; }
  void Unsure() {
    if (going()) answer_ = Answer::kUnsure;
  }
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }

  void Value(int depth) {
    if (depth > kDeepest) return No();
    switch (Peek()) {
      case '{': return Object(depth);
      case '[': return List(depth);
      case '"': String(); return;
      case 't': return Word("true");
      case 'f': return Word("false");
      case 'n': return Word("null");
      default: return Number();
    }
  }

  void Word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return No();
    at_ += word.size();
  }

  void Object(int depth) {
    ++at_;
    std::string_view last;
    bool first = true;
    while (going() && !Take('}')) {
      if (!first && !Take(',')) return No();
      if (Peek() != '"') return No();
      const std::string_view name = String();
      if (!Take(':')) return No();
      if (name.find('\\') != std::string_view::npos) {
        Unsure();
      } else if (!first && !NameBefore(last, name)) {
        return No();
      }
      last = name;
      first = false;
      Value(depth + 1);
    }
  }

  void List(int depth) {
    ++at_;
    bool first = true;
    while (going() && !Take(']')) {
      if (!first && !Take(',')) return No();
      first = false;
      Value(depth + 1);
    }
  }

  // Gives what stands between the quotes, as it stands.
  std::string_view String() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) No();
      if (text_[at_] == '\\') {
        ++at_;
        Unsure();
      }
      ++at_;
    }
    if (at_ >= text_.size()) {
      at_ = text_.size();
      No();
      return {};
    }
    return text_.substr(begin, at_++ - begin);
  }

  void Number() {
    const std::size_t begin = at_;
    Take('-');
    const std::size_t digits = at_;
    while (Peek() >= '0' && Peek() <= '9') ++at_;
    const std::size_t count = at_ - digits;
    const char next = Peek();
    if (next == '.' || next == 'e') {
      while (at_ < text_.size() &&
             std::string_view("+-.e0123456789").find(text_[at_]) !=
                 std::string_view::npos) {
        ++at_;
      }
      return Unsure();
    }
    if (count == 0) return No();
    if (text_[digits] == '0' && (count > 1 || digits > begin)) return No();
    if (count > kSureDigits) Unsure();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Answer answer_ = Answer::kYes;
};

}  // namespace

bool IsCanonical(std::string_view text) {
  if (FindInvalidUtf8(text) != std::string_view::npos) return false;
  const Answer answer = Scanner(text).Whole();
  if (answer != Answer::kUnsure) return answer == Answer::kYes;
  const auto value = ParseJson(text);
  return value && Canonical(*value) == text;
}

}  // namespace sigte::audit
