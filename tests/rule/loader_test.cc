// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/loader.h"

#include <optional>
#include <string>

#include "engine/rule/yaml_reader.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

class GoodRulesetTest : public testing::Test {
 protected:
  GoodRulesetTest() : files_(SetOf(GoodFiles())) {
    ruleset_ = LoadRuleset(files_, TestLayout(), &issues_);
  }

  void SetUp() override { ASSERT_TRUE(ruleset_) << Words(issues_); }

  const Ruleset& rules() const { return *ruleset_; }

  FileSet files_;
  IssueList issues_;
  std::optional<Ruleset> ruleset_;
};

TEST_F(GoodRulesetTest, HasItsManifest) {
  EXPECT_EQ(rules().id, "test-rules");
  EXPECT_EQ(rules().version, "1.0.0");
  EXPECT_EQ(rules().title, LocalText("Prøve", "Trial"));
  EXPECT_EQ(rules().period_from, "2019-01-01");
  EXPECT_EQ(rules().period_until, "2019-12-31");
  EXPECT_EQ(rules().layout.list_member, "initiatives");
  EXPECT_EQ(rules().layout.id, rules().layout.Find("id"));
  EXPECT_EQ(rules().layout.group, rules().layout.Find("municipality"));
  EXPECT_EQ(rules().layout.amount, rules().layout.Find("amount"));
  EXPECT_EQ(rules().layout.missing_markers.texts(),
            (std::vector<std::string>{"-", "?"}));
  EXPECT_EQ(ToString(*rules().scope), "(inclusion && !exclusion)");
}

TEST_F(GoodRulesetTest, HasItsRulesInOrder) {
  ASSERT_EQ(rules().rules.size(), 4u);
  const Rule& rule = rules().rules[0];
  EXPECT_EQ(rule.id.text, "interpreting");
  EXPECT_EQ(rule.code, "E5");
  EXPECT_EQ(rule.kind, RuleKind::kExclusion);
  EXPECT_EQ(rule.title, LocalText("Tolkning", "Interpreting"));
  EXPECT_EQ(ToString(*rule.holds_when),
            "mentions(description, \"interpreting\")");
  EXPECT_EQ(ToString(*rule.unclear_when),
            "mentions(purpose, \"interpreting\")");
  ASSERT_EQ(rule.unless.size(), 1u);
  EXPECT_EQ(rule.unless[0].text, "mediator");
  EXPECT_EQ(rules().rules[3].effect, CheckEffect::kQuestion);
  EXPECT_EQ(rules().rules[3].group_by.size(), 2u);
  EXPECT_EQ(rules().FindRule("E5"), &rule);
  EXPECT_EQ(rules().FindRule("interpreting"), &rule);
  EXPECT_EQ(rules().FindRule("E6"), nullptr);
}

/// What people are told of the first rule's condition where it is written so.
std::string HoldsWords(const std::string& condition) {
  const FileSet files = SetOf(Changed("topic.yaml",
                                      "holds_when: mentions(description, "
                                      "\"interpreting\")",
                                      "holds_when:" + condition));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  return ruleset ? ruleset->rules[0].holds_words : Words(issues);
}

TEST(ConditionWords, AreTheAuthorsLines) {
  EXPECT_EQ(HoldsWords(" (paid || (share > 3))"), "(paid || (share > 3))\n");
  EXPECT_EQ(HoldsWords(" paid ||\n      share > 3"), "paid ||\nshare > 3\n");
  EXPECT_EQ(HoldsWords(" |\n    paid ||\n    share > 3"),
            "paid ||\nshare > 3\n");
  EXPECT_EQ(HoldsWords(" \"title == \\\"x\\\"\""), "title == \"x\"\n");
}

TEST(ConditionWords, ShowListsWholeHoweverTheyAreWritten) {
  EXPECT_EQ(HoldsWords(" {none: [paid]}"), "none:\n  - paid\n");
  EXPECT_EQ(HoldsWords("\n    any:  # either\n"
                       "      # the first\n"
                       "      - \"!paid\"  # quoted\n"
                       "      - all: [\"paid\", share > 3]\n"
                       "      - none:\n"
                       "        - share >\n"
                       "            4\n"),
            "any:\n"
            "  - !paid\n"
            "  - all:\n"
            "      - paid\n"
            "      - share > 3\n"
            "  - none:\n"
            "      - share >\n"
            "        4\n");
}

TEST(ConditionWords, ShowHowManyMustHold) {
  EXPECT_EQ(HoldsWords("\n    at_least:\n      of: [paid, share > 3]\n"
                       "      count: 2\n"),
            "at_least:\n"
            "  count: 2\n"
            "  of:\n"
            "  - paid\n"
            "  - share > 3\n");
}

TEST_F(GoodRulesetTest, HasExamplesAsJson) {
  const std::vector<Example>& examples = rules().rules[0].examples;
  ASSERT_EQ(examples.size(), 2u);
  ASSERT_EQ(examples[0].given.size(), 1u);
  ASSERT_EQ(examples[0].given[0].size(), 3u);
  EXPECT_EQ(examples[0].given[0][0].json, "\"Tolk\"");
  EXPECT_EQ(examples[0].given[0][2].json, "0.5");
  EXPECT_EQ(examples[1].given[0][1].json, "[\"refugees\"]");
  EXPECT_EQ(examples[1].given[0][2].json, "\"-\"");
  EXPECT_TRUE(examples[0].expect.is_true());
  EXPECT_EQ(rules().rules[3].examples[0].given.size(), 2u);
}

TEST_F(GoodRulesetTest, HasTextsTermsAndLaws) {
  ASSERT_EQ(rules().texts.size(), 1u);
  EXPECT_EQ(rules().texts[0].fields.size(), 2u);
  EXPECT_EQ(rules().language.folding.at("æ"), "ae");
  EXPECT_EQ(rules().language.joins, std::vector<std::string>{"og"});
  EXPECT_EQ(rules().language.negating_before[0].reach, 6);
  EXPECT_EQ(rules().language.negating_after[0].reach, 0);
  ASSERT_NE(rules().lexicon, nullptr);
  EXPECT_EQ(rules().lexicon->Find("interpreting"), 0);
  ASSERT_NE(rules().laws, nullptr);
  EXPECT_EQ(rules().laws->law(0).sections[0].duty, Duty::kMay);
}

TEST_F(GoodRulesetTest, HasExactFiguresSortedByKey) {
  EXPECT_EQ(ToString(rules().parameters[0].value), "56");
  const ParameterTable& table = rules().tables[0];
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(ToString(table.rows[0].first), "101");
  EXPECT_EQ(ToString(table.rows[0].second), "623404");
}

TEST(Loader, LeavesAFigureOutThatNobodyCouldSource) {
  const FileSet files =
      SetOf(Changed("parameters.yaml", "    value: 56\n    unit: percent\n",
                    "    unit: percent\n"));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  ASSERT_TRUE(ruleset) << Words(issues);
  EXPECT_TRUE(ruleset->parameters[0].value.is_unknown());
}

// What rests on it is unknown in every case.
TEST(Loader, AsksForExamplesOfUnknownAloneWhereAFigureHasNoValue) {
  Files files = Changed("topic.yaml",
                        "    - {given: {share: 60}, expect: true}\n"
                        "    - {given: {share: 10}, expect: false}\n",
                        "    - {given: {share: 60}, expect: unknown}\n");
  EXPECT_NE(IssuesOf(files), "");
  for (auto& [name, text] : files) {
    const std::string value = "    value: 56\n";
    const std::size_t at = text.find(value);
    if (name == "parameters.yaml") text.erase(at, value.size());
  }
  EXPECT_EQ(IssuesOf(files), "");
}

std::vector<std::string> WordsOfTerm(const std::string& patterns) {
  const FileSet files =
      SetOf(Changed("terms/words.yaml", "words: [tolk, tolkning]", patterns));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  if (!ruleset) return {Words(issues)};
  return TextsOf(ruleset->terms[0].words);
}

TEST(Patterns, AreAListOrATextWithCommasAndLineBreaks) {
  const std::vector<std::string> expected = {"tolk", "tolkning", "112"};
  for (const char* patterns : {
           "words: [tolk, tolkning, 112]",
           "words: tolk, tolkning, 112",
           "words: 'tolk,tolkning ,  112'",
           "words: \"tolk, tolkning,\\n112\"",
           "words: tolk,\n    tolkning, 112",
           "words: |\n    tolk, tolkning,\n    112",
           "words: |\n    tolk\n    tolkning,\n\n    112,",
           "words: |-\n    tolk, tolkning\n      112\n",
           "words: >\n    tolk, tolkning,\n    112",
       }) {
    EXPECT_EQ(WordsOfTerm(patterns), expected) << patterns;
  }
}

TEST(Patterns, MayBeOne) {
  EXPECT_EQ(WordsOfTerm("words: tolk"), std::vector<std::string>{"tolk"});
  EXPECT_EQ(WordsOfTerm("words: 112"), std::vector<std::string>{"112"});
}

TEST(Loader, KeepsDecimalsExact) {
  const FileSet files =
      SetOf(Changed("parameters.yaml", "value: 56", "value: 56.10"));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  ASSERT_TRUE(ruleset) << Words(issues);
  EXPECT_EQ(ToString(ruleset->parameters[0].value), "56.1");
}

TEST(Loader, TakesTextKeysAndParagraphsOfTheirOwn) {
  Files files = Changed("parameters.yaml", "{147: 103960, 101: 623404}",
                        "{\"0147\": 103960, north: 5}");
  files = With(files, "laws.yaml",
               "marks: {section: [\"§\"], bare: {law: act, sections: [\"18\"]}}"
               "\nlaws:\n  - law: act\n    title: {da: Lov, en: Act}\n"
               "    names: [loven om alt]\n    duty: must\n    source: s\n"
               "    basis: false\n");
  const FileSet set = SetOf(files);
  IssueList issues;
  const auto ruleset = LoadRuleset(set, TestLayout(), &issues);
  ASSERT_TRUE(ruleset) << Words(issues);
  EXPECT_EQ(ruleset->tables[0].rows[0].first.text(), "0147");
  EXPECT_EQ(ruleset->marks.default_law.text, "act");
  EXPECT_EQ(TextsOf(ruleset->marks.default_sections),
            std::vector<std::string>{"18"});
  EXPECT_FALSE(ruleset->laws->law(0).is_basis);
}

TEST(Loader, ReadsConditionsAsLists) {
  const FileSet files =
      SetOf(Changed("topic.yaml", "holds_when: share > majority",
                    "holds_when:\n    any:\n      - paid\n      - all: [staff "
                    "> 1, \"has(title)\"]\n      - none:\n          - share < 1"
                    "\n          - \"!paid\"\n"
                    "      - at_least: {count: 1, of: [paid, staff > 2]}\n"));
  IssueList issues;
  const auto ruleset = LoadRuleset(files, TestLayout(), &issues);
  ASSERT_TRUE(ruleset) << Words(issues);
  EXPECT_EQ(ToString(*ruleset->rules[2].holds_when),
            "(((paid || ((staff > 1) && has(title))) || !((share < 1) || "
            "!paid)) || at_least(1, paid, (staff > 2)))");
}

TEST(Loader, ReadsFilesWithByteOrderMarkAndWindowsLineBreaks) {
  Files files = GoodFiles();
  for (auto& [name, text] : files) {
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) {
      if (c == '\n') windows += '\r';
      windows += c;
    }
    text = windows;
  }
  EXPECT_EQ(IssuesOf(files), "");
}

TEST(Loader, ReportsEveryFileInOneRun) {
  Files files = Changed("topic.yaml", "kind: fact", "kind: facts");
  files = With(files, "broken.yaml", "- [");
  files = With(files, "terms/broken.yaml", "a: b\n");
  const std::string text = IssuesOf(files);
  EXPECT_NE(text.find("topic.yaml:15:9: error: unknown value"), text.npos);
  EXPECT_NE(text.find("broken.yaml:1:3: error: cannot be read"), text.npos);
  EXPECT_NE(text.find("terms/broken.yaml:1:1: error: expected a list"),
            text.npos);
}

TEST(Loader, RefusesMoreThanTenThousandRules) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    text += "- rule: r" + std::to_string(i) + "\n";
  }
  EXPECT_NE(IssuesOf(With(GoodFiles(), "many.yaml", text))
                .find("error: more than 10,000 rules [R141 too-many-rules]"),
            std::string::npos);
}

TEST(Loader, SaysTheSameInDanish) {
  const FileSet files =
      SetOf(Changed("topic.yaml", "holds_when: share > majority",
                    "holds_when: shar > majority"));
  IssueList issues;
  EXPECT_FALSE(LoadRuleset(files, TestLayout(), &issues));
  ASSERT_EQ(issues.issues().size(), 1u);
  EXPECT_EQ(Format(issues.issues()[0], Lang::kDa),
            "topic.yaml:28:15: fejl: ukendt navn 'shar'; mente du 'share'? "
            "[R230 unknown-name]\n"
            "   28 |   holds_when: shar > majority\n"
            "      |               ^~~~\n");
}

TEST(Manifest, GivesWhatTheSchemaNeeds) {
  const FileSet files = SetOf(GoodFiles());
  IssueList issues;
  const auto manifest = RulesetLoader(files).ReadManifest(&issues);
  ASSERT_TRUE(manifest) << Words(issues);
  EXPECT_EQ(manifest->schema.text, "submission.schema.json");
  EXPECT_EQ(manifest->list_member.text, "initiatives");
  EXPECT_EQ(manifest->amount.text, "amount");
  ASSERT_EQ(manifest->missing.size(), 2u);
  EXPECT_EQ(manifest->missing[0].text, "-");
  EXPECT_EQ(manifest->missing[1].text, "?");
}

TEST(Manifest, IsRefusedWithoutASchema) {
  const FileSet files =
      SetOf(Changed("ruleset.yaml", "schema: submission.schema.json\n", ""));
  IssueList issues;
  EXPECT_FALSE(RulesetLoader(files).ReadManifest(&issues));
  EXPECT_EQ(Words(issues),
            "ruleset.yaml:1:1: error: the key 'schema' is missing [R104 "
            "missing-key]\n"
            "    1 | ruleset: test-rules\n"
            "      | ^~~~~~~\n");
}

}  // namespace
}  // namespace sigte
