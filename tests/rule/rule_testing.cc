// SPDX-License-Identifier: MPL-2.0

#include "tests/rule/rule_testing.h"

#include <optional>

#include "engine/rule/loader.h"
#include "engine/rule/parser.h"
#include "gtest/gtest.h"
#include "tests/record/fields.h"

namespace sigte {
namespace {

constexpr const char* kManifestText =
    R"(ruleset: test-rules
version: "1.0.0"
title: {da: Prøve, en: Trial}
source: "A test"
schema: submission.schema.json
period: {from: 2019-01-01, until: 2019-12-31}
records: {list: initiatives, id: id, group: municipality, title: title, amount: amount}
missing: ["-", "?"]
texts:
  description: [title, content]
scope: inclusion && !exclusion
)";

constexpr const char* kRulesText =
    R"(- rule: interpreting
  code: E5
  kind: exclusion
  title: {da: Tolkning, en: Interpreting}
  source: "The terms"
  holds_when: mentions(description, "interpreting")
  unclear_when: mentions(purpose, "interpreting")
  unless: [mediator]
  message: {da: Tolkning hører ikke med, en: Interpreting is left out}
  ask: {da: "Er det tolkning?", en: "Is it interpreting?"}
  examples:
    - {given: {title: Tolk, area: work, share: 0.5}, expect: true}
    - {given: {title: Café, groups: [refugees], staff: "-"}, expect: false}
- rule: mediator
  kind: fact
  title: {da: Brobygger, en: Mediator}
  source: "The terms"
  holds_when: title.contains("brobygger")
  message: {da: Brobygger, en: Mediator}
  ask: {da: "Brobygger?", en: "Mediator?"}
  examples:
    - {given: {title: brobygger}, expect: true}
    - {given: {title: andet}, expect: false}
- rule: own_money
  kind: inclusion
  title: {da: Egne midler, en: Own money}
  source: "The terms"
  holds_when: share > majority
  message: {da: Egne midler, en: Own money}
  ask: {da: "Hvor meget?", en: "How much?"}
  examples:
    - {given: {share: 60}, expect: true}
    - {given: {share: 10}, expect: false}
- rule: twice
  kind: check
  effect: question
  group_by: [municipality, title]
  title: {da: To gange, en: Twice}
  source: "The terms"
  fails_when: group_count() > 1
  message: {da: Står to gange, en: Stands twice}
  ask: {da: "Er det den samme?", en: "Is it the same?"}
  examples:
    - {given: [{title: A, municipality: 101}, {title: A, municipality: 101}], expect: true}
    - {given: [{title: A}], expect: false}
)";

}  // namespace

std::string Words(const IssueList& issues) {
  std::string text;
  for (const Issue& issue : issues.issues()) text += Format(issue, Lang::kEn);
  return text;
}

std::string Dump(const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::kNull: return "~";
    case YamlKind::kScalar: {
      constexpr const char* kMarks[] = {"", "'", "\"", "|", ">"};
      return kMarks[static_cast<int>(node.style)] + node.text + "@" +
             std::to_string(node.span.begin) + "-" +
             std::to_string(node.span.end);
    }
    case YamlKind::kMap:
    case YamlKind::kSequence: break;
  }
  const bool map = node.kind == YamlKind::kMap;
  std::string text = map ? "{" : "[";
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (i > 0) text += map && i % 2 == 1 ? ": " : ", ";
    text += Dump(node.items[i]);
  }
  return text + (map ? "}" : "]");
}

Layout TestLayout() {
  Layout layout;
  layout.Add(MakeField("id", FieldType::kText));
  layout.Add(MakeField("title", FieldType::kText));
  layout.Add(MakeField("content", FieldType::kText));
  layout.Add(MakeField("purpose", FieldType::kText));
  layout.Add(MakeField("share", FieldType::kDecimal));
  layout.Add(MakeField("staff", FieldType::kInt));
  layout.Add(MakeField("paid", FieldType::kBool));
  Field area = MakeField("area", FieldType::kText);
  area.choices = {{"work", {}, {}}, {"school", {}, {}}};
  layout.Add(area);
  Field groups = MakeField("groups", FieldType::kText, true);
  groups.choices = {{"refugees", {}, {}}, {"families", {}, {}}};
  layout.Add(groups);
  Field years = MakeField("years_run", FieldType::kInt, true);
  years.choices = {{"2018", {}, {}}, {"2019", {}, {}}};
  layout.Add(years);
  layout.Add(MakeField("municipality", FieldType::kInt));
  layout.Add(MakeField("amount", FieldType::kInt));
  return layout;
}

Files GoodFiles() {
  return {
      {"ruleset.yaml", kManifestText},
      {"topic.yaml", kRulesText},
      {"language.yaml",
       "folding: {æ: ae, ø: oe, å: aa}\n"
       "endings: [s, en]\n"
       "breaks: [men]\n"
       "joins: [og]\n"
       "triggers:\n"
       "  none: [\"ikke kun\"]\n"
       "  negating:\n"
       "    before: [{text: uden, reach: 6}]\n"
       "    after: [{text: er ikke med}]\n"
       "  supplementing: {before: [{text: ud over, reach: 8}], after: []}\n"},
      {"terms/words.yaml",
       "- term: interpreting\n"
       "  title: {da: Tolkning, en: Interpreting}\n"
       "  source: \"The terms\"\n"
       "  words: [tolk, tolkning]\n"
       "  hits: [Udgifter til tolk]\n"
       "  misses: [Café]\n"},
      {"laws.yaml",
       "marks:\n"
       "  section: [\"§\", \"§§\", paragraf]\n"
       "  subsection: [stk]\n"
       "  joins: [og]\n"
       "laws:\n"
       "  - law: service_act\n"
       "    title: {da: Lov om social service, en: Social Services Act}\n"
       "    names: [serviceloven]\n"
       "    duty: mixed\n"
       "    source: \"LBK 1\"\n"
       "    from: 2006-01-01\n"
       "    sections:\n"
       "      - {section: \"18\", duty: may, title: {da: Frivillige, en: "
       "Volunteers}, source: \"§ 18\"}\n"},
      {"parameters.yaml",
       "parameters:\n"
       "  - parameter: majority\n"
       "    title: {da: Flertal, en: Majority}\n"
       "    value: 56\n"
       "    unit: percent\n"
       "    source: \"The terms\"\n"
       "    date: 2022-01-01\n"
       "    status: published\n"
       "tables:\n"
       "  - table: population\n"
       "    title: {da: Folketal, en: Population}\n"
       "    unit: persons\n"
       "    source: \"Statistics\"\n"
       "    date: 2019-01-01\n"
       "    rows: {147: 103960, 101: 623404}\n"},
  };
}

Files With(Files files, const std::string& name, const std::string& text) {
  for (auto& [file, old] : files) {
    if (file != name) continue;
    old = text;
    return files;
  }
  files.emplace_back(name, text);
  return files;
}

Files Changed(const std::string& name, const std::string& from,
              const std::string& to) {
  Files files = GoodFiles();
  for (auto& [file, text] : files) {
    if (file != name) continue;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
  }
  return files;
}

FileSet SetOf(const Files& files) {
  FileSet set;
  for (const auto& [name, text] : files) set.Add(name, text);
  return set;
}

std::optional<Ruleset> LoadRuleset(const FileSet& files, Layout layout,
                                   IssueList* issues) {
  return RulesetLoader(files).Load(std::move(layout), issues);
}

std::string IssuesOf(const Files& files) {
  const FileSet set = SetOf(files);
  IssueList issues;
  const bool loaded = LoadRuleset(set, TestLayout(), &issues).has_value();
  EXPECT_EQ(loaded, !issues.has_errors());
  return Words(issues);
}

const Ruleset& GoodRuleset() {
  static const FileSet files = SetOf(GoodFiles());
  static IssueList issues;
  static const std::optional<Ruleset> ruleset =
      LoadRuleset(files, TestLayout(), &issues);
  EXPECT_TRUE(ruleset.has_value()) << Words(issues);
  return *ruleset;
}

std::string CheckWords(const CheckScope& scope, const std::string& text) {
  constexpr const char* kNames[] = {"any",   "bool",  "int",  "decimal",
                                    "text",  "bools", "ints", "decimals",
                                    "texts", "anys"};
  const Source source("c.cel", text);
  IssueList issues;
  const ExpressionPtr parsed = ParseExpression(text, &source, {}, &issues);
  if (!parsed) return Words(issues);
  const Type type = CheckExpression(*parsed, scope, &source, &issues);
  return issues.empty() ? kNames[static_cast<int>(type)] : Words(issues);
}

std::string StrictWords(const std::string& text) {
  CheckScope scope;
  scope.ruleset = &GoodRuleset();
  return CheckWords(scope, text);
}

}  // namespace sigte
