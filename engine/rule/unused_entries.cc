// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/unused_entries.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sigte {
namespace {

class TermsInUse {
 public:
  explicit TermsInUse(const Ruleset& ruleset) {
    for (const TermSource& term : ruleset.terms) {
      terms_.emplace(term.id.text, &term);
    }
    for (const Rule& rule : ruleset.rules) {
      if (rule.holds_when) Collect(*rule.holds_when);
      if (rule.unclear_when) Collect(*rule.unclear_when);
    }
  }

  bool Have(const TermSource& term) const {
    return used_.contains(term.id.text);
  }

 private:
  // Any text that is a term's name is taken for it.
  void Collect(const Expression& e) {
    if (e.kind == ExpressionKind::kLiteral) Add(e.text);
    for (const ExpressionPtr& child : e.children) Collect(*child);
  }

  void Add(std::string_view name) {
    std::vector<std::string_view> todo = {name};
    while (!todo.empty()) {
      const auto term = terms_.find(todo.back());
      todo.pop_back();
      if (term == terms_.end() || !used_.insert(term->first).second) continue;
      for (const SpannedText& other : term->second->includes) {
        todo.push_back(other.text);
      }
    }
  }

  std::unordered_map<std::string_view, const TermSource*> terms_;
  std::unordered_set<std::string_view> used_;
};

}  // namespace

namespace {

// Names and texts that stand in conditions, whatever they are of.
class WordsInUse {
 public:
  explicit WordsInUse(const Ruleset& ruleset) {
    for (const Rule& rule : ruleset.rules) {
      if (rule.holds_when) Collect(*rule.holds_when);
      if (rule.unclear_when) Collect(*rule.unclear_when);
    }
  }

  bool Have(std::string_view name) const { return used_.contains(name); }

 private:
  void Collect(const Expression& e) {
    if (e.kind == ExpressionKind::kLiteral) used_.insert(e.text);
    if (e.kind == ExpressionKind::kName) used_.insert(e.name);
    for (const ExpressionPtr& child : e.children) Collect(*child);
  }

  std::unordered_set<std::string_view> used_;
};

void Note(MessageKey message, const SpannedText& name, const Source* source,
          IssueList* issues) {
  issues->Add(
      {message, Severity::kNote, {name.text}, source, name.span, {}, {}});
}

}  // namespace

void NoteUnused(const Ruleset& ruleset, IssueList* issues) {
  const TermsInUse terms(ruleset);
  for (const TermSource& term : ruleset.terms) {
    if (terms.Have(term)) continue;
    Note("R170.unused-term", term.id, term.source, issues);
  }
  const WordsInUse words(ruleset);
  for (const Parameter& parameter : ruleset.parameters) {
    if (parameter.for_reading || words.Have(parameter.name.text)) continue;
    Note("R169.unused-figure", parameter.name, parameter.source_file, issues);
  }
  for (const ParameterTable& table : ruleset.tables) {
    if (table.for_reading || words.Have(table.name.text)) continue;
    Note("R169.unused-figure", table.name, table.source_file, issues);
  }
  for (const TextGroup& text : ruleset.texts) {
    if (words.Have(text.name.text)) continue;
    Note("R199.unused-text", text.name, ruleset.manifest, issues);
  }
}

}  // namespace sigte
