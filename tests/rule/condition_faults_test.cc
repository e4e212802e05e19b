// SPDX-License-Identifier: MPL-2.0

// Whole messages for conditions that do not fit their rule.
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Case = FaultCase;

class ConditionFaults : public testing::TestWithParam<Case> {};

TEST_P(ConditionFaults, AreSaidWithTheirPlace) {
  const Case& c = GetParam();
  EXPECT_EQ(IssuesOf(Changed(c.file, c.from, c.to)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Ruleset, ConditionFaults,
    testing::Values(
        Case{
            "ConditionForAList", "topic.yaml", "holds_when: share > majority",
            "holds_when: {any: 'mentions(description, \"interpreting\")'}",
            R"(topic.yaml:28:21: error: expected a list, found a text [R179 list-of-one]
   28 |   holds_when: {any: 'mentions(description, "interpreting")'}
      |                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put square brackets around it: ['mentions(description, "interpreting")']
)"},
        Case{
            "BareConditionForAList", "topic.yaml",
            "holds_when: share > majority",
            "holds_when: {all: share > majority}",
            R"(topic.yaml:28:21: error: expected a list, found a text [R179 list-of-one]
   28 |   holds_when: {all: share > majority}
      |                     ^~~~~~~~~~~~~~~~
      = help: put square brackets around it: [share > majority]
)"},
        Case{
            "BareConditionWithACommaForAList", "topic.yaml",
            "holds_when: share > majority",
            "holds_when:\n    none: mentions(title, 'interpreting')",
            R"(topic.yaml:29:11: error: expected a list, found a text [R179 list-of-one]
   29 |     none: mentions(title, 'interpreting')
      |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put square brackets around it: ['mentions(title, ''interpreting'')']
)"},
        Case{
            "ConditionOverLinesForAList", "topic.yaml",
            "holds_when: share > majority",
            "holds_when:\n    at_least:\n      count: 1\n      of: |\n"
            "        share > 3 &&\n        paid",
            R"(topic.yaml:31:11: error: expected a list, found a text [R179 list-of-one]
   31 |       of: |
      |           ^
      = help: put square brackets around it: ['share > 3 && paid']
)"},
        Case{
            "GroupByUnknownField", "topic.yaml",
            "group_by: [municipality, title]", "group_by: [municipalty, title]",
            R"(topic.yaml:37:14: error: unknown field 'municipalty'; did you mean 'municipality'? [R132 unknown-field]
   37 |   group_by: [municipalty, title]
      |              ^~~~~~~~~~~
)"},
        Case{
            "GroupByList", "topic.yaml", "group_by: [municipality, title]",
            "group_by: [groups, title]",
            R"(topic.yaml:37:14: error: the field 'groups' is a list and cannot make groups [R154 group-by-list]
   37 |   group_by: [groups, title]
      |              ^~~~~~
)"},
        Case{"GroupByNothing", "topic.yaml",
             "group_by: [municipality, title]\n", "group_by: []\n",
             R"(topic.yaml:37:13: error: 'group_by' is empty [R148 empty-list]
   37 |   group_by: []
      |             ^
topic.yaml:40:15: error: 'group_count' can only be used in a check with 'group_by' [R244 not-over-a-group]
   40 |   fails_when: group_count() > 1
      |               ^~~~~~~~~~~
)"},
        Case{
            "GroupFunctionInARecordsRule", "topic.yaml",
            "fails_when: group_count() > 1",
            "fails_when: group_count() > group_max()",
            R"(topic.yaml:40:31: error: unknown function 'group_max'; did you mean 'group_sum'? [R231 unknown-function]
   40 |   fails_when: group_count() > group_max()
      |                               ^~~~~~~~~
)"},
        Case{
            "GroupFunctionOutsideAGroup", "topic.yaml",
            "holds_when: share > majority", "holds_when: group_count() > 1",
            R"(topic.yaml:28:15: error: 'group_count' can only be used in a check with 'group_by' [R244 not-over-a-group]
   28 |   holds_when: group_count() > 1
      |               ^~~~~~~~~~~
)"},
        Case{
            "EffectOfAFact", "topic.yaml", "  kind: fact",
            "  kind: fact\n"
            "  effect: note",
            R"(topic.yaml:16:3: error: 'effect' cannot stand in a rule of 'kind: fact' [R149 key-not-for-kind]
   16 |   effect: note
      |   ^~~~~~
)"},
        Case{
            "FailsWhenOfAFact", "topic.yaml", "  kind: fact",
            "  kind: fact\n"
            "  fails_when: paid",
            R"(topic.yaml:16:3: error: 'fails_when' cannot stand in a rule of 'kind: fact' [R149 key-not-for-kind]
   16 |   fails_when: paid
      |   ^~~~~~~~~~
)"},
        Case{
            "HoldsWhenOfACheck", "topic.yaml", "  effect: question",
            "  effect: question\n"
            "  holds_when: paid",
            R"(topic.yaml:37:3: error: 'holds_when' cannot stand in a rule of 'kind: check' [R149 key-not-for-kind]
   37 |   holds_when: paid
      |   ^~~~~~~~~~
)"},
        Case{
            "NoCondition", "topic.yaml", "  holds_when: share > majority\n", "",
            R"(topic.yaml:24:3: error: the rule has neither 'holds_when' nor 'unclear_when' [R150 no-condition]
   24 | - rule: own_money
      |   ^~~~
)"},
        Case{
            "ConstantCondition", "topic.yaml", "holds_when: share > majority",
            "holds_when: true",
            R"(topic.yaml:28:15: error: 'holds_when' is always true [R136 constant-condition]
   28 |   holds_when: true
      |               ^~~~
)"},
        Case{
            "TextAsCondition", "topic.yaml", "holds_when: share > majority",
            "holds_when: title",
            R"(topic.yaml:28:15: error: the condition is neither true nor false but another kind of value [R247 no-condition-value]
   28 |   holds_when: title
      |               ^~~~~
)"},
        Case{
            "ParseFault", "topic.yaml", "holds_when: share > majority",
            "holds_when: share = 5",
            R"(topic.yaml:28:21: error: '=' is no comparison; use '==' [R202 single-equals]
   28 |   holds_when: share = 5
      |                     ^
)"},
        Case{
            "UnknownNameInAList", "topic.yaml", "holds_when: share > majority",
            "holds_when:\n"
            "    any:\n"
            "      - paid\n"
            "      - none: [has(title), \"shar > 5\"]",
            R"(topic.yaml:31:29: error: unknown name 'shar'; did you mean 'share'? [R230 unknown-name]
   31 |       - none: [has(title), "shar > 5"]
      |                             ^~~~
)"},
        Case{
            "TwoConnectives", "topic.yaml", "holds_when: share > majority",
            "holds_when: {all: [paid], any: [paid]}",
            R"(topic.yaml:28:15: error: expected exactly one of 'all', 'any', 'none' and 'at_least' [R151 one-connective]
   28 |   holds_when: {all: [paid], any: [paid]}
      |               ^
      = help: join several in a list under 'all' or 'any'
)"},
        Case{
            "UnknownConnective", "topic.yaml", "holds_when: share > majority",
            "holds_when: {al: [paid]}",
            R"(topic.yaml:28:16: error: unknown key 'al'; did you mean 'all'? [R102 unknown-key]
   28 |   holds_when: {al: [paid]}
      |                ^~
)"},
        Case{
            "CountBeyondTheConditions", "topic.yaml",
            "holds_when: share > majority",
            "holds_when: {at_least: {count: 3, of: [paid, has(title)]}}",
            R"(topic.yaml:28:34: error: expected a whole number from 1 to 2, the number of conditions [R259 not-a-count]
   28 |   holds_when: {at_least: {count: 3, of: [paid, has(title)]}}
      |                                  ^
)"},
        Case{
            "CountByAFieldThatIsNone", "topic.yaml",
            "holds_when: share > majority",
            "holds_when: {at_least: {count: title, of: [paid]}}",
            R"(topic.yaml:28:34: error: expected a whole number from 1 to 1, the number of conditions [R259 not-a-count]
   28 |   holds_when: {at_least: {count: title, of: [paid]}}
      |                                  ^~~~~
)"},
        Case{"NothingToCount", "topic.yaml", "holds_when: share > majority",
             "holds_when: {at_least: {count: 1, of: []}}",
             R"(topic.yaml:28:16: error: 'at_least' is empty [R148 empty-list]
   28 |   holds_when: {at_least: {count: 1, of: []}}
      |                ^~~~~~~~
)"},
        Case{
            "NoCount", "topic.yaml", "holds_when: share > majority",
            "holds_when: {at_least: {of: [paid]}}",
            R"(topic.yaml:28:26: error: the key 'count' is missing [R104 missing-key]
   28 |   holds_when: {at_least: {of: [paid]}}
      |                          ^
)"},
        Case{
            "CountInAList", "topic.yaml", "holds_when: share > majority",
            "holds_when: {at_least: {count: [1], of: [paid]}}",
            R"(topic.yaml:28:34: error: expected a whole number from 1 to 1, the number of conditions [R259 not-a-count]
   28 |   holds_when: {at_least: {count: [1], of: [paid]}}
      |                                  ^
)"},
        Case{
            "AtLeastAsAList", "topic.yaml", "holds_when: share > majority",
            "holds_when: {at_least: [2, paid]}",
            R"(topic.yaml:28:26: error: expected keys with values (key: value), found a list [R105 wrong-shape]
   28 |   holds_when: {at_least: [2, paid]}
      |                          ^
)"},
        Case{
            "ConditionThatIsNoneAmongSeveral", "topic.yaml",
            "holds_when: share > majority",
            "holds_when: {at_least: {count: 1, of: [paid, title]}}",
            R"(topic.yaml:28:48: error: expected a truth value, found a text [R237 wrong-argument]
   28 |   holds_when: {at_least: {count: 1, of: [paid, title]}}
      |                                                ^~~~~
)"},
        Case{
            "CountThatIsASum", "topic.yaml", "holds_when: share > majority",
            "holds_when: {at_least: {count: 1 + 2, of: [paid, share > 2]}}",
            R"(topic.yaml:28:34: error: expected a whole number from 1 to 2, the number of conditions [R259 not-a-count]
   28 |   holds_when: {at_least: {count: 1 + 2, of: [paid, share > 2]}}
      |                                  ^~~~~
)"},
        Case{
            "CountThatIsADate", "topic.yaml", "holds_when: share > majority",
            "holds_when: {at_least: {count: 2026-13-45, of: [paid]}}",
            R"(topic.yaml:28:34: error: expected a whole number from 1 to 1, the number of conditions [R259 not-a-count]
   28 |   holds_when: {at_least: {count: 2026-13-45, of: [paid]}}
      |                                  ^~~~~~~~~~
)"},
        Case{"EmptyConnective", "topic.yaml", "holds_when: share > majority",
             "holds_when: {all: []}",
             R"(topic.yaml:28:16: error: 'all' is empty [R148 empty-list]
   28 |   holds_when: {all: []}
      |                ^~~
)"},
        Case{
            "NothingAsCondition", "topic.yaml", "holds_when: share > majority",
            "holds_when:",
            R"(topic.yaml:28:3: error: expected a condition, but nothing stands here [R120 no-value]
   28 |   holds_when:
      |   ^~~~~~~~~~
)"}),
    [](const auto& test) { return std::string(test.param.name); });

// Where a language has no word that denies, nothing is denied, whatever stands
// in the texts.
TEST(Triggers, AreNeededWhereAConditionAsksForThem) {
  Files files =
      Changed("topic.yaml", "holds_when: share > majority",
              "holds_when: 'share > majority && !negates(title, "
              "\"interpreting\") && supplements(title, \"interpreting\")'");
  const std::string none =
      R"(topic.yaml:28:37: error: 'negates' finds nothing: the language has no words under 'negating' [R269 no-triggers]
   28 |   holds_when: 'share > majority && !negates(title, "interpreting") && supplements(title, "interpreti…
      |                                     ^~~~~~~
      = help: write the words in language.yaml under triggers, 'negating'
topic.yaml:28:71: error: 'supplements' finds nothing: the language has no words under 'supplementing' [R269 no-triggers]
   28 | … > majority && !negates(title, "interpreting") && supplements(title, "interpreting")'
      |                                                    ^~~~~~~~~~~
      = help: write the words in language.yaml under triggers, 'supplementing'
)";
  EXPECT_EQ(IssuesOf(files), "");
  std::string& language = files[2].second;
  const std::string whole = language;
  language.resize(language.find("triggers:"));
  EXPECT_EQ(IssuesOf(files), none);
  // What cannot be read is told of alone.
  language = whole;
  language.replace(language.find("negating:"), 9, "negatnig:");
  language.replace(language.find("supplementing:"), 14, "supplemetning:");
  EXPECT_EQ(IssuesOf(files).find("R269"), std::string::npos);
  files.erase(files.begin() + 2);
  EXPECT_EQ(IssuesOf(files), none);
}

}  // namespace
}  // namespace sigte
