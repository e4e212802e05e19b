// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/loader.h"

#include <algorithm>
#include <array>
#include <future>
#include <utility>
#include <vector>

#include "engine/base/large_pages.h"
#include "engine/base/numbers.h"
#include "engine/rule/follow_ups.h"
#include "engine/rule/language_loader.h"
#include "engine/rule/law_loader.h"
#include "engine/rule/manifest_loader.h"
#include "engine/rule/misplaced.h"
#include "engine/rule/parameter_loader.h"
#include "engine/rule/rule_checks.h"
#include "engine/rule/rule_loader.h"
#include "engine/rule/term_loader.h"
#include "engine/rule/yaml_files.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxRules = 10'000;
constexpr std::string_view kManifestName = "ruleset.";

// What a file is at its top.
YamlKind KindOf(RulesetFile role) {
  const bool is_list =
      role == RulesetFile::kTerms || role == RulesetFile::kRules;
  return is_list ? YamlKind::kSequence : YamlKind::kMap;
}

RulesetFile RoleOf(std::string_view name, std::string_view schema) {
  if (name == kManifestFile) return RulesetFile::kManifest;
  if (name == kParameterFile) return RulesetFile::kParameters;
  if (name == kLanguageFile) return RulesetFile::kLanguage;
  if (name == kLawFile) return RulesetFile::kLaws;
  if (name == "README.md" || name == schema) return RulesetFile::kOther;
  const bool terms = name.starts_with(kTermFolder);
  if (terms) name.remove_prefix(kTermFolder.size());
  if (name.find('/') != std::string_view::npos || name.starts_with('.') ||
      !name.ends_with(".yaml")) {
    return RulesetFile::kUnknown;
  }
  return terms ? RulesetFile::kTerms : RulesetFile::kRules;
}

// As they are needed; the largest first, so that no thread is left alone with
// one at the end.
std::vector<const Source*> YamlSources(const FileSet& files) {
  std::vector<const Source*> sources;
  for (const auto& file : files.files()) {
    if (file->name().ends_with(".yaml")) sources.push_back(file.get());
  }
  std::ranges::stable_sort(sources, [](const Source* a, const Source* b) {
    return std::pair(RoleOf(a->name(), {}), b->text().size()) <
           std::pair(RoleOf(b->name(), {}), a->text().size());
  });
  return sources;
}

}  // namespace

// What has .yaml or .yml in its name, in capitals or small letters, hidden or
// with something behind (.YAML, .yaml.txt, .yaml.bak), may hold rules that
// somebody counts on. What editors leave beside a file while it is open, or of
// its state before, is no rule: x.yaml~, #x.yaml#, .#x.yaml, .x.yaml.swp. And
// where a ruleset is the top of a repository, other programs' files lie there.
bool MayBeRulesetFile(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kOfOthers = {
      ".sigte.yaml",    ".pre-commit-config.yaml", ".pre-commit-hooks.yaml",
      ".gitlab-ci.yml", ".yamllint.yaml",          ".yamllint.yml"};
  std::string small(name);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  const std::string_view seen = small;
  if (seen.find(".yaml") == std::string_view::npos &&
      seen.find(".yml") == std::string_view::npos) {
    return false;
  }
  const bool is_hidden = seen.starts_with('.');
  const std::string_view ending = seen.substr(seen.rfind('.'));
  const bool is_swap = is_hidden && ending.starts_with(".sw") &&
                       ending.size() == std::string_view(".swp").size();
  if (seen.ends_with('~') || seen.ends_with('#') || is_swap ||
      seen.starts_with(".#")) {
    return false;
  }
  return std::ranges::find(kOfOthers, name) == kOfOthers.end();
}

class RulesetLoader::Impl {
 public:
  explicit Impl(const FileSet& files)
      : files_(files), sources_(YamlSources(files)), trees_(sources_) {}

  std::optional<Manifest> ReadManifest(IssueList* issues) {
    IssueList found;
    std::optional<Manifest> manifest;
    const Source* source = files_.Find(kManifestFile);
    if (source == nullptr) {
      found.Error("R145.no-manifest", nullptr, {}, {kManifestFile});
      for (const auto& file : files_.files()) {
        const bool is_meant = file->name().starts_with(kManifestName) &&
                              RoleOf(file->name(), {}) == RulesetFile::kUnknown;
        if (is_meant) LoadOne(RulesetFile::kUnknown, *file);
      }
      TellCausesFirst(found_, unused_, &found);
    } else {
      const YamlFile& tree = TreeOf(*source);
      for (const Issue& issue : tree.issues.issues()) found.Add(issue);
      if (tree.root) {
        manifest = ReadManifestRoot(*source, *tree.root, &found);
      }
    }
    for (const Issue& issue : found.issues()) issues->Add(issue);
    if (found.has_errors()) return std::nullopt;
    return manifest;
  }

  std::optional<Ruleset> Load(Layout layout, IssueList* issues) {
    ruleset_.layout = std::move(layout);
    for (const RulesetFile role :
         {RulesetFile::kManifest, RulesetFile::kParameters,
          RulesetFile::kLanguage, RulesetFile::kTerms}) {
      LoadAll(role);
    }
    // Beside the rest, which looks at the terms and not at what they become.
    std::future<void> lexicon;
    if (all_read_) {
      lexicon = std::async([this] {
        UseLargePagesOfThread();
        BuildLexicon();
      });
    }
    for (const RulesetFile role :
         {RulesetFile::kLaws, RulesetFile::kRules, RulesetFile::kUnknown}) {
      LoadAll(role);
    }
    all_read_ = all_read_ && !HasMisplaced();
    BuildLaws();
    // A file that could not be read leaves names unknown that are none.
    if (all_read_ && CheckCount()) CheckWhole();
    if (lexicon.valid()) lexicon.get();
    for (const Issue& issue : in_terms_.issues()) found_.Add(issue);
    TellCausesFirst(found_, unused_, issues);
    if (found_.has_errors()) return std::nullopt;
    return std::move(ruleset_);
  }

 private:
  void LoadAll(RulesetFile role) {
    bool any = false;
    for (const auto& file : files_.files()) {
      if (RoleOf(file->name(), schema_) != role) continue;
      any = true;
      LoadOne(role, *file);
    }
    if (role == RulesetFile::kManifest && !any) {
      found_.Error("R145.no-manifest", nullptr, {}, {kManifestFile});
      all_read_ = false;
    }
  }

  void LoadOne(RulesetFile role, const Source& file) {
    if (role == RulesetFile::kUnknown) {
      found_.Error("R140.unknown-file", &file, {0, 0}, {file.name()});
      unused_.push_back(&file);
      return;
    }
    const YamlFile& tree = TreeOf(file);
    for (const Issue& issue : tree.issues.issues()) found_.Add(issue);
    const std::optional<YamlNode>& root = tree.root;
    if (!root || root->kind != KindOf(role)) {
      all_read_ = false;
      unused_.push_back(&file);
    }
    if (!root) return;
    // Without it neither markers nor texts are known: only syntax is judged.
    if (role != RulesetFile::kManifest && ruleset_.manifest == nullptr) return;
    switch (role) {
      case RulesetFile::kManifest: return LoadManifestFile(file, *root);
      case RulesetFile::kParameters:
        return LoadParameters(file, *root, &ruleset_, &found_);
      case RulesetFile::kLanguage:
        ruleset_.language = LoadLanguage(file, *root, &found_);
        return;
      case RulesetFile::kTerms:
        return LoadTerms(file, *root, &ruleset_, &found_);
      case RulesetFile::kLaws:
        laws_ =
            LoadLaws(file, *root, ruleset_.language, &ruleset_.marks, &found_);
        return;
      default:
        all_read_ = LoadRules(file, *root, &ruleset_, &found_) && all_read_;
    }
  }

  const YamlFile& TreeOf(const Source& file) {
    const auto at = std::ranges::find(sources_, &file);
    return trees_.At(static_cast<std::size_t>(at - sources_.begin()));
  }

  // What is in the wrong file leaves names unknown that are none.
  bool HasMisplaced() const {
    return std::ranges::any_of(found_.issues(), IsMisplaced);
  }

  void LoadManifestFile(const Source& file, const YamlNode& root) {
    if (root.kind != YamlKind::kMap) {
      YamlReader(file, &found_).Expect(root, YamlKind::kMap);
      return;
    }
    LoadManifest(file, root, &ruleset_, &found_);
    for (std::size_t i = 0; i + 1 < root.items.size(); i += 2) {
      if (root.items[i].text == "schema") schema_ = root.items[i + 1].text;
    }
  }

  void BuildLexicon() {
    ruleset_.lexicon =
        Lexicon::Build(ruleset_.language, ruleset_.terms, &in_terms_);
  }

  void BuildLaws() {
    if (!all_read_) return;
    ruleset_.laws =
        LawCatalogue::Build(ruleset_.language, ruleset_.marks, laws_, &found_);
  }

  bool CheckCount() {
    if (ruleset_.rules.size() <= kMaxRules) return true;
    const Rule& rule = ruleset_.rules[kMaxRules];
    found_.Error("R141.too-many-rules", rule.source_file, rule.id.span,
                 {CountText(kMaxRules)});
    return false;
  }

  void CheckWhole() {
    CheckNames(ruleset_, &found_);
    CheckConditions(ruleset_, &found_);
    CheckTableKeys(ruleset_, &found_);
    CheckReferences(ruleset_, &found_);
    CheckScopeFormula(ruleset_, &found_);
    // Of a rule that could not be read, nobody knows its kind or what it uses.
    if (found_.has_errors()) return;
    CheckFactsAreUsed(ruleset_, &found_);
    CheckScopeKinds(ruleset_, &found_);
  }

  const FileSet& files_;
  const std::vector<const Source*> sources_;
  YamlFiles trees_;
  Ruleset ruleset_;
  std::vector<LawSource> laws_;
  std::string schema_;
  IssueList found_;
  IssueList in_terms_;  // of the lexicon as a whole
  bool all_read_ = true;
  std::vector<const Source*> unused_;  // files of which nothing could be read
};

RulesetLoader::RulesetLoader(const FileSet& files)
    : impl_(std::make_unique<Impl>(files)) {}
RulesetLoader::~RulesetLoader() = default;

std::optional<Manifest> RulesetLoader::ReadManifest(IssueList* issues) {
  return impl_->ReadManifest(issues);
}

std::optional<Ruleset> RulesetLoader::Load(Layout layout, IssueList* issues) {
  return impl_->Load(std::move(layout), issues);
}

}  // namespace sigte
