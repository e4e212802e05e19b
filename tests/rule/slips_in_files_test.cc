// SPDX-License-Identifier: MPL-2.0

// Whole messages for what is written in the wrong file of a ruleset.

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"
#include "tests/rule/slips.h"

namespace sigte {
namespace {

INSTANTIATE_TEST_SUITE_P(
    Files, Slips,
    testing::Values(
        Slip{
            "TermAmongRules", "topic.yaml", "- rule: mediator",
            "- term: tolk\n  title: {da: Tolk, en: Interpreter}\n  source: x\n "
            " words: [tolk]\n  hits: [tolk]\n  misses: [bus]\n- rule: mediator",
            R"(topic.yaml:14:3: error: 'term' begins a term, which belongs in a file in the folder terms/ [R174 misplaced-entry]
   14 | - term: tolk
      |   ^~~~
      = help: move it there
)"},
        Slip{
            "RuleAmongTerms", "terms/words.yaml", "- term: interpreting",
            "- rule: other\n  kind: fact\n  holds_when: has(title)\n- term: "
            "interpreting",
            R"(terms/words.yaml:1:3: error: 'rule' begins a rule, which belongs in a .yaml file in the ruleset's folder [R174 misplaced-entry]
    1 | - rule: other
      |   ^~~~
      = help: move it there
)"},
        Slip{
            "LawAmongRules", "topic.yaml", "- rule: mediator",
            "- law: service_act\n  duty: may\n- rule: mediator",
            R"(topic.yaml:14:3: error: 'law' begins a law, which belongs in laws.yaml under 'laws' [R174 misplaced-entry]
   14 | - law: service_act
      |   ^~~
      = help: move it there
)"},
        Slip{
            "ParameterAmongTerms", "terms/words.yaml", "- term: interpreting",
            "- parameter: limit\n  value: 5\n- term: interpreting",
            R"(terms/words.yaml:1:3: error: 'parameter' begins a parameter, which belongs in parameters.yaml under 'parameters' [R174 misplaced-entry]
    1 | - parameter: limit
      |   ^~~~~~~~~
      = help: move it there
)"},
        Slip{
            "TableAmongParameters", "parameters.yaml", "parameters:\n",
            "parameters:\n  - table: population_2020\n    rows: {101: 5}\n",
            R"(parameters.yaml:2:5: error: 'table' begins a table, which belongs in parameters.yaml under 'tables' [R174 misplaced-entry]
    2 |   - table: population_2020
      |     ^~~~~
      = help: move it there
)"},
        Slip{
            "TermAmongLaws", "laws.yaml", "laws:\n",
            "laws:\n  - term: tolk\n    words: [tolk]\n",
            R"(laws.yaml:6:5: error: 'term' begins a term, which belongs in a file in the folder terms/ [R174 misplaced-entry]
    6 |   - term: tolk
      |     ^~~~
      = help: move it there
)"},
        Slip{
            "RulingAmongRules", "topic.yaml", "- rule: mediator",
            "- ruling: r-1\n  answer: true\n- rule: mediator",
            R"(topic.yaml:14:3: error: 'ruling' begins a ruling, which belongs in the folder rulings beside the data [R174 misplaced-entry]
   14 | - ruling: r-1
      |   ^~~~~~
      = help: move it there
)"},
        Slip{
            "FactAsAKey", "topic.yaml", "- rule: mediator\n  kind: fact",
            "- fact: mediator",
            R"(topic.yaml:14:3: error: 'fact' is a kind of rule and no key [R175 kind-as-key]
   14 | - fact: mediator
      |   ^~~~
      = help: write 'rule: mediator' and 'kind: fact' in a file of rules
)"},
        Slip{
            "FactAsAKeyAmongTerms", "terms/words.yaml", "- term: interpreting",
            "- fact: mediator\n  holds_when: has(title)\n- term: interpreting",
            R"(terms/words.yaml:1:3: error: 'fact' is a kind of rule and no key [R175 kind-as-key]
    1 | - fact: mediator
      |   ^~~~
      = help: write 'rule: mediator' and 'kind: fact' in a file of rules
)"},
        Slip{
            "RulesUnderAKey", "topic.yaml", "- rule: interpreting",
            "rules:\n- rule: interpreting",
            R"(topic.yaml:1:1: error: the file must be the list itself, without 'rules:' above [R177 list-under-key]
    1 | rules:
      | ^~~~~
      = help: delete the line, so that the file begins with '- rule: …'
)"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Slips, TellWhatAnotherFileHolds) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "extra.yaml", "laws: []\n")),
      R"(extra.yaml:1:1: error: 'laws' is a key of laws.yaml and not of this file [R178 key-of-other-file]
    1 | laws: []
      | ^~~~
      = help: move the content to laws.yaml
)");
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "terms/more.yaml", "term: x\n")),
      R"(terms/more.yaml:1:1: error: the file must be a list, but 'term' stands without '- ' before it [R176 missing-dash]
    1 | term: x
      | ^~~~
      = help: write '- term: …' and indent the rest by two blanks
)");
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "laws.yaml", "- rule: x\n")),
      R"(laws.yaml:1:3: error: 'rule' begins a rule, which belongs in a .yaml file in the ruleset's folder [R174 misplaced-entry]
    1 | - rule: x
      |   ^~~~
      = help: move it there
)");
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "parameters.yaml", "endings: [s]\n")),
      R"(parameters.yaml:1:1: error: 'endings' is a key of language.yaml and not of this file [R178 key-of-other-file]
    1 | endings: [s]
      | ^~~~~~~
      = help: move the content to language.yaml
)");
}

}  // namespace
}  // namespace sigte
