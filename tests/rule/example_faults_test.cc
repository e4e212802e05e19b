// SPDX-License-Identifier: MPL-2.0

// Whole messages for what is wrong with the examples of a rule.
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Case = FaultCase;

class ExampleFaults : public testing::TestWithParam<Case> {};

TEST_P(ExampleFaults, AreSaidWithTheirPlace) {
  const Case& c = GetParam();
  EXPECT_EQ(IssuesOf(Changed(c.file, c.from, c.to)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Ruleset, ExampleFaults,
    testing::Values(
        Case{
            "NoFiringExample", "topic.yaml",
            "    - {given: {share: 60}, expect: true}\n", "",
            R"(topic.yaml:24:3: error: 'own_money' has no example with 'expect: true' [R130 no-firing-example]
   24 | - rule: own_money
      |   ^~~~
)"},
        Case{
            "NoSilentExample", "topic.yaml",
            "    - {given: {share: 10}, expect: false}\n", "",
            R"(topic.yaml:24:3: error: 'own_money' has no example with 'expect: false' [R131 no-silent-example]
   24 | - rule: own_money
      |   ^~~~
)"},
        Case{
            "NoUnclearExample", "topic.yaml",
            "  holds_when: share > majority\n"
            "  message: {da: Egne midler, en: Own money}\n"
            "  ask: {da: \"Hvor meget?\", en: \"How much?\"}\n"
            "  examples:\n"
            "    - {given: {share: 60}, expect: true}\n",
            "  unclear_when: share > majority\n"
            "  message: {da: Egne midler, en: Own money}\n"
            "  ask: {da: \"Hvor meget?\", en: \"How much?\"}\n"
            "  examples:\n",
            R"(topic.yaml:24:3: error: 'own_money' has no example with 'expect: unknown' [R164 no-unclear-example]
   24 | - rule: own_money
      |   ^~~~
)"},
        Case{
            "NoExamples", "topic.yaml",
            "  examples:\n"
            "    - {given: {share: 60}, expect: true}\n"
            "    - {given: {share: 10}, expect: false}\n",
            "  examples: []\n",
            R"(topic.yaml:24:3: error: 'own_money' has no example with 'expect: true' [R130 no-firing-example]
   24 | - rule: own_money
      |   ^~~~
topic.yaml:24:3: error: 'own_money' has no example with 'expect: false' [R131 no-silent-example]
   24 | - rule: own_money
      |   ^~~~
)"},
        Case{
            "OnlyUnknownExamples", "topic.yaml",
            "    - {given: {share: 60}, expect: true}\n"
            "    - {given: {share: 10}, expect: false}\n",
            "    - {given: {share: 60}, expect: unknown}\n",
            R"(topic.yaml:24:9: error: 'own_money' has no example with 'expect: true' [R130 no-firing-example]
   24 | - rule: own_money
      |         ^~~~~~~~~
topic.yaml:24:9: error: 'own_money' has no example with 'expect: false' [R131 no-silent-example]
   24 | - rule: own_money
      |         ^~~~~~~~~
)"},
        Case{
            "ExampleOfUnknownField", "topic.yaml", "{share: 60}", "{sahre: 60}",
            R"(topic.yaml:32:16: error: unknown field 'sahre'; did you mean 'share'? [R132 unknown-field]
   32 |     - {given: {sahre: 60}, expect: true}
      |                ^~~~~
)"},
        Case{
            "ExampleWithTextForNumber", "topic.yaml", "{share: 60}",
            "{share: sixty}",
            R"(topic.yaml:32:23: error: the field 'share' takes a number, not 'sixty' [R133 wrong-value]
   32 |     - {given: {share: sixty}, expect: true}
      |                       ^~~~~
)"},
        Case{
            "ExampleWithQuotedNumber", "topic.yaml", "{share: 60}",
            "{share: \"60\"}",
            R"(topic.yaml:32:23: error: the field 'share' takes a number, not '60' [R133 wrong-value]
   32 |     - {given: {share: "60"}, expect: true}
      |                       ^~~~
)"},
        Case{
            "ExampleWithThousandsPoint", "topic.yaml", "{share: 60}",
            "{share: -2.000, staff: 1.000}",
            R"(topic.yaml:32:23: error: '-2.000' is the number -2; the point is a decimal point [R182 thousands-point]
   32 |     - {given: {share: -2.000, staff: 1.000}, expect: true}
      |                       ^~~~~~
      = help: write -2000 if thousands are meant, and else -2
topic.yaml:32:38: error: '1.000' is the number 1; the point is a decimal point [R182 thousands-point]
   32 |     - {given: {share: -2.000, staff: 1.000}, expect: true}
      |                                      ^~~~~
      = help: write 1000 if thousands are meant, and else 1
)"},
        Case{
            "ExampleWithFractionForInteger", "topic.yaml", "{share: 60}",
            "{staff: 1.5}",
            R"(topic.yaml:32:23: error: the field 'staff' takes a whole number, not '1.5' [R133 wrong-value]
   32 |     - {given: {staff: 1.5}, expect: true}
      |                       ^~~
)"},
        Case{
            "ExampleWithTextForTruth", "topic.yaml", "{share: 60}",
            "{paid: \"true\"}",
            R"(topic.yaml:32:22: error: the field 'paid' takes true or false, not 'true' [R133 wrong-value]
   32 |     - {given: {paid: "true"}, expect: true}
      |                      ^~~~~~
)"},
        Case{
            "ExampleWithUnknownChoice", "topic.yaml", "area: work",
            "area: wrok",
            R"(topic.yaml:12:35: error: 'wrok' is none of the field's values; did you mean 'work'? [R134 not-a-choice]
   12 |     - {given: {title: Tolk, area: wrok, share: 0.5}, expect: true}
      |                                   ^~~~
)"},
        Case{
            "ExampleWithUnknownChoiceInList", "topic.yaml",
            "groups: [refugees]", "groups: [refugee]",
            R"(topic.yaml:13:38: error: 'refugee' is none of the field's values; did you mean 'refugees'? [R134 not-a-choice]
   13 |     - {given: {title: Café, groups: [refugee], staff: "-"}, expect: false}
      |                                      ^~~~~~~
)"},
        Case{
            "ExampleWithScalarForList", "topic.yaml", "groups: [refugees]",
            "groups: refugees",
            R"(topic.yaml:13:37: error: expected a list, found a text [R179 list-of-one]
   13 |     - {given: {title: Café, groups: refugees, staff: "-"}, expect: false}
      |                                     ^~~~~~~~
      = help: put square brackets around it: [refugees]
)"},
        Case{
            "ExampleWithListForScalar", "topic.yaml", "{share: 60}",
            "{share: [60]}",
            R"(topic.yaml:32:23: error: expected a text, found a list [R105 wrong-shape]
   32 |     - {given: {share: [60]}, expect: true}
      |                       ^
)"},
        Case{
            "ExampleWithTruthWordForText", "topic.yaml", "{title: andet}",
            "{title: no}",
            R"(topic.yaml:23:23: error: YAML may take 'no' for a truth value [R119 truth-word]
   23 |     - {given: {title: no}, expect: false}
      |                       ^~
      = help: write "no" with quotes if it is a text
)"},
        Case{
            "ExampleWithUnknownExpectation", "topic.yaml",
            "{given: {share: 60}, expect: true}",
            "{given: {share: 60}, expect: yes}",
            R"(topic.yaml:32:36: error: unknown value 'yes'; known: true, false, unknown [R106 unknown-value]
   32 |     - {given: {share: 60}, expect: yes}
      |                                    ^~~
)"},
        Case{
            "ExampleWithExpectationInQuotes", "topic.yaml",
            "{given: {share: 60}, expect: true}",
            "{given: {share: 60}, expect: \"true\"}",
            R"(topic.yaml:32:36: error: 'true' in quotes is a text; expected the word without them [R171 word-in-quotes]
   32 |     - {given: {share: 60}, expect: "true"}
      |                                    ^~~~~~
      = help: remove the quotation marks
)"},
        Case{
            "ExampleWithUnknownKey", "topic.yaml",
            "{given: {share: 60}, expect: true}",
            "{given: {share: 60}, expect: true, because: x}",
            R"(topic.yaml:32:42: error: unknown key 'because'; known: given, expect, note [R102 unknown-key]
   32 |     - {given: {share: 60}, expect: true, because: x}
      |                                          ^~~~~~~
)"},
        Case{
            "ExampleOfOneRecordForAGroup", "topic.yaml",
            "{given: [{title: A}], expect: false}",
            "{given: {title: A}, expect: false}",
            R"(topic.yaml:45:15: error: expected a list, found keys with values (key: value) [R105 wrong-shape]
   45 |     - {given: {title: A}, expect: false}
      |               ^
)"},
        Case{
            "ExampleOfAGroupForARecord", "topic.yaml",
            "{given: {share: 60}, expect: true}",
            "{given: [{share: 60}], expect: true}",
            R"(topic.yaml:32:15: error: expected keys with values (key: value), found a list [R105 wrong-shape]
   32 |     - {given: [{share: 60}], expect: true}
      |               ^
)"},
        Case{"ExampleOfNoRecordForAGroup", "topic.yaml",
             "{given: [{title: A}], expect: false}",
             "{given: [], expect: false}",
             R"(topic.yaml:45:15: error: 'given' is empty [R148 empty-list]
   45 |     - {given: [], expect: false}
      |               ^
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
