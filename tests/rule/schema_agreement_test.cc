// SPDX-License-Identifier: MPL-2.0

// The schemas of a ruleset's files against the loader: what one refuses for its
// form, the other refuses too. Every key of a good ruleset is left out, given a
// neighbour that nobody knows, and given values of every kind.
#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/json_writer.h"
#include "engine/read/json_reader.h"
#include "engine/rule/loader.h"
#include "engine/rule/yaml_document.h"
#include "engine/rule/yaml_tree.h"
#include "engine/schema/schema.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

// What the loader says of a file's form, as opposed to what names mean.
constexpr std::array kFormCodes = {
    "R102", "R104", "R105", "R106", "R119", "R120", "R121", "R122", "R123",
    "R130", "R131", "R135", "R142", "R143", "R147", "R148", "R149", "R150",
    "R151", "R155", "R162", "R164", "R165", "R171", "R173", "R174", "R175",
    "R176", "R177", "R178", "R179", "R271", "R319"};

struct CompiledSchema {
  std::unique_ptr<Source> source;
  PaddedText padded;
  Document document;
  std::shared_ptr<const Schema> schema;
};

const Schema& SchemaOf(const std::string& name) {
  static std::map<std::string, CompiledSchema> schemas;
  CompiledSchema& entry = schemas[name];
  if (entry.schema != nullptr) return *entry.schema;
  std::ifstream file(SIGTE_SOURCE_DIR "/schemas/" + name + ".schema.json");
  entry.source = std::make_unique<Source>(
      name, std::string(std::istreambuf_iterator<char>(file), {}));
  entry.padded = PaddedText(entry.source->text());
  IssueList issues;
  JsonReader().Read(entry.padded.text(), entry.source.get(), 0, &entry.document,
                    &issues);
  SchemaOptions options;
  options.assert_format = true;
  entry.schema =
      Schema::Compile(entry.document, entry.source.get(), options, {}, &issues);
  EXPECT_TRUE(issues.empty()) << Words(issues);
  return *entry.schema;
}

std::string SchemaNameOf(const std::string& file) {
  if (file.starts_with("terms/")) return "terms";
  const std::string stem = file.substr(0, file.find('.'));
  for (const char* name : {"ruleset", "language", "laws", "parameters"}) {
    if (stem == name) return stem;
  }
  return "rules";
}

// What the schema says of a file's text; empty where nothing is wrong.
std::string SchemaSays(const std::string& file, const std::string& text) {
  const Source source(file, text);
  IssueList issues;
  const auto root = ReadYaml(source, &issues);
  if (root) {
    Document document;
    MakeDocument(*root, source, &document, &issues);
    bool cut = false;
    SchemaChecker checker(SchemaOf(SchemaNameOf(file)));
    for (SchemaFault& fault :
         checker.Faults(document, Document::kRoot, &source, &cut)) {
      issues.Add(std::move(fault.issue));
    }
  }
  return Words(issues);
}

void Put(const std::string& after, const std::string& more, std::string* text) {
  const std::size_t at = text->find(after);
  ASSERT_NE(at, std::string::npos) << after;
  text->insert(at + after.size(), more);
}

// The good ruleset with the keys that it can do without.
Files FullFiles() {
  Files files = GoodFiles();
  const auto text = [&](const std::string& name) {
    return &std::ranges::find(files, name, &Files::value_type::first)->second;
  };
  *text("ruleset.yaml") +=
      "hide: [\"000000-####\"]\n"
      "reasons:\n  - {reason: seen, title: {da: Set, en: Seen}}\n"
      "bodies:\n  - {body: fm, title: {da: FM, en: MF}}\n"
      "template:\n  rows: 20\n  numbered: true\n"
      "  instructions:\n    - {da: Skriv, en: Write}\n";
  Put("  unless: [mediator]\n", "  help: {da: Spørg, en: Ask}\n",
      text("topic.yaml"));
  Put("share: 0.5}, expect: true", ", note: half", text("topic.yaml"));
  Put("  source: \"The terms\"\n  holds_when: ",
      "{any: ['mentions(description, \"interpreting\")', {all: [paid, share > "
      "3]}, {none: [paid]}, {at_least: {count: 2, of: [paid, staff > 1, share "
      "> 1]}}]}\n  #",
      text("topic.yaml"));
  Put("  words: [tolk, tolkning]\n",
      "  exact: [tolkes]\n  heads: [tolke]\n  tails: [tolker]\n"
      "  parts: [flygtn]\n  phrases: [\"køb af .. timer\"]\n"
      "  acronyms: [TFS]\n  but_not: [kulturtolk]\n",
      text("terms/words.yaml"));
  Put("  joins: [og]\n",
      "  number: [nr]\n  chapter: [kap]\n  genitives: [s]\n"
      "  number_first: [\"# §\"]\n  within: [i]\n"
      "  bare: {law: service_act, sections: [\"18\"], other_laws: "
      "[\"*loven\"]}\n",
      text("laws.yaml"));
  Put("    duty: mixed\n",
      "    abbreviations: [SEL]\n    until: 2030-12-31\n    basis: true\n",
      text("laws.yaml"));
  Put("duty: may, ", "from: 2010-01-01, until: 2020-12-31, ",
      text("laws.yaml"));
  return files;
}

bool IsPlainEnough(const YamlNode& node) {
  return node.style == YamlStyle::kPlain && !node.text.empty() &&
         std::ranges::all_of(node.text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
         });
}

// The tree in brackets and braces, on one line.
std::string Flow(const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::kNull: return "~";
    case YamlKind::kScalar: break;
    case YamlKind::kMap:
    case YamlKind::kSequence: {
      const bool map = node.kind == YamlKind::kMap;
      std::string text = map ? "{" : "[";
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i > 0) text += ", ";
        text += Flow(node.items[i]);
        if (map) text += ": " + Flow(node.items[++i]);
      }
      return text + (map ? "}" : "]");
    }
  }
  if (IsPlainEnough(node)) return node.text;
  std::string quoted;
  JsonWriter(&quoted).String(node.text);
  return quoted;
}

YamlNode Parsed(const std::string& text) {
  const Source source("x.yaml", text);
  IssueList issues;
  auto root = ReadYaml(source, &issues);
  if (root) return *root;
  return {};  // nothing, as "~" is
}

using Try = std::function<void(const std::string& what)>;

// Calls `attempt` with each change of `node` in place, and undoes it.
void ForEachChange(YamlNode* node, const std::string& path,
                   const Try& attempt) {
  const YamlNode before = *node;
  for (const char* value : {"[]", "[a]", "{a: b}", "~", "\"\"", "true", "no",
                            "5", "0123", "some text", "2019-02-30"}) {
    *node = std::string(value) == "~" ? YamlNode{} : Parsed(value);
    attempt(path + " = " + value);
  }
  *node = before;
  if (node->kind == YamlKind::kSequence) {
    for (std::size_t i = 0; i < node->items.size(); ++i) {
      ForEachChange(&node->items[i], path + "/" + std::to_string(i), attempt);
    }
  }
  if (node->kind != YamlKind::kMap) return;
  const YamlNode more = Parsed("{zzz: 1}");
  node->items.insert(node->items.end(), more.items.begin(), more.items.end());
  attempt(path + " with an unknown key");
  *node = before;
  for (std::size_t i = 0; i + 1 < node->items.size(); i += 2) {
    const std::string name = node->items[i].text;
    const auto at = node->items.begin() + static_cast<std::ptrdiff_t>(i);
    node->items.erase(at, at + 2);
    attempt(path + " without " + name);
    *node = before;
    // What an example gives is described by the submission's schema.
    if (name != "given") {
      ForEachChange(&node->items[i + 1], path + "/" + name, attempt);
    }
  }
}

bool IsAboutForm(const std::string& words) {
  return std::ranges::any_of(kFormCodes, [&](const char* code) {
    return words.find("[" + std::string(code)) != std::string::npos;
  });
}

TEST(SchemasOfRulesets, AcceptTheGoodRuleset) {
  EXPECT_EQ(IssuesOf(FullFiles()), "");
  for (const auto& [name, text] : FullFiles()) {
    EXPECT_EQ(SchemaSays(name, text), "") << name;
  }
}

TEST(SchemasOfRulesets, RefuseTheFormsThatTheLoaderRefusesAndNoOthers) {
  int refused = 0;
  const Files files = FullFiles();
  for (const auto& [name, text] : files) {
    YamlNode root = Parsed(text);
    ForEachChange(&root, name, [&, &file = name](const std::string& what) {
      const std::string changed = Flow(root) + "\n";
      const std::string schema = SchemaSays(file, changed);
      const std::string loader = IssuesOf(With(files, file, changed));
      if (IsAboutForm(loader)) {
        ++refused;
        EXPECT_NE(schema, "") << what << "; the loader:\n" << loader;
      }
      if (!schema.empty()) {
        EXPECT_NE(loader, "") << what << "; the schema:\n" << schema;
      }
    });
  }
  EXPECT_GT(refused, 500);
}

}  // namespace
}  // namespace sigte
