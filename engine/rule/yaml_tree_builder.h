// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/byte_order_mark.h"
#include "engine/rule/scalar_map.h"
#include "engine/rule/yaml_fault.h"
#include "engine/rule/yaml_text.h"
#include "engine/rule/yaml_tree.h"

/// yaml_tree.cc's own: the parser's events become a tree.
namespace sigte {

/// Ends a parse that has gone beyond a bound; never leaves yaml_tree.cc.
struct Stop {};

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

  /// What stands before `at` on its line, blanks apart; '\0' for nothing.
  char Before(std::size_t at) const {
    const std::size_t last = text_.substr(0, at).find_last_not_of(" \t");
    return last == std::string_view::npos ? '\0' : text_[last];
  }

  /// The scalar that was read last.
  Span last_scalar() const { return last_scalar_; }

  /// What begins with '!' at `at` is no tag that anybody meant.
  void RefuseTag(std::size_t at, bool brackets) {
    const std::size_t end = EndOfTag(text_, at, brackets);
    if (end <= refused_to_) return;
    refused_to_ = end;
    Error("R111.explicit-tag", {at, end},
          {InQuotes(text_.substr(at, end - at))});
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
    if (text_.substr(at).starts_with('!')) {
      RefuseTag(at, IsInFlow());  // "!a && b", of which "&&" is the anchor
    } else {
      Error("R110.anchor-or-alias", {at, at + 1});
    }
  }

  void OnScalar(const Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node;
    node.kind = YamlKind::kScalar;
    node.text = value;
    const std::size_t at = Offset(mark);
    // Where an anchor is, the mark is there and not at the text.
    if (!ReadStyle(at, tag, &node) && anchor == YAML::NullAnchor) {
      RefuseTag(at, IsInFlow());
    }
    last_scalar_ = node.span;
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
  bool IsInFlow() const {
    return std::ranges::any_of(open_, [this](const YamlNode& node) {
      const char first = text_[node.span.begin];
      return first == '[' || first == '{';
    });
  }

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
    if (tag != "?") RefuseTag(at, IsInFlow());
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
      throw Stop();
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
  Span last_scalar_;
  std::size_t refused_to_ = 0;  // the end of the last tag that was told
};

}  // namespace sigte
