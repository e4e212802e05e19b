// SPDX-License-Identifier: MPL-2.0

// Whole messages for what is wrong with a rule and between rules.
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Case = FaultCase;

class RuleFaults : public testing::TestWithParam<Case> {};

TEST_P(RuleFaults, AreSaidWithTheirPlace) {
  const Case& c = GetParam();
  EXPECT_EQ(IssuesOf(Changed(c.file, c.from, c.to)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Ruleset, RuleFaults,
    testing::Values(
        Case{
            "UnknownKey", "topic.yaml", "  kind: fact",
            "  kind: fact\n"
            "  sevrity: high",
            R"(topic.yaml:16:3: error: unknown key 'sevrity'; known: rule, code, kind, effect, group_by, title, source, holds_when, … (8 more) [R102 unknown-key]
   16 |   sevrity: high
      |   ^~~~~~~
)"},
        Case{
            "RuleCalledAsAKindInTheScope", "topic.yaml", "- rule: own_money",
            "- rule: inclusion",
            R"(topic.yaml:24:9: error: 'inclusion' is already the name of a kind of rule that 'scope' asks for [R126 name-clash]
   24 | - rule: inclusion
      |         ^~~~~~~~~
)"},
        Case{
            "MissingKey", "topic.yaml",
            "  kind: fact\n"
            "  title: {da: Brobygger, en: Mediator}\n",
            "  kind: fact\n",
            R"(topic.yaml:14:3: error: the key 'title' is missing [R104 missing-key]
   14 | - rule: mediator
      |   ^~~~
)"},
        Case{
            "TextForList", "topic.yaml", "unless: [mediator]",
            "unless: mediator",
            R"(topic.yaml:8:11: error: expected a list, found a text [R179 list-of-one]
    8 |   unless: mediator
      |           ^~~~~~~~
      = help: put square brackets around it: [mediator]
)"},
        Case{
            "ListForText", "topic.yaml", "source: \"The terms\"", "source: [a]",
            R"(topic.yaml:5:11: error: expected a text, found a list [R105 wrong-shape]
    5 |   source: [a]
      |           ^
)"},
        Case{
            "MapForCondition", "topic.yaml", "holds_when: share > majority",
            "holds_when: [a]",
            R"(topic.yaml:28:15: error: a list of conditions does not say whether all have to hold [R270 list-of-conditions]
   28 |   holds_when: [a]
      |               ^
      = help: write 'all:' above the list if all have to hold, 'any:' if one will do, 'none:' if none may
)"},
        Case{
            "ConstantAmongConditions", "topic.yaml",
            "holds_when: share > majority",
            "holds_when: {any: [share > majority, true]}",
            R"(topic.yaml:28:40: error: a condition in 'any' is always true [R271 constant-in-list]
   28 |   holds_when: {any: [share > majority, true]}
      |                                        ^~~~
      = help: delete it, or write what has to hold
)"},
        Case{
            "ConstantWithinAtLeast", "topic.yaml",
            "holds_when: share > majority",
            "holds_when: {at_least: {count: 1, of: [true, share > majority]}}",
            R"(topic.yaml:28:42: error: a condition in 'at_least' is always true [R271 constant-in-list]
   28 |   holds_when: {at_least: {count: 1, of: [true, share > majority]}}
      |                                          ^~~~
      = help: delete it, or write what has to hold
)"},
        Case{
            "ConstantAsOnlyCondition", "topic.yaml",
            "holds_when: share > majority", "holds_when: {none: ['false']}",
            R"(topic.yaml:28:23: error: a condition in 'none' is always false [R271 constant-in-list]
   28 |   holds_when: {none: ['false']}
      |                       ^~~~~~~
      = help: delete it, or write what has to hold
)"},
        Case{
            "UnknownKind", "topic.yaml", "kind: fact", "kind: facts",
            R"(topic.yaml:15:9: error: unknown value 'facts'; did you mean 'fact'? [R106 unknown-value]
   15 |   kind: facts
      |         ^~~~~
)"},
        Case{
            "UnknownEffect", "topic.yaml", "effect: question",
            "effect: quesion",
            R"(topic.yaml:36:11: error: unknown value 'quesion'; did you mean 'question'? [R106 unknown-value]
   36 |   effect: quesion
      |           ^~~~~~~
)"},
        Case{
            "MissingEffect", "topic.yaml", "  effect: question\n", "",
            R"(topic.yaml:34:3: error: the key 'effect' is missing [R104 missing-key]
   34 | - rule: twice
      |   ^~~~
)"},
        Case{
            "MissingLanguage", "topic.yaml",
            "title: {da: Tolkning, en: Interpreting}", "title: {da: Tolkning}",
            R"(topic.yaml:4:10: error: the text is missing in: en [R122 missing-language]
    4 |   title: {da: Tolkning}
      |          ^
      = help: write {da: …, en: …}
)"},
        Case{
            "OneTextForBothLanguages", "topic.yaml",
            "title: {da: Tolkning, en: Interpreting}", "title: Tolkning",
            R"(topic.yaml:4:10: error: the text is missing in: da, en [R122 missing-language]
    4 |   title: Tolkning
      |          ^~~~~~~~
      = help: write {da: …, en: …}
)"},
        Case{
            "ThirdLanguage", "topic.yaml",
            "title: {da: Tolkning, en: Interpreting}",
            "title: {da: Tolkning, en: Interpreting, de: Dolmetschen}",
            R"(topic.yaml:4:43: error: unknown key 'de'; known: da, en [R102 unknown-key]
    4 |   title: {da: Tolkning, en: Interpreting, de: Dolmetschen}
      |                                           ^~
)"},
        Case{
            "CommaInAText", "topic.yaml",
            "title: {da: Tolkning, en: Interpreting}",
            "title: {da: Tolkning, tegnsprog, en: Interpreting}",
            R"(topic.yaml:4:25: error: the text ends at the comma after 'Tolkning'; 'tegnsprog' is read as a key without a value [R168 comma-ends-text]
    4 |   title: {da: Tolkning, tegnsprog, en: Interpreting}
      |                         ^~~~~~~~~
      = help: put the whole text in quotes
)"},
        Case{"EmptyText", "topic.yaml",
             "title: {da: Tolkning, en: Interpreting}",
             "title: {da: Tolkning, en: \" \"}",
             R"(topic.yaml:4:29: error: the text is empty [R147 empty-text]
    4 |   title: {da: Tolkning, en: " "}
      |                             ^~~
)"},
        Case{
            "TruthWord", "topic.yaml",
            "title: {da: Tolkning, en: Interpreting}",
            "title: {da: Tolkning, en: No}",
            R"(topic.yaml:4:29: error: YAML may take 'No' for a truth value [R119 truth-word]
    4 |   title: {da: Tolkning, en: No}
      |                             ^~
      = help: write "No" with quotes if it is a text
)"},
        Case{
            "LeadingZero", "topic.yaml", "source: \"The terms\"",
            "source: 0123",
            R"(topic.yaml:5:11: error: the number '0123' begins with 0 and can be read in two ways [R121 leading-zero]
    5 |   source: 0123
      |           ^~~~
      = help: write "0123" with quotes if it is a text; else without the 0
)"},
        Case{
            "NullForText", "topic.yaml", "source: \"The terms\"", "source: ~",
            R"(topic.yaml:5:11: error: expected a text, but nothing stands here [R120 no-value]
    5 |   source: ~
      |           ^
)"},
        Case{
            "NothingForText", "topic.yaml", "source: \"The terms\"", "source:",
            R"(topic.yaml:5:3: error: expected a text, but nothing stands here [R120 no-value]
    5 |   source:
      |   ^~~~~~
)"},
        Case{
            "ForgottenColon", "topic.yaml", "  kind: fact",
            "  kind: fact\n"
            "  nonsense",
            R"(topic.yaml:16:3: error: ': ' is missing behind 'nonsense' [R184 missing-colon]
   16 |   nonsense
      |   ^~~~~~~~
      = help: write 'nonsense: …'
)"},
        Case{
            "BadName", "topic.yaml", "rule: own_money", "rule: Own-Money",
            R"(topic.yaml:24:9: error: 'Own-Money' cannot be a name [R123 bad-name]
   24 | - rule: Own-Money
      |         ^~~~~~~~~
      = help: use small letters a-z, digits and _, a letter first
)"},
        Case{
            "MergeKey", "topic.yaml", "  kind: fact", "  <<: {kind: fact}",
            R"(topic.yaml:15:3: error: the merge key '<<' cannot be used [R112 merge-key]
   15 |   <<: {kind: fact}
      |   ^~
)"},
        Case{"BadCode", "topic.yaml", "code: E5", "code: \"E 5\"",
             R"(topic.yaml:2:9: error: 'E 5' cannot be a code [R155 bad-code]
    2 |   code: "E 5"
      |         ^~~~~
      = help: use letters a-z, digits and - _ .
)"},
        Case{
            "RuleTwice", "topic.yaml", "rule: own_money", "rule: interpreting",
            R"(topic.yaml:24:9: error: the name 'interpreting' is used twice; first: topic.yaml:1:9 [R124 duplicate-name]
   24 | - rule: interpreting
      |         ^~~~~~~~~~~~
)"},
        Case{
            "CodeTwice", "topic.yaml", "- rule: own_money",
            "- rule: own_money\n"
            "  code: E5",
            R"(topic.yaml:25:9: error: the code 'E5' already belongs to 'interpreting': topic.yaml:2:9 [R125 duplicate-code]
   25 |   code: E5
      |         ^~
      = help: a code is used once, even when its rule is gone
)"},
        Case{
            "CodeThatIsARulesName", "topic.yaml", "- rule: own_money",
            "- rule: own_money\n"
            "  code: twice",
            R"(topic.yaml:25:9: error: the code 'twice' already belongs to 'twice': topic.yaml:35:3 [R125 duplicate-code]
   25 |   code: twice
      |         ^~~~~
      = help: a code is used once, even when its rule is gone
)"},
        Case{
            "NameOfAField", "topic.yaml", "rule: own_money", "rule: share",
            R"(topic.yaml:24:9: error: 'share' is already the name of a field of the schema [R126 name-clash]
   24 | - rule: share
      |         ^~~~~
)"},
        Case{
            "NameOfAText", "topic.yaml", "rule: own_money", "rule: description",
            R"(topic.yaml:24:9: error: 'description' is already the name of a text of the manifest (ruleset.yaml:10:3) [R126 name-clash]
   24 | - rule: description
      |         ^~~~~~~~~~~
)"},
        Case{
            "NameOfAParameter", "topic.yaml", "rule: own_money",
            "rule: majority",
            R"(topic.yaml:24:9: error: 'majority' is already the name of a parameter (parameters.yaml:2:16) [R126 name-clash]
   24 | - rule: majority
      |         ^~~~~~~~
)"},
        Case{
            "ReservedName", "topic.yaml", "rule: own_money", "rule: \"true\"",
            R"(topic.yaml:24:9: error: 'true' is already the name of a word of the language of conditions [R126 name-clash]
   24 | - rule: "true"
      |         ^~~~~~
)"},
        // Of a rule that clashes only the clash is told, not who names it.
        Case{
            "ExceptionThatIsATextsName", "ruleset.yaml",
            "  description: [title, content]",
            "  description: [title, content]\n"
            "  mediator: [title]",
            R"(topic.yaml:14:9: error: 'mediator' is already the name of a text of the manifest (ruleset.yaml:11:3) [R126 name-clash]
   14 | - rule: mediator
      |         ^~~~~~~~
)"},
        Case{
            "UnknownException", "topic.yaml", "unless: [mediator]",
            "unless: [mediator, mediators]",
            R"(topic.yaml:8:22: error: unknown rule 'mediators'; did you mean 'mediator'? [R127 unknown-exception]
    8 |   unless: [mediator, mediators]
      |                      ^~~~~~~~~
)"},
        Case{
            "CheckAsException", "topic.yaml", "unless: [mediator]",
            "unless: [mediator, twice]",
            R"(topic.yaml:8:22: error: 'twice' is a check and cannot be an exception [R152 check-as-exception]
    8 |   unless: [mediator, twice]
      |                      ^~~~~
)"},
        Case{
            "UnknownAsker", "topic.yaml", "unless: [mediator]",
            "ask_from: [mediators]",
            R"(topic.yaml:8:14: error: unknown rule 'mediators'; did you mean 'mediator'? [R127 unknown-exception]
    8 |   ask_from: [mediators]
      |              ^~~~~~~~~
)"},
        Case{
            "AskerThatIsNotInTheWay", "topic.yaml", "unless: [mediator]",
            "unless: [mediator]\n  ask_from: [mediator]",
            R"(topic.yaml:9:14: error: 'mediator' cannot ask instead of the rule [R196 asker-not-in-the-way]
    9 |   ask_from: [mediator]
      |              ^~~~~~~~
      = help: name a fact (kind: fact) that stands in the rule's 'holds_when'
)"},
        Case{
            "ExceptionTwice", "topic.yaml", "unless: [mediator]",
            "unless: [mediator, mediator]",
            R"(topic.yaml:8:22: error: 'mediator' stands here twice [R135 given-twice]
    8 |   unless: [mediator, mediator]
      |                      ^~~~~~~~
)"},
        Case{
            "OwnException", "topic.yaml", "unless: [mediator]",
            "unless: [mediator, interpreting]",
            R"(topic.yaml:8:22: error: 'interpreting' cannot be its own exception [R163 own-exception]
    8 |   unless: [mediator, interpreting]
      |                      ^~~~~~~~~~~~
)"},
        Case{
            "CircleOfExceptions", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")",
            "holds_when: title.contains(\"brobygger\")\n"
            "  unless: [interpreting]",
            R"(topic.yaml:1:9: error: the rules rest on one another in a circle: interpreting → mediator → interpreting [R128 rule-circle]
    1 | - rule: interpreting
      |         ^~~~~~~~~~~~
)"},
        Case{
            "CircleThroughConditions", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")",
            "holds_when: own_money || interpreting",
            R"(topic.yaml:1:9: error: the rules rest on one another in a circle: interpreting → mediator → interpreting [R128 rule-circle]
    1 | - rule: interpreting
      |         ^~~~~~~~~~~~
)"},
        Case{
            "RuleThatNamesItself", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")",
            "holds_when: mediator && paid",
            R"(topic.yaml:14:9: error: the rules rest on one another in a circle: mediator → mediator [R128 rule-circle]
   14 | - rule: mediator
      |         ^~~~~~~~
)"},
        Case{
            "UnusedFact", "topic.yaml", "  unless: [mediator]\n", "",
            R"(topic.yaml:13:9: error: no rule uses 'mediator' [R129 unused-fact]
   13 | - rule: mediator
      |         ^~~~~~~~
      = help: delete it, or use it in a condition or under 'unless'
)"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(RuleFiles, RuleTwiceInTwoFiles) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "a.yaml",
                    "- rule: own_money\n"
                    "  kind: inclusion\n"
                    "  title: {da: a, en: a}\n"
                    "  source: s\n"
                    "  holds_when: paid\n"
                    "  message: {da: a, en: a}\n"
                    "  ask: {da: a, en: a}\n"
                    "  examples: [{given: {paid: true}, expect: true}, {given: "
                    "{paid: false}, expect: false}]\n")),
      R"(topic.yaml:24:9: error: the name 'own_money' is used twice; first: a.yaml:1:9 [R124 duplicate-name]
   24 | - rule: own_money
      |         ^~~~~~~~~
)");
}

}  // namespace
}  // namespace sigte
