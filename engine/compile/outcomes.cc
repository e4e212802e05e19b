// SPDX-License-Identifier: MPL-2.0

// Walks a condition from its constants and fields up and keeps, for each part,
// whether it can be true and whether it can be false. What is not understood
// can be both, so that nothing is reported wrongly.

#include "engine/compile/outcomes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile/constant_parts.h"
#include "engine/compile/exclusions.h"
#include "engine/compile/truth_table.h"
#include "engine/compile/value_ranges.h"
#include "engine/evaluate/operations.h"

namespace sigte {
namespace {

Outcomes Turned(Outcomes of) { return {of.can_be_false, of.can_be_true}; }

// Some number of `a` lies below some number of `b`.
bool CanBeBelow(const NumberBounds& a, const NumberBounds& b) {
  return !a.low || !b.high || *a.low < *b.high;
}

bool CanBeEqual(const NumberBounds& a, const NumberBounds& b) {
  const auto apart = [](const NumberBounds& under, const NumberBounds& over) {
    if (!under.high || !over.low) return false;
    return *under.high < *over.low || (*under.high == *over.low &&
                                       !(under.high_within && over.low_within));
  };
  return !apart(a, b) && !apart(b, a);
}

Outcomes Compared(Opcode op, const NumberBounds& a, const NumberBounds& b) {
  const bool below = CanBeBelow(a, b);
  const bool above = CanBeBelow(b, a);
  const bool equal = CanBeEqual(a, b);
  switch (op) {
    case Opcode::kEqual: return {equal, below || above};
    case Opcode::kNotEqual: return {below || above, equal};
    case Opcode::kLess: return {below, equal || above};
    case Opcode::kLessEqual: return {below || equal, above};
    case Opcode::kGreater: return {above, equal || below};
    default: return {above || equal, below};
  }
}

Value Result(Opcode op, const Value& a, const Value& b) {
  switch (op) {
    case Opcode::kEqual: return Equal(a, b);
    case Opcode::kNotEqual: return NotEqual(a, b);
    case Opcode::kLess: return Less(a, b);
    case Opcode::kLessEqual: return LessEqual(a, b);
    case Opcode::kGreater: return Greater(a, b);
    case Opcode::kGreaterEqual: return GreaterEqual(a, b);
    default: return In(a, b);
  }
}

class OutcomeFinder {
 public:
  /// `by_schema`: what the schema says of the fields counts too.
  OutcomeFinder(const Program& program, const std::vector<bool>& is_rule,
                bool by_schema)
      : program_(program),
        is_rule_(is_rule),
        by_schema_(by_schema),
        ranges_(program, is_rule, by_schema) {}

  /// Of a condition, which may be all that a rule is. `nulls_stay`: no null in
  /// it is a parameter that may become a figure.
  Outcomes Of(std::uint32_t index, bool nulls_stay) {
    nulls_stay_ = nulls_stay;
    return Of(index);
  }

 private:
  Outcomes Of(std::uint32_t index) const {
    const Instruction& code = program_.code[index];
    const auto operands = program_.OperandsOf(code);
    switch (code.op) {
      case Opcode::kNot: return Turned(OfPart(operands[0]));
      case Opcode::kAnd: return Turned(Joined(index, true));
      case Opcode::kOr: return Joined(index, false);
      case Opcode::kAtLeast: return OfEnough(operands);
      case Opcode::kConditional: return OfChoice(operands);
      default: break;
    }
    if (const auto constant = ConstantOf(program_, is_rule_, index)) {
      return OfConstant(*constant);
    }
    if (code.op == Opcode::kIn) return OfMembership(operands[0], operands[1]);
    if (IsEverywhere(code.op, operands)) return {true, false};
    return IsComparison(code.op) ? OfComparison(code.op, operands) : Outcomes();
  }

  Outcomes OfPart(std::uint32_t index) const {
    return is_rule_[index] ? Outcomes() : Of(index);
  }

  // A figure that nobody could source may become one.
  Outcomes OfConstant(const Value& value) const {
    if (value.kind() == Kind::kBool) return {value.is_true(), value.is_false()};
    const bool stays = nulls_stay_ && value.is_unknown();
    return {!stays, !stays};
  }

  // Whether so many can be true, and so many false that the others are too few.
  Outcomes OfEnough(std::span<const std::uint32_t> operands) const {
    const auto wanted = ConstantOf(program_, is_rule_, operands[0]);
    if (!wanted || wanted->kind() != Kind::kInt) return {};
    std::int64_t true_ones = 0;
    std::int64_t others = 0;
    for (const std::uint32_t condition : operands.subspan(1)) {
      const Outcomes part = OfPart(condition);
      true_ones += part.can_be_true ? 1 : 0;
      others += part.can_be_false ? 0 : 1;
    }
    return {true_ones >= wanted->int_value(), others < wanted->int_value()};
  }

  Outcomes OfChoice(std::span<const std::uint32_t> operands) const {
    const Outcomes condition = OfPart(operands[0]);
    Outcomes either = {false, false};
    const auto add = [&](bool is_reached, std::uint32_t branch) {
      if (!is_reached) return;
      const Outcomes part = OfPart(branch);
      either.can_be_true |= part.can_be_true;
      either.can_be_false |= part.can_be_false;
    };
    add(condition.can_be_true, operands[1]);
    add(condition.can_be_false, operands[2]);
    return either;
  }

  // An OR; an AND is one of the contraries. Comparisons that exclude each other
  // count where they are fixed; those that the schema has a part in are told
  // where they stand.
  Outcomes Joined(std::uint32_t index, bool turn) const {
    Outcomes joined = {false, true};
    for (const std::uint32_t operand :
         program_.OperandsOf(program_.code[index])) {
      const Outcomes part = turn ? Turned(OfPart(operand)) : OfPart(operand);
      joined.can_be_true |= part.can_be_true;
      joined.can_be_false &= part.can_be_false;
    }
    if (joined.can_be_false && !by_schema_ && nulls_stay_) {
      joined.can_be_false = !IsExcluded(program_, is_rule_, index);
    }
    return joined;
  }

  // The empty text is in every other, at its beginning and at its end.
  bool IsEverywhere(Opcode op, std::span<const std::uint32_t> operands) const {
    if (op != Opcode::kContains && op != Opcode::kStartsWith &&
        op != Opcode::kEndsWith) {
      return false;
    }
    const auto sought = ConstantOf(program_, is_rule_, operands[1]);
    return sought && sought->kind() == Kind::kText && sought->text().empty();
  }

  Outcomes OfComparison(Opcode op,
                        std::span<const std::uint32_t> operands) const {
    if (operands[0] == operands[1]) {
      const bool with_itself = op == Opcode::kEqual ||
                               op == Opcode::kLessEqual ||
                               op == Opcode::kGreaterEqual;
      return {with_itself, !with_itself};
    }
    if (const auto closed = OfClosed(op, operands)) return *closed;
    const auto a = ranges_.Bounds(operands[0]);
    const auto b = ranges_.Bounds(operands[1]);
    if (a && b) {
      const bool apart = NeverMeet(operands[0], operands[1]) ||
                         NeverMeet(operands[1], operands[0]);
      if (apart && op == Opcode::kEqual) return {false, true};
      if (apart && op == Opcode::kNotEqual) return {true, false};
      return Compared(op, *a, *b);
    }
    return {};
  }

  // Of a value from a closed list and a constant, on either side.
  std::optional<Outcomes> OfClosed(
      Opcode op, std::span<const std::uint32_t> operands) const {
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      const auto values = ranges_.Closed(operands[side]);
      if (!values) continue;
      const auto other = ConstantOf(program_, is_rule_, operands[1 - side]);
      if (!other || other->is_unknown()) continue;
      Outcomes any = {false, false};
      for (const Value& value : *values) {
        const Value result =
            side == 0 ? Result(op, value, *other) : Result(op, *other, value);
        if (result.is_unknown()) return Outcomes();
        any.can_be_true |= result.is_true();
        any.can_be_false |= result.is_false();
      }
      return any;
    }
    return std::nullopt;
  }

  Outcomes OfMembership(std::uint32_t element, std::uint32_t list) const {
    const auto items = ConstantOf(program_, is_rule_, list);
    if (!items || items->kind() != Kind::kList) return {};
    if (items->count() == 0) return {false, true};
    // Whatever is not in the list may be what stands for null there.
    const bool has_null = std::ranges::any_of(
        std::span(items->items(), items->count()), &Value::is_unknown);
    if (has_null) return nulls_stay_ ? Outcomes{true, false} : Outcomes();
    const std::array operands = {element, list};
    if (const auto closed = OfClosed(Opcode::kIn, operands)) return *closed;
    const auto bounds = ranges_.Bounds(element);
    if (!bounds) return {};
    bool can_be_true = false;
    for (std::size_t i = 0; i < items->count(); ++i) {
      const Value& item = items->items()[i];
      if (!item.is_number()) continue;
      const Decimal number = item.decimal_value();
      if (ranges_.IsWhole(element) && !number.ToInt()) continue;
      can_be_true |= CanBeEqual(*bounds, {number, number, true, true});
    }
    return {can_be_true, true};
  }

  // A fraction and what has whole numbers only.
  bool NeverMeet(std::uint32_t whole, std::uint32_t number) const {
    const auto constant = ranges_.IsWhole(whole)
                              ? ConstantOf(program_, is_rule_, number)
                              : std::nullopt;
    return constant && constant->is_number() &&
           !constant->decimal_value().ToInt();
  }

  const Program& program_;
  const std::vector<bool>& is_rule_;
  bool by_schema_;
  ValueRanges ranges_;
  bool nulls_stay_ = false;
};

bool NamesParameter(const Expression& expression, const Ruleset& ruleset) {
  const auto is_named = [&](const Parameter& parameter) {
    return parameter.name.text == expression.name;
  };
  if (expression.kind == ExpressionKind::kName &&
      std::ranges::any_of(ruleset.parameters, is_named)) {
    return true;
  }
  return std::ranges::any_of(expression.children, [&](const auto& child) {
    return NamesParameter(*child, ruleset);
  });
}

class OutcomeChecker {
 public:
  OutcomeChecker(const Ruleset& ruleset, const Program& program,
                 IssueList* issues)
      : ruleset_(ruleset),
        program_(program),
        issues_(issues),
        is_rule_(RuleValues(program)),
        alone_(program, is_rule_, false),
        bounded_(program, is_rule_, true) {}

  void CheckConstants() {
    for (std::uint32_t i = 0; i < program_.code.size(); ++i) {
      const auto constant = IsArithmetic(program_.code[i].op)
                                ? ConstantOf(program_, is_rule_, i)
                                : std::nullopt;
      if (!constant || !constant->is_unknown()) continue;
      const Origin& origin = program_.origins[i];
      issues_->Error("R296.no-result", program_.files[origin.file],
                     origin.span);
    }
  }

  void Check(std::string_view key, const Expression* condition,
             const Source* source, std::uint32_t index) {
    if (condition == nullptr || index == kNoIndex) return;
    // Another figure may stand there tomorrow, put in by somebody else.
    const bool is_for_now = NamesParameter(*condition, ruleset_);
    const Outcomes alone = alone_.Of(index, !is_for_now);
    const Outcomes bounded = bounded_.Of(index, !is_for_now);
    const auto tell = [&](MessageKey message, Severity severity,
                          const Outcomes& of) {
      issues_->Add({message,
                    severity,
                    {key, of.can_be_true ? "false" : "true"},
                    source,
                    condition->span,
                    {},
                    {}});
    };
    if (!alone.can_be_true || !alone.can_be_false) {
      if (is_for_now) {
        tell("R299.outcome-by-parameter", Severity::kWarning, alone);
      } else {
        tell("R297.constant-outcome", Severity::kError, alone);
      }
    } else if (!bounded.can_be_true || !bounded.can_be_false) {
      tell("R298.out-of-bounds", Severity::kWarning, bounded);
    } else if (!TellExclusions(index)) {
      const Outcomes logic = OutcomesOfLogic(program_, is_rule_, index);
      if (logic.can_be_true && logic.can_be_false) return;
      tell("R297.constant-outcome", Severity::kError, logic);
    }
  }

 private:
  // What is compared: a field's name, or as it is written.
  std::string NameOf(std::uint32_t subject) const {
    const Instruction& code = program_.code[subject];
    if (code.op == Opcode::kField) return program_.layout[code.a].name;
    const Origin& origin = program_.origins[subject];
    return std::string(program_.files[origin.file]->text().substr(
        origin.span.begin, origin.span.end - origin.span.begin));
  }

  // Part of a condition, so that the rest may still decide.
  // Whether there are any.
  bool TellExclusions(std::uint32_t index) {
    const auto exclusions = FindExclusions(program_, is_rule_, index);
    for (const Exclusion& exclusion : exclusions) {
      const Origin& origin = program_.origins[exclusion.at];
      if (!told_.insert(exclusion.at).second) continue;
      issues_->Add({exclusion.always ? MessageKey("R289.always-one")
                                     : MessageKey("R288.never-together"),
                    Severity::kWarning,
                    {NameOf(exclusion.subject)},
                    program_.files[origin.file],
                    origin.span,
                    {},
                    {}});
    }
    return !exclusions.empty();
  }

  const Ruleset& ruleset_;
  const Program& program_;
  IssueList* issues_;
  const std::vector<bool> is_rule_;
  std::set<std::uint32_t> told_;  // equal parts of several rules are one
  OutcomeFinder alone_;
  OutcomeFinder bounded_;
};

}  // namespace

bool CheckOutcomes(const Ruleset& ruleset, const Program& program,
                   IssueList* issues) {
  IssueList found;
  OutcomeChecker checker(ruleset, program, &found);
  checker.CheckConstants();
  for (std::size_t i = 0; i < ruleset.rules.size(); ++i) {
    const Rule& rule = ruleset.rules[i];
    const CompiledRule& compiled = program.rules[i];
    checker.Check(rule.kind == RuleKind::kCheck ? "fails_when" : "holds_when",
                  rule.holds_when.get(), rule.source_file, compiled.holds);
    if (compiled.unclear == kNoIndex) continue;
    checker.Check("unclear_when", rule.unclear_when.get(), rule.source_file,
                  program.OperandsOf(program.code[compiled.unclear])[0]);
  }
  checker.Check("scope", ruleset.scope.get(), ruleset.manifest, program.scope);
  for (const Issue& issue : found.issues()) issues->Add(issue);
  return !found.has_errors();
}

}  // namespace sigte
