// SPDX-License-Identifier: MPL-2.0

// Every event of the parser, held to what a ruleset may say.
#include "engine/rule/yaml_tree_builder.h"

#include <fmt/format.h>
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/rule/scalar_map.h"
#include "engine/rule/yaml_fault.h"
#include "engine/rule/yaml_text.h"

namespace sigte {

std::size_t TreeBuilder::Offset(const Mark& mark) const {
  const auto at = static_cast<std::size_t>(std::max(0, mark.pos));
  return std::min(base_ + at, text_.size());
}

std::size_t TreeBuilder::OpenBracket(char bracket,
                                     std::size_t otherwise) const {
  for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
    const std::size_t at = it->span.begin;
    if (at < text_.size() && text_[at] == bracket) return at;
  }
  return otherwise;
}

char TreeBuilder::Before(std::size_t at) const {
  const std::size_t last = text_.substr(0, at).find_last_not_of(" \t");
  return last == std::string_view::npos ? '\0' : text_[last];
}

void TreeBuilder::RefuseTag(std::size_t at, bool brackets) {
  const std::size_t end = EndOfTag(text_, at, brackets);
  if (end <= refused_to_) return;
  refused_to_ = end;
  Error("R111.explicit-tag", {at, end}, {InQuotes(text_.substr(at, end - at))});
}

void TreeBuilder::OnDocumentStart(const Mark& mark) {
  if (++documents_ < 2) return;
  const std::size_t at = Offset(mark);
  if (text_.substr(at).starts_with("---")) {
    Error("R108.second-document", {at, at + 3});
  } else {
    Error("R109.text-after-end", {at, LineEnd(at)});
  }
  throw Stop();
}

void TreeBuilder::OnNull(const Mark& mark, YAML::anchor_t) {
  YamlNode node;
  node.span = NullSpan(Offset(mark));
  Add(std::move(node));
}

void TreeBuilder::OnAlias(const Mark& mark, YAML::anchor_t) {
  const std::size_t at = Offset(mark);
  Error("R110.anchor-or-alias", {at, at + 1});
  YamlNode node;
  node.span = {at, at + 1};
  Add(std::move(node));
}

void TreeBuilder::OnAnchor(const Mark& mark, const std::string&) {
  const std::size_t at = Offset(mark);
  if (text_.substr(at).starts_with('!')) {
    RefuseTag(at, IsInFlow());  // "!a && b", of which "&&" is the anchor
  } else {
    Error("R110.anchor-or-alias", {at, at + 1});
  }
}

void TreeBuilder::OnScalar(const Mark& mark, const std::string& tag,
                           YAML::anchor_t anchor, const std::string& value) {
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

void TreeBuilder::OnSequenceStart(const Mark& mark, const std::string& tag,
                                  YAML::anchor_t, YAML::EmitterStyle::value) {
  Open(YamlKind::kSequence, Offset(mark), tag);
}

void TreeBuilder::OnMapStart(const Mark& mark, const std::string& tag,
                             YAML::anchor_t, YAML::EmitterStyle::value) {
  Open(YamlKind::kMap, Offset(mark), tag);
}

void TreeBuilder::OnMapEnd() {
  CheckKeys(open_.back());
  Close();
}

bool TreeBuilder::IsInFlow() const {
  return std::ranges::any_of(open_, [this](const YamlNode& node) {
    const char first = text_[node.span.begin];
    return first == '[' || first == '{';
  });
}

// "\e" is the control character as much as the character itself is.
void TreeBuilder::CheckEscapes(const YamlNode& scalar) {
  if (scalar.style != YamlStyle::kDoubleQuoted) return;
  const std::size_t control = FindControl(scalar.text);
  if (control == std::string::npos) return;
  Error("R115.control-character", scalar.span,
        {ControlName(scalar.text[control])});
}

void TreeBuilder::Error(MessageKey message, Span span,
                        std::vector<LocalText> args) {
  issues_->Error(message, &source_, span, std::move(args));
}

std::size_t TreeBuilder::LineEnd(std::size_t at) const {
  return std::min(text_.find_first_of("\r\n", at), text_.size());
}

bool TreeBuilder::AwaitsKey() const {
  return !open_.empty() && open_.back().kind == YamlKind::kMap &&
         open_.back().items.size() % 2 == 0;
}

void TreeBuilder::Count() {
  if (++nodes_ <= kMaxYamlNodes) return;
  Error("R118.too-many-values", {0, 0}, {fmt::format("{}", kMaxYamlNodes)});
  throw Stop();
}

void TreeBuilder::Add(YamlNode node) {
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

void TreeBuilder::Open(YamlKind kind, std::size_t at, const std::string& tag) {
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

void TreeBuilder::Close() {
  YamlNode node = std::move(open_.back());
  open_.pop_back();
  const bool braced = text_[node.span.begin] == '{';
  if (node.kind == YamlKind::kMap && !node.items.empty() && !braced) {
    node.span = node.items.front().span;
  }
  Add(std::move(node));
}

void TreeBuilder::CheckKeys(const YamlNode& map) {
  std::unordered_map<std::string_view, const YamlNode*> seen;
  for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
    const YamlNode& key = map.items[i];
    if (key.kind != YamlKind::kScalar) continue;
    if (IsMergeKey(key)) Error("R112.merge-key", key.span);
    const auto [it, is_new] = seen.emplace(key.text, &key);
    if (!is_new) {
      Error("R103.duplicate-key", key.span,
            {key.text, PlaceName(source_, it->second->span)});
    }
  }
}

// An absent value has no place of its own: its key's, or its dash's.
Span TreeBuilder::NullSpan(std::size_t at) const {
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
bool TreeBuilder::ReadStyle(std::size_t at, const std::string& tag,
                            YamlNode* node) {
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

Span TreeBuilder::ScalarSpan(std::size_t at, const YamlNode& node) {
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
    Error("R101.yaml-syntax", {at, at + 1}, {Message("yaml.quote-not-closed")});
    throw Stop();
  }
  return {at, std::max(map.end, at + 1)};
}

}  // namespace sigte
