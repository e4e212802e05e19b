// SPDX-License-Identifier: MPL-2.0

#include "engine/compile/rule_order.h"

#include <algorithm>
#include <string_view>

namespace sigte {
namespace {

class Orderer {
 public:
  Orderer(const Ruleset& ruleset, IssueList* issues)
      : ruleset_(ruleset), issues_(issues), states_(ruleset.rules.size()) {
    for (std::uint32_t r = 0; r < ruleset.rules.size(); ++r) {
      numbers_.emplace(ruleset.rules[r].id.text, r);
    }
  }

  std::vector<std::uint32_t> Order() {
    for (std::uint32_t r = 0; r < states_.size(); ++r) Visit(r);
    return std::move(order_);
  }

  std::vector<std::uint32_t> OrderBelow(const Expression& expression) {
    std::vector<std::uint32_t> needs;
    std::vector<std::string_view> bound;
    Collect(expression, &bound, &needs);
    for (const std::uint32_t rule : needs) Visit(rule);
    return std::move(order_);
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  struct Step {
    std::uint32_t rule = 0;
    std::vector<std::uint32_t> needs;
    std::size_t next = 0;
  };

  // Depth first; on a path of its own, because rules may refer to one another
  // deeper than a stack reaches.
  void Visit(std::uint32_t first) {
    if (states_[first] != State::kNew) return;
    Enter(first);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == step.needs.size()) {
        states_[step.rule] = State::kDone;
        order_.push_back(step.rule);
        path_.pop_back();
        continue;
      }
      const std::uint32_t needed = step.needs[step.next++];
      if (states_[needed] == State::kNew) {
        Enter(needed);
      } else if (states_[needed] == State::kOpen) {
        ReportCircle(needed);
      }
    }
  }

  void Enter(std::uint32_t rule) {
    states_[rule] = State::kOpen;
    path_.push_back({rule, NeedsOf(ruleset_.rules[rule]), 0});
  }

  std::vector<std::uint32_t> NeedsOf(const Rule& rule) const {
    std::vector<std::uint32_t> needs;
    std::vector<std::string_view> bound;
    if (rule.holds_when) Collect(*rule.holds_when, &bound, &needs);
    if (rule.unclear_when) Collect(*rule.unclear_when, &bound, &needs);
    for (const SpannedText& id : rule.unless) Need(id.text, &needs);
    return needs;
  }

  void Collect(const Expression& e, std::vector<std::string_view>* bound,
               std::vector<std::uint32_t>* needs) const {
    if (e.kind == ExpressionKind::kName &&
        std::ranges::count(*bound, e.name) == 0) {
      Need(e.name, needs);
    }
    for (std::size_t i = 0; i < e.children.size(); ++i) {
      const bool binds = e.kind == ExpressionKind::kQuantifier && i == 1;
      if (binds) bound->push_back(e.variable);
      Collect(*e.children[i], bound, needs);
      if (binds) bound->pop_back();
    }
  }

  void Need(std::string_view id, std::vector<std::uint32_t>* needs) const {
    const auto found = numbers_.find(id);
    if (found != numbers_.end()) needs->push_back(found->second);
  }

  void ReportCircle(std::uint32_t first) {
    auto step = std::ranges::find(path_, first, &Step::rule);
    std::string circle;
    for (; step != path_.end(); ++step) {
      circle += ruleset_.rules[step->rule].id.text + " → ";
    }
    const Rule& rule = ruleset_.rules[first];
    issues_->Error("R290.rule-circle", rule.source_file, rule.id.span,
                   {circle + rule.id.text});
  }

  const Ruleset& ruleset_;
  IssueList* issues_;
  std::vector<State> states_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<Step> path_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<std::uint32_t> OrderRules(const Ruleset& ruleset,
                                      IssueList* issues) {
  return Orderer(ruleset, issues).Order();
}

std::vector<std::uint32_t> OrderRulesBelow(const Expression& expression,
                                           const Ruleset& ruleset,
                                           IssueList* issues) {
  return Orderer(ruleset, issues).OrderBelow(expression);
}

}  // namespace sigte
