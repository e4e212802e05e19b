// SPDX-License-Identifier: MPL-2.0

// Whole messages for language and terms.

#include "tests/rule/text_faults.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

using Case = FaultCase;

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
            "ListOfSeveralWithoutBrackets", "terms/words.yaml",
            "hits: [Udgifter til tolk]", "hits: Udgifter til tolk, En tolk",
            R"(terms/words.yaml:5:9: error: expected a list, found a text [R179 list-of-one]
    5 |   hits: Udgifter til tolk, En tolk
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put square brackets around it: ['Udgifter til tolk', 'En tolk']
)"},
        Case{
            "SemicolonsForCommas", "terms/words.yaml",
            "words: [tolk, tolkning]", "words: tolk; tolkning, tolken",
            R"(terms/words.yaml:4:10: error: 'tolk; tolkning' has a semicolon, which does not divide patterns [R326 semicolon-in-pattern]
    4 |   words: tolk; tolkning, tolken
      |          ^~~~~~~~~~~~~~
      = help: write commas instead
)"},
        Case{
            "SemicolonInAList", "terms/words.yaml", "words: [tolk, tolkning]",
            "phrases: ['tolk til;møde']",
            R"(terms/words.yaml:4:13: error: 'tolk til;møde' has a semicolon, which does not divide patterns [R326 semicolon-in-pattern]
    4 |   phrases: ['tolk til;møde']
      |             ^~~~~~~~~~~~~~~
      = help: write commas instead
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
            "UndividedOfTwoWords", "language.yaml", "breaks: [men]",
            "undivided: [by kultur]\nbreaks: [men]",
            R"(language.yaml:3:13: error: 'by kultur' is not one word [R325 bad-undivided]
    3 | undivided: [by kultur]
      |             ^~~~~~~~~
      = help: write a whole word, with a star before it if it is to be found inside others too
)"},
        Case{
            "UndividedWithAStarBehind", "language.yaml", "breaks: [men]",
            "undivided: [\"*kultur\", \"kultur*\"]\nbreaks: [men]",
            R"(language.yaml:3:24: error: 'kultur*' is not one word [R325 bad-undivided]
    3 | undivided: ["*kultur", "kultur*"]
      |                        ^~~~~~~~~
      = help: write a whole word, with a star before it if it is to be found inside others too
)"},
        Case{
            "TriggerWithAStarInside", "language.yaml", "text: uden",
            "text: u*den",
            R"(language.yaml:8:21: error: '*' in 'u*den' must stand at the beginning or the end of a word [R303 star-inside]
    8 |     before: [{text: u*den, reach: 6}]
      |                     ^~~~~
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
