// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_reader.h"

#include <algorithm>
#include <cctype>

#include "engine/base/ascii.h"
#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/rule/scalar_map.h"
#include "engine/rule/yaml_fault.h"

namespace sigte {
namespace {

LocalText KindWords(YamlKind kind) {
  switch (kind) {
    case YamlKind::kScalar: return Message("shape.text");
    case YamlKind::kNull: return Message("shape.nothing");
    case YamlKind::kMap: return Message("shape.map");
    case YamlKind::kSequence: break;
  }
  return Message("shape.list");
}

// 0123 is 83 to some readers of YAML and 123 to others.
bool HasLeadingZero(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return text.size() > 1 && text[0] == '0' &&
         std::all_of(text.begin(), text.end(), IsDigit);
}

bool IsName(std::string_view text, bool dashes) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return false;
  return std::all_of(text.begin(), text.end(), [dashes](char c) {
    return (c >= 'a' && c <= 'z') || IsDigit(c) || c == '_' ||
           (dashes && c == '-');
  });
}

// `{da: one, two, en: three}`: the comma ends the text, and "two" becomes a key
// without a value.
bool IsRestOfText(const Source& source, const YamlNode& map, std::size_t key) {
  if (key == 0 || map.items[key + 1].kind != YamlKind::kNull) return false;
  const YamlNode& before = map.items[key - 1];
  if (before.kind != YamlKind::kScalar || before.style != YamlStyle::kPlain) {
    return false;
  }
  const std::size_t begin = before.span.end;
  const std::size_t end = std::max(begin, map.items[key].span.begin);
  return source.text().substr(begin, end - begin).find(',') !=
         std::string_view::npos;
}

Span Trimmed(std::string_view text, Span span) {
  const auto is_blank = [text](std::size_t i) {
    return text[i] == ' ' || text[i] == '\t';
  };
  while (span.begin < span.end && is_blank(span.begin)) ++span.begin;
  while (span.begin < span.end && is_blank(span.end - 1)) --span.end;
  return span;
}

// A '#' that YAML would take for a comment elsewhere; the piece's end for none.
std::size_t FindComment(std::string_view text, Span piece) {
  for (std::size_t i = piece.begin; i < piece.end; ++i) {
    const bool begins = i == piece.begin || text[i - 1] == ' ';
    if (text[i] == '#' && begins) return i;
  }
  return piece.end;
}

// "a, b" as the list that its author meant: "'a', 'b'".
std::string AsItems(std::string_view text) {
  std::string items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",\n"), text.size());
    const Span piece = Trimmed(text, {0, end});
    if (piece.begin < piece.end) {
      if (!items.empty()) items += ", ";
      items += InQuotes(text.substr(piece.begin, piece.end - piece.begin));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

}  // namespace

bool IsTruthWord(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords = {
      "y", "n", "yes", "no", "on", "off", "true", "false"};
  if (word.size() > 5) return false;
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::ranges::find(kWords, lower) != kWords.end();
}

std::vector<std::string> TextsOf(const std::vector<SpannedText>& texts) {
  std::vector<std::string> strings;
  strings.reserve(texts.size());
  for (const SpannedText& text : texts) strings.push_back(text.text);
  return strings;
}

void YamlReader::Error(MessageKey message, Span span,
                       std::vector<LocalText> args) {
  issues_->Error(message, source_, span, std::move(args));
}

void YamlReader::UnknownName(MessageKey message, Span span,
                             std::string_view name,
                             const std::vector<std::string>& known) {
  issues_->UnknownName(message, source_, span, name, known);
}

bool YamlReader::Expect(const YamlNode& node, YamlKind kind) {
  if (node.kind == kind) return true;
  if (node.kind == YamlKind::kNull) {
    Error("R120.no-value", node.span, {KindWords(kind)});
  } else if (kind == YamlKind::kSequence && node.kind == YamlKind::kScalar) {
    const bool is_one = node.text.find_first_of(",\n") == std::string::npos;
    const std::string_view written = source_->text().substr(
        node.span.begin, node.span.end - node.span.begin);
    Error("R179.list-of-one", node.span,
          {is_one ? std::string(written) : AsItems(node.text)});
  } else {
    Error("R105.wrong-shape", node.span,
          {KindWords(kind), KindWords(node.kind)});
  }
  return false;
}

bool YamlReader::IsPlainFault(const YamlNode& node) {
  if (node.style != YamlStyle::kPlain) return false;
  if (IsTruthWord(node.text)) {
    Error("R119.truth-word", node.span, {node.text});
    return true;
  }
  if (HasLeadingZero(node.text)) {
    Error("R121.leading-zero", node.span, {node.text});
    return true;
  }
  return false;
}

SpannedText YamlReader::Text(const YamlNode& node) {
  if (!Expect(node, YamlKind::kScalar) || IsPlainFault(node)) {
    return {"", node.span};
  }
  return {node.text, node.span};
}

SpannedText YamlReader::FullText(const YamlNode& node) {
  if (node.kind == YamlKind::kScalar &&
      node.text.find_first_not_of(" \t\n") == std::string::npos) {
    Error("R147.empty-text", node.span);
    return {"", node.span};
  }
  return Text(node);
}

LocalText YamlReader::Local(const YamlNode& node) {
  LocalText local;
  if (node.kind == YamlKind::kScalar) {
    Error("R122.missing-language", node.span, {"da, en"});
    return local;
  }
  const std::size_t before = issues_->issues().size();
  YamlMap map(this, node, kLanguages);
  if (node.kind != YamlKind::kMap) return local;
  // A key that is no language may stand for the one that is missing.
  const bool misspelt = issues_->issues().size() > before;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    const YamlNode* text = map.Find(kLanguages[i]);
    if (text != nullptr) {
      local.in[i] = FullText(*text).text;
    } else if (!misspelt) {
      Error("R122.missing-language", node.span, {kLanguages[i]});
    }
  }
  return local;
}

std::vector<SpannedText> YamlReader::Texts(const YamlNode& node) {
  std::vector<SpannedText> texts;
  if (!Expect(node, YamlKind::kSequence)) return texts;
  for (const YamlNode& item : node.items) {
    SpannedText text = FullText(item);
    if (!text.text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<SpannedText> YamlReader::Patterns(const YamlNode& node) {
  std::vector<SpannedText> patterns =
      node.kind == YamlKind::kScalar ? Pieces(node) : Texts(node);
  // No word has one: commas were meant.
  std::erase_if(patterns, [this](const SpannedText& pattern) {
    if (pattern.text.find(';') == std::string::npos) return false;
    Error("R326.semicolon-in-pattern", pattern.span, {pattern.text});
    return true;
  });
  return patterns;
}

// One text with commas and line breaks between the patterns.
std::vector<SpannedText> YamlReader::Pieces(const YamlNode& node) {
  const std::string text = FullText(node).text;
  const OffsetMap at =
      MapScalar(source_->text(), node.span.begin, node.style, node.text)
          .offsets;
  std::vector<SpannedText> patterns;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != ',' && text[end] != '\n') ++end;
    const Span piece = Trimmed(text, {begin, end});
    const std::size_t comment = FindComment(text, piece);
    if (comment < piece.end) {
      Error("R194.comment-among-patterns", {at[comment], at[comment] + 1});
    }
    if (piece.begin < piece.end) {
      patterns.push_back({text.substr(piece.begin, piece.end - piece.begin),
                          {at[piece.begin], at[piece.end - 1] + 1}});
    } else if (end < text.size() && text[end] == ',') {
      Error("R193.nothing-before-comma", {at[end], at[end] + 1});
    }
    begin = end + 1;
  }
  return patterns;
}

SpannedText YamlReader::Name(const YamlNode& node, bool dashes) {
  SpannedText name = FullText(node);
  if (!name.text.empty() && !IsName(name.text, dashes)) {
    Error("R123.bad-name", name.span,
          {name.text,
           dashes ? Message("name.signs-and-dash") : Message("name.signs")});
    name.text.clear();
  }
  return name;
}

bool YamlReader::Bool(const YamlNode& node) {
  if (!Expect(node, YamlKind::kScalar)) return false;
  if (node.style == YamlStyle::kPlain) {
    if (node.text == "true") return true;
    if (node.text == "false") return false;
  }
  UnknownWord(node, {"true", "false"});
  return false;
}

void YamlReader::UnknownWord(const YamlNode& node,
                             const std::vector<std::string>& known) {
  if (std::ranges::find(known, node.text) != known.end()) {
    Error("R171.word-in-quotes", node.span, {node.text});
  } else {
    UnknownName("R106.unknown-value", node.span, node.text, known);
  }
}

std::string_view YamlReader::Number(const YamlNode& node) {
  if (node.kind == YamlKind::kNull) {
    Error("R120.no-value", node.span, {Message("type.number")});
    return {};
  }
  if (!Expect(node, YamlKind::kScalar)) return {};
  if (node.style == YamlStyle::kPlain && HasLeadingZero(node.text)) {
    Error("R121.leading-zero", node.span, {node.text});
    return {};
  }
  if (node.style != YamlStyle::kPlain || !Decimal::Parse(node.text)) {
    Error("R143.bad-number", node.span, {node.text});
    return {};
  }
  return node.text;
}

std::string YamlReader::Date(const YamlNode& node) {
  const SpannedText text = FullText(node);
  if (text.text.empty() || IsIsoDate(text.text)) return text.text;
  Error("R142.bad-date", text.span, {text.text});
  return {};
}

YamlMap::YamlMap(YamlReader* reader, const YamlNode& node, Keys keys)
    : reader_(reader), node_(&node) {
  if (!reader->Expect(node, YamlKind::kMap)) return;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const YamlNode& key = node.items[i];
    if (key.kind != YamlKind::kScalar) continue;  // reported by ReadYaml
    if (std::ranges::find(keys, key.text) != keys.end()) continue;
    if (IsMergeKey(key)) {  // reported by ReadYaml
      is_merged_ = true;
      continue;
    }
    if (IsRestOfText(reader->source(), node, i)) {
      reader->Error("R168.comma-ends-text", key.span,
                    {node.items[i - 1].text, key.text});
      continue;
    }
    reader->UnknownName("R102.unknown-key", key.span, key.text,
                        std::vector<std::string>(keys.begin(), keys.end()));
    misspelt_.push_back(reader->issues()->issues().back().guess.In(Lang::kEn));
  }
}

const YamlNode* YamlMap::Find(std::string_view key) const {
  if (node_->kind != YamlKind::kMap) return nullptr;
  for (std::size_t i = 0; i + 1 < node_->items.size(); i += 2) {
    if (node_->items[i].text == key) return &node_->items[i + 1];
  }
  return nullptr;
}

const YamlNode* YamlMap::Get(std::string_view key, Need need) {
  const YamlNode* node = Find(key);
  // What is missing may be among what was to be merged.
  if (node == nullptr && need == Need::kRequired && !is_merged_ &&
      node_->kind == YamlKind::kMap &&
      std::ranges::find(misspelt_, key) == misspelt_.end()) {
    reader_->Error("R104.missing-key", node_->span, {key});
  }
  return node;
}

SpannedText YamlMap::Text(std::string_view key, Need need) {
  const YamlNode* node = Get(key, need);
  return node == nullptr ? SpannedText{} : reader_->FullText(*node);
}

SpannedText YamlMap::Name(std::string_view key, Need need) {
  const YamlNode* node = Get(key, need);
  return node == nullptr ? SpannedText{} : reader_->Name(*node);
}

LocalText YamlMap::Local(std::string_view key, Need need) {
  const YamlNode* node = Get(key, need);
  return node == nullptr ? LocalText{} : reader_->Local(*node);
}

std::string YamlMap::Date(std::string_view key, Need need) {
  const YamlNode* node = Get(key, need);
  return node == nullptr ? std::string() : reader_->Date(*node);
}

std::vector<SpannedText> YamlMap::Texts(std::string_view key, Need need) {
  const YamlNode* node = Get(key, need);
  if (node == nullptr) return {};
  std::vector<SpannedText> texts = reader_->Texts(*node);
  if (need == Need::kRequired && node->kind == YamlKind::kSequence &&
      node->items.empty()) {
    reader_->Error("R148.empty-list", node->span, {key});
  }
  return texts;
}

std::vector<SpannedText> YamlMap::Patterns(std::string_view key) {
  const YamlNode* node = Find(key);
  return node == nullptr ? std::vector<SpannedText>()
                         : reader_->Patterns(*node);
}

std::vector<std::string> YamlMap::Strings(std::string_view key, Need need) {
  return TextsOf(Texts(key, need));
}

}  // namespace sigte
