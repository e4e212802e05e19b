// SPDX-License-Identifier: MPL-2.0

// Whole messages for language, terms, laws and parameters.
#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Case = FaultCase;

class TextFaults : public testing::TestWithParam<Case> {};

TEST_P(TextFaults, AreSaidWithTheirPlace) {
  const Case& c = GetParam();
  EXPECT_EQ(IssuesOf(Changed(c.file, c.from, c.to)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Ruleset, TextFaults,
    testing::Values(
        Case{
            "UnknownLanguageKey", "language.yaml", "breaks:", "braeks:",
            R"(language.yaml:3:1: error: unknown key 'braeks'; did you mean 'breaks'? [R102 unknown-key]
    3 | braeks: [men]
      | ^~~~~~
)"},
        Case{"ReachOfZero", "language.yaml", "reach: 6", "reach: 0",
             "language.yaml:8:34: error: '0' is not a whole number from 1 to "
             "1,000 [R162 bad-reach]\n"
             "    8 |     before: [{text: uden, reach: 0}]\n"
             "      |                                  ^\n"},
        Case{
            "ReachThatIsText", "language.yaml", "reach: 6", "reach: six",
            R"(language.yaml:8:34: error: 'six' is not a number [R143 bad-number]
    8 |     before: [{text: uden, reach: six}]
      |                                  ^~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "TriggerThatStandsTwice", "language.yaml", "{text: uden, reach: 6}",
            "{text: uden, reach: 6}, {text: uden, reach: 2}",
            R"(language.yaml:8:45: error: the pattern 'uden' stands twice under 'before' [R302 pattern-twice]
    8 |     before: [{text: uden, reach: 6}, {text: uden, reach: 2}]
      |                                             ^~~~
      = help: delete one of them; letter case and hyphens make no difference
)"},
        Case{
            "TriggerWithoutText", "language.yaml", "{text: uden, reach: 6}",
            "{reach: 6}",
            R"(language.yaml:8:14: error: the key 'text' is missing [R104 missing-key]
    8 |     before: [{reach: 6}]
      |              ^
)"},
        Case{
            "UnquotedEnding", "language.yaml", "[s, en]", "[s, n]",
            R"(language.yaml:2:14: error: YAML may take 'n' for a truth value [R119 truth-word]
    2 | endings: [s, n]
      |              ^
      = help: write "n" with quotes if it is a text
)"},
        Case{
            "UnknownTermKey", "terms/words.yaml", "words:", "word:",
            R"(terms/words.yaml:4:3: error: unknown key 'word'; did you mean 'words'? [R102 unknown-key]
    4 |   word: [tolk, tolkning]
      |   ^~~~
)"},
        Case{
            "TermWithoutHits", "terms/words.yaml",
            "  hits: [Udgifter til tolk]\n", "",
            R"(terms/words.yaml:1:3: error: the key 'hits' is missing [R104 missing-key]
    1 | - term: interpreting
      |   ^~~~
)"},
        Case{"TermWithNoHits", "terms/words.yaml", "hits: [Udgifter til tolk]",
             "hits: []",
             R"(terms/words.yaml:5:9: error: 'hits' is empty [R148 empty-list]
    5 |   hits: []
      |         ^
)"},
        Case{
            "UnknownIncludedTerm", "terms/words.yaml",
            "words: [tolk, tolkning]",
            "words: [tolk, tolkning]\n"
            "  includes: [interpretin]",
            R"(terms/words.yaml:5:14: error: unknown term 'interpretin'; did you mean 'interpreting'? [R304 unknown-include]
    5 |   includes: [interpretin]
      |              ^~~~~~~~~~~
)"},
        Case{
            "PatternTwiceInABlock", "terms/words.yaml",
            "words: [tolk, tolkning]",
            "words: |\n    tolk, tolkning,\n    døv,  tolk\n    tegn",
            R"(terms/words.yaml:6:11: error: the pattern 'tolk' stands twice under 'words' [R302 pattern-twice]
    6 |     døv,  tolk
      |           ^~~~
      = help: delete one of them; letter case and hyphens make no difference
)"},
        Case{
            "TruthWordForPatterns", "terms/words.yaml",
            "words: [tolk, tolkning]", "words: no",
            R"(terms/words.yaml:4:10: error: YAML may take 'no' for a truth value [R119 truth-word]
    4 |   words: no
      |          ^~
      = help: write "no" with quotes if it is a text
)"},
        Case{
            "TermWithoutPatternsBesideAFaultyOne", "terms/words.yaml",
            "- term: interpreting\n",
            "- term: nothing\n"
            "  title: {da: Intet, en: Nothing}\n"
            "  source: \"The terms\"\n"
            "  hits: [Intet]\n"
            "  misses: [Café]\n"
            "- term: interpreting\n"
            "  wrods: [tolk]\n",
            R"(terms/words.yaml:1:9: error: the term 'nothing' has no patterns and includes no other term [R319 term-without-patterns]
    1 | - term: nothing
      |         ^~~~~~~
terms/words.yaml:7:3: error: unknown key 'wrods'; did you mean 'words'? [R102 unknown-key]
    7 |   wrods: [tolk]
      |   ^~~~~
)"},
        Case{
            "CommentInABlock", "terms/words.yaml", "words: [tolk, tolkning]",
            "words: |\n    tolk,\n    # tolkning",
            R"(terms/words.yaml:6:5: error: '#' is part of the text here, and no comment [R194 comment-among-patterns]
    6 |     # tolkning
      |     ^
      = help: write comments on a line above the key
)"},
        Case{
            "CommentBehindAPattern", "terms/words.yaml",
            "words: [tolk, tolkning]", "phrases: |\n    tolk  # and more",
            R"(terms/words.yaml:5:11: error: '#' is part of the text here, and no comment [R194 comment-among-patterns]
    5 |     tolk  # and more
      |           ^
      = help: write comments on a line above the key
)"},
        Case{
            "GapWithoutBlanks", "terms/words.yaml", "words: [tolk, tolkning]",
            "phrases: tolk..møde",
            R"(terms/words.yaml:4:12: error: '..' in 'tolk..møde' must stand between two words, with blanks around it [R313 gap-at-end]
    4 |   phrases: tolk..møde
      |            ^~~~~~~~~~
)"},
        Case{
            "GapOfThreeDots", "terms/words.yaml", "words: [tolk, tolkning]",
            "phrases: tolk ... møde",
            R"(terms/words.yaml:4:12: error: '..' in 'tolk ... møde' must stand between two words, with blanks around it [R313 gap-at-end]
    4 |   phrases: tolk ... møde
      |            ^~~~~~~~~~~~~
)"},
        Case{
            "CommaInATrigger", "language.yaml", "{text: uden, reach: 6}",
            "{text: 'uden, ingen', reach: 6}",
            R"(language.yaml:8:21: error: 'uden, ingen' has a comma; a pattern does not reach over commas [R323 comma-in-pattern]
    8 |     before: [{text: 'uden, ingen', reach: 6}]
      |                     ^~~~~~~~~~~~~
      = help: write each pattern by itself
)"},
        Case{
            "NumberOfAChapterBeforeItsSection", "laws.yaml", "section: \"18\"",
            "section: \"9-1\"",
            R"(laws.yaml:13:19: error: '9-1' is no provision; expected for example '18', '79 a', '31 b-f' or, in the language's own words, '79 stk. 2' and 'kap. 6' [R404 unreadable-section]
   13 |       - {section: "9-1", duty: may, title: {da: Frivillige, en: Volunteers}, source: "§ 18"}
      |                   ^~~~~
)"},
        Case{
            "ListOfSeveralWithoutBrackets", "terms/words.yaml",
            "hits: [Udgifter til tolk]", "hits: Udgifter til tolk, En tolk",
            R"(terms/words.yaml:5:9: error: expected a list, found a text [R179 list-of-one]
    5 |   hits: Udgifter til tolk, En tolk
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put square brackets around it: ['Udgifter til tolk', 'En tolk']
)"},
        Case{
            "CommaAfterComma", "terms/words.yaml", "words: [tolk, tolkning]",
            "words: |\n    tolk, , tolkning",
            R"(terms/words.yaml:5:11: error: nothing stands before the comma [R193 nothing-before-comma]
    5 |     tolk, , tolkning
      |           ^
      = help: write a pattern between two commas, or delete one of them
)"},
        Case{
            "CommaFirst", "terms/words.yaml", "words: [tolk, tolkning]",
            "words: ', tolk'",
            R"(terms/words.yaml:4:11: error: nothing stands before the comma [R193 nothing-before-comma]
    4 |   words: ', tolk'
      |           ^
      = help: write a pattern between two commas, or delete one of them
)"},
        Case{
            "BlockWithoutPatterns", "terms/words.yaml",
            "words: [tolk, tolkning]", "words: |",
            R"(terms/words.yaml:4:10: error: the text is empty [R147 empty-text]
    4 |   words: |
      |          ^
)"},
        Case{
            "MapForPatterns", "terms/words.yaml", "words: [tolk, tolkning]",
            "words: {tolk: 1}",
            R"(terms/words.yaml:4:10: error: expected a list, found keys with values (key: value) [R105 wrong-shape]
    4 |   words: {tolk: 1}
      |          ^
)"},
        Case{
            "UnquotedStarFirst", "terms/words.yaml", "words: [tolk, tolkning]",
            "words: [tolk]\n"
            "  phrases: [*tolk ude]",
            R"(terms/words.yaml:5:13: error: anchors (&) and aliases (*) cannot be used [R110 anchor-or-alias]
    5 |   phrases: [*tolk ude]
      |             ^
      = help: put the text in quotes if it begins with '&' or '*'
)"},
        Case{
            "UnknownDuty", "laws.yaml", "duty: mixed", "duty: mix",
            R"(laws.yaml:9:11: error: unknown value 'mix'; known: must, may, mixed, none, unknown [R106 unknown-value]
    9 |     duty: mix
      |           ^~~
)"},
        Case{
            "LawWithoutNames", "laws.yaml", "    names: [serviceloven]\n", "",
            R"(laws.yaml:6:5: error: the key 'names' is missing [R104 missing-key]
    6 |   - law: service_act
      |     ^~~
)"},
        Case{
            "BadDateOfALaw", "laws.yaml", "from: 2006-01-01",
            "from: 2006-13-01",
            R"(laws.yaml:11:11: error: '2006-13-01' is not a date [R142 bad-date]
   11 |     from: 2006-13-01
      |           ^~~~~~~~~~
      = help: write year, month and day: 2019-12-31
)"},
        Case{
            "UnknownMark", "laws.yaml", "subsection:", "subsections:",
            R"(laws.yaml:3:3: error: unknown key 'subsections'; did you mean 'subsection'? [R102 unknown-key]
    3 |   subsections: [stk]
      |   ^~~~~~~~~~~
)"},
        Case{
            "UnknownLawOfBareSections", "laws.yaml", "  joins: [og]\n",
            "  joins: [og]\n  bare: {law: service_cat, sections: [\"18\"]}\n",
            R"(laws.yaml:5:15: error: unknown law 'service_cat' for sections without a law; did you mean 'service_act'? [R408 unknown-default-law]
    5 |   bare: {law: service_cat, sections: ["18"]}
      |               ^~~~~~~~~~~
)"},
        Case{
            "UnreadableBareSection", "laws.yaml", "  joins: [og]\n",
            "  joins: [og]\n  bare: {law: service_act, sections: [\"18\", "
            "atten]}\n",
            R"(laws.yaml:5:45: error: 'atten' is no section number; expected for example '18' or '79 a' [R409 bad-default-section]
    5 |   bare: {law: service_act, sections: ["18", atten]}
      |                                             ^~~~~
)"},
        Case{
            "BasisThatIsText", "laws.yaml", "    duty: mixed",
            "    basis: maybe\n"
            "    duty: mixed",
            R"(laws.yaml:9:12: error: unknown value 'maybe'; known: true, false [R106 unknown-value]
    9 |     basis: maybe
      |            ^~~~~
)"},
        Case{
            "ValueThatIsText", "parameters.yaml", "value: 56",
            "value: about 56",
            R"(parameters.yaml:4:12: error: 'about 56' is not a number [R143 bad-number]
    4 |     value: about 56
      |            ^~~~~~~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "QuotedValue", "parameters.yaml", "value: 56", "value: \"56\"",
            R"(parameters.yaml:4:12: error: '56' is not a number [R143 bad-number]
    4 |     value: "56"
      |            ^~~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "ValueWithLeadingZero", "parameters.yaml", "value: 56",
            "value: 056",
            R"(parameters.yaml:4:12: error: the number '056' begins with 0 and can be read in two ways [R121 leading-zero]
    4 |     value: 056
      |            ^~~
      = help: write "056" with quotes if it is a text; else without the 0
)"},
        Case{
            "ValueOfNothing", "parameters.yaml", "value: 56", "value:",
            R"(parameters.yaml:4:5: error: expected a number, but nothing stands here [R120 no-value]
    4 |     value:
      |     ^~~~~
)"},
        Case{
            "ParameterWithoutStatus", "parameters.yaml",
            "    status: published\n", "",
            R"(parameters.yaml:2:5: error: the key 'status' is missing [R104 missing-key]
    2 |   - parameter: majority
      |     ^~~~~~~~~
)"},
        Case{
            "ParameterWithAFieldsName", "parameters.yaml",
            "parameter: majority", "parameter: share",
            R"(parameters.yaml:2:16: error: 'share' is already the name of a field of the schema [R126 name-clash]
    2 |   - parameter: share
      |                ^~~~~
topic.yaml:28:23: error: unknown name 'majority'; known: id, title, content, purpose, share, staff, paid, area, … (9 more) [R230 unknown-name]
   28 |   holds_when: share > majority
      |                       ^~~~~~~~
)"},
        Case{
            "RowTwice", "parameters.yaml", "147: 103960", "101: 103960",
            R"(parameters.yaml:15:25: error: the key '101' stands here twice; first: parameters.yaml:15:12 [R103 duplicate-key]
   15 |     rows: {101: 103960, 101: 623404}
      |                         ^~~
      = help: delete one of them
)"},
        Case{
            "RowTwiceInOtherDigits", "parameters.yaml", "147: 103960",
            "101.0: 103960",
            R"(parameters.yaml:15:11: error: the table has two rows with the key 101 [R156 duplicate-row]
   15 |     rows: {101.0: 103960, 101: 623404}
      |           ^
)"},
        Case{
            "RowThatIsText", "parameters.yaml", "147: 103960", "147: many",
            R"(parameters.yaml:15:17: error: 'many' is not a number [R143 bad-number]
   15 |     rows: {147: many, 101: 623404}
      |                 ^~~~
      = help: write numbers without quotes, with a point and at most 38 digits; leave the key out if the figure is not known
)"},
        Case{
            "RowsOfTextsAndNumbers", "parameters.yaml", "147: 103960",
            "\"147\": 103960",
            R"(parameters.yaml:15:27: error: a table's keys must all be numbers or all be texts [R160 mixed-keys]
   15 |     rows: {"147": 103960, 101: 623404}
      |                           ^~~
)"},
        Case{
            "FoldingOfTwoLetters", "language.yaml", "å: aa", "åå: aa",
            R"(language.yaml:1:25: error: 'åå: aa' is no folding; expected one letter and the letters that it folds to [R315 bad-folding]
    1 | folding: {æ: ae, ø: oe, åå: aa}
      |                         ^~
)"},
        Case{
            "EndingWithAStar", "language.yaml", "[s, en]", "[s, e*, -en]",
            R"(language.yaml:2:14: error: 'e*' is no ending; expected letters [R316 bad-ending]
    2 | endings: [s, e*, -en]
      |              ^~
language.yaml:2:18: error: '-en' is no ending; expected letters [R316 bad-ending]
    2 | endings: [s, e*, -en]
      |                  ^~~
)"},
        Case{
            "EndingOfTwoWords", "language.yaml", "[s, en]", "[s, e n]",
            R"(language.yaml:2:14: error: 'e n' is no ending; expected letters [R316 bad-ending]
    2 | endings: [s, e n]
      |              ^~~
)"},
        Case{
            "BreakOfTwoWords", "language.yaml", "[men]", "[men også]",
            R"(language.yaml:3:10: error: 'men også' under 'breaks' is not one word [R320 bad-word]
    3 | breaks: [men også]
      |          ^~~~~~~~
)"},
        Case{
            "TriggerWithAStarInside", "language.yaml", "text: uden",
            "text: u*den",
            R"(language.yaml:8:21: error: '*' in 'u*den' must stand at the beginning or the end of a word [R303 star-inside]
    8 |     before: [{text: u*den, reach: 6}]
      |                     ^~~~~
)"},
        Case{
            "SectionMarkOfTwoWords", "laws.yaml", "paragraf]", "i paragraf]",
            R"(laws.yaml:2:24: error: 'i paragraf' under 'section' is not one word [R320 bad-word]
    2 |   section: ["§", "§§", i paragraf]
      |                        ^~~~~~~~~~
)"},
        Case{
            "JoinThatIsNoWord", "laws.yaml", "joins: [og]", "joins: [\"-\"]",
            R"(laws.yaml:4:11: error: '-' under 'joins' is not one word [R320 bad-word]
    4 |   joins: ["-"]
      |           ^~~
)"},
        Case{"EmptyTable", "parameters.yaml", "{147: 103960, 101: 623404}",
             "{}",
             R"(parameters.yaml:15:11: error: 'rows' is empty [R148 empty-list]
   15 |     rows: {}
      |           ^
)"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(TextFiles, TermTwice) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "terms/more.yaml",
                    "- term: interpreting\n"
                    "  title: {da: a, en: a}\n"
                    "  source: s\n"
                    "  words: [abe]\n"
                    "  hits: [abe]\n"
                    "  misses: [x]\n")),
      R"(terms/words.yaml:1:9: error: the name 'interpreting' is used twice; first: terms/more.yaml:1:9 [R124 duplicate-name]
    1 | - term: interpreting
      |         ^~~~~~~~~~~~
)");
}

}  // namespace
}  // namespace sigte
