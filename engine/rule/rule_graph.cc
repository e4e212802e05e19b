// SPDX-License-Identifier: MPL-2.0

// Which rule names which: exceptions that there are not, circles, facts that
// nothing uses.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/rule/rule_checks.h"

namespace sigte {
namespace {

using RuleIndex = std::uint32_t;

class RuleGraph {
 public:
  RuleGraph(const Ruleset& ruleset, IssueList* issues)
      : rules_(ruleset.rules), issues_(issues), uses_(rules_.size()) {
    for (RuleIndex i = 0; i < rules_.size(); ++i) {
      // A name that is a field's too stands for the field (and is a fault).
      if (!IsOtherName(ruleset, rules_[i].id.text)) {
        index_.emplace(rules_[i].id.text, i);
      }
    }
    for (RuleIndex i = 0; i < rules_.size(); ++i) {
      AddNames(i, rules_[i].holds_when.get());
      AddNames(i, rules_[i].unclear_when.get());
      for (const SpannedText& other : rules_[i].unless) AddUnless(i, other);
      for (const SpannedText& other : rules_[i].ask_from) {
        CheckAsker(rules_[i], other);
      }
    }
  }

  // Depth first; a rule that is met again on the way there closes a circle.
  void ReportCircles() {
    state_.assign(rules_.size(), State::kNew);
    for (RuleIndex start = 0; start < rules_.size(); ++start) {
      if (state_[start] == State::kNew) WalkFrom(start);
    }
  }

  void ReportUnusedFacts() {
    std::vector<bool> used(rules_.size());
    std::vector<RuleIndex> todo;
    for (RuleIndex i = 0; i < rules_.size(); ++i) {
      if (rules_[i].kind == RuleKind::kFact) continue;
      used[i] = true;
      todo.push_back(i);
    }
    while (!todo.empty()) {
      const RuleIndex user = todo.back();
      todo.pop_back();
      for (const RuleIndex other : uses_[user]) {
        if (used[other]) continue;
        used[other] = true;
        todo.push_back(other);
      }
    }
    for (RuleIndex i = 0; i < rules_.size(); ++i) {
      const auto named = index_.find(rules_[i].id.text);
      if (used[i] || named == index_.end() || named->second != i) continue;
      issues_->Error("R129.unused-fact", rules_[i].source_file,
                     rules_[i].id.span, {rules_[i].id.text});
    }
  }

 private:
  enum class State : std::uint8_t { kNew, kOnPath, kDone };

  struct Step {
    RuleIndex rule;
    std::size_t next;  // in uses_[rule]
  };

  static bool IsOtherName(const Ruleset& ruleset, std::string_view name) {
    return ruleset.layout.Find(name) != kNoField ||
           std::ranges::any_of(ruleset.texts,
                               [name](const TextGroup& text) {
                                 return text.name.text == name;
                               }) ||
           std::ranges::any_of(ruleset.parameters,
                               [name](const Parameter& parameter) {
                                 return parameter.name.text == name;
                               });
  }

  void AddNames(RuleIndex user, const Expression* expression) {
    if (expression == nullptr) return;
    if (expression->kind == ExpressionKind::kName) {
      const auto it = index_.find(expression->name);
      if (it != index_.end()) AddUse(user, it->second);
    }
    for (const auto& child : expression->children) {
      AddNames(user, child.get());
    }
  }

  void AddUnless(RuleIndex user, const SpannedText& other) {
    const auto it = index_.find(other.text);
    if (it == index_.end()) {
      const auto coded = std::ranges::find_if(rules_, [&](const Rule& rule) {
        return !rule.code.empty() && rule.code == other.text;
      });
      if (coded != rules_.end()) {
        issues_->Error("R181.code-not-name", rules_[user].source_file,
                       other.span, {other.text, coded->id.text});
        return;
      }
      if (IsRefused(other.text)) return;
      issues_->UnknownName("R127.unknown-exception", rules_[user].source_file,
                           other.span, other.text, ExceptionNames(user));
    } else if (rules_[it->second].kind == RuleKind::kCheck) {
      issues_->Error("R152.check-as-exception", rules_[user].source_file,
                     other.span, {other.text});
    } else if (it->second != user) {  // that is said where it is read
      AddUse(user, it->second);
    }
  }

  // Who asks instead of a rule is a fact that may stand in its way.
  void CheckAsker(const Rule& rule, const SpannedText& asker) {
    const auto it = index_.find(asker.text);
    if (it == index_.end()) {
      if (IsRefused(asker.text)) return;
      std::vector<std::string> facts;
      for (const Rule& other : rules_) {
        if (other.kind == RuleKind::kFact) facts.push_back(other.id.text);
      }
      issues_->UnknownName("R127.unknown-exception", rule.source_file,
                           asker.span, asker.text, facts);
    } else if (rules_[it->second].kind != RuleKind::kFact ||
               !Names(rule.holds_when.get(), asker.text)) {
      issues_->Error("R196.asker-not-in-the-way", rule.source_file, asker.span,
                     {asker.text});
    }
  }

  void AddUse(RuleIndex user, RuleIndex used) {
    if (std::ranges::find(uses_[user], used) == uses_[user].end()) {
      uses_[user].push_back(used);
    }
  }

  // Whether the name is a rule's that something else is called by: that is said
  // of the rule itself (R126).
  bool IsRefused(std::string_view name) const {
    return std::ranges::any_of(
        rules_, [name](const Rule& rule) { return rule.id.text == name; });
  }

  std::vector<std::string> ExceptionNames(RuleIndex user) const {
    std::vector<std::string> names;
    for (RuleIndex i = 0; i < rules_.size(); ++i) {
      if (i == user || rules_[i].kind == RuleKind::kCheck) continue;
      names.push_back(rules_[i].id.text);
    }
    return names;
  }

  void WalkFrom(RuleIndex start) {
    std::vector<Step> path = {{start, 0}};
    state_[start] = State::kOnPath;
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == uses_[step.rule].size()) {
        state_[step.rule] = State::kDone;
        path.pop_back();
        continue;
      }
      const RuleIndex used = uses_[step.rule][step.next++];
      if (state_[used] == State::kOnPath) {
        ReportCircle(path, used);
      } else if (state_[used] == State::kNew) {
        state_[used] = State::kOnPath;
        path.push_back({used, 0});
      }
    }
  }

  void ReportCircle(const std::vector<Step>& path, RuleIndex closing) {
    const auto from = std::ranges::find(path, closing, &Step::rule);
    std::string circle;
    for (auto it = from; it != path.end(); ++it) {
      circle += rules_[it->rule].id.text + " → ";
    }
    circle += rules_[closing].id.text;
    issues_->Error("R128.rule-circle", rules_[closing].source_file,
                   rules_[closing].id.span, {circle});
  }

  const std::vector<Rule>& rules_;
  IssueList* issues_;
  std::unordered_map<std::string_view, RuleIndex> index_;
  std::vector<std::vector<RuleIndex>> uses_;
  std::vector<State> state_;
};

}  // namespace

void CheckReferences(const Ruleset& ruleset, IssueList* issues) {
  RuleGraph(ruleset, issues).ReportCircles();
}

void CheckFactsAreUsed(const Ruleset& ruleset, IssueList* issues) {
  RuleGraph(ruleset, issues).ReportUnusedFacts();
}

}  // namespace sigte
