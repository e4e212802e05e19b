// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/field_checks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/ascii.h"
#include "engine/base/issue_hint.h"
#include "engine/base/messages.h"
#include "engine/base/nearest.h"

namespace sigte::schema {
namespace {

struct Keyword {
  std::string_view name;
  MessageKey form;
};

constexpr std::array kKeywords = {
    Keyword{"x-number", "schema.want-number-or-text"},
    Keyword{"x-unit", "schema.want-local-text"},
    Keyword{"x-aliases", "schema.want-texts"},
    Keyword{"x-unit-aliases", "schema.want-texts"},
    Keyword{"x-other-units", "schema.want-texts"},
    Keyword{"x-da", "schema.want-object"},
    Keyword{"x-en", "schema.want-object"},
};

bool IsLanguageKey(std::string_view name) {
  return std::ranges::any_of(kLanguages, [&](std::string_view language) {
    return name == "x-" + std::string(language);
  });
}

// Names as conditions have them (engine/rule/lexer.h).
bool IsNameInConditions(std::string_view name) {
  constexpr std::array<std::string_view, 4> kWords = {"true", "false", "null",
                                                      "in"};
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && letter(name[0]) &&
         std::ranges::all_of(name,
                             [&](char c) { return letter(c) || IsDigit(c); }) &&
         std::ranges::find(kWords, name) == kWords.end();
}

// What tables take for the same: letters in either case, any signs as a blank.
std::string Folded(std::string_view title) {
  std::string out;
  for (const char c : title) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool of_word = upper || (c >= 'a' && c <= 'z') || IsDigit(c) ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (of_word) {
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out.empty() ? std::string(title) : out;
}

/// Titles of numbered things, in whatever language.
class Titles {
 public:
  /// `fold` says which are the same; null: only equals are.
  explicit Titles(std::string (*fold)(std::string_view) = nullptr)
      : fold_(fold) {}

  /// The earlier thing that has a title of `thing`, with `*title`.
  std::optional<std::size_t> Add(std::size_t thing, const LocalText& of,
                                 std::string* title) {
    std::optional<std::size_t> earlier;
    for (const std::string& one : of.in) {
      if (one.empty()) continue;
      const auto [at, is_new] =
          things_.try_emplace(fold_ == nullptr ? one : fold_(one), thing);
      if (is_new || at->second == thing || earlier) continue;
      earlier = at->second;
      *title = one;
    }
    return earlier;
  }

 private:
  std::string (*fold_)(std::string_view);
  std::map<std::string, std::size_t> things_;
};

}  // namespace

void FieldChecks::Check(const Field& field, NodeIndex key,
                        const SchemaTree::Schemas& of) {
  keys_.try_emplace(schema_[key].text, schema_.SpanOf(key));
  SchemaTree::Schemas all = of;
  const NodeIndex items = tree_.FindIn(of, "items", NodeKind::kObject);
  if (items != kNoNode) {
    const auto more = tree_.Gathered(items);
    all.insert(all.end(), more.begin(), more.end());
  }
  const std::vector<NodeIndex> branches = tree_.Branches(all);
  all.insert(all.end(), branches.begin(), branches.end());
  for (const NodeIndex schema : all) {
    CheckKeywords(schema);
    WarnOfUnknown(schema);
  }
  CheckChoices(field, schema_.SpanOf(key));
  if (!IsNameInConditions(field.name)) {
    issues_.Add({"S133.name-no-condition-has",
                 Severity::kWarning,
                 {field.name},
                 source_,
                 schema_.SpanOf(key),
                 {},
                 {}});
  }
}

void FieldChecks::CheckRoot() {
  WarnOfUnknown(Document::kRoot);
  const NodeIndex value = schema_.Member(Document::kRoot, "x-language");
  if (value == kNoNode) return;
  const bool known =
      schema_[value].kind == NodeKind::kString &&
      std::ranges::find(kLanguages, schema_[value].text) != kLanguages.end();
  if (known) return;
  issues_.Error("S132.wrong-annotation", source_, schema_.SpanOf(value),
                {"x-language", Message("schema.want-language")});
}

void FieldChecks::CheckChoices(const Field& field, Span key) {
  Titles titles;
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    std::string title;
    const auto earlier = titles.Add(i, field.choices[i].title, &title);
    if (!earlier) continue;
    issues_.Error("S131.choice-title-twice", source_, key,
                  {field.choices[*earlier].value, field.choices[i].value,
                   field.name, title});
  }
}

void FieldChecks::CheckTitles(const Layout& layout) {
  Titles titles(Folded);
  Titles names(Folded);
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    std::string title;
    auto earlier = titles.Add(i, layout[i].title, &title);
    if (!earlier) earlier = names.Add(i, layout[i].name, &title);
    if (!earlier) continue;
    issues_.Error("S130.title-twice", source_, keys_[layout[i].name],
                  {layout.fields()[*earlier].name, layout[i].name, title});
  }
}

bool FieldChecks::IsTold(const SchemaTree::Schemas& schemas) const {
  return std::ranges::any_of(issues_.issues(), [&](const Issue& issue) {
    return issue.severity == Severity::kError && issue.source == source_ &&
           std::ranges::any_of(schemas, [&](NodeIndex schema) {
             const Span span = schema_.SpanOf(schema);
             return issue.span.begin >= span.begin &&
                    issue.span.end <= span.end;
           });
  });
}

void FieldChecks::CheckKeywords(NodeIndex schema) {
  if (schema_[schema].kind != NodeKind::kObject) return;
  for (const Keyword& keyword : kKeywords) {
    const NodeIndex value = schema_.Member(schema, keyword.name);
    if (value == kNoNode || HasForm(value, keyword.name)) continue;
    // Several fields may refer to one place.
    if (!told_.insert(value).second) continue;
    issues_.Error("S132.wrong-annotation", source_, schema_.SpanOf(value),
                  {keyword.name, Message(keyword.form)});
  }
}

// What begins with x- may be anybody's, unless it looks like one of ours; in
// the texts of a language nothing else has a meaning.
void FieldChecks::WarnOfUnknown(NodeIndex schema) {
  if (schema_[schema].kind != NodeKind::kObject) return;
  std::vector<std::string> ours = {"x-language"};
  for (const Keyword& keyword : kKeywords) ours.emplace_back(keyword.name);
  for (NodeIndex at = schema + 1; at < schema_[schema].next;
       at = schema_[at + 1].next) {
    const std::string name(schema_[at].text);
    if (!name.starts_with("x-")) continue;
    if (std::ranges::find(ours, name) == ours.end()) {
      if (!Nearest(name, ours).empty()) WarnOfKey(at, ours);
    } else if (IsLanguageKey(name)) {
      WarnOfOthers(at + 1);
    }
  }
}

void FieldChecks::WarnOfOthers(NodeIndex texts) {
  static const std::vector<std::string> kTexts = {"title", "description",
                                                  "x-unit"};
  if (schema_[texts].kind != NodeKind::kObject) return;
  for (NodeIndex at = texts + 1; at < schema_[texts].next;
       at = schema_[at + 1].next) {
    const bool is_known = std::ranges::any_of(
        kTexts,
        [&](const std::string& text) { return text == schema_[at].text; });
    if (!is_known) WarnOfKey(at, kTexts);
  }
}

void FieldChecks::WarnOfKey(NodeIndex key,
                            const std::vector<std::string>& known) {
  if (!told_.insert(key).second) return;
  Issue issue = UnknownNameIssue("S112.unknown-keyword", source_,
                                 schema_.SpanOf(key), schema_[key].text, known);
  issue.severity = Severity::kWarning;
  issues_.Add(std::move(issue));
}

bool FieldChecks::HasForm(NodeIndex value, std::string_view keyword) const {
  const NodeKind kind = schema_[value].kind;
  if (keyword == "x-unit") return IsLocalText(value);
  if (keyword == "x-number") {
    return kind == NodeKind::kNumber || kind == NodeKind::kString;
  }
  const bool is_list =
      keyword.ends_with("aliases") || keyword == "x-other-units";
  if (!is_list) return kind == NodeKind::kObject;
  if (kind != NodeKind::kArray) return false;
  for (NodeIndex at = value + 1; at < schema_[value].next;
       at = schema_[at].next) {
    if (schema_[at].kind != NodeKind::kString) return false;
  }
  return true;
}

// A text, or one for each of some languages that the program speaks.
bool FieldChecks::IsLocalText(NodeIndex value) const {
  if (schema_[value].kind == NodeKind::kString) return true;
  if (schema_[value].kind != NodeKind::kObject) return false;
  std::uint32_t known = 0;
  for (const std::string_view language : kLanguages) {
    const NodeIndex text = schema_.Member(value, language);
    if (text == kNoNode) continue;
    if (schema_[text].kind != NodeKind::kString) return false;
    ++known;
  }
  return known > 0 && known == schema_[value].count;
}

}  // namespace sigte::schema
