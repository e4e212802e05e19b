// SPDX-License-Identifier: MPL-2.0

// Rules in, instructions out: the dump of the program.
#include "engine/compile/compiler.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "engine/rule/parser.h"
#include "gtest/gtest.h"
#include "tests/record/fields.h"

namespace sigte {
namespace {

// A ruleset over a few fields, built rule by rule.
class Compiled : public testing::Test {
 protected:
  Compiled() {
    ruleset_.layout.Add(MakeField("title", FieldType::kText));
    ruleset_.layout.Add(MakeField("content", FieldType::kText));
    ruleset_.layout.Add(MakeField("amount", FieldType::kInt));
    ruleset_.layout.Add(MakeField("years_of", FieldType::kInt, true));
    ruleset_.texts.push_back({{"description", {}}, {0, 1}});
    ruleset_.parameters.resize(2);
    ruleset_.parameters[0].name.text = "limit";
    ruleset_.parameters[0].value = Value::Int(56);
    ruleset_.parameters[1].name.text = "unsourced";
    ruleset_.parameters[1].value = Value::Unknown(kMissing);
    ruleset_.tables.push_back({});
    ruleset_.tables[0].name.text = "population";
    ruleset_.tables[0].rows = {{Value::Int(101), Value::Int(600'000)}};
  }

  ExpressionPtr Parse(const std::string& text) {
    const Source& source = sources_.emplace_back("r.yaml", text);
    IssueList issues;
    ExpressionPtr e = ParseExpression(text, &source, {}, &issues);
    EXPECT_NE(e, nullptr) << text;
    last_source_ = &source;
    return e;
  }

  Rule& AddRule(const std::string& id, RuleKind kind,
                const std::string& holds) {
    Rule& rule = ruleset_.rules.emplace_back();
    rule.id = {id, {}};
    rule.kind = kind;
    rule.holds_when = Parse(holds);
    rule.source_file = last_source_;
    return rule;
  }

  std::string DumpOf(const std::string& text) {
    const ExpressionPtr e = Parse(text);
    CheckScope scope;
    scope.ruleset = &ruleset_;
    scope.lenient = true;
    scope.rule = asking_;
    IssueList issues;
    const auto program = CompileExpression(*e, scope, last_source_, &issues);
    return program == nullptr ? Words(issues) : Dump(*program);
  }

  std::string DumpOfRules() {
    IssueList issues;
    program_ = Compile(ruleset_, &issues);
    return program_ == nullptr ? Words(issues) : Dump(*program_);
  }

  static std::string Words(const IssueList& issues) {
    std::string words;
    for (const Issue& issue : issues.issues()) {
      words += Format(issue, Lang::kEn);
    }
    return words;
  }

  Ruleset ruleset_;
  const Rule* asking_ = nullptr;
  std::unique_ptr<Program> program_;
  std::deque<Source> sources_;
  const Source* last_source_ = nullptr;
};

TEST_F(Compiled, EqualExpressionsShareOneInstruction) {
  EXPECT_EQ(DumpOf("amount > 5 && (amount > 5 || has(title))"),
            "  0 field amount\n"
            "  1 constant 5\n"
            "  2 > 0 1\n"
            "  3 field title\n"
            "  4 has 3\n"
            "  5 or 2 4\n"
            "  6 and 2 5  # result\n");
}

TEST_F(Compiled, ChainsBecomeOneInstruction) {
  EXPECT_EQ(DumpOf("has(title) && (has(content) && has(amount))"),
            "  0 field title\n"
            "  1 has 0\n"
            "  2 field content\n"
            "  3 has 2\n"
            "  4 field amount\n"
            "  5 has 4\n"
            "  6 and 1 3 5  # result\n");
}

TEST_F(Compiled, ListsOfConstantsAreConstants) {
  EXPECT_EQ(DumpOf("amount in [1, -2, null]"),
            "  0 field amount\n"
            "  1 constant [1, -2, unknown]\n"
            "  2 in 0 1  # result\n");
}

TEST_F(Compiled, WhatDoesNotDependOnTheVariableStandsBeforeTheQuantifier) {
  EXPECT_EQ(DumpOf("years_of.all(y, y > amount + 1)"),
            "  0 field years_of\n"
            "  1 field amount\n"
            "  2 constant 1\n"
            "  3 + 1 2\n"
            "  4 all 0 until 7 of 6  # result\n"
            "  5 variable\n"
            "  6 > 5 3\n");
}

TEST_F(Compiled, QuantifiersThatDifferInTheVariablesNameAreEqual) {
  EXPECT_EQ(DumpOf("years_of.exists(a, a > 1) == years_of.exists(b, b > 1)"),
            "  0 field years_of\n"
            "  1 constant 1\n"
            "  2 exists 0 until 5 of 4\n"
            "  3 variable\n"
            "  4 > 3 1\n"
            "  5 == 2 2  # result\n");
}

TEST_F(Compiled, NestedQuantifiersKeepTheirBodiesTogether) {
  EXPECT_EQ(
      DumpOf("years_of.all(x, x > 1 && years_of.exists(y, y > x && x > 1))"),
      "  0 field years_of\n"
      "  1 constant 1\n"
      "  2 all 0 until 10 of 9  # result\n"
      "  3 variable\n"
      "  4 > 3 1\n"
      "  5 exists 0 until 9 of 8\n"
      "  6 variable\n"
      "  7 > 6 3\n"
      "  8 and 7 4\n"
      "  9 and 4 5\n");
}

TEST_F(Compiled, AnInnerQuantifierOfItsOwnIsRunOnce) {
  EXPECT_EQ(DumpOf("years_of.all(x, years_of.exists(y, y > 1))"),
            "  0 field years_of\n"
            "  1 constant 1\n"
            "  2 exists 0 until 5 of 4\n"
            "  3 variable\n"
            "  4 > 3 1\n"
            "  5 all 0 until 7 of 2  # result\n"
            "  6 variable\n");
}

TEST_F(Compiled, AVariableHidesAFieldOfItsName) {
  EXPECT_EQ(DumpOf("years_of.all(amount, amount > 1)"),
            "  0 field years_of\n"
            "  1 constant 1\n"
            "  2 all 0 until 5 of 4  # result\n"
            "  3 variable\n"
            "  4 > 3 1\n");
}

TEST_F(Compiled, UnsourcedParametersAreConstantsOfTheirOwn) {
  EXPECT_EQ(DumpOf("amount > unsourced || amount > limit || null"),
            "  0 constant 56\n"
            "  1 constant unknown\n"
            "  2 field amount\n"
            "  3 > 2 1\n"
            "  4 > 2 0\n"
            "  5 constant unknown\n"
            "  6 or 3 4 5  # result\n");
}

TEST_F(Compiled, TextsTablesAndRegexesKeepTheirNames) {
  EXPECT_EQ(DumpOf("description.matches(\"^a\") && lookup(\"population\", "
                   "amount) > words(description)"),
            "  0 text description\n"
            "  1 matches 0 ^a\n"
            "  2 field amount\n"
            "  3 lookup 2 population\n"
            "  4 words 0\n"
            "  5 > 3 4\n"
            "  6 and 1 5  # result\n");
}

TEST_F(Compiled, ARuleHasItsPartsAndAValueOfItsOwn) {
  AddRule("reception", RuleKind::kFact, "has(title)");
  Rule& rule = AddRule("staffing", RuleKind::kExclusion, "amount > 5");
  rule.unclear_when = Parse("has(title)");
  rule.unless = {{"reception", {}}};
  AddRule("first", RuleKind::kInclusion, "has(content)");
  ruleset_.scope = Parse("inclusion && !exclusion");
  EXPECT_EQ(DumpOfRules(),
            "  0 field title\n"
            "  1 has 0\n"
            "  2 and 1  # reception\n"
            "  3 field amount\n"
            "  4 constant 5\n"
            "  5 > 3 4\n"
            "  6 unclear 1\n"
            "  7 or 5 6\n"
            "  8 not 2\n"
            "  9 and 7 8  # staffing\n"
            " 10 field content\n"
            " 11 has 10\n"
            " 12 and 11  # first\n"
            " 13 or 12  # inclusion\n"
            " 14 or 9  # exclusion\n"
            " 15 not 14\n"
            " 16 and 13 15  # scope\n");
  const CompiledRule& staffing = program_->rules[1];
  EXPECT_EQ(staffing.holds, 5u);
  EXPECT_EQ(staffing.unclear, 6u);
  EXPECT_EQ(staffing.except, 2u);
  EXPECT_EQ(staffing.value, 9u);
  EXPECT_EQ(staffing.code, "staffing");
}

TEST_F(Compiled, RulesMayStandAfterThoseThatNameThem) {
  AddRule("user", RuleKind::kInclusion, "late && has(title)");
  AddRule("late", RuleKind::kFact, "amount > 5");
  DumpOfRules();
  ASSERT_NE(program_, nullptr);
  EXPECT_EQ(program_->rules[0].id, "user");
  EXPECT_LT(program_->rules[1].value, program_->rules[0].value);
}

TEST_F(Compiled, ARuleChainDeeperThanAnyStackCompiles) {
  AddRule("r0", RuleKind::kFact, "has(title)");
  for (int i = 1; i < 20'000; ++i) {
    AddRule("r" + std::to_string(i), RuleKind::kFact,
            "r" + std::to_string(i - 1));
  }
  std::reverse(ruleset_.rules.begin(), ruleset_.rules.end());
  DumpOfRules();
  ASSERT_NE(program_, nullptr);
  EXPECT_EQ(program_->code.size(), 20'003u);
}

TEST_F(Compiled, RulesInACircleAreNamedAll) {
  AddRule("alpha", RuleKind::kFact, "beta");
  AddRule("beta", RuleKind::kFact, "has(title) && gamma");
  AddRule("gamma", RuleKind::kFact, "has(title)").unless = {{"alpha", {}}};
  EXPECT_EQ(DumpOfRules(),
            "r.yaml:1:1: error: rules refer to each other in a circle: alpha → "
            "beta → gamma → alpha [R290 rule-circle]\n"
            "    1 | beta\n"
            "      | ^\n"
            "      = help: remove one of the references\n");
}

TEST_F(Compiled, ABareExpressionBringsWithItOnlyTheRulesThatItRestsOn) {
  AddRule("alpha", RuleKind::kFact, "beta").unless = {{"gamma", {}}};
  AddRule("beta", RuleKind::kFact, "title.matches(\"b\")");
  AddRule("gamma", RuleKind::kFact, "title.matches(\"g\")");
  AddRule("delta", RuleKind::kFact, "alpha && title.matches(\"d\")");
  CheckScope scope;
  scope.ruleset = &ruleset_;
  IssueList issues;
  const auto program =
      CompileExpression(*Parse("alpha"), scope, last_source_, &issues);
  ASSERT_NE(program, nullptr);
  EXPECT_EQ(program->expressions.size(), 2u);
}

TEST_F(Compiled, ABadRegularExpressionIsAnError) {
  EXPECT_EQ(DumpOf("title.matches(\"(\")"),
            "r.yaml:1:15: error: the regular expression cannot be read: ')' is "
            "missing, in '(' [R291 bad-regex]\n"
            "    1 | title.matches(\"(\")\n"
            "      |               ^~~\n"
            "      = help: write it as RE2 wants it "
            "(github.com/google/re2/wiki/Syntax)\n");
}

TEST_F(Compiled, GroupFunctionsBecomeQueries) {
  Rule& rule = AddRule("twice", RuleKind::kCheck,
                       "group_count() > 1 && group_count(amount > 5) > "
                       "group_sum(amount) && group_count() > 1");
  rule.group_by = {{"title", {}}, {"amount", {}}};
  EXPECT_EQ(DumpOfRules(),
            "  0 group_count by title amount\n"
            "  1 constant 1\n"
            "  2 > 0 1\n"
            "  3 field amount\n"
            "  4 constant 5\n"
            "  5 > 3 4\n"
            "  6 group_count by title amount of 5\n"
            "  7 group_sum by title amount of 3\n"
            "  8 > 6 7\n"
            "  9 and 2 8 2\n"
            " 10 and 9  # twice\n"
            " 11 or  # inclusion  # exclusion\n");
  ASSERT_EQ(program_->group_queries.size(), 3u);
  EXPECT_TRUE(program_->rules[0].of_group);
}

// Of a duplicate the other one can be named; of what makes a sum high, none.
TEST_F(Compiled, AComparisonOfAllThatAreCountedNamesAnotherOfThem) {
  const auto names = [&](const std::string& condition) {
    ruleset_.rules.clear();
    Rule& rule = AddRule("twice", RuleKind::kCheck, condition);
    rule.group_by = {{"title", {}}};
    DumpOfRules();
    const std::uint32_t query = program_->rules[0].names_of;
    return query != kNoIndex &&
           program_->group_queries[query].operand == kNoIndex;
  };
  EXPECT_TRUE(names("group_count() > 1"));
  EXPECT_TRUE(names("1 < group_count()"));
  EXPECT_TRUE(names("amount > 3 && (group_count() >= 2 && title != \"a\")"));
  EXPECT_FALSE(names("group_count(amount > 5) > 1"));
  EXPECT_FALSE(names("group_sum(amount) > 1"));
  EXPECT_FALSE(names("amount > 3 || group_count() > 1"));
  EXPECT_FALSE(names("group_count() * 2 > 10"));
}

TEST_F(Compiled, AGroupFunctionCannotUseAVariable) {
  Rule rule;
  rule.group_by = {{"title", {}}};
  asking_ = &rule;
  EXPECT_EQ(DumpOf("years_of.all(y, group_count(y > amount) > 1)"),
            "r.yaml:1:29: error: 'group_count' cannot use a variable of all, "
            "exists or exists_one [R292 group-of-variable]\n"
            "    1 | years_of.all(y, group_count(y > amount) > 1)\n"
            "      |                             ^~~~~~~~~~\n"
            "      = help: write the condition so that it uses the record's "
            "fields only\n");
}

TEST_F(Compiled, QuantifiersMayBeNestedSixtyFourDeepAndNoMore) {
  const auto nested = [](int depth) {
    std::string text = "amount > 1";
    for (int i = 0; i < depth; ++i) {
      text = "years_of.all(v" + std::to_string(i) + ", " + text + ")";
    }
    return text;
  };
  EXPECT_EQ(DumpOf(nested(64)).find("error"), std::string::npos);
  EXPECT_NE(DumpOf(nested(65)).find("[R294 deep-quantifiers]"),
            std::string::npos);
}

TEST_F(Compiled, UnknownMembersOfABareExpressionBecomeFieldsOfThatName) {
  const ExpressionPtr e = Parse("extra == 5 && amount > 1");
  CheckScope scope;
  scope.ruleset = &ruleset_;
  scope.untyped_names = {"amount", "extra"};
  scope.lenient = true;
  IssueList issues;
  const auto program = CompileExpression(*e, scope, last_source_, &issues);
  ASSERT_NE(program, nullptr);
  Record record(program->layout);
  record.Set(program->layout.Find("extra"), Value::Int(5));
  record.Set(program->layout.Find("amount"), Value::Int(7));
  Evaluator evaluator(*program);
  EXPECT_TRUE(evaluator.Evaluate(record)[program->result].is_true());
  EXPECT_EQ(program->layout.size(), ruleset_.layout.size() + 1);
}

TEST_F(Compiled, EveryInstructionKnowsWhereItStands) {
  const ExpressionPtr e = Parse("has(title) && amount > 5");
  CheckScope scope;
  scope.ruleset = &ruleset_;
  IssueList issues;
  const auto program = CompileExpression(*e, scope, last_source_, &issues);
  ASSERT_NE(program, nullptr);
  ASSERT_EQ(program->origins.size(), program->code.size());
  for (const Origin& origin : program->origins) {
    ASSERT_EQ(program->files[origin.file], last_source_);
    EXPECT_LT(origin.span.begin, origin.span.end);
  }
  const Span span = program->origins[4].span;
  EXPECT_EQ(last_source_->text().substr(span.begin, span.end - span.begin),
            "amount > 5");
}

}  // namespace
}  // namespace sigte
