// SPDX-License-Identifier: MPL-2.0

// One file, all of it or nothing: a setting that is half understood is a check
// that is not made.

#include "engine/rule/configuration_loader.h"

#include <algorithm>
#include <array>

#include "engine/rule/version_range.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 8> kConfigurationKeys = {
    "required-version", "ruleset", "language", "fail-on",
    "inputs",           "rulings", "audit",    "quiet"};
constexpr std::array<std::string_view, 2> kAuditKeys = {"folder", "key"};
constexpr std::array<std::string_view, 4> kFailOn = {"invalid", "borderline",
                                                     "exclude", "never"};
constexpr std::size_t kMaxInputs = 1000;

class ConfigurationReader {
 public:
  ConfigurationReader(const Source& source, IssueList* issues)
      : reader_(source, issues) {}

  Configuration Read(const YamlNode& root) {
    YamlMap map(&reader_, root, kConfigurationKeys);
    AddText(&map, "ruleset", "ruleset");
    AddText(&map, "rulings", "rulings");
    AddChoice(&map, "language", kLanguages);
    AddChoice(&map, "fail-on", kFailOn);
    AddVersion(&map);
    AddQuiet(&map);
    if (const YamlNode* audit = map.Find("audit")) {
      YamlMap log(&reader_, *audit, kAuditKeys);
      AddText(&log, "folder", "audit.folder", Need::kRequired);
      AddText(&log, "key", "audit.key");
    }
    ReadInputs(&map);
    return std::move(configuration_);
  }

 private:
  void Add(std::string_view name, SpannedText value) {
    if (value.text.empty()) return;
    configuration_.values.emplace_back(name, std::move(value));
  }

  void AddText(YamlMap* map, std::string_view key, std::string_view name,
               Need need = Need::kOptional) {
    Add(name, map->Text(key, need));
  }

  void AddChoice(YamlMap* map, std::string_view key, Keys known) {
    SpannedText value = map->Text(key, Need::kOptional);
    if (!value.text.empty() &&
        std::ranges::find(known, value.text) == known.end()) {
      reader_.UnknownName("R106.unknown-value", value.span, value.text,
                          {known.begin(), known.end()});
    }
    Add(key, std::move(value));
  }

  // A number would lose its zeros in other readers of YAML: 0.10 is 0.1.
  void AddVersion(YamlMap* map) {
    constexpr std::string_view kKey = "required-version";
    SpannedText value = map->Text(kKey, Need::kOptional);
    if (!value.text.empty() && !VersionRange::Parse(value.text)) {
      reader_.Error("C101.bad-version", value.span, {value.text});
    } else if (const YamlNode* node = map->Find(kKey);
               !value.text.empty() && node->style == YamlStyle::kPlain &&
               std::ranges::count(value.text, '.') < 2 &&
               value.text.find_first_not_of("0123456789.") ==
                   std::string::npos) {
      reader_.Error("C102.version-is-a-number", value.span, {value.text});
    }
    Add(kKey, std::move(value));
  }

  void AddQuiet(YamlMap* map) {
    const YamlNode* node = map->Find("quiet");
    if (node == nullptr) return;
    Add("quiet", {reader_.Bool(*node) ? "true" : "false", node->span});
  }

  void ReadInputs(YamlMap* map) {
    const YamlNode* node = map->Find("inputs");
    if (node == nullptr) return;
    configuration_.inputs_span = node->span;
    configuration_.inputs = reader_.Texts(*node);
    if (node->kind == YamlKind::kSequence && node->items.empty()) {
      reader_.Error("R148.empty-list", node->span, {"inputs"});
    }
    if (configuration_.inputs.size() > kMaxInputs) {
      reader_.Error("C103.too-many-inputs", node->span,
                    {std::to_string(kMaxInputs)});
    }
  }

  YamlReader reader_;
  Configuration configuration_;
};

}  // namespace

const SpannedText* Configuration::Find(std::string_view name) const {
  for (const auto& [key, value] : values) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::optional<Configuration> LoadConfiguration(const Source& source,
                                               IssueList* issues) {
  IssueList found;
  std::optional<Configuration> configuration;
  if (source.text().size() > kMaxConfigurationBytes) {
    found.Error("C104.configuration-too-large", &source, {0, 0},
                {std::to_string(kMaxConfigurationBytes / 1024)});
  } else if (const auto root = ReadYaml(source, &found)) {
    configuration = ConfigurationReader(source, &found).Read(*root);
  }
  found.Sort();
  for (const Issue& issue : found.issues()) issues->Add(issue);
  if (found.has_errors()) return std::nullopt;
  return configuration;
}

}  // namespace sigte
