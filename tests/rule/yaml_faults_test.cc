// SPDX-License-Identifier: MPL-2.0

// Whole messages for everything that YAML may be and a rule file may not.
#include <optional>
#include <ostream>
#include <string>

#include "engine/rule/yaml_tree.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

std::string Faults(const std::string& text) {
  const Source source("r.yaml", text);
  IssueList issues;
  ReadYaml(source, &issues);
  return Words(issues);
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }
};

class YamlFaults : public testing::TestWithParam<Case> {};

TEST_P(YamlFaults, AreSaidWithTheirPlace) {
  EXPECT_EQ(Faults(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, YamlFaults,
    testing::Values(
        Case{"Empty", "",
             R"(r.yaml:1:1: error: the file is empty [R107 empty-file]
    1 |
      | ^
      = help: delete the file if nothing belongs in it
)"},
        Case{"OnlyComments", "# nothing\n",
             R"(r.yaml:1:1: error: the file is empty [R107 empty-file]
    1 | # nothing
      | ^
      = help: delete the file if nothing belongs in it
)"},
        Case{"OnlyNull", "---\n",
             R"(r.yaml:1:1: error: the file is empty [R107 empty-file]
    1 | ---
      | ^
      = help: delete the file if nothing belongs in it
)"},
        Case{
            "SecondDocument",
            "a: b\n"
            "---\n"
            "c: d\n",
            R"(r.yaml:2:1: error: a second document begins here [R108 second-document]
    2 | ---
      | ^~~
      = help: one file is one document; move the rest to a file of its own
)"},
        Case{
            "TextAfterTheEnd",
            "a: b\n"
            "...\n"
            "foo\n",
            R"(r.yaml:3:1: error: text after the end of the document [R109 text-after-end]
    3 | foo
      | ^~~
      = help: indent the line if it belongs to what stands above; put '- ' before it if it begins something new on the list
)"},
        Case{
            "TextOutsideTheList",
            "- a\n"
            "b: c\n",
            R"(r.yaml:2:1: error: text after the end of the document [R109 text-after-end]
    2 | b: c
      | ^~~~
      = help: indent the line if it belongs to what stands above; put '- ' before it if it begins something new on the list
)"},
        Case{
            "LessIndentedThanTheFirstLine",
            "  a: b\n"
            " c: d\n",
            R"(r.yaml:2:2: error: text after the end of the document [R109 text-after-end]
    2 |  c: d
      |  ^~~~
      = help: indent the line if it belongs to what stands above; put '- ' before it if it begins something new on the list
)"},
        Case{
            "AnchorBeforeQuote", "a: &x \"1\"\n",
            R"(r.yaml:1:4: error: anchors (&) and aliases (*) cannot be used [R110 anchor-or-alias]
    1 | a: &x "1"
      |    ^
      = help: put the text in quotes if it begins with '&' or '*'
)"},
        Case{
            "Anchor", "a: &x 1\n",
            R"(r.yaml:1:4: error: anchors (&) and aliases (*) cannot be used [R110 anchor-or-alias]
    1 | a: &x 1
      |    ^
      = help: put the text in quotes if it begins with '&' or '*'
)"},
        Case{
            "Alias",
            "a: &x 1\n"
            "b: *x\n",
            R"(r.yaml:1:4: error: anchors (&) and aliases (*) cannot be used [R110 anchor-or-alias]
    1 | a: &x 1
      |    ^
      = help: put the text in quotes if it begins with '&' or '*'
r.yaml:2:4: error: anchors (&) and aliases (*) cannot be used [R110 anchor-or-alias]
    2 | b: *x
      |    ^
      = help: put the text in quotes if it begins with '&' or '*'
)"},
        Case{
            "UnknownAlias", "a: *x\n",
            R"(r.yaml:1:4: error: anchors (&) and aliases (*) cannot be used [R110 anchor-or-alias]
    1 | a: *x
      |    ^
      = help: put the text in quotes if it begins with '&' or '*'
)"},
        Case{
            "Tag", "a: !has(x)\n",
            R"(r.yaml:1:4: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
    1 | a: !has(x)
      |    ^~~~~~~
      = help: put all of it in quotes: '!has(x)'
)"},
        Case{
            "EmptyTag", "a: ! foo\n",
            R"(r.yaml:1:4: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
    1 | a: ! foo
      |    ^~~~~
      = help: put all of it in quotes: '! foo'
)"},
        Case{
            "TagOfAList", "a: !!seq [b]\n",
            R"(r.yaml:1:4: error: YAML takes what begins with '!' for a tag [R111 explicit-tag]
    1 | a: !!seq [b]
      |    ^~~~~~~~~
      = help: put all of it in quotes: '!!seq [b]'
)"},
        Case{
            "MergeKey", "<<: {a: b}\n",
            R"(r.yaml:1:1: error: the merge key '<<' cannot be used [R112 merge-key]
    1 | <<: {a: b}
      | ^~
)"},
        Case{
            "KeyTwice",
            "a: 1\n"
            "b: {c: 1, c: 2}\n"
            "a: 2\n",
            R"(r.yaml:2:11: error: the key 'c' stands here twice; first: r.yaml:2:5 [R103 duplicate-key]
    2 | b: {c: 1, c: 2}
      |           ^
      = help: delete one of them
r.yaml:3:1: error: the key 'a' stands here twice; first: r.yaml:1:1 [R103 duplicate-key]
    3 | a: 2
      | ^
      = help: delete one of them
)"},
        Case{
            "KeyTwiceInQuotes",
            "\"a\": 1\n"
            "a: 2\n",
            R"(r.yaml:2:1: error: the key 'a' stands here twice; first: r.yaml:1:1 [R103 duplicate-key]
    2 | a: 2
      | ^
      = help: delete one of them
)"},
        Case{"ListAsKey", "[a, b]: c\n",
             R"(r.yaml:1:1: error: a key must be a text [R113 complex-key]
    1 | [a, b]: c
      | ^
)"},
        Case{"NothingAsKey", "~: c\n",
             R"(r.yaml:1:1: error: a key must be a text [R113 complex-key]
    1 | ~: c
      | ^
)"},
        Case{
            "InvalidUtf8", "a: \xFF\n",
            R"(r.yaml:1:4: error: the file is not UTF-8: byte FF does not belong here [R114 invalid-utf8]
    1 | a: �
      |    ^
      = help: save the file as UTF-8
)"},
        Case{
            "Latin1", "a: bl\xE5\n",
            R"(r.yaml:1:6: error: the file is not UTF-8: byte E5 does not belong here [R114 invalid-utf8]
    1 | a: bl�
      |      ^
      = help: save the file as UTF-8
)"},
        Case{
            "Bell", "a: b\x07\n",
            R"(r.yaml:1:5: error: the control character U+0007 cannot be used [R115 control-character]
    1 | a: b�
      |     ^
)"},
        Case{
            "EscapedEscape", "a: \"b\\tc\\e[31m\"\n",
            R"(r.yaml:1:4: error: the control character U+001B cannot be used [R115 control-character]
    1 | a: "b\tc\e[31m"
      |    ^~~~~~~~~~~~
)"},
        Case{
            "LoneCarriageReturn", "a: b\rc: d\n",
            R"(r.yaml:1:5: error: the control character U+000D cannot be used [R115 control-character]
    1 | a: b�c: d
      |     ^
)"},
        Case{
            "MergeThatIsNotFinished",
            "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n",
            R"(r.yaml:2:1: error: a merge is not finished: two versions of the same lines stand here [R195 merge-conflict]
    2 | <<<<<<< HEAD
      | ^~~~~~~~~~~~
      = help: keep one of them, or make one of both, and delete the lines with '<<<<<<<', '=======' and '>>>>>>>'
)"},
        Case{
            "MergeOfWhichTheEndIsLeft", "a: b\n>>>>>>> other\nc: d\n",
            R"(r.yaml:2:1: error: a merge is not finished: two versions of the same lines stand here [R195 merge-conflict]
    2 | >>>>>>> other
      | ^~~~~~~~~~~~~
      = help: keep one of them, or make one of both, and delete the lines with '<<<<<<<', '=======' and '>>>>>>>'
)"},
        Case{
            "TabAsIndentation",
            "a:\n"
            "\tb: c\n",
            R"(r.yaml:2:1: error: the line is indented with a tab [R116 tab-indentation]
    2 |  b: c
      | ^
      = help: use blanks
)"},
        Case{
            "TabAfterBlanks",
            "a:\n"
            "  \tb: c\n",
            R"(r.yaml:2:3: error: the line is indented with a tab [R116 tab-indentation]
    2 |    b: c
      |   ^
      = help: use blanks
)"},
        Case{
            "Directive",
            "# hi\n"
            "%YAML 1.2\n"
            "---\n"
            "a: b\n",
            R"(r.yaml:2:1: error: YAML directives (%) cannot be used [R146 yaml-directive]
    2 | %YAML 1.2
      | ^~~~~~~~~
)"},
        Case{
            "OpenBracket",
            "a: [1, 2\n"
            "b: c\n",
            R"(r.yaml:1:4: error: cannot be read as YAML: '[' is not closed by ']', or a comma is missing [R101 yaml-syntax]
    1 | a: [1, 2
      |    ^
)"},
        Case{
            "OpenBrace",
            "a: {b: c\n"
            "d: e\n",
            R"(r.yaml:1:4: error: cannot be read as YAML: '{' is not closed by '}', or a comma is missing [R101 yaml-syntax]
    1 | a: {b: c
      |    ^
)"},
        Case{
            "ClosedTooMuch", "a: [1]]\n",
            R"(r.yaml:1:7: error: cannot be read as YAML: this bracket closes none that was opened [R101 yaml-syntax]
    1 | a: [1]]
      |       ^
)"},
        Case{
            "OpenQuote",
            "a: 'x\n"
            "b: y\n",
            R"(r.yaml:1:4: error: cannot be read as YAML: this quotation mark is not closed [R101 yaml-syntax]
    1 | a: 'x
      |    ^
)"},
        Case{
            "OpenDoubleQuote",
            "a: \"x\n"
            "b: y\n",
            R"(r.yaml:1:4: error: cannot be read as YAML: this quotation mark is not closed [R101 yaml-syntax]
    1 | a: "x
      |    ^
)"},
        Case{
            "ColonInText", "a: x ? y : z\n",
            R"(r.yaml:1:10: error: cannot be read as YAML: ': ' cannot stand here; put the text in quotes if it contains ': ', or find the ':' that is missing above [R101 yaml-syntax]
    1 | a: x ? y : z
      |          ^
)"},
        Case{
            "TextAfterQuote", "a: \"x\" in y\n",
            R"(r.yaml:1:8: error: cannot be read as YAML: the text ends at the quotation mark before this; put the whole text in single quotes [R101 yaml-syntax]
    1 | a: "x" in y
      |        ^
)"},
        Case{
            "TextAfterQuoteInAList", "- 'x' in y\n",
            R"(r.yaml:1:7: error: cannot be read as YAML: the text ends at the quotation mark before this; put the whole text in single quotes [R101 yaml-syntax]
    1 | - 'x' in y
      |       ^
)"},
        Case{
            "UnknownEscape", "a: \"\\q\"\n",
            R"(r.yaml:1:7: error: cannot be read as YAML: unknown character after '\'; write '\\' for a backslash, or use single quotes [R101 yaml-syntax]
    1 | a: "\q"
      |       ^
)"},
        Case{
            "Backtick", "a: `x`\n",
            R"(r.yaml:1:4: error: cannot be read as YAML: this character cannot stand here unless the text is in quotes [R101 yaml-syntax]
    1 | a: `x`
      |    ^
)"},
        Case{
            "QuestionMarkInBraces", "a: {b: how much?, c: d}\n",
            R"(r.yaml:1:16: error: cannot be read as YAML: this character cannot stand here unless the text is in quotes [R101 yaml-syntax]
    1 | a: {b: how much?, c: d}
      |                ^
)"},
        Case{
            "BadIndentation",
            "a:\n"
            "  - b\n"
            " c: d\n",
            R"(r.yaml:3:2: error: cannot be read as YAML: expected a key, indented as the others [R101 yaml-syntax]
    3 |  c: d
      |  ^
)"},
        Case{
            "DashInMap",
            "a: b\n"
            "- c\n",
            R"(r.yaml:2:1: error: cannot be read as YAML: expected a key, indented as the others [R101 yaml-syntax]
    2 | - c
      | ^
)"},
        Case{
            "BlockHead",
            "a: | x\n"
            "  y\n",
            R"(r.yaml:1:6: error: cannot be read as YAML: after '|' or '>' the line must end [R101 yaml-syntax]
    1 | a: | x
      |      ^
)"}),
    [](const auto& test) { return std::string(test.param.name); });

// A NUL makes yaml-cpp believe in UTF-16.
TEST(YamlFaults, NameANulByte) {
  EXPECT_EQ(
      Faults(std::string("a: \0\n", 5)),
      R"(r.yaml:1:4: error: the control character U+0000 cannot be used [R115 control-character]
    1 | a: �
      |    ^
)");
}

}  // namespace
}  // namespace sigte
