// SPDX-License-Identifier: MPL-2.0

// The only file that runs yaml-cpp's parser. Its events become a tree; its
// exceptions and marks (bytes from 0) end here.
#include "engine/rule/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <streambuf>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/base/byte_order_mark.h"
#include "engine/rule/scalar_map.h"
#include "engine/rule/yaml_syntax.h"
#include "engine/rule/yaml_text.h"

namespace sigte {
namespace {

// Ends a parse that has gone beyond a bound; never leaves this file.
struct Stop {};

// Reads a text where it lies.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only ever read
    setg(begin, begin, begin + text.size());
  }
};

class TreeBuilder : public YAML::EventHandler {
 public:
  using Mark = YAML::Mark;

  TreeBuilder(const Source& source, IssueList* issues)
      : source_(source),
        text_(source.text()),
        base_(ByteOrderMark(source.text())),
        issues_(issues) {}

  bool has_root() const { return has_root_; }
  YamlNode TakeRoot() { return std::move(root_); }

  std::size_t Offset(const Mark& mark) const {
    const auto at = static_cast<std::size_t>(std::max(0, mark.pos));
    return std::min(base_ + at, text_.size());
  }

  /// Where the innermost bracket of this kind was opened, or `otherwise`.
  std::size_t OpenBracket(char bracket, std::size_t otherwise) const {
    for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
      const std::size_t at = it->span.begin;
      if (at < text_.size() && text_[at] == bracket) return at;
    }
    return otherwise;
  }

  /// Whether what stands at `at` comes after a quoted text on its line.
  bool FollowsQuote(std::size_t at) const {
    const std::size_t last = text_.substr(0, at).find_last_not_of(" \t");
    return last != std::string_view::npos &&
           (text_[last] == '"' || text_[last] == '\'');
  }

  void OnDocumentStart(const Mark& mark) override {
    if (++documents_ < 2) return;
    const std::size_t at = Offset(mark);
    if (text_.substr(at).starts_with("---")) {
      Error("R108.second-document", {at, at + 3});
    } else {
      Error("R109.text-after-end", {at, LineEnd(at)});
    }
    throw Stop();
  }
  void OnDocumentEnd() override {}

  void OnNull(const Mark& mark, YAML::anchor_t) override {
    YamlNode node;
    node.span = NullSpan(Offset(mark));
    Add(std::move(node));
  }

  void OnAlias(const Mark& mark, YAML::anchor_t) override {
    const std::size_t at = Offset(mark);
    Error("R110.anchor-or-alias", {at, at + 1});
    YamlNode node;
    node.span = {at, at + 1};
    Add(std::move(node));
  }

  void OnAnchor(const Mark& mark, const std::string&) override {
    const std::size_t at = Offset(mark);
    Error("R110.anchor-or-alias", {at, at + 1});
  }

  void OnScalar(const Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node;
    node.kind = YamlKind::kScalar;
    node.text = value;
    const std::size_t at = Offset(mark);
    // Where an anchor is, the mark is there and not at the text.
    if (!ReadStyle(at, tag, &node) && anchor == YAML::NullAnchor) {
      Error("R111.explicit-tag", {at, LineEnd(at)});
    }
    CheckEscapes(node);
    Add(std::move(node));
  }

  void OnSequenceStart(const Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    Open(YamlKind::kSequence, Offset(mark), tag);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    Open(YamlKind::kMap, Offset(mark), tag);
  }
  void OnMapEnd() override {
    CheckKeys(open_.back());
    Close();
  }

 private:
  // "\e" is the control character as much as the character itself is.
  void CheckEscapes(const YamlNode& scalar) {
    if (scalar.style != YamlStyle::kDoubleQuoted) return;
    const std::size_t control = FindControl(scalar.text);
    if (control == std::string::npos) return;
    Error("R115.control-character", scalar.span,
          {ControlName(scalar.text[control])});
  }

  void Error(MessageKey message, Span span, std::vector<LocalText> args = {}) {
    issues_->Error(message, &source_, span, std::move(args));
  }

  std::size_t LineEnd(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
  }

  bool AwaitsKey() const {
    return !open_.empty() && open_.back().kind == YamlKind::kMap &&
           open_.back().items.size() % 2 == 0;
  }

  void Count() {
    if (++nodes_ <= kMaxYamlNodes) return;
    Error("R118.too-many-values", {0, 0}, {fmt::format("{}", kMaxYamlNodes)});
    throw Stop();
  }

  void Add(YamlNode node) {
    Count();
    if (AwaitsKey() && node.kind != YamlKind::kScalar) {
      Error("R113.complex-key", node.span);
    }
    if (open_.empty()) {
      root_ = std::move(node);
      has_root_ = true;
    } else {
      open_.back().items.push_back(std::move(node));
    }
  }

  void Open(YamlKind kind, std::size_t at, const std::string& tag) {
    YamlNode node;
    node.kind = kind;
    node.span = {at, at + 1};
    if (tag != "?") Error("R111.explicit-tag", {at, LineEnd(at)});
    if (open_.size() >= kMaxYamlDepth) {
      Error("R117.too-deep", node.span, {fmt::format("{}", kMaxYamlDepth)});
      throw Stop();
    }
    open_.push_back(std::move(node));
  }

  void Close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    const bool braced = text_[node.span.begin] == '{';
    if (node.kind == YamlKind::kMap && !node.items.empty() && !braced) {
      node.span = node.items.front().span;
    }
    Add(std::move(node));
  }

  void CheckKeys(const YamlNode& map) {
    std::unordered_map<std::string_view, const YamlNode*> seen;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
      const YamlNode& key = map.items[i];
      if (key.kind != YamlKind::kScalar) continue;
      if (key.text == "<<" && key.style == YamlStyle::kPlain) {
        Error("R112.merge-key", key.span);
      }
      const auto [it, is_new] = seen.emplace(key.text, &key);
      if (!is_new) {
        Error("R103.duplicate-key", key.span,
              {key.text, PlaceName(source_, it->second->span)});
      }
    }
  }

  // An absent value has no place of its own: its key's, or its dash's.
  Span NullSpan(std::size_t at) const {
    constexpr std::array<std::string_view, 4> kNulls = {"~", "null", "Null",
                                                        "NULL"};
    for (const std::string_view null : kNulls) {
      if (text_.substr(at).starts_with(null)) return {at, at + null.size()};
    }
    if (!open_.empty() && open_.back().kind == YamlKind::kMap && !AwaitsKey()) {
      return open_.back().items.back().span;
    }
    const std::size_t last = text_.substr(0, at).find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) return {at, at};
    return {last, last + 1};
  }

  // False when the author gave the scalar a tag.
  bool ReadStyle(std::size_t at, const std::string& tag, YamlNode* node) {
    const char first = at < text_.size() ? text_[at] : ' ';
    if (tag == "!" && first == '\'') {
      node->style = YamlStyle::kSingleQuoted;
    } else if (tag == "!" && first == '"') {
      node->style = YamlStyle::kDoubleQuoted;
    } else if (tag == "!" && first == '|') {
      node->style = YamlStyle::kLiteral;
    } else if (tag == "!" && first == '>') {
      node->style = YamlStyle::kFolded;
    } else if (tag != "?") {
      node->span = {at, LineEnd(at)};
      return false;
    }
    node->span = ScalarSpan(at, *node);
    return true;
  }

  Span ScalarSpan(std::size_t at, const YamlNode& node) {
    const std::size_t size = node.text.size();
    if (node.style == YamlStyle::kPlain) {
      if (text_.substr(at, size) == node.text) return {at, at + size};
    } else if (text_.substr(at + 1, size) == node.text &&
               text_.substr(at + 1 + size).starts_with(text_[at])) {
      return {at, at + size + 2};
    }
    const ScalarMap map = MapScalar(text_, at, node.style, node.text);
    if (!map.closed) {
      // yaml-cpp takes the end of the file for the closing quote.
      Error("R101.yaml-syntax", {at, at + 1},
            {Message("yaml.quote-not-closed")});
    }
    return {at, std::max(map.end, at + 1)};
  }

  const Source& source_;
  std::string_view text_;
  std::size_t base_;
  IssueList* issues_;
  std::vector<YamlNode> open_;
  YamlNode root_;
  bool has_root_ = false;
  std::size_t documents_ = 0;
  std::size_t nodes_ = 0;
};

// The exception's mark, or the bracket that it is about.
std::size_t FaultOffset(const TreeBuilder& builder,
                        const YAML::ParserException& e) {
  const std::size_t at = builder.Offset(e.mark);
  if (e.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW) {
    return builder.OpenBracket('[', at);
  }
  if (e.msg == YAML::ErrorMsg::END_OF_MAP_FLOW) {
    return builder.OpenBracket('{', at);
  }
  return at;
}

bool IsAnchorFault(const std::string& message) {
  return message == YAML::ErrorMsg::UNKNOWN_ANCHOR ||
         message == YAML::ErrorMsg::ALIAS_NOT_FOUND ||
         message == YAML::ErrorMsg::ANCHOR_NOT_FOUND ||
         message == YAML::ErrorMsg::CHAR_IN_ALIAS ||
         message == YAML::ErrorMsg::CHAR_IN_ANCHOR;
}

// A condition that begins with a quoted text, as in: holds_when: "a" in b
bool StopsAtQuote(const TreeBuilder& builder, const YAML::ParserException& e,
                  std::size_t at) {
  return (e.msg == YAML::ErrorMsg::END_OF_MAP ||
          e.msg == YAML::ErrorMsg::END_OF_SEQ) &&
         builder.FollowsQuote(at);
}

// Whether the parser came to the end of the text.
bool Parse(const Source& source, TreeBuilder* builder, IssueList* issues) {
  TextBuffer buffer(source.text().substr(ByteOrderMark(source.text())));
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(*builder)) {
    }
    return true;
  } catch (const Stop&) {
    return false;
  } catch (const YAML::ParserException& e) {
    const std::size_t at = FaultOffset(*builder, e);
    if (IsAnchorFault(e.msg)) {
      issues->Error("R110.anchor-or-alias", &source, {at, at + 1});
    } else {
      issues->Error("R101.yaml-syntax", &source, {at, at + 1},
                    {StopsAtQuote(*builder, e, at) ? Message("yaml.after-quote")
                                                   : YamlSyntaxWords(e.msg)});
    }
    return false;
  } catch (const YAML::Exception& e) {
    issues->Error("R101.yaml-syntax", &source, {0, 0},
                  {YamlSyntaxWords(e.msg)});
    return false;
  }
}

}  // namespace

std::optional<YamlNode> ReadYaml(const Source& source, IssueList* issues) {
  if (!CheckYamlText(source, issues)) return std::nullopt;
  TreeBuilder builder(source, issues);
  if (!Parse(source, &builder, issues)) return std::nullopt;
  if (!builder.has_root()) {
    issues->Error("R107.empty-file", &source, {0, 0});
    return std::nullopt;
  }
  YamlNode root = builder.TakeRoot();
  if (root.kind == YamlKind::kNull) {
    issues->Error("R107.empty-file", &source, {0, 0});
    return std::nullopt;
  }
  return root;
}

std::string PlaceName(const Source& source, Span span) {
  const Place place = source.PlaceOf(span.begin);
  return fmt::format("{}:{}:{}", source.path(), place.line, place.column);
}

}  // namespace sigte
