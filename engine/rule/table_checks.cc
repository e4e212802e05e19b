// SPDX-License-Identifier: MPL-2.0

// Tables against the fields that are looked up in them: a row that no choice of
// the field can find would never be used, and nobody would know.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/issue_hint.h"
#include "engine/rule/rule_checks.h"

namespace sigte {
namespace {

constexpr std::string_view kLookup = "lookup";

/// How one table is used.
struct Use {
  bool open = false;  ///< also by what has no closed values
  std::vector<FieldIndex> fields;
  std::vector<const Expression*> literals;
};

class TableUses {
 public:
  explicit TableUses(const Layout& layout) : layout_(layout) {}

  void Collect(const Expression* expression) {
    if (expression == nullptr) return;
    if (expression->kind == ExpressionKind::kCall &&
        expression->name == kLookup && expression->children.size() == 2) {
      Add(expression->children[0]->text, *expression->children[1]);
    }
    for (const auto& child : expression->children) Collect(child.get());
  }

  const std::map<std::string, Use, std::less<>>& uses() const { return uses_; }

 private:
  void Add(const std::string& table, const Expression& key) {
    Use& use = uses_[table];
    if (key.kind == ExpressionKind::kLiteral) {
      use.literals.push_back(&key);
      return;
    }
    if (key.kind == ExpressionKind::kConditional) {
      Add(table, *key.children[1]);
      Add(table, *key.children[2]);
      return;
    }
    const FieldIndex field =
        key.kind == ExpressionKind::kName ? layout_.Find(key.name) : kNoField;
    if (field == kNoField || layout_[field].choices.empty()) {
      use.open = true;
    } else {
      use.fields.push_back(field);
    }
  }

  const Layout& layout_;
  std::map<std::string, Use, std::less<>> uses_;
};

// A number is chosen however it is written: 2 is 2.0.
bool IsChoice(std::string_view key, const Field& field) {
  const std::optional<Decimal> number = Decimal::Parse(key);
  return std::ranges::any_of(field.choices, [&](const FieldChoice& choice) {
    if (choice.value == key) return true;
    const std::optional<Decimal> other =
        number ? Decimal::Parse(choice.value) : std::nullopt;
    return other && *other == *number;
  });
}

bool IsLiteral(std::string_view key, const Expression& literal) {
  if (!literal.literal.is_number()) return literal.text == key;
  const std::optional<Decimal> number = Decimal::Parse(key);
  return number && *number == literal.literal.decimal_value();
}

void CheckTable(const ParameterTable& table, const Use& use,
                const Layout& layout, IssueList* issues) {
  for (const SpannedText& key : table.keys) {
    const bool found =
        std::ranges::any_of(use.fields,
                            [&](FieldIndex field) {
                              return IsChoice(key.text, layout[field]);
                            }) ||
        std::ranges::any_of(use.literals, [&](const Expression* literal) {
          return IsLiteral(key.text, *literal);
        });
    if (found) continue;
    const Field& field = layout[use.fields.front()];
    std::vector<std::string> known;
    for (const FieldChoice& choice : field.choices) {
      known.push_back(choice.value);
    }
    Issue issue = UnknownNameIssue("R180.row-of-no-choice", table.source_file,
                                   key.span, key.text, known);
    issue.args.push_back(field.name);
    issues->Add(std::move(issue));
  }
}

}  // namespace

void CheckTableKeys(const Ruleset& ruleset, IssueList* issues) {
  TableUses uses(ruleset.layout);
  for (const Rule& rule : ruleset.rules) {
    uses.Collect(rule.holds_when.get());
    uses.Collect(rule.unclear_when.get());
  }
  for (const ParameterTable& table : ruleset.tables) {
    const auto use = uses.uses().find(table.name.text);
    if (use == uses.uses().end() || use->second.open ||
        use->second.fields.empty()) {
      continue;
    }
    CheckTable(table, use->second, ruleset.layout, issues);
  }
}

}  // namespace sigte
