// SPDX-License-Identifier: MPL-2.0

// Whole messages for what beginners write: one fault, one message, with the
// caret where the hand must go.
#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Slip = FaultCase;

class Slips : public testing::TestWithParam<Slip> {};

TEST_P(Slips, AreToldOnceAndWhereTheyAre) {
  Files files = Changed(GetParam().file, GetParam().from, GetParam().to);
  // A table is only held against a field that it is looked up by.
  for (auto& [name, text] : files) {
    const std::size_t at = text.find("share > majority");
    if (name != "topic.yaml" || at == std::string::npos) continue;
    if (std::string(GetParam().to).find("weights") == std::string::npos) break;
    text.replace(at, 16, "lookup(\"weights\", area) > majority");
  }
  EXPECT_EQ(IssuesOf(files), GetParam().expected);
}

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

INSTANTIATE_TEST_SUITE_P(
    Kinds, Slips,
    testing::Values(
        Slip{
            "UnreadableExpect", "topic.yaml",
            "{title: Café, groups: [refugees], staff: \"-\"}, expect: false",
            "{title: Café, groups: [refugees], staff: \"-\"}, expect: nej",
            R"(topic.yaml:13:70: error: unknown value 'nej'; known: true, false, unknown [R106 unknown-value]
   13 |     - {given: {title: Café, groups: [refugees], staff: "-"}, expect: nej}
      |                                                                      ^~~
)"},
        Slip{
            "FieldOutsideGiven", "topic.yaml",
            "{given: {title: brobygger}, expect: true}",
            "{title: brobygger, expect: true}",
            R"(topic.yaml:22:8: error: 'title' is a field and must stand under 'given' [R190 field-outside-given]
   22 |     - {title: brobygger, expect: true}
      |        ^~~~~
      = help: write {given: {title: …}, expect: …}
)"},
        Slip{
            "MisspeltKeyOfATerm", "terms/words.yaml", "words:", "word:",
            R"(terms/words.yaml:4:3: error: unknown key 'word'; did you mean 'words'? [R102 unknown-key]
    4 |   word: [tolk, tolkning]
      |   ^~~~
)"},
        Slip{
            "DateOfALaw", "laws.yaml", "from: 2006-01-01", "from: 2006-02-30",
            R"(laws.yaml:11:11: error: '2006-02-30' is not a date [R142 bad-date]
   11 |     from: 2006-02-30
      |           ^~~~~~~~~~
      = help: write year, month and day: 2019-12-31
)"},
        Slip{
            "PlaceThatIsNotClosed", "topic.yaml", "en: Stands twice",
            "en: \"{title stands twice\"",
            R"(topic.yaml:41:37: error: '{' in the text is not closed by '}' [R191 place-not-closed]
   41 |   message: {da: Står to gange, en: "{title stands twice"}
      |                                     ^
      = help: write {field}, or delete '{'
)"},
        Slip{
            "MisspeltKind", "topic.yaml", "kind: inclusion", "kind: inklusion",
            R"(topic.yaml:25:9: error: unknown value 'inklusion'; did you mean 'inclusion'? [R106 unknown-value]
   25 |   kind: inklusion
      |         ^~~~~~~~~
)"},
        Slip{
            "MisspeltKey", "topic.yaml", "kind: inclusion", "Kind: inclusion",
            R"(topic.yaml:25:3: error: unknown key 'Kind'; did you mean 'kind'? [R102 unknown-key]
   25 |   Kind: inclusion
      |   ^~~~
)"},
        Slip{
            "TextForAList", "topic.yaml", "unless: [mediator]",
            "unless: mediator",
            R"(topic.yaml:8:11: error: expected a list, found a text [R179 list-of-one]
    8 |   unless: mediator
      |           ^~~~~~~~
      = help: put square brackets around it: [mediator]
)"},
        Slip{
            "CodeForAName", "topic.yaml",
            "holds_when: title.contains(\"brobygger\")", "holds_when: E5",
            R"(topic.yaml:18:15: error: 'E5' is a code; expected the rule's name [R181 code-not-name]
   18 |   holds_when: E5
      |               ^~
      = help: write 'interpreting'
)"},
        Slip{
            "CodeAsAnException", "topic.yaml", "- rule: mediator\n  kind: fact",
            "- rule: mediator\n  unless: [E5]\n  kind: fact",
            R"(topic.yaml:15:12: error: 'E5' is a code; expected the rule's name [R181 code-not-name]
   15 |   unless: [E5]
      |            ^~
      = help: write 'interpreting'
)"},
        Slip{
            "CodeOfAMessage", "topic.yaml", "code: E5", "code: R101",
            R"(topic.yaml:2:9: error: the code 'R101' has the form of the program's own codes [R173 code-of-a-message]
    2 |   code: R101
      |         ^~~~
      = help: choose another form, such as 'R-101'
)"},
        Slip{
            "CodeOfNoMessageYet", "topic.yaml", "code: E5", "code: S999",
            R"(topic.yaml:2:9: error: the code 'S999' has the form of the program's own codes [R173 code-of-a-message]
    2 |   code: S999
      |         ^~~~
      = help: choose another form, such as 'S-999'
)"},
        Slip{
            "FoldingTwice", "language.yaml", "å: aa}", "å: aa, Å: a}",
            R"(language.yaml:1:32: error: 'Å' and 'å' are the same letter; only one of the foldings can apply [R322 folding-twice]
    1 | folding: {æ: ae, ø: oe, å: aa, Å: a}
      |                                ^
      = help: delete one of them; capital and small letters fold alike
)"},
        Slip{
            "RowOfNoChoice", "parameters.yaml",
            "rows: {147: 103960, 101: 623404}",
            "rows: {147: 103960, 101: 623404}\n  - table: weights\n    title: "
            "{da: Vægt, en: Weights}\n    unit: points\n    source: x\n    "
            "date: 2019-01-01\n    rows: {work: 1, shool: 2}",
            R"(parameters.yaml:21:21: error: 'shool' is none of the values of the field 'area' that the table is looked up by; did you mean 'school'? [R180 row-of-no-choice]
   21 |     rows: {work: 1, shool: 2}
      |                     ^~~~~
      = help: correct the key, or delete the row
)"},
        Slip{
            "ThousandsInAParameter", "parameters.yaml", "value: 56",
            "value: 1.000",
            R"(parameters.yaml:4:12: error: '1.000' is the number 1; the point is a decimal point [R182 thousands-point]
    4 |     value: 1.000
      |            ^~~~~
      = help: write 1000 if thousands are meant, and else 1
)"},
        Slip{
            "ThousandsInARow", "parameters.yaml", "147: 103960", "147: 103.960",
            R"(parameters.yaml:15:17: error: '103.960' is the number 103.96; the point is a decimal point [R182 thousands-point]
   15 |     rows: {147: 103.960, 101: 623404}
      |                 ^~~~~~~
      = help: write 103960 if thousands are meant, and else 103.96
)"}),
    [](const auto& test) { return std::string(test.param.name); });

struct Condition {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const Condition& c, std::ostream* out) { *out << c.text; }
};

class ConditionSlips : public testing::TestWithParam<Condition> {};

TEST_P(ConditionSlips, AreToldOnceAndWhereTheyAre) {
  EXPECT_EQ(StrictWords(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, ConditionSlips,
    testing::Values(
        Condition{
            "ChoiceWithoutQuotes", "area == school",
            R"(c.cel:1:9: error: 'school' is one of the field's values and must stand in quotes [R261 choice-without-quotes]
    1 | area == school
      |         ^~~~~~
      = help: write "school"
)"},
        Condition{
            "ChoiceWithoutQuotesOnTheLeft", "school != area",
            R"(c.cel:1:1: error: 'school' is one of the field's values and must stand in quotes [R261 choice-without-quotes]
    1 | school != area
      | ^~~~~~
      = help: write "school"
)"},
        Condition{
            "ChoiceWithoutQuotesInAList", "area in [school, \"work\"]",
            R"(c.cel:1:10: error: 'school' is one of the field's values and must stand in quotes [R261 choice-without-quotes]
    1 | area in [school, "work"]
      |          ^~~~~~
      = help: write "school"
)"},
        Condition{
            "ThousandsPoint", "amount > 1.000",
            R"(c.cel:1:10: error: '1.000' is the number 1; the point is a decimal point [R262 thousands-point]
    1 | amount > 1.000
      |          ^~~~~
      = help: write 1000 if thousands are meant
)"},
        Condition{
            "ThousandsPointOnTheLeft", "12.500 <= amount",
            R"(c.cel:1:1: error: '12.500' is the number 12.5; the point is a decimal point [R262 thousands-point]
    1 | 12.500 <= amount
      | ^~~~~~
      = help: write 12500 if thousands are meant
)"},
        Condition{
            "DecimalComma", "share > 1,5",
            R"(c.cel:1:9: error: decimals are written with a point [R263 decimal-comma]
    1 | share > 1,5
      |         ^~~
      = help: write 1.5
)"},
        Condition{
            "WordForEquals", "area is \"work\"",
            R"(c.cel:1:6: error: use '==' in place of 'is' [R203 word-operator]
    1 | area is "work"
      |      ^~
)"},
        Condition{
            "ParameterBeyondTheConditions",
            "at_least(majority, paid, has(title))",
            R"(c.cel:1:10: error: the parameter 'majority' is 56 (parameters.yaml:2:16); expected a whole number from 1 to 2, the number of conditions [R260 parameter-not-a-count]
    1 | at_least(majority, paid, has(title))
      |          ^~~~~~~~
      = help: correct the parameter, or write the number here
)"},
        Condition{
            "NumberBeyondTheConditions", "at_least(3, paid, has(title))",
            R"(c.cel:1:10: error: expected a whole number from 1 to 2, the number of conditions [R259 not-a-count]
    1 | at_least(3, paid, has(title))
      |          ^
)"},
        Condition{
            "MisspeltLaw", "cites(content, \"servicelov § 18\")",
            R"(c.cel:1:16: error: 'servicelov § 18' is no law or provision of laws.yaml; did you mean 'serviceloven § 18'? [R240 unknown-law]
    1 | cites(content, "servicelov § 18")
      |                ^~~~~~~~~~~~~~~~~
)"},
        Condition{
            "UnknownLaw", "cites(content, \"xyz § 18\")",
            R"(c.cel:1:16: error: 'xyz § 18' is no law or provision of laws.yaml; known: service_act [R240 unknown-law]
    1 | cites(content, "xyz § 18")
      |                ^~~~~~~~~~
)"},
        Condition{
            "UnreadableProvision", "cites(content, \"serviceloven stk\")",
            R"(c.cel:1:16: error: 'stk' behind 'serviceloven' is no provision that can be read [R264 unreadable-provision]
    1 | cites(content, "serviceloven stk")
      |                ^~~~~~~~~~~~~~~~~~
      = help: write it with the marks and numbers of laws, as in laws.yaml
)"},
        Condition{
            "CodeForAName", "E5 && paid",
            R"(c.cel:1:1: error: 'E5' is a code; expected the rule's name [R181 code-not-name]
    1 | E5 && paid
      | ^~
      = help: write 'interpreting'
)"},
        Condition{
            "OperatorTurned", "amount => 3",
            R"(c.cel:1:8: error: '=>' is no comparison; its signs are swapped [R265 operator-turned]
    1 | amount => 3
      |        ^~
      = help: write '>=' or '<='
)"},
        Condition{
            "ChainedComparison", "1 < amount < 5",
            R"(c.cel:1:12: error: a comparison cannot be compared again [R266 chained-comparison]
    1 | 1 < amount < 5
      |            ^
      = help: write two with '&&' between them: 1 < x && x < 5
)"},
        Condition{
            "TruthInCapitals", "paid == True",
            R"(c.cel:1:9: error: unknown name 'True'; did you mean 'true'? [R230 unknown-name]
    1 | paid == True
      |         ^~~~
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

TEST(Slips, ThatAreNoneAreLetBe) {
  // A number with three decimals is one where numbers have decimals.
  EXPECT_EQ(StrictWords("share > 1.000"), "bool");
  EXPECT_EQ(StrictWords("amount > 1.5"), "bool");
  EXPECT_EQ(StrictWords("amount > 0.500"), "bool");
  EXPECT_EQ(IssuesOf(Changed("parameters.yaml", "value: 56", "value: 1.028")),
            "");
  // Codes of letters that no message begins with, or of another length.
  for (const char* code :
       {"code: E101", "code: K1", "code: R1", "code: R-101", "code: R1011"}) {
    EXPECT_EQ(IssuesOf(Changed("topic.yaml", "code: E5", code)), "") << code;
  }
  EXPECT_EQ(IssuesOf(Changed("language.yaml", "å: aa", "Å: aa")), "");
  // A '!' or ' #' in quotes, and a comment behind a whole condition.
  for (const char* condition :
       {"'!has(title)'", "\"!has(title) && paid\"", "paid # always",
        "'title.contains(\" # \")'", "title.contains(\"!a\")"}) {
    EXPECT_EQ(IssuesOf(Changed("topic.yaml", "title.contains(\"brobygger\")",
                               condition)),
              "")
        << condition;
  }
}

}  // namespace
}  // namespace sigte
