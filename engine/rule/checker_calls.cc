// SPDX-License-Identifier: MPL-2.0

// What each function asks of its arguments.
#include <re2/re2.h>

#include <algorithm>
#include <tuple>

#include "engine/base/issue_hint.h"
#include "engine/base/numbers.h"
#include "engine/base/regex_fault.h"
#include "engine/rule/checker_impl.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {
namespace {

constexpr std::size_t kLastArgument =
    std::tuple_size_v<decltype(FunctionSpec::arguments)> - 1;

// The values of duty(t) that can be compared with; kMixed and kNone have none.
const std::vector<FieldChoice>& DutyChoices() {
  static const std::vector<FieldChoice> choices = {{"must", {}, {}},
                                                   {"may", {}, {}}};
  return choices;
}

const ParameterTable* FindTable(const Ruleset& ruleset, std::string_view name) {
  const auto it = std::ranges::find_if(
      ruleset.tables,
      [name](const ParameterTable& table) { return table.name.text == name; });
  return it == ruleset.tables.end() ? nullptr : &*it;
}

LocalText CountWords(const FunctionSpec& function) {
  // A receiver is no argument to the reader.
  const std::size_t receiver = function.is_method ? 1 : 0;
  const std::size_t from = function.min_arguments - receiver;
  const std::size_t to = function.max_arguments - receiver;
  if (from == to) return std::to_string(from);
  if (function.max_arguments == kManyArguments) {
    return Message("count.or-more", {std::to_string(from)});
  }
  return std::to_string(from) + "-" + std::to_string(to);
}

bool IsTextual(ArgumentKind kind, Type type) {
  return type == Type::kText || (kind == ArgumentKind::kSized && IsList(type));
}

bool Fits(ArgumentKind kind, Type type) {
  if (type == Type::kAny || kind == ArgumentKind::kAnything) return true;
  switch (kind) {
    case ArgumentKind::kCondition: return type == Type::kBool;
    case ArgumentKind::kNumber: return IsNumber(type);
    default: return IsTextual(kind, type);
  }
}

// What a name of several fields can be read by, all of them at once.
bool ReadsTexts(ArgumentKind kind) {
  return kind == ArgumentKind::kAnything || kind == ArgumentKind::kText ||
         kind == ArgumentKind::kSized || kind == ArgumentKind::kSearchedText;
}

LocalText ArgumentWords(ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::kCondition: return Message("type.bool");
    case ArgumentKind::kNumber: return Message("type.number");
    case ArgumentKind::kSized: return Message("type.text-or-list");
    default: return Message("type.text");
  }
}

// "1 + 2", and a date without quotes: of fixed numbers, but not one.
bool IsSumOfNumbers(const Expression& e) {
  if (e.kind == ExpressionKind::kLiteral) return true;
  const bool is_sum =
      e.kind == ExpressionKind::kUnary || e.kind == ExpressionKind::kBinary;
  return is_sum && std::ranges::all_of(e.children, [](const auto& child) {
           return IsSumOfNumbers(*child);
         });
}

}  // namespace

TypeInfo Checker::CheckCall(const Expression& call) {
  const FunctionSpec* function =
      scope_.scope_formula ? nullptr : FindFunction(call.name);
  if (function == nullptr) return CheckNoFunction(call);
  if (!CheckForm(call, *function)) return {function->result};
  const bool outside = !in_group_function_;
  in_group_function_ = in_group_function_ || function->of_group;
  for (std::size_t i = 0; i < call.children.size(); ++i) {
    CheckArgument(call, i, function->arguments[std::min(i, kLastArgument)]);
  }
  if (outside) in_group_function_ = false;
  if (call.name == "duty") return {Type::kText, &DutyChoices()};
  return {function->result};
}

// A function that there is not: what stands in it is looked at all the same.
TypeInfo Checker::CheckNoFunction(const Expression& call) {
  if (scope_.scope_formula) {
    Error("R256.call-in-scope", call.head, {call.name});
  } else if (std::ranges::find(kQuantifiers, call.name) != kQuantifiers.end()) {
    Error("R250.wrong-form", call.head,
          {call.name, "x." + call.name + "(y, …)"});
  } else {
    std::vector<std::string> known = FunctionNames();
    known.insert(known.end(), kQuantifiers.begin(), kQuantifiers.end());
    UnknownName("R231.unknown-function", call.head, call.name, known);
  }
  // "exists(x, y, y > 1)": y is meant as a quantifier's, and is told enough of.
  const std::vector<std::string> names = KnownNames();
  const std::size_t outer = variables_.size();
  for (std::size_t i = 0; i < call.children.size(); ++i) {
    const Expression& child = *call.children[i];
    const bool is_variable =
        child.kind == ExpressionKind::kName && i + 1 < call.children.size() &&
        Names(call.children[i + 1].get(), child.name) &&
        std::ranges::find(names, child.name) == names.end();
    if (is_variable) {
      variables_.push_back({child.name, {}});
    } else if (i > 0 || TextGroupOf(child) == nullptr) {
      Check(child);
    }
  }
  variables_.resize(outer);
  return {};
}

// How it is called, with how many arguments, and where it may be.
bool Checker::CheckForm(const Expression& call, const FunctionSpec& function) {
  const bool may_be_method = function.is_method || function.name == "size";
  if (call.is_method ? !may_be_method : function.is_method) {
    Error("R250.wrong-form", call.head, {call.name, CallForm(function)});
    return false;
  }
  const std::size_t count = call.children.size();
  if (count < function.min_arguments || count > function.max_arguments) {
    const std::size_t receiver = call.is_method ? 1 : 0;
    Error("R232.argument-count", call.head,
          {call.name, CountWords(function), CountText(count - receiver)});
    return false;
  }
  if (function.of_group &&
      (scope_.rule == nullptr || scope_.rule->group_by.empty())) {
    Error("R244.not-over-a-group", call.head, {call.name});
    return false;
  }
  if (function.of_group && in_group_function_) {
    Error("R258.nested-group", call.head, {call.name});
    return false;
  }
  if (function.name == "in_force" && scope_.ruleset != nullptr &&
      !scope_.ruleset->has_period && strict()) {
    Error("R254.no-period", call.head);
  }
  CheckTriggers(call);
  return true;
}

// Where the language has no words that deny, nothing is ever denied. A file of
// its own that could not be read has said so.
void Checker::CheckTriggers(const Expression& call) {
  const bool negates = call.name == "negates";
  const bool asks = negates || call.name == "supplements";
  if (!asks || scope_.rule == nullptr || scope_.ruleset == nullptr) return;
  const Language& language = scope_.ruleset->language;
  const bool has_some = negates ? !(language.negating_before.empty() &&
                                    language.negating_after.empty())
                                : !(language.supplementing_before.empty() &&
                                    language.supplementing_after.empty());
  const bool is_faulty =
      std::ranges::any_of(issues_->issues(), [&](const Issue& issue) {
        return language.source != nullptr && issue.source == language.source &&
               issue.severity == Severity::kError;
      });
  if (has_some || is_faulty) return;
  Error("R269.no-triggers", call.head,
        {call.name, negates ? "negating" : "supplementing"});
}

void Checker::CheckArgument(const Expression& call, std::size_t index,
                            ArgumentKind kind) {
  const Expression& argument = *call.children[index];
  if (index == 0 && ReadsTexts(kind) && TextGroupOf(argument) != nullptr) {
    return;
  }
  switch (kind) {
    case ArgumentKind::kSearchedText: return CheckSearchedText(argument);
    case ArgumentKind::kTerm: return CheckTerm(argument);
    case ArgumentKind::kLaw: return CheckLaw(argument);
    case ArgumentKind::kTable: return CheckTable(argument);
    case ArgumentKind::kRegex: return CheckRegex(argument);
    case ArgumentKind::kCount: return CheckCount(call);
    case ArgumentKind::kKey: return CheckKey(call, Check(argument).type);
    default: CheckTyped(argument, kind, Check(argument).type);
  }
}

void Checker::CheckTyped(const Expression& argument, ArgumentKind kind,
                         Type type) {
  if (!strict()) return;
  // has("x") is always true: the quotes are one pair too many.
  if (kind == ArgumentKind::kAnything &&
      argument.kind == ExpressionKind::kLiteral) {
    Error("R237.wrong-argument", argument.span,
          {Message("name.field"), TypeWords(type)});
  }
  if (Fits(kind, type)) return;
  Error("R237.wrong-argument", argument.span,
        {ArgumentWords(kind), TypeWords(type)});
}

// More than there are conditions would never hold, and none at all always.
void Checker::CheckCount(const Expression& call) {
  const Expression& count = *call.children[0];
  const Type type = Check(count).type;
  if (!strict()) return;
  const std::size_t conditions = call.children.size() - 1;
  const Value value = ConstantOf(count);
  const bool out_of_range =
      value.kind() == Kind::kInt &&
      (value.int_value() < 1 ||
       value.int_value() > static_cast<std::int64_t>(conditions));
  const bool is_sum =
      count.kind != ExpressionKind::kLiteral && IsSumOfNumbers(count);
  const bool wrong =
      out_of_range || is_sum || (type != Type::kInt && type != Type::kAny);
  if (!wrong) return;
  if (const Parameter* const parameter = ParameterOf(count)) {
    Error("R260.parameter-not-a-count", count.span,
          {parameter->name.text, ToString(parameter->value),
           PlaceName(*parameter->source_file, parameter->name.span),
           CountText(conditions)});
  } else {
    Error("R259.not-a-count", count.span, {CountText(conditions)});
  }
}

// What a rule finds in its own words is the same of every record.
void Checker::CheckSearchedText(const Expression& argument) {
  if (scope_.rule != nullptr && IsTextLiteral(argument)) {
    Error("R257.text-of-the-rule", argument.span);
    return;
  }
  CheckTyped(argument, ArgumentKind::kText, Check(argument).type);
}

// Faults in what the compiler needs to know are faults in lenient reading too.
bool Checker::ExpectLiteral(const Expression& argument) {
  if (IsTextLiteral(argument)) return true;
  Error("R239.not-a-literal", argument.span);
  return false;
}

void Checker::CheckTerm(const Expression& argument) {
  if (!ExpectLiteral(argument)) return;
  std::vector<std::string> known;
  if (const Ruleset* const ruleset = scope_.ruleset) {
    if (ruleset->term_places.contains(argument.text)) return;
    for (const TermSource& term : ruleset->terms) known.push_back(term.id.text);
  }
  UnknownName("R238.unknown-term", argument.span, argument.text, known);
}

void Checker::CheckTable(const Expression& argument) {
  if (!ExpectLiteral(argument)) return;
  if (scope_.ruleset != nullptr &&
      FindTable(*scope_.ruleset, argument.text) != nullptr) {
    return;
  }
  std::vector<std::string> known;
  if (scope_.ruleset != nullptr) {
    for (const ParameterTable& table : scope_.ruleset->tables) {
      known.push_back(table.name.text);
    }
  }
  UnknownName("R241.unknown-table", argument.span, argument.text, known);
}

void Checker::CheckKey(const Expression& call, Type key) {
  if (!strict() || scope_.ruleset == nullptr || key == Type::kAny) return;
  const ParameterTable* table =
      FindTable(*scope_.ruleset, call.children[0]->text);
  if (table == nullptr || table->rows.empty()) return;
  const Type keys = TypeOfValue(table->rows.front().first);
  const Expression& asked = *call.children[1];
  if (!Comparable(keys, key)) {
    Error("R237.wrong-argument", asked.span, {TypeWords(keys), TypeWords(key)});
  } else if (asked.kind == ExpressionKind::kLiteral) {
    CheckRow(asked, *table);
  }
}

// A row that the table does not have is unknown of every record.
void Checker::CheckRow(const Expression& key, const ParameterTable& table) {
  const auto is_asked = [&](const std::pair<Value, Value>& row) {
    if (row.first.is_number() != key.literal.is_number()) return false;
    return row.first.is_number()
               ? row.first.decimal_value() == key.literal.decimal_value()
               : row.first.text() == key.text;
  };
  if (std::ranges::any_of(table.rows, is_asked)) return;
  std::vector<std::string> known;
  for (const SpannedText& row : table.keys) known.push_back(row.text);
  Issue issue = UnknownNameIssue(
      "R268.no-such-row", source_, key.span,
      IsTextLiteral(key) ? key.text : ToString(key.literal), known);
  issue.args.push_back(table.name.text);
  issues_->Add(std::move(issue));
}

void Checker::CheckRegex(const Expression& argument) {
  if (!IsTextLiteral(argument)) {
    const Type type = Check(argument).type;
    if (strict()) {
      CheckTyped(argument, ArgumentKind::kText, type);
      Error("R239.not-a-literal", argument.span);
    }
    return;
  }
  if (!strict()) return;
  const re2::RE2 regex(argument.text, re2::RE2::Quiet);
  if (regex.ok()) return;
  const RegexFault fault = FaultOf(regex);
  Error("R242.bad-regex", argument.span, {fault.words, fault.part});
}

}  // namespace sigte
