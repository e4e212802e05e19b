// SPDX-License-Identifier: MPL-2.0

// Whole messages for slips in keys, names, numbers and other values.

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/slips.h"

namespace sigte {
namespace {

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

}  // namespace
}  // namespace sigte
