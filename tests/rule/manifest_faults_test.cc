// SPDX-License-Identifier: MPL-2.0

// Whole messages for the manifest and for files that do not belong.
#include <string>

#include "engine/rule/loader.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

Files Without(const std::string& name) {
  Files files = GoodFiles();
  std::erase_if(files, [&name](const auto& f) { return f.first == name; });
  return files;
}

using Case = FaultCase;

class ManifestFaults : public testing::TestWithParam<Case> {};

TEST_P(ManifestFaults, AreSaidWithTheirPlace) {
  const Case& c = GetParam();
  EXPECT_EQ(IssuesOf(Changed(c.file, c.from, c.to)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    Ruleset, ManifestFaults,
    testing::Values(
        Case{
            "UnknownManifestKey", "ruleset.yaml", "version: \"1.0.0\"",
            "version: \"1.0.0\"\n"
            "versoin: \"2\"",
            R"(ruleset.yaml:3:1: error: unknown key 'versoin'; did you mean 'version'? [R102 unknown-key]
    3 | versoin: "2"
      | ^~~~~~~
)"},
        Case{
            "ReasonGivenTwice", "ruleset.yaml", "version: \"1.0.0\"",
            "version: \"1.0.0\"\n"
            "reasons:\n"
            "  - {reason: seen, title: {da: Set, en: Seen}}\n"
            "  - {reason: seen, title: {da: Set, en: Seen}}",
            R"(ruleset.yaml:5:14: error: the name 'seen' is used twice; first: ruleset.yaml:4:14 [R124 duplicate-name]
    5 |   - {reason: seen, title: {da: Set, en: Seen}}
      |              ^~~~
)"},
        Case{
            "BodyWithoutEnglish", "ruleset.yaml", "version: \"1.0.0\"",
            "version: \"1.0.0\"\n"
            "bodies: [{body: fm, title: {da: FM}}]",
            R"(ruleset.yaml:3:28: error: the text is missing in: en [R122 missing-language]
    3 | bodies: [{body: fm, title: {da: FM}}]
      |                            ^
      = help: write {da: …, en: …}
)"},
        Case{"BadTemplateRows", "ruleset.yaml", "version: \"1.0.0\"",
             "version: \"1.0.0\"\n"
             "template: {rows: 0}",
             "ruleset.yaml:3:18: error: the number of rows is '0'; expected a "
             "whole number from 1 to 10,000 [W101 bad-template-rows]\n"
             "    3 | template: {rows: 0}\n"
             "      |                  ^\n"},
        Case{
            "TemplateStepInOneLanguage", "ruleset.yaml", "version: \"1.0.0\"",
            "version: \"1.0.0\"\n"
            "template: {instructions: [{da: Skriv}]}",
            R"(ruleset.yaml:3:27: error: the text is missing in: en [R122 missing-language]
    3 | template: {instructions: [{da: Skriv}]}
      |                           ^
      = help: write {da: …, en: …}
)"},
        Case{
            "MissingScope", "ruleset.yaml", "scope: inclusion && !exclusion\n",
            "",
            R"(ruleset.yaml:1:1: error: the key 'scope' is missing [R104 missing-key]
    1 | ruleset: test-rules
      | ^~~~~~~
)"},
        Case{
            "MissingRecords", "ruleset.yaml",
            "records: {list: initiatives, id: id, group: municipality, title: "
            "title, amount: amount}\n",
            "",
            R"(ruleset.yaml:1:1: error: the key 'records' is missing [R104 missing-key]
    1 | ruleset: test-rules
      | ^~~~~~~
)"},
        Case{
            "UnknownIdField", "ruleset.yaml", "id: id,", "id: idd,",
            R"(ruleset.yaml:7:34: error: unknown field 'idd'; did you mean 'id'? [R132 unknown-field]
    7 | records: {list: initiatives, id: idd, group: municipality, title: title, amount: amount}
      |                                  ^~~
)"},
        Case{
            "AmountThatIsText", "ruleset.yaml", "amount: amount",
            "amount: title",
            R"(ruleset.yaml:7:81: error: the field 'title' is not a whole number ('type: integer' in the schema) and cannot be added up [R158 amount-no-number]
    7 | records: {list: initiatives, id: id, group: municipality, title: title, amount: title}
      |                                                                                 ^~~~~
)"},
        Case{
            "GroupThatIsAList", "ruleset.yaml", "group: municipality",
            "group: groups",
            R"(ruleset.yaml:7:45: error: the field 'groups' is a list; expected a field with one value [R172 name-is-a-list]
    7 | records: {list: initiatives, id: id, group: groups, title: title, amount: amount}
      |                                             ^~~~~~
)"},
        // Amounts with decimals would silently stay out of the sums.
        Case{
            "AmountWithDecimals", "ruleset.yaml", "amount: amount",
            "amount: share",
            R"(ruleset.yaml:7:81: error: the field 'share' is not a whole number ('type: integer' in the schema) and cannot be added up [R158 amount-no-number]
    7 | records: {list: initiatives, id: id, group: municipality, title: title, amount: share}
      |                                                                                 ^~~~~
)"},
        Case{
            "UnknownTextField", "ruleset.yaml", "[title, content]",
            "[title, contents]",
            R"(ruleset.yaml:10:24: error: unknown field 'contents'; did you mean 'content'? [R132 unknown-field]
   10 |   description: [title, contents]
      |                        ^~~~~~~~
)"},
        Case{
            "MarkerThatIsAValue", "ruleset.yaml", "[\"-\", \"?\"]",
            "[\"-\", School]",
            R"(ruleset.yaml:8:16: error: 'School' says that there is no answer, but is one of the values of 'area' [R198 marker-is-a-value]
    8 | missing: ["-", School]
      |                ^~~~~~
      = help: delete it under 'missing', or call the value something else in the schema
)"},
        Case{
            "FieldTwiceInAText", "ruleset.yaml", "[title, content]",
            "[title, content, title]",
            R"(ruleset.yaml:10:33: error: 'title' stands here twice [R135 given-twice]
   10 |   description: [title, content, title]
      |                                 ^~~~~
)"},
        Case{
            "TextOfANumber", "ruleset.yaml", "[title, content]",
            "[title, share]",
            R"(ruleset.yaml:10:24: error: the field 'share' is not a text [R153 field-no-text]
   10 |   description: [title, share]
      |                        ^~~~~
)"},
        Case{
            "EmptyTextGroup", "ruleset.yaml", "[title, content]", "[]",
            R"(ruleset.yaml:10:3: error: 'description' is empty [R148 empty-list]
   10 |   description: []
      |   ^~~~~~~~~~~
)"},
        Case{
            "TextWithAFieldsName", "ruleset.yaml", "description:", "purpose:",
            R"(ruleset.yaml:10:3: error: 'purpose' is already the name of a field of the schema [R126 name-clash]
   10 |   purpose: [title, content]
      |   ^~~~~~~
topic.yaml:6:24: error: unknown name 'description'; known: id, title, content, purpose, share, staff, paid, area, … (9 more) [R230 unknown-name]
    6 |   holds_when: mentions(description, "interpreting")
      |                        ^~~~~~~~~~~
)"},
        Case{
            "BadDate", "ruleset.yaml", "2019-12-31", "2019-02-29",
            R"(ruleset.yaml:6:35: error: '2019-02-29' is not a date [R142 bad-date]
    6 | period: {from: 2019-01-01, until: 2019-02-29}
      |                                   ^~~~~~~~~~
      = help: write year, month and day: 2019-12-31
)"},
        Case{
            "PeriodReversed", "ruleset.yaml", "until: 2019-12-31",
            "until: 2018-12-31",
            R"(ruleset.yaml:6:9: error: the period ends before it begins: 2019-01-01 to 2018-12-31 [R144 period-reversed]
    6 | period: {from: 2019-01-01, until: 2018-12-31}
      |         ^
)"},
        Case{
            "ScopeOfOtherNames", "ruleset.yaml",
            "scope: inclusion && !exclusion", "scope: inclusion && !exclusions",
            R"(ruleset.yaml:11:22: error: unknown name 'exclusions'; did you mean 'exclusion'? [R230 unknown-name]
   11 | scope: inclusion && !exclusions
      |                      ^~~~~~~~~~
)"},
        Case{
            "ScopeWithACall", "ruleset.yaml", "scope: inclusion && !exclusion",
            "scope: has(inclusion) && !exclusion",
            R"(ruleset.yaml:11:8: error: 'has' cannot be used in 'scope' [R256 call-in-scope]
   11 | scope: has(inclusion) && !exclusion
      |        ^~~
      = help: 'scope' rests on the names inclusion and exclusion
)"},
        Case{
            "ConstantScope", "ruleset.yaml", "scope: inclusion && !exclusion",
            "scope: true",
            R"(ruleset.yaml:11:8: error: 'scope' is always true [R136 constant-condition]
   11 | scope: true
      |        ^~~~
)"},
        Case{
            "ScopeWithoutExclusion", "ruleset.yaml",
            "scope: inclusion && !exclusion", "scope: inclusion",
            R"(ruleset.yaml:11:8: error: 'scope' does not name 'exclusion', so 'interpreting' decides nothing [R139 kind-without-effect]
   11 | scope: inclusion
      |        ^~~~~~~~~
)"},
        Case{
            "NoInclusionRule", "topic.yaml", "kind: inclusion",
            "kind: exclusion",
            R"(ruleset.yaml:11:8: error: there is no rule of 'kind: inclusion', so 'inclusion' can never be true [R137 no-inclusion]
   11 | scope: inclusion && !exclusion
      |        ^~~~~~~~~~~~~~~~~~~~~~~
)"},
        Case{
            "NoExclusionRule", "topic.yaml", "kind: exclusion",
            "kind: inclusion",
            R"(ruleset.yaml:11:8: error: there is no rule of 'kind: exclusion', so 'exclusion' can never be true [R138 no-exclusion]
   11 | scope: inclusion && !exclusion
      |        ^~~~~~~~~~~~~~~~~~~~~~~
)"},
        Case{
            "TruthWordAmongMissing", "ruleset.yaml", "missing: [\"-\", \"?\"]",
            "missing: [\"-\", n]",
            R"(ruleset.yaml:8:16: error: YAML may take 'n' for a truth value [R119 truth-word]
    8 | missing: ["-", n]
      |                ^
      = help: write "n" with quotes if it is a text
)"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ManifestFiles, NoManifest) {
  EXPECT_EQ(IssuesOf(Without("ruleset.yaml")),
            R"(error: the folder has no 'ruleset.yaml' [R145 no-manifest]
)");
}

TEST(ManifestFiles, ManifestThatIsNoMap) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "ruleset.yaml", "- x\n")),
      R"(ruleset.yaml:1:1: error: expected keys with values (key: value), found a list [R105 wrong-shape]
    1 | - x
      | ^
)");
}

TEST(ManifestFiles, RulesThatAreNoList) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "extra.yaml", "rule: x\n")),
      R"(extra.yaml:1:1: error: the file must be a list, but 'rule' stands without '- ' before it [R176 missing-dash]
    1 | rule: x
      | ^~~~
      = help: write '- rule: …' and indent the rest by two blanks
)");
}

TEST(ManifestFiles, RuleThatIsNoMap) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "extra.yaml", "- x\n")),
      R"(extra.yaml:1:3: error: expected keys with values (key: value), found a text [R105 wrong-shape]
    1 | - x
      |   ^
)");
}

TEST(ManifestFiles, EmptyRuleFile) {
  EXPECT_EQ(IssuesOf(With(GoodFiles(), "extra.yaml", "\n")),
            R"(extra.yaml:1:1: error: the file is empty [R107 empty-file]
    1 |
      | ^
      = help: delete the file if nothing belongs in it
)");
}

// That there is a period is enough for in_force to be asked.
TEST(ManifestFiles, ADateThatIsNoneIsToldAlone) {
  Files files = Changed("topic.yaml", "holds_when: share > majority",
                        "holds_when: in_force(title)");
  EXPECT_EQ(IssuesOf(files), "");
  std::string& manifest = files[0].second;
  manifest.replace(manifest.find("2019-01-01"), 10, "2019-13-01");
  EXPECT_EQ(
      IssuesOf(files),
      R"(ruleset.yaml:6:16: error: '2019-13-01' is not a date [R142 bad-date]
    6 | period: {from: 2019-13-01, until: 2019-12-31}
      |                ^~~~~~~~~~
      = help: write year, month and day: 2019-12-31
)");
}

TEST(ManifestFiles, UnknownFile) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "extra.yml", "- x\n")),
      R"(extra.yml:1:1: error: the file 'extra.yml' does not belong in a ruleset [R140 unknown-file]
    1 | - x
      | ^
      = help: rules lie in .yaml files in the folder itself, terms in terms/: rename the file, or put it elsewhere
)");
}

// Each is named so that somebody may count on it, and none would be read.
TEST(ManifestFiles, NamedLikeARuleFile) {
  for (const std::string name :
       {"extra.YAML", "extra.Yaml", "extra.yaml.txt", ".extra.yaml",
        "extra.yaml.bak", "extra.YML", "terms/extra.YAML", "terms/.extra.yaml",
        ".extra.yml.orig", "extra.yaml - Kopi", "extra.yaml "}) {
    EXPECT_TRUE(MayBeRulesetFile(name.substr(name.find('/') + 1))) << name;
    EXPECT_EQ(IssuesOf(With(GoodFiles(), name, "- x\n")),
              name + ":1:1: error: the file '" + name +
                  R"(' does not belong in a ruleset [R140 unknown-file]
    1 | - x
      | ^
      = help: rules lie in .yaml files in the folder itself, terms in terms/: rename the file, or put it elsewhere
)");
  }
}

TEST(ManifestFiles, OfEditorsAndOtherProgramsAreLeftAlone) {
  for (const char* name : {"extra.yaml~", ".extra.yaml.swp", ".extra.yaml.swo",
                           ".#extra.yaml", "#extra.yaml#", ".~lock.extra.yaml#",
                           "README.md", "notes.txt", "yaml.txt", ".sigte.yaml",
                           ".pre-commit-config.yaml", ".gitlab-ci.yml"}) {
    EXPECT_FALSE(MayBeRulesetFile(name)) << name;
  }
  EXPECT_TRUE(MayBeRulesetFile("extra.yaml"));
  EXPECT_TRUE(MayBeRulesetFile("extra.yaml.swp"));  // not hidden: no editor's
}

TEST(ManifestFiles, UnknownFolder) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "more/extra.yaml", "- x\n")),
      R"(more/extra.yaml:1:1: error: the file 'more/extra.yaml' does not belong in a ruleset [R140 unknown-file]
    1 | - x
      | ^
      = help: rules lie in .yaml files in the folder itself, terms in terms/: rename the file, or put it elsewhere
)");
}

TEST(ManifestFiles, FolderInTerms) {
  EXPECT_EQ(
      IssuesOf(With(GoodFiles(), "terms/more/extra.yaml", "- x\n")),
      R"(terms/more/extra.yaml:1:1: error: the file 'terms/more/extra.yaml' does not belong in a ruleset [R140 unknown-file]
    1 | - x
      | ^
      = help: rules lie in .yaml files in the folder itself, terms in terms/: rename the file, or put it elsewhere
)");
}

}  // namespace
}  // namespace sigte
