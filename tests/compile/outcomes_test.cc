// SPDX-License-Identifier: MPL-2.0

// Conditions that say the same of every record are told when a ruleset is
// compiled, with their place.

#include "engine/compile/outcomes.h"

#include <string>
#include <utility>

#include "engine/compile/compiler.h"
#include "engine/rule/parser.h"
#include "gtest/gtest.h"
#include "tests/record/fields.h"

namespace sigte {
namespace {

/// What is said of a check with that condition over an amount (from 0), a share
/// (over 0, at most 100), an area with three choices, a grade of 1, 2 or 3 and
/// a text with one choice, beside a fact `late` and two parameters.
std::string Said(const std::string& condition,
                 const std::string& scope_formula = "inclusion") {
  Ruleset ruleset;
  Field amount = MakeField("amount", FieldType::kInt);
  amount.minimum = Decimal::FromInt(0);
  Field share = MakeField("share", FieldType::kDecimal);
  share.exclusive_minimum = Decimal::FromInt(0);
  share.maximum = Decimal::FromInt(100);
  ruleset.layout.Add(amount);
  ruleset.layout.Add(share);
  ruleset.layout.Add(MakeField("title", FieldType::kText));
  ruleset.layout.Add(MakeField("open", FieldType::kBool));
  Field area = MakeField("area", FieldType::kText);
  area.choices = {{"school", {}, {}}, {"health", {}, {}}, {"job", {}, {}}};
  ruleset.layout.Add(area);
  Field grade = MakeField("grade", FieldType::kInt);
  grade.choices = {{"1", {}, {}}, {"2", {}, {}}, {"3", {}, {}}};
  ruleset.layout.Add(grade);
  Field only = MakeField("only", FieldType::kText);
  only.choices = {{"one", {}, {}}};
  ruleset.layout.Add(only);
  ruleset.parameters.resize(2);
  ruleset.parameters[0].name.text = "limit";
  ruleset.parameters[0].value = Value::Int(56);
  ruleset.parameters[1].name.text = "unsourced";
  ruleset.parameters[1].value = Value::Unknown(kMissing);
  IssueList none;
  ruleset.laws = LawCatalogue::Build({}, {}, {}, &none);
  const Source fact("f.yaml", "amount > 5");
  const Source check("r.yaml", condition);
  const Source scope("ruleset.yaml", scope_formula);
  IssueList issues;
  const auto add = [&](const char* id, RuleKind kind, const Source& source) {
    Rule& rule = ruleset.rules.emplace_back();
    rule.id.text = id;
    rule.kind = kind;
    rule.source_file = &source;
    rule.holds_when = ParseExpression(source.text(), &source, {}, &issues);
    if (source.text().find("group_") != std::string_view::npos) {
      rule.group_by = {{"title", {}}};
    }
  };
  add("late", RuleKind::kInclusion, fact);
  add("check", RuleKind::kCheck, check);
  ruleset.manifest = &scope;
  ruleset.scope = ParseExpression(scope.text(), &scope, {}, &issues);
  const auto program = Compile(ruleset, &issues);
  EXPECT_EQ(program == nullptr, issues.has_errors());
  std::string said;
  for (const Issue& issue : issues.issues()) {
    const std::string text = Format(issue, Lang::kEn);
    said += text.substr(0, text.find('\n') + 1);
  }
  return said;
}

constexpr const char* kNever =
    "r.yaml:1:1: error: 'fails_when' can never be true "
    "[R297 constant-outcome]\n";
constexpr const char* kAlways =
    "r.yaml:1:1: error: 'fails_when' can never be false "
    "[R297 constant-outcome]\n";
constexpr const char* kNeverWithin =
    "r.yaml:1:1: warning: 'fails_when' can never be true for a value that the "
    "schema allows [R298 out-of-bounds]\n";
constexpr const char* kAlwaysWithin =
    "r.yaml:1:1: warning: 'fails_when' can never be false for a value that the "
    "schema allows [R298 out-of-bounds]\n";

TEST(Outcomes, OfConstantsAloneAreAnError) {
  for (const char* never :
       {"1 > 2", "false || false", "amount > 0 && false", "!(1 < 2)",
        "'a' == 'b'", "1 in [2, 3]", "open && 2 < 1", "true == false"}) {
    EXPECT_EQ(Said(never), kNever) << never;
  }
  for (const char* always :
       {"1 < 2", "amount > 0 || true", "!(amount > 0 && false)", "'a' != 'b'",
        "0.5 + 0.5 == 1"}) {
    EXPECT_EQ(Said(always), kAlways) << always;
  }
}

TEST(Outcomes, OfFunctionsOfConstantsAreAnError) {
  for (const char* never :
       {"null", "null && open", "1 == null", "at_least(2, open, false)",
        "at_least(3, open, late)", "open ? false : null", "true ? 1 > 2 : open",
        "'abc'.contains('x')", "'abc'.matches('^b')",
        "'abc'.endsWith('b') && open", "[1, 2].all(x, x > 1)",
        "[1, 2].exists_one(x, [3, 3].all(y, x < y))", "size('abc') > 5",
        "-(-1) == 2", "has(null)", "[1, 2] == [2, 1]"}) {
    EXPECT_EQ(Said(never), kNever) << never;
  }
  for (const char* always :
       {"null || open", "at_least(1, open, true)", "at_least(0, open)",
        "open ? true : 1 < 2", "'abc'.startsWith('a')",
        "[1, 2].exists(x, x == 2)", "[].all(x, x == 2)", "size([1, 2]) == 2",
        "!has(null)", "2 in [1, null, 2]", "amount in [1, null]",
        "title in [\"a\", null]"}) {
    EXPECT_EQ(Said(always), kAlways) << always;
  }
  // Nobody knows, but the figure may be found.
  EXPECT_EQ(Said("amount > unsourced"), "");
  EXPECT_EQ(Said("unsourced > 3 && open"), "");
  EXPECT_EQ(Said("at_least(2, open, title == 'a', late)"), "");
  EXPECT_EQ(Said("open ? amount > 1 : false"), "");
  EXPECT_EQ(Said("[1, 2].exists(x, x == amount)"), "");
}

TEST(Outcomes, ThatTheSamePartKeepsFromAConditionAreAnError) {
  for (const char* never : {"!late && !(open || !late)",
                            "late && (open || amount > 3) && "
                            "!late",
                            "amount < amount", "title != title",
                            "!(title.contains('a') || !title.contains('a'))"}) {
    EXPECT_EQ(Said(never), kNever) << never;
  }
  for (const char* always : {"late || !late", "amount <= amount",
                             "title.contains('a') || amount > 3 || "
                             "!(title.contains('a') && open)"}) {
    EXPECT_EQ(Said(always), kAlways) << always;
  }
  EXPECT_EQ(Said("late && (open || !late)"), "");
}

// A figure that somebody else may change tomorrow, or a switch.
TEST(Outcomes, ThatParametersDecideAreAWarning) {
  for (const char* never :
       {"limit < 10", "limit * 2 == 100", "limit == 1 && amount > 3"}) {
    EXPECT_EQ(Said(never),
              "r.yaml:1:1: warning: 'fails_when' cannot be true with the "
              "parameters as they stand [R299 outcome-by-parameter]\n")
        << never;
  }
  EXPECT_EQ(Said("limit > 50 || amount > 3"),
            "r.yaml:1:1: warning: 'fails_when' cannot be false with the "
            "parameters as they stand [R299 outcome-by-parameter]\n");
}

TEST(Outcomes, ThatBoundsOfTheSchemaKeepFromAConditionAreAWarning) {
  for (const char* never :
       {"share > 200", "share > 100", "share <= 0", "amount < 0",
        "-1 >= amount", "amount == -5", "share in [0, 101]",
        "amount < 0 || share > limit * 2", "open && share == 0",
        "amount == 5.5", "1.5 - 1 == amount", "amount in [0.5, 3.25]"}) {
    EXPECT_EQ(Said(never), kNeverWithin) << never;
  }
  for (const char* always :
       {"share <= 100", "amount >= 0", "share > 0", "amount != -1",
        "!(amount < 0)", "amount != 5.5"}) {
    EXPECT_EQ(Said(always), kAlwaysWithin) << always;
  }
}

TEST(Outcomes, ThatARecordDecidesAreFine) {
  for (const char* fine : {"share >= 100",
                           "amount <= 0",
                           "share < 0.5",
                           "amount == 0",
                           "share in [0, 100]",
                           "amount > unsourced",
                           "amount * 2 > 0 - 5",
                           "open",
                           "!open",
                           "late",
                           "late && share > 50",
                           "has(amount)",
                           "title == 'a'",
                           "share > amount",
                           "amount != 3",
                           "amount == 5.0",
                           "amount < 5.5",
                           "share == 5.5",
                           "amount in [0.5, 3]",
                           "open ? true : share > 3",
                           "matches(title, 'x') || amount > 7"}) {
    EXPECT_EQ(Said(fine), "") << fine;
  }
}

std::string Together(const std::string& field, int column) {
  return "r.yaml:1:" + std::to_string(column) + ": warning: '" + field +
         "' cannot meet all of this at once [R288 never-together]\n";
}

std::string AlwaysOne(const std::string& field, int column) {
  return "r.yaml:1:" + std::to_string(column) + ": warning: '" + field +
         "' always meets some of this [R289 always-one]\n";
}

// No value at all meets them, whatever the schema comes to allow.
TEST(Outcomes, ComparisonsThatExcludeEachOtherAreAnError) {
  for (const char* never :
       {"share > 50 && share < 40", "share > 50 && share < 50",
        "share >= 50 && late && share < 50", "share > 50 && !(share >= 40)",
        "share == 3 && share != 3", "share == 3 && 3.0 != share",
        "share in [1, 2] && share > 2", "share > 3 && (open && share < 3)",
        "share in [1, 2] && share in [3, 4]",
        "share * 2 > 50 && share * 2 < 40", "amount % 2 == 0 && amount % 2 > 1",
        "size(title) > 5 && size(title) < 6",
        "area == 'school' && area != 'school'",
        "area == 'school' && area == 'job'",
        "area in ['school', 'job'] && !(area in ['school', 'job'])",
        "title == 'a' && title == 'b'", "open && late && !open",
        "!(share <= 50 || share > 40)", "late && (share > 5 && share < 5)"}) {
    EXPECT_EQ(Said(never), kNever) << never;
  }
  for (const char* always :
       {"area != 'school' || area != 'job'", "share > 40 || share < 50",
        "late || open || !open", "!(share > 50 && share < 40)",
        "late || (share != 3 || share != 4)"}) {
    EXPECT_EQ(Said(always), kAlways) << always;
  }
}

// Where the rest may still decide, and where the schema or a parameter has a
// part in it.
TEST(Outcomes, ComparisonsThatExcludeEachOtherAreToldWhereTheyStand) {
  for (const char* share : {"share < limit && share > limit",
                            "share > 99.5 && share >= 100 && share != 100"}) {
    EXPECT_EQ(Said(share), Together("share", 1)) << share;
  }
  for (const char* area :
       {"area != 'school' && area != 'job' && area != 'health'",
        "!(area in ['school', 'job']) && area != 'health'"}) {
    EXPECT_EQ(Said(area), Together("area", 1)) << area;
  }
  EXPECT_EQ(Said("amount > 5 && amount < 6"), Together("amount", 1));
  EXPECT_EQ(Said("amount > 4 && amount < 6 && amount != 5"),
            Together("amount", 1));
  EXPECT_EQ(Said("amount > 5.2 && amount < 5.8"), Together("amount", 1));
  EXPECT_EQ(Said("amount <= 1 && !(amount in [0, 1])"), Together("amount", 1));
  EXPECT_EQ(Said("late || (share > 50 && share < 40)"), Together("share", 10));
  EXPECT_EQ(Said("late || (area == 'school' && area == 'job')"),
            Together("area", 10));
  EXPECT_EQ(Said("late || (share + 1 > 50 && share + 1 < 40)"),
            Together("share + 1", 10));
  EXPECT_EQ(Said("late || (open && !(share > 50 && share < 40))"),
            Together("share", 20));
}

TEST(Outcomes, ComparisonsOfWhichOneAlwaysHoldsAreToldWhereTheyStand) {
  EXPECT_EQ(Said("late && (share != 3 || share != 4)"), AlwaysOne("share", 10));
  EXPECT_EQ(Said("late && (amount <= 5 || amount >= 6)"),
            AlwaysOne("amount", 10));
}

// What size and words count, what is left over, how many there are.
TEST(Outcomes, BeyondWhatAFunctionCanGiveAreAnError) {
  for (const char* never :
       {"size(title) < 0", "words(title) < 0", "size(title) == 1.5",
        "-1 >= words(title)", "amount % 2 == 3", "amount % 2 == 2",
        "amount % -2 > 5", "group_count() == 0", "group_count(open) < 0",
        "group_count() == 1.5", "duty(title) == 'must' && duty(title) == 'may'",
        "area in []", "amount in []", "share % 10 >= 10"}) {
    EXPECT_EQ(Said(never), kNever) << never;
  }
  for (const char* always :
       {"size(title) >= 0", "words(title) != -1", "group_count() > 0",
        "duty(title) in ['must', 'may']", "amount % 2 < 2", "!(area in [])",
        "title.contains('')", "title.startsWith('')", "title.endsWith('')"}) {
    EXPECT_EQ(Said(always), kAlways) << always;
  }
  for (const char* fine :
       {"size(title) <= 0", "words(title) == 0", "group_count() > 1",
        "group_count(open) == 0", "duty(title) == 'must'", "amount % 2 == 1",
        "amount % unsourced == 3", "share % 10 > 9.5", "title.contains(' ')"}) {
    EXPECT_EQ(Said(fine), "") << fine;
  }
  EXPECT_EQ(Said("amount % 2 == -1"), kNeverWithin);
}

TEST(Outcomes, OfClosedValuesAreAWarning) {
  for (const char* never :
       {"!(area in ['school', 'health', 'job'])", "grade >= 4", "grade < 1",
        "grade in [4, 5]", "grade == 2.5", "area > 'z'", "area < 'a'",
        "only != 'one'", "size(area) > 90 && grade > 7"}) {
    EXPECT_EQ(Said(never), kNeverWithin) << never;
  }
  for (const char* always :
       {"area in ['school', 'health', 'job']", "grade <= 3", "grade > 0",
        "grade in [1, 2, 3]", "open in [true, false]", "only == 'one'"}) {
    EXPECT_EQ(Said(always), kAlwaysWithin) << always;
  }
  for (const char* fine :
       {"area in ['school', 'health']", "grade >= 3", "grade == 2.0",
        "area > 'i'", "grade in [3, 4]", "amount > grade"}) {
    EXPECT_EQ(Said(fine), "") << fine;
  }
}

std::string Twice(int column, int first) {
  return "r.yaml:1:" + std::to_string(column) +
         ": warning: the same condition stands here twice; first: r.yaml:1:" +
         std::to_string(first) + " [R273 same-condition]\n";
}

TEST(Outcomes, OfConditionsThatStandTwiceAreToldWithTheFirst) {
  EXPECT_EQ(Said("open && open"), Twice(9, 1));
  EXPECT_EQ(Said("late || amount > 5 || late"), Twice(23, 1));
  EXPECT_EQ(Said("open || (late && (amount > 3 && late))"), Twice(33, 10));
  EXPECT_EQ(Said("open || open || open"), Twice(9, 1) + Twice(17, 1));
  EXPECT_EQ(Said("at_least(2, open, late, open)"),
            "r.yaml:1:25: error: the same condition is counted twice; first: "
            "r.yaml:1:13 [R272 counted-twice]\n");
  EXPECT_EQ(Said("open || (late && open)"), "");
  EXPECT_EQ(Said("amount > 3 || amount > 4"), "");
  EXPECT_EQ(Said("amount > 3", "inclusion && inclusion"),
            "ruleset.yaml:1:14: warning: the same condition stands here twice; "
            "first: ruleset.yaml:1:1 [R273 same-condition]\n");
}

TEST(Outcomes, ComparisonsThatOneValueMeetsAreFine) {
  for (const char* fine :
       {"share > 40 && share < 50",
        "share >= 50 && share <= 50",
        "share > 40 && share > 50",
        "share != 3 && share != 4",
        "share > 5 && share < 6",
        "amount > 5 && amount < 7",
        "amount >= 5.2 && amount < 6.1",
        "amount > 0 && amount < 2",
        "share > 50 && amount < 40",
        "share > 50 || share < 40",
        "share > 50 && (late || share < 40)",
        "share < unsourced && share > 50",
        "share > amount && share < amount",
        "area == 'school' || area == 'health' || area == 'job'",
        "area != 'school' && area != 'job'",
        "title != 'a' && title != 'b'",
        "area in ['school', 'job'] && area in ['job', 'health']",
        "has(share) && share > 50",
        "!has(share) || share > 50",
        "title > 'a' && title < 'b'",
        "share * 2 > 50 && share * 3 < 40",
        "size(title) > 5 && size(title) < 7",
        "late && amount < 5"}) {
    EXPECT_EQ(Said(fine), "") << fine;
  }
}

TEST(Outcomes, OfNumbersWithoutAResultAreAnErrorWhereTheyStand) {
  EXPECT_EQ(Said("amount > 9223372036854775807 + 1"),
            "r.yaml:1:10: error: the numbers here have no result, so it is "
            "always unknown [R296 no-result]\n");
  EXPECT_EQ(Said("amount > 3 && share > 1 / (limit - 56)"),
            "r.yaml:1:23: error: the numbers here have no result, so it is "
            "always unknown [R296 no-result]\n");
  EXPECT_EQ(Said("amount > 9223372036854775806 + 1"), "");
}

TEST(Outcomes, OfAScopeThatIncludesNothingOrEverythingAreAnError) {
  for (const char* never :
       {"inclusion && !inclusion", "exclusion && inclusion && !exclusion",
        "!(inclusion || !inclusion)"}) {
    EXPECT_EQ(Said("amount > 3", never),
              "ruleset.yaml:1:1: error: 'scope' can never be true [R297 "
              "constant-outcome]\n")
        << never;
  }
  EXPECT_EQ(Said("amount > 3", "inclusion || !inclusion"),
            "ruleset.yaml:1:1: error: 'scope' can never be false [R297 "
            "constant-outcome]\n");
}

}  // namespace
}  // namespace sigte
