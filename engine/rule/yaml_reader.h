// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/issue.h"
#include "engine/base/messages.h"
#include "engine/base/source.h"
#include "engine/rule/yaml_tree.h"

/// What every file of a ruleset is made of: texts, lists, names, dates, read
/// strictly. Everything wrong becomes an issue and reading goes on.
namespace sigte {

using Keys = std::span<const std::string_view>;

/// The nodes of one file.
class YamlReader {
 public:
  YamlReader(const Source& source, IssueList* issues)
      : source_(&source), issues_(issues) {}

  const Source& source() const { return *source_; }
  IssueList* issues() const { return issues_; }

  void Error(MessageKey message, Span span, std::vector<LocalText> args = {});
  void UnknownName(MessageKey message, Span span, std::string_view name,
                   const std::vector<std::string>& known);

  /// For a plain word that is none of `known`, or is one of them in quotes.
  void UnknownWord(const YamlNode& node, const std::vector<std::string>& known);

  /// False after an error where `node` is of another kind.
  bool Expect(const YamlNode& node, YamlKind kind);

  /// A text. Words that YAML takes for truth values, numbers like 0123 and
  /// nothing at all are errors and give an empty text.
  SpannedText Text(const YamlNode& node);
  /// A text that is not empty.
  SpannedText FullText(const YamlNode& node);
  LocalText Local(const YamlNode& node);
  std::vector<SpannedText> Texts(const YamlNode& node);
  /// A list of texts, or one text with commas and line breaks between them: so
  /// that nobody has to quote thousands of words.
  std::vector<SpannedText> Patterns(const YamlNode& node);
  /// [a-z][a-z0-9_]*, and '-' where `dashes`.
  SpannedText Name(const YamlNode& node, bool dashes = false);
  /// true or false, plain.
  bool Bool(const YamlNode& node);
  /// The digits of a plain number, checked to be one; empty after an error.
  std::string_view Number(const YamlNode& node);
  /// A day that there is, as YYYY-MM-DD.
  std::string Date(const YamlNode& node);

 private:
  bool IsPlainFault(const YamlNode& node);
  std::vector<SpannedText> Pieces(const YamlNode& node);

  const Source* source_;
  IssueList* issues_;
};

enum class Need : std::uint8_t { kRequired, kOptional };

/// One map, key by key.
class YamlMap {
 public:
  /// Reports keys that are none of `keys`, and a node that is no map.
  YamlMap(YamlReader* reader, const YamlNode& node, Keys keys);

  const YamlNode* Find(std::string_view key) const;
  /// Find, and an error where the key is required and missing.
  const YamlNode* Get(std::string_view key, Need need);

  // Empty where the key is not there, or after an error.
  SpannedText Text(std::string_view key, Need need = Need::kRequired);
  SpannedText Name(std::string_view key, Need need = Need::kRequired);
  LocalText Local(std::string_view key, Need need = Need::kRequired);
  std::string Date(std::string_view key, Need need = Need::kRequired);
  std::vector<SpannedText> Texts(std::string_view key,
                                 Need need = Need::kRequired);
  std::vector<SpannedText> Patterns(std::string_view key);  ///< not required
  std::vector<std::string> Strings(std::string_view key,
                                   Need need = Need::kRequired);

  /// One of a table's words.
  template <typename T, std::size_t N>
  T Choice(std::string_view key,
           const std::array<std::pair<std::string_view, T>, N>& table,
           Need need = Need::kRequired) {
    const YamlNode* node = Get(key, need);
    if (node == nullptr) return table[0].second;
    const SpannedText word = reader_->FullText(*node);
    if (word.text.empty()) return table[0].second;
    std::vector<std::string> known;
    for (const auto& [name, value] : table) {
      if (word.text == name) return value;
      known.emplace_back(name);
    }
    reader_->UnknownName("R106.unknown-value", word.span, word.text, known);
    return table[0].second;
  }

  Span span() const { return node_->span; }

 private:
  YamlReader* reader_;
  const YamlNode* node_;
  bool is_merged_ = false;             // it has a merge key
  std::vector<std::string> misspelt_;  // known keys that others were taken for
};

/// Whether YAML may take the plain word for a truth value: yes, no, on, off, y,
/// n, true, false in any case.
bool IsTruthWord(std::string_view word);

/// A quoted list of the texts.
std::vector<std::string> TextsOf(const std::vector<SpannedText>& texts);

}  // namespace sigte
