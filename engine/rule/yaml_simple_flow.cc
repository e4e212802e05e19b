// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_simple_flow.h"

#include <algorithm>

namespace sigte {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostParts = 1000;
constexpr std::size_t kLongestWord = 100;  // parsers limit the length of keys

bool IsLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

bool IsWordByte(char c) {
  return IsLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
}

bool IsNull(std::string_view word) {
  return word == "null" || word == "Null" || word == "NULL";
}

class FlowReader {
 public:
  FlowReader(std::string_view text, std::size_t at,
             std::vector<FlowPart>* parts)
      : text_(text), at_(at), before_(parts->size()), parts_(*parts) {}

  std::size_t at() const { return at_; }

  bool Collection(int levels) {
    const bool map = Byte() == '{';
    const char close = map ? '}' : ']';
    if (levels == 0) return false;
    Add(map ? FlowPart::Kind::kMap : FlowPart::Kind::kList, 1);
    SkipBlanks();
    const bool is_empty = Byte() == close;
    while (!is_empty) {
      if ((map && !Key()) || !Value(levels)) return false;
      if (parts_.size() - before_ > kMostParts) return false;
      SkipBlanks();
      if (Byte() == close) break;
      if (!Skip(',')) return false;
    }
    Add(map ? FlowPart::Kind::kMapEnd : FlowPart::Kind::kListEnd, 1);
    return true;
  }

 private:
  char Byte() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  void SkipBlanks() {
    at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
  }
  bool Skip(char c) {
    if (Byte() != c) return false;
    ++at_;
    SkipBlanks();
    return true;
  }

  void Add(FlowPart::Kind kind, std::size_t size) {
    parts_.push_back({kind, {at_, at_ + size}});
    at_ += size;
  }

  bool Key() {
    if (!Word() || Byte() != ':') return false;
    ++at_;
    return Byte() == ' ' && Skip(' ');
  }

  bool Value(int levels) {
    switch (Byte()) {
      case '[':
      case '{': return Collection(levels - 1);
      case '"':
      case '\'': return Quoted();
      default: return Word();
    }
  }

  bool Quoted() {
    const std::size_t end = EndOfSimpleQuoted(text_, at_);
    if (end == std::string_view::npos) return false;
    Add(FlowPart::Kind::kQuoted, end - at_);
    return true;
  }

  bool Word() {
    if (!IsLetterOrDigit(Byte())) return false;
    std::size_t end = at_ + 1;
    while (end < text_.size() && IsWordByte(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.size() > kLongestWord || IsNull(word)) return false;
    Add(FlowPart::Kind::kWord, end - at_);
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t before_;
  std::vector<FlowPart>& parts_;
};

}  // namespace

std::size_t ReadSimpleFlow(std::string_view text, std::size_t at,
                           std::vector<FlowPart>* parts) {
  const std::size_t before = parts->size();
  FlowReader reader(text, at, parts);
  if (reader.Collection(kDeepest)) return reader.at();
  parts->resize(before);
  return std::string_view::npos;
}

std::size_t EndOfSimpleQuoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' || (c == '\\' && quote == '"')) return std::string_view::npos;
    if (c != quote) continue;
    const bool doubled =
        quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
    return doubled ? std::string_view::npos : at + 1;
  }
  return std::string_view::npos;
}

}  // namespace sigte
