// SPDX-License-Identifier: MPL-2.0

// `.sigte.yaml`: what is read, and every fault as the user sees it; and its
// schema, which must find the same.

#include "engine/rule/configuration_loader.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <string>

#include "engine/read/json_reader.h"
#include "engine/rule/yaml_document.h"
#include "engine/rule/yaml_tree.h"
#include "engine/schema/schema.h"

namespace sigte {
namespace {

constexpr const char* kFull =
    "# ours\n"
    "required-version: \">=0.1, <0.2\"\n"
    "ruleset: rules/mine\n"
    "language: da\n"
    "fail-on: borderline\n"
    "inputs: [data/, \"more/**/*.xlsx\"]\n"
    "rulings: rulings\n"
    "audit: {folder: log, key: log.key}\n"
    "quiet: true\n";

/// Every issue as the user reads it.
std::string IssuesIn(const std::string& text) {
  const Source source(".sigte.yaml", text);
  IssueList issues;
  const bool loaded = LoadConfiguration(source, &issues).has_value();
  EXPECT_EQ(loaded, !issues.has_errors());
  std::string words;
  for (const Issue& issue : issues.issues()) words += Format(issue, Lang::kEn);
  return words;
}

/// Whether the schema has nothing against it.
bool SchemaAllows(const std::string& text) {
  std::ifstream file(SIGTE_SOURCE_DIR "/schemas/config.schema.json");
  const Source schema_source(
      "config", std::string(std::istreambuf_iterator<char>(file), {}));
  const PaddedText padded(schema_source.text());
  Document schema_document;
  IssueList issues;
  JsonReader().Read(padded.text(), &schema_source, 0, &schema_document,
                    &issues);
  const auto schema =
      Schema::Compile(schema_document, &schema_source, {}, {}, &issues);
  EXPECT_TRUE(issues.empty());
  const Source source(".sigte.yaml", text);
  const auto root = ReadYaml(source, &issues);
  if (!root || issues.has_errors()) return false;
  Document document;
  MakeDocument(*root, source, &document, &issues);
  return !issues.has_errors() &&
         SchemaChecker(*schema).IsValid(document, Document::kRoot);
}

TEST(Configuration, ReadsEverySettingWithItsPlace) {
  const Source source(".sigte.yaml", kFull);
  IssueList issues;
  const auto read = LoadConfiguration(source, &issues);
  ASSERT_TRUE(read) << Format(issues.issues().front(), Lang::kEn);
  ASSERT_NE(read->Find("audit.key"), nullptr);
  EXPECT_EQ(read->Find("audit.key")->text, "log.key");
  EXPECT_EQ(source.PlaceOf(read->Find("fail-on")->span.begin).line, 5u);
  EXPECT_EQ(read->Find("quiet")->text, "true");
  EXPECT_EQ(read->values.size(), 8u);
  ASSERT_EQ(read->inputs.size(), 2u);
  EXPECT_EQ(read->inputs[1].text, "more/**/*.xlsx");
  EXPECT_EQ(read->Find("nothing"), nullptr);
}

TEST(Configuration, SuggestsTheKeyThatWasMeant) {
  EXPECT_EQ(IssuesIn("ruleset: r\nfail-in: never\n"),
            ".sigte.yaml:2:1: error: unknown key 'fail-in'; did you mean "
            "'fail-on'? [R102 unknown-key]\n"
            "    2 | fail-in: never\n"
            "      | ^~~~~~~\n");
}

TEST(Configuration, ReportsEveryFaultInOneRun) {
  EXPECT_EQ(IssuesIn("language: dk\naudit: {kee: k}\nquiet: maybe\n"),
            ".sigte.yaml:1:11: error: unknown value 'dk'; known: da, en "
            "[R106 unknown-value]\n"
            "    1 | language: dk\n"
            "      |           ^~\n"
            ".sigte.yaml:2:8: error: the key 'folder' is missing "
            "[R104 missing-key]\n"
            "    2 | audit: {kee: k}\n"
            "      |        ^\n"
            ".sigte.yaml:2:9: error: unknown key 'kee'; did you mean 'key'? "
            "[R102 unknown-key]\n"
            "    2 | audit: {kee: k}\n"
            "      |         ^~~\n"
            ".sigte.yaml:3:8: error: unknown value 'maybe'; known: true, false "
            "[R106 unknown-value]\n"
            "    3 | quiet: maybe\n"
            "      |        ^~~~~\n");
}

TEST(Configuration, WantsVersionsThatNoReaderOfYamlTakesForNumbers) {
  EXPECT_EQ(IssuesIn("required-version: 0.10\n"),
            ".sigte.yaml:1:19: error: YAML may take 0.10 for a number "
            "[C102 version-is-a-number]\n"
            "    1 | required-version: 0.10\n"
            "      |                   ^~~~\n"
            "      = help: write \"0.10\" with quotes\n");
  EXPECT_EQ(IssuesIn("required-version: \"0.10\"\n"), "");
  EXPECT_EQ(IssuesIn("required-version: 0.1.0\n"), "");
}

struct Fault {
  const char* name;
  std::string text;
  const char* code;

  friend void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.name;
  }
};

class ConfigurationRefuses : public testing::TestWithParam<Fault> {};

TEST_P(ConfigurationRefuses, WithThePlaceAsItsSchemaDoes) {
  const Fault& fault = GetParam();
  const std::string words = IssuesIn(fault.text);
  EXPECT_NE(words.find("[" + std::string(fault.code)), words.npos) << words;
  EXPECT_EQ(words.substr(0, 12), ".sigte.yaml:");
  EXPECT_FALSE(SchemaAllows(fault.text));
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, ConfigurationRefuses,
    testing::Values(Fault{"KeyGivenTwice", "ruleset: a\nruleset: b\n", "R103"},
                    Fault{"SecondDocument", "ruleset: a\n---\nruleset: b\n",
                          "R1"},
                    Fault{"List", "[ruleset]\n", "R105"},
                    Fault{"Empty", "", "R107"},
                    Fault{"TextForAMap", "audit: log\n", "R105"},
                    Fault{"MapForAText", "ruleset: {a: b}\n", "R105"},
                    Fault{"NoValue", "ruleset:\n", "R120"},
                    Fault{"BlankText", "rulings: ' '\n", "R147"},
                    Fault{"TruthForAText", "language: no\n", "R119"},
                    Fault{"TextForATruth", "quiet: \"true\"\n", "R171"},
                    Fault{"NoInputs", "inputs: []\n", "R148"},
                    Fault{"OneInputWithoutAList", "inputs: data\n", "R179"},
                    Fault{"BadVersion", "required-version: new\n", "C101"},
                    Fault{"Tabs", "audit:\n\tfolder: a\n", "R1"},
                    Fault{"Alias", "ruleset: &a b\nrulings: *a\n", "R1"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Configuration, IsAllowedByItsSchemaWhereItIsRead) {
  for (const char* text :
       {kFull, "ruleset: a\n", "required-version: \"1\"\n", "inputs:\n  - a\n",
        "audit:\n  folder: log\n", "quiet: false\n"}) {
    EXPECT_EQ(IssuesIn(text), "");
    EXPECT_TRUE(SchemaAllows(text)) << text;
  }
}

TEST(Configuration, IsBounded) {
  EXPECT_NE(
      IssuesIn("# " + std::string(kMaxConfigurationBytes, 'x')).find("[C104"),
      std::string::npos);
  std::string many = "inputs:\n";
  for (int i = 0; i < 1001; ++i) many += "  - a\n";
  EXPECT_NE(IssuesIn(many).find("[C103"), std::string::npos);
  EXPECT_FALSE(SchemaAllows(many));
}

}  // namespace
}  // namespace sigte
