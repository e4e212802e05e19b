// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/rule_checks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "engine/rule/checker.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {
namespace {

// Who has which name, in the order in which the parts of a ruleset are read.
class NameRegister {
 public:
  explicit NameRegister(IssueList* issues) : issues_(issues) {}

  void Reserve(std::string_view name, LocalText owner) {
    owners_.emplace(name, Owner{std::move(owner), {}});
  }

  void Take(const SpannedText& name, const Source* source,
            const LocalText& owner) {
    const auto [it, is_new] =
        owners_.emplace(name.text, Owner{owner, PlaceName(*source, name.span)});
    if (is_new) return;
    const Owner& first = it->second;
    if (first.what == owner) {
      issues_->Error("R124.duplicate-name", source, name.span,
                     {name.text, first.place});
    } else if (first.place.empty()) {
      issues_->Error("R126.name-clash", source, name.span,
                     {name.text, first.what});
    } else {
      issues_->Error("R126.name-clash", source, name.span,
                     {name.text, WithPlace(first)});
    }
  }

 private:
  struct Owner {
    LocalText what;
    std::string place;  // empty: in the schema, or in the language itself
  };

  static LocalText WithPlace(const Owner& owner) {
    LocalText text = owner.what;
    for (std::string& words : text.in) words += " (" + owner.place + ")";
    return text;
  }

  IssueList* issues_;
  std::map<std::string, Owner, std::less<>> owners_;
};

// A code is a name too: reports and `explain` take either.
void CheckCodes(const Ruleset& ruleset, IssueList* issues) {
  std::map<std::string_view, const Rule*> owners;
  for (const Rule& rule : ruleset.rules) owners.emplace(rule.id.text, &rule);
  for (const Rule& rule : ruleset.rules) {
    if (rule.code.empty() || rule.code == rule.id.text) continue;
    const auto [it, is_new] = owners.emplace(rule.code, &rule);
    if (is_new) continue;
    const Rule& first = *it->second;
    const Span place = first.code == rule.code ? first.code_span : first.span;
    issues->Error(
        "R125.duplicate-code", rule.source_file, rule.code_span,
        {rule.code, first.id.text, PlaceName(*first.source_file, place)});
  }
}

void CheckCondition(const Ruleset& ruleset, const Rule& rule,
                    const Expression* condition, IssueList* issues) {
  if (condition == nullptr) return;
  CheckScope scope;
  scope.ruleset = &ruleset;
  scope.rule = &rule;
  const Type type =
      CheckExpression(*condition, scope, rule.source_file, issues);
  if (type == Type::kBool || type == Type::kAny) return;
  issues->Error("R247.no-condition-value", rule.source_file, condition->span);
}

void CheckScopeTypes(const Ruleset& ruleset, IssueList* issues) {
  CheckScope scope;
  scope.ruleset = &ruleset;
  scope.scope_formula = true;
  const Type type =
      CheckExpression(*ruleset.scope, scope, ruleset.manifest, issues);
  if (type != Type::kBool && type != Type::kAny) {
    issues->Error("R247.no-condition-value", ruleset.manifest,
                  ruleset.scope->span);
  } else if (ruleset.scope->kind == ExpressionKind::kLiteral) {
    issues->Error("R136.constant-condition", ruleset.manifest,
                  ruleset.scope->span, {"scope", ToString(*ruleset.scope)});
  }
}

// Whether a condition reads a figure that nobody could source, itself or by the
// facts that it names.
class OpenFigures {
 public:
  explicit OpenFigures(const Ruleset& ruleset) : ruleset_(ruleset) {}

  bool AreIn(const Rule& rule) {
    if (!seen_.insert(&rule).second) return false;
    return AreIn(rule.holds_when.get()) || AreIn(rule.unclear_when.get());
  }

 private:
  bool AreIn(const Expression* part) {
    if (part == nullptr) return false;
    if (part->kind == ExpressionKind::kName && IsOpen(part->name)) return true;
    return std::ranges::any_of(
        part->children, [&](const auto& child) { return AreIn(child.get()); });
  }

  bool IsOpen(std::string_view name) {
    for (const Parameter& parameter : ruleset_.parameters) {
      if (parameter.name.text == name) return parameter.value.is_unknown();
    }
    const Rule* const fact = ruleset_.FindRule(name);
    return fact != nullptr && fact->id.text == name && AreIn(*fact);
  }

  const Ruleset& ruleset_;
  std::set<const Rule*> seen_;
};

// Every other rule shows when it holds and when it does not.
void CheckUnknownExamples(const Ruleset& ruleset, const Rule& rule,
                          IssueList* issues) {
  const bool is_read =
      rule.holds_when != nullptr || rule.unclear_when != nullptr;
  if (!is_read || !IsAlwaysUnknown(rule) || OpenFigures(ruleset).AreIn(rule)) {
    return;
  }
  if (rule.holds_when != nullptr) {
    issues->Error("R130.no-firing-example", rule.source_file, rule.id.span,
                  {rule.id.text});
  }
  issues->Error("R131.no-silent-example", rule.source_file, rule.id.span,
                {rule.id.text});
}

}  // namespace

void CheckNames(const Ruleset& ruleset, IssueList* issues) {
  NameRegister names(issues);
  for (const std::string_view word : kReservedWords) {
    names.Reserve(word, Message("name.reserved"));
  }
  for (const Field& field : ruleset.layout.fields()) {
    names.Reserve(field.name, Message("name.field"));
  }
  for (const TextGroup& text : ruleset.texts) {
    names.Take(text.name, ruleset.manifest, Message("name.text"));
  }
  for (const Parameter& parameter : ruleset.parameters) {
    names.Take(parameter.name, parameter.source_file,
               Message("name.parameter"));
  }
  for (const std::string_view name : kScopeNames) {
    names.Reserve(name, Message("name.kind"));
  }
  for (const Rule& rule : ruleset.rules) {
    names.Take(rule.id, rule.source_file, Message("name.rule"));
  }
  CheckCodes(ruleset, issues);
}

void CheckConditions(const Ruleset& ruleset, IssueList* issues) {
  for (const Rule& rule : ruleset.rules) {
    CheckCondition(ruleset, rule, rule.holds_when.get(), issues);
    CheckCondition(ruleset, rule, rule.unclear_when.get(), issues);
    CheckUnknownExamples(ruleset, rule, issues);
  }
}

bool IsAlwaysUnknown(const Rule& rule) {
  return !rule.examples.empty() &&
         std::ranges::all_of(rule.examples, [](const Example& example) {
           return example.readable && example.expect.is_unknown();
         });
}

void CheckScopeFormula(const Ruleset& ruleset, IssueList* issues) {
  if (ruleset.scope != nullptr) CheckScopeTypes(ruleset, issues);
}

void CheckScopeKinds(const Ruleset& ruleset, IssueList* issues) {
  if (ruleset.scope == nullptr) return;
  struct Side {
    RuleKind kind;
    std::string_view name;
    MessageKey missing;
  };
  const std::array<Side, 2> sides = {{
      {RuleKind::kInclusion, "inclusion", "R137.no-inclusion"},
      {RuleKind::kExclusion, "exclusion", "R138.no-exclusion"},
  }};
  for (const Side& side : sides) {
    const auto first = std::ranges::find(ruleset.rules, side.kind, &Rule::kind);
    const bool exists = first != ruleset.rules.end();
    const bool asked = Names(ruleset.scope.get(), side.name);
    if (asked && !exists) {
      issues->Error(side.missing, ruleset.manifest, ruleset.scope->span);
    } else if (exists && !asked) {
      issues->Error("R139.kind-without-effect", ruleset.manifest,
                    ruleset.scope->span, {side.name, first->id.text});
    }
  }
}

const Rule* Ruleset::FindRule(std::string_view id_or_code) const {
  for (const Rule& rule : rules) {
    if (rule.id.text == id_or_code) return &rule;
  }
  for (const Rule& rule : rules) {
    if (!rule.code.empty() && rule.code == id_or_code) return &rule;
  }
  return nullptr;
}

}  // namespace sigte
