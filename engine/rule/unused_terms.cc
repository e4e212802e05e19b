// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/unused_terms.h"

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

void NoteUnusedTerms(const Ruleset& ruleset, IssueList* issues) {
  const TermsInUse used(ruleset);
  for (const TermSource& term : ruleset.terms) {
    if (used.Have(term)) continue;
    issues->Add({"R170.unused-term",
                 Severity::kNote,
                 {term.id.text},
                 term.source,
                 term.id.span,
                 {},
                 {}});
  }
}

}  // namespace sigte
