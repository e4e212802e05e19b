// SPDX-License-Identifier: MPL-2.0

// Whole messages for slips in writing YAML: indentation, colons, quotes,
// brackets and tags.

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/slips.h"

namespace sigte {
namespace {

INSTANTIATE_TEST_SUITE_P(
    Places, Slips,
    testing::Values(
        Slip{
            "DeeperIndentation", "topic.yaml", "  code: E5\n", "   code: E5\n",
            R"(topic.yaml:2:4: error: 'code' is indented deeper than 'rule' on the line above [R183 deeper-indentation]
    2 |    code: E5
      |    ^~~~
      = help: move the line out under 'rule'; if it is the rest of the text above, put the whole text in quotes
)"},
        Slip{
            "DeeperIndentationBelowAText", "topic.yaml",
            "  kind: exclusion\n  title", "  kind: exclusion\n    title",
            R"(topic.yaml:4:5: error: 'title' is indented deeper than 'kind' on the line above [R183 deeper-indentation]
    4 |     title: {da: Tolkning, en: Interpreting}
      |     ^~~~~
      = help: move the line out under 'kind'; if it is the rest of the text above, put the whole text in quotes
)"},
        Slip{
            "NoBlankAfterColon", "topic.yaml", "  kind: exclusion",
            "  kind:exclusion",
            R"(topic.yaml:3:7: error: a blank is missing behind the colon [R185 no-blank-after-colon]
    3 |   kind:exclusion
      |       ^
      = help: write 'kind: …'
)"},
        Slip{
            "NoColon", "topic.yaml", "  kind: exclusion", "  kind exclusion",
            R"(topic.yaml:3:3: error: ': ' is missing behind 'kind' [R184 missing-colon]
    3 |   kind exclusion
      |   ^~~~
      = help: write 'kind: …'
)"},
        Slip{
            "EqualsForColon", "topic.yaml", "  kind: exclusion",
            "  kind = exclusion",
            R"(topic.yaml:3:3: error: ': ' is missing behind 'kind' [R184 missing-colon]
    3 |   kind = exclusion
      |   ^~~~
      = help: write 'kind: …'
)"},
        Slip{
            "QuoteThatIsClosedLinesBelow", "topic.yaml",
            "source: \"The terms\"\n  holds_when: mentions",
            "source: \"The terms\n  holds_when: mentions",
            R"(topic.yaml:5:11: error: the quotation mark that opens here is closed only at topic.yaml:6:37 [R186 quote-over-lines]
    5 |   source: "The terms
      |           ^
      = help: put the missing quotation mark where the text ends
)"},
        Slip{
            "QuoteMissingWithinBraces", "topic.yaml",
            "{da: \"Er det tolkning?\", en", "{da: \"Er det tolkning?, en",
            R"(topic.yaml:10:37: error: the text ends at the quotation mark before this; expected ',' or '}' [R187 text-after-quote]
   10 |   ask: {da: "Er det tolkning?, en: "Is it interpreting?"}
      |                                     ^
      = help: see whether a quotation mark is missing earlier on the line, or a comma here
)"},
        Slip{
            "CallInBrackets", "topic.yaml",
            "holds_when: mentions(description, \"interpreting\")",
            "holds_when:\n    all: [has(title), mentions(title, \"tolk\")]",
            R"(topic.yaml:7:45: error: a condition with a comma or quotes cannot stand as it is between '[' and ']' [R324 call-in-brackets]
    7 |     all: [has(title), mentions(title, "tolk")]
      |                                             ^
      = help: put the whole condition in single quotes, or on a line of its own after '-'
)"},
        Slip{
            "CallInQuotesWithinBraces", "topic.yaml",
            "{da: \"Er det tolkning?\", en", "{da: \"Er (det?, en",
            R"(topic.yaml:10:29: error: the text ends at the quotation mark before this; expected ',' or '}' [R187 text-after-quote]
   10 |   ask: {da: "Er (det?, en: "Is it interpreting?"}
      |                             ^
      = help: see whether a quotation mark is missing earlier on the line, or a comma here
)"},
        Slip{
            "QuoteOpenToTheEnd", "parameters.yaml",
            "unit: persons\n    source: \"Statistics\"\n    date: 2019-01-01\n "
            "   rows: {147: 103960, 101: 623404}",
            "unit: \"persons\n",
            R"(parameters.yaml:12:11: error: cannot be read as YAML: this quotation mark is not closed [R101 yaml-syntax]
   12 |     unit: "persons
      |           ^
)"},
        Slip{
            "KeyOutsideTheList", "topic.yaml", "- rule: mediator\n  kind: fact",
            "- rule: mediator\nkind: fact",
            R"(topic.yaml:15:1: error: text after the end of the document [R109 text-after-end]
   15 | kind: fact
      | ^~~~~~~~~~
      = help: indent the line if it belongs to what stands above; put '- ' before it if it begins something new on the list
)"},
        Slip{
            "ListBeforeAnOperator", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")",
            "holds_when: [1, 2].exists(x, x == 1)",
            R"(topic.yaml:18:21: error: cannot be read as YAML: all of it ends at the ']' before this; delete it, or put the whole text in single quotes [R101 yaml-syntax]
   18 |   holds_when: [1, 2].exists(x, x == 1)
      |                     ^
)"},
        Slip{
            "CommentWithinACondition", "topic.yaml",
            "title.contains(\"brobygger\")", "title.contains(\" # 1\")",
            R"(topic.yaml:18:32: error: ' #' begins a comment, so the rest of the condition is not read [R188 comment-in-condition]
   18 |   holds_when: title.contains(" # 1")
      |                                ^
      = help: put the whole condition in single quotes
)"},
        Slip{
            "BraceThatIsNotClosed", "topic.yaml",
            "{given: {title: brobygger}, expect: true}",
            "{given: {title: brobygger, expect: true}",
            R"(topic.yaml:22:7: error: cannot be read as YAML: '{' is not closed by '}', or a comma is missing [R101 yaml-syntax]
   22 |     - {given: {title: brobygger, expect: true}
      |       ^
)"},
        Slip{
            "BraceThatIsNotClosedSomeLinesAbove", "topic.yaml",
            "{given: {title: brobygger}, expect: true}",
            "{given: {title: brobygger}, expect: true\n"
            "    - {given: {title: x}, expect: false}",
            R"(topic.yaml:22:7: error: cannot be read as YAML: '{' is not closed by '}', or a comma is missing [R101 yaml-syntax]
   22 |     - {given: {title: brobygger}, expect: true
      |       ^
)"},
        Slip{
            "CommaMissingWithinBraces", "topic.yaml",
            "{given: {title: brobygger}, expect: true}",
            "{given: {title: brobygger} expect: true}",
            R"(topic.yaml:22:34: error: cannot be read as YAML: expected ',' or '}'; put the text in quotes if it contains ': ' or ',' [R101 yaml-syntax]
   22 |     - {given: {title: brobygger} expect: true}
      |                                  ^
)"},
        Slip{
            "ColonWithinBraces", "topic.yaml", "{da: Brobygger, en: Mediator}",
            "{da: Bro: bygger, en: Mediator}",
            R"(topic.yaml:16:18: error: cannot be read as YAML: expected ',' or '}'; put the text in quotes if it contains ': ' or ',' [R101 yaml-syntax]
   16 |   title: {da: Bro: bygger, en: Mediator}
      |                  ^
)"},
        Slip{
            "NoBreakSpaceBehindTheColon", "topic.yaml", "  kind: exclusion",
            "  kind: exclusion",
            R"(topic.yaml:3:8: error: here stands a no-break space, which is no blank to YAML [R192 no-break-space]
    3 |   kind: exclusion
      |        ^
      = help: write an ordinary blank
)"},
        Slip{
            "NoBreakSpaceAsIndentation", "topic.yaml", "  kind: exclusion",
            "  kind: exclusion",
            R"(topic.yaml:3:1: error: here stands a no-break space, which is no blank to YAML [R192 no-break-space]
    3 |   kind: exclusion
      | ^
      = help: write an ordinary blank
)"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Tags, Slips,
    testing::Values(
        Slip{
            "InACondition", "topic.yaml", "title.contains(\"brobygger\")",
            "!has(title)",
            R"(topic.yaml:18:15: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   18 |   holds_when: !has(title)
      |               ^~~~~~~~~~~
      = help: put all of it in quotes: '!has(title)'
)"},
        Slip{
            "BeforeAnd", "topic.yaml", "title.contains(\"brobygger\")",
            "!has(title) && has(content)  # both",
            R"(topic.yaml:18:15: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   18 |   holds_when: !has(title) && has(content)  # both
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put all of it in quotes: '!has(title) && has(content)'
)"},
        Slip{
            "BeforeAParenthesis", "topic.yaml", "title.contains(\"brobygger\")",
            "!(has(title) || has(content))",
            R"(topic.yaml:18:15: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   18 |   holds_when: !(has(title) || has(content))
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put all of it in quotes: '!(has(title) || has(content))'
)"},
        Slip{
            "BeforeACallWithTexts", "topic.yaml",
            "title.contains(\"brobygger\")",
            "!mentions(title, \"interpreting\")",
            R"(topic.yaml:18:15: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   18 |   holds_when: !mentions(title, "interpreting")
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put all of it in quotes: '!mentions(title, "interpreting")'
)"},
        Slip{
            "InAListInBrackets", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")",
            "holds_when:\n    all: [!has(title), has(content)]",
            R"(topic.yaml:19:11: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   19 |     all: [!has(title), has(content)]
      |           ^~~~~~~~~~~
      = help: put all of it in quotes: '!has(title)'
)"},
        Slip{
            "OnTwoLines", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")",
            "holds_when:\n    all:\n      - !has(title)\n      - !paid",
            R"(topic.yaml:20:9: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   20 |       - !has(title)
      |         ^~~~~~~~~~~
      = help: put all of it in quotes: '!has(title)'
topic.yaml:21:9: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   21 |       - !paid
      |         ^~~~~
      = help: put all of it in quotes: '!paid'
)"},
        Slip{
            "OfYaml", "topic.yaml", "code: E5", "code: !!str 5",
            R"(topic.yaml:2:9: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
    2 |   code: !!str 5
      |         ^~~~~~~
      = help: put all of it in quotes: '!!str 5'
)"},
        Slip{
            "InTheScope", "ruleset.yaml", "scope: inclusion && !exclusion",
            "scope: !exclusion",
            R"(ruleset.yaml:11:8: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
   11 | scope: !exclusion
      |        ^~~~~~~~~~
      = help: put all of it in quotes: '!exclusion'
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte
