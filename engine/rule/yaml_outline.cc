// SPDX-License-Identifier: MPL-2.0

// Looks for what can be emptied where tidy files have it. A wrong guess costs a
// second parse and nothing else.
#include "engine/rule/yaml_outline.h"

#include <algorithm>

#include "engine/rule/yaml_tree.h"

namespace sigte {
namespace {

class Outliner {
 public:
  explicit Outliner(std::string_view text) : text_(text) {}

  YamlOutline Run() {
    outline_.text.reserve(text_.size());
    while (at_ < text_.size()) {
      Line();
      at_ = NextLine(at_);
    }
    if (HasTooMuch()) return {};
    CopyTo(text_.size());
    return std::move(outline_);
  }

 private:
  char Byte(std::size_t at) const {
    return at < text_.size() ? text_[at] : '\n';
  }
  bool IsBlank(std::size_t at) const {
    return Byte(at) == ' ' || Byte(at) == '\n';
  }
  std::size_t PastSpaces(std::size_t at) const {
    return std::min(text_.find_first_not_of(' ', at), text_.size());
  }
  std::size_t LineEnd(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }
  std::size_t NextLine(std::size_t at) const {
    return std::min(LineEnd(at) + 1, text_.size());
  }

  // A line that begins outside of everything: dashes, a key, a value.
  void Line() {
    at_ = PastSpaces(at_);
    while (Byte(at_) == '-' && Byte(at_ + 1) == ' ') at_ = PastSpaces(at_ + 1);
    if (Byte(at_) != '"' && Byte(at_) != '\'') SkipKey();
    switch (Byte(at_)) {
      case '"':
      case '\'': return Quoted();
      case '[':
      case '{': return SimpleFlow();
      case '|': return Literal();
      default: return;
    }
  }

  // To the value, where a plain key and a blank stand before it.
  void SkipKey() {
    const std::string_view line = text_.substr(at_, LineEnd(at_) - at_);
    const std::size_t colon = line.find(": ");
    const std::string_view key = line.substr(0, colon);
    if (colon == std::string_view::npos ||
        key.find_first_of("#\"'[{") != std::string_view::npos)
      return;
    at_ = PastSpaces(at_ + colon + 1);
  }

  void SimpleFlow() {
    const std::size_t first_part = outline_.parts.size();
    const std::size_t end = ReadSimpleFlow(text_, at_, &outline_.parts);
    if (end == std::string_view::npos || IsKey(end)) return Flow();
    Emptied flow{.kind = Emptied::Kind::kFlow, .span = {at_, end}};
    flow.first_part = first_part;
    flow.part_count = outline_.parts.size() - first_part;
    at_ = end - 1;
    Empty(flow, "\"\"");
  }

  // Whether what ends at `end` is one.
  bool IsKey(std::size_t end) const { return Byte(PastSpaces(end)) == ':'; }

  // From a bracket to the one that closes it, over any number of lines.
  void Flow() {
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      switch (text_[at_]) {
        case '[':
        case '{': ++depth; continue;
        case ']':
        case '}':
          if (--depth == 0) return;
          continue;
        case '"':
        case '\'': Quoted(); continue;
        case '#': at_ = LineEnd(at_); continue;
        case ' ':
        case '\n':
        case ',': continue;
        default: PlainInFlow();
      }
    }
  }

  // Leaves at_ on the last byte, so that what ends it is looked at next.
  void PlainInFlow() {
    while (at_ + 1 < text_.size()) {
      const bool ended = text_[at_] == ':' && IsBlank(at_ + 1);
      const char next = text_[at_ + 1];
      if (ended ||
          std::string_view(",[]{}\n").find(next) != std::string_view::npos)
        return;
      if (next == '#' && text_[at_] == ' ') return;
      ++at_;
    }
  }

  // Leaves at_ on the closing quote.
  void Quoted() {
    const std::size_t begin = at_;
    const std::size_t end = EndOfSimpleQuoted(text_, begin);
    if (end == std::string_view::npos) {
      at_ = ClosingQuote(begin);
      return;
    }
    at_ = end - 1;
    if (end - begin == 2 || IsKey(end)) return;
    Empty({.kind = Emptied::Kind::kQuoted, .span = {begin, end}}, "\"\"");
  }

  std::size_t ClosingQuote(std::size_t begin) const {
    const char quote = text_[begin];
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        if (quote == '"' || Byte(at + 1) != quote) return at;
        ++at;
      }
    }
    return text_.size();
  }

  // Leaves at_ on the last line break.
  void Literal() {
    const std::size_t begin = at_;
    const std::size_t first = begin + 2;
    if (first >= text_.size() || Byte(begin + 1) != '\n') return;
    const std::size_t indent = IndentAt(first);
    std::size_t end = first;
    while (!IsBlankLine(end) && IndentAt(end) >= indent) end = NextLine(end);
    at_ = end - 1;
    if (indent == 0 || end == first || text_[end - 1] != '\n' ||
        GoesOn(end, indent)) {
      return;
    }
    Empty({.kind = Emptied::Kind::kLiteral,
           .span = {begin, end},
           .indent = indent},
          "|\n" + std::string(indent, ' ') + std::string(kEmptiedLiteral));
  }

  std::size_t IndentAt(std::size_t line) const {
    return PastSpaces(line) - line;
  }
  bool IsBlankLine(std::size_t line) const {
    return Byte(PastSpaces(line)) == '\n';
  }

  // Whether what follows the empty lines at `line` is the literal's, too, or
  // may be: a line of blanks is left to the parser.
  bool GoesOn(std::size_t line, std::size_t indent) const {
    const std::size_t next = text_.find_first_not_of('\n', line);
    return next != std::string_view::npos &&
           (IndentAt(next) >= indent || IsBlankLine(next));
  }

  void CopyTo(std::size_t end) {
    outline_.text.append(text_, copied_, end - copied_);
    copied_ = end;
  }

  void Empty(Emptied emptied, std::string_view instead) {
    CopyTo(emptied.span.begin);
    emptied.at = outline_.text.size();
    emptied.length = instead.size();
    outline_.emptied.push_back(emptied);
    outline_.text += instead;
    copied_ = emptied.span.end;
    if (HasTooMuch()) at_ = text_.size();
  }

  // More than there may be nodes: the whole's parser stops there, and says so.
  bool HasTooMuch() const {
    return outline_.emptied.size() + outline_.parts.size() > kMaxYamlNodes;
  }

  std::string_view text_;
  YamlOutline outline_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;
};

}  // namespace

YamlOutline OutlineOf(std::string_view text) {
  if (text.find('\t') != std::string_view::npos ||
      text.find('\r') != std::string_view::npos)
    return {};
  return Outliner(text).Run();
}

std::string LiteralText(const Emptied& literal, std::string_view text) {
  const auto [begin, end] = literal.span;
  std::string lines;
  lines.reserve(end - begin);
  for (std::size_t at = begin + 2; at < end;) {
    const std::size_t next = text.find('\n', at) + 1;
    lines += text.substr(at + literal.indent, next - at - literal.indent);
    at = next;
  }
  return lines;
}

}  // namespace sigte
