// SPDX-License-Identifier: MPL-2.0

#include "engine/app/ruleset_store.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <future>
#include <system_error>
#include <utility>

#include "engine/app/nearest_file.h"
#include "engine/app/output.h"
#include "engine/app/shipped_files.h"
#include "engine/app/telling.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/system_words.h"
#include "engine/compile/compiler.h"
#include "engine/rule/loader.h"
#include "engine/rule/yaml_text.h"
#include "engine/schema/layout_reader.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchemaEnding = ".schema.json";

// As people would name it from where they stand.
std::string Shortened(const fs::path& path) {
  std::error_code error;
  const fs::path normal = path.lexically_normal();
  const fs::path here = normal.lexically_relative(fs::current_path(error));
  const bool is_below =
      !error && normal.is_absolute() && !here.empty() && *here.begin() != "..";
  return (is_below ? here : normal).string();
}

std::string FirstThatExists(const std::vector<fs::path>& paths) {
  for (const fs::path& path : paths) {
    std::error_code error;
    if (fs::exists(path, error)) return Shortened(path);
  }
  return "";
}

// Where the schema of the ruleset in `folder` (may be empty) may lie.
std::vector<fs::path> SchemaFolders(const std::string& folder) {
  std::vector<fs::path> folders;
  if (!folder.empty()) {
    folders.emplace_back(folder);
    // rules/<ruleset> and schemas/ lie side by side.
    folders.push_back(fs::path(folder) / ".." / ".." / "schemas");
  }
  for (const fs::path& root : ShippedRoots()) {
    folders.push_back(root / "schemas");
  }
  return folders;
}

// A ruleset may come from anybody: what it names elsewhere, by '..', as a whole
// path or through a link, is not opened, and neither is what is no file.
bool IsInSchemaFolder(const std::string& file, const std::string& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(file, error);
  if (error || !fs::is_regular_file(real, error)) return false;
  return std::ranges::any_of(SchemaFolders(folder), [&](const fs::path& of) {
    std::error_code fault;
    const fs::path top = fs::canonical(Shortened(of), fault);
    return !fault && *real.lexically_relative(top).begin() != "..";
  });
}

std::string FindShippedRuleset() {
  return ShippedRuleset(SIGTE_SHIPPED_RULESET);
}

bool ReadRulesetFiles(RulesetStore* store) {
  std::string why;
  auto files = ReadFolder(store->folder, MayBeRulesetFile, &why);
  if (!files) {
    std::error_code ignored;
    if (fs::is_regular_file(store->folder, ignored)) {
      why = "'" + store->folder +
            "': " + Message(SystemLanguage(), "app.file-for-folder");
    }
    store->issues.Error(
        "A120.unreadable-ruleset", nullptr, {},
        {why + NearestFileHint(store->folder).In(SystemLanguage())});
    return false;
  }
  store->files = std::move(*files);
  return true;
}

bool ReadSchemaFile(const Manifest& manifest, RulesetStore* store) {
  const Source* source = store->files.Find("ruleset.yaml");
  const std::string path = FindSchema(store->folder, manifest.schema.text);
  std::string why;
  auto text = IsInSchemaFolder(path, store->folder) ? ReadFile(path, &why)
                                                    : std::nullopt;
  if (!text) {
    store->issues.Error("A121.no-schema", source, manifest.schema.span,
                        {manifest.schema.text});
    return false;
  }
  text->erase(0, ByteOrderMark(*text));
  store->schema_source =
      std::make_unique<Source>(manifest.schema.text, *text, path);
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    store->issues.Error("S117.empty-schema", store->schema_source.get(), {});
    return false;
  }
  store->schema_text = PaddedText(*text);
  return JsonReader().Read(store->schema_text.text(),
                           store->schema_source.get(), 0,
                           &store->schema_document, &store->issues);
}

// A schema stands alone: nothing outside it is ever looked up.
const Document* NoOtherSchema(std::string_view /*uri*/,
                              const Source** /*source*/) {
  return nullptr;
}

// What `sigte validate` can be given, a ruleset cannot.
void CompileFileSchema(RulesetStore* store) {
  IssueList found;
  store->file_schema =
      Schema::Compile(store->schema_document, store->schema_source.get(), {},
                      NoOtherSchema, &found);
  for (Issue issue : found.issues()) {
    if (issue.message == MessageKey("S113.schema-not-at-hand")) {
      issue.message = "S118.schema-outside-ruleset";
      issue.is_cause = true;  // what stands there may be all that is missing
    }
    store->issues.Add(std::move(issue));
  }
}

// A schema with no list of records at all is told of where it is read.
bool NamesRecordList(const SpannedText& name, RulesetStore* store) {
  const std::vector<std::string> lists = RecordLists(store->schema_document);
  if (lists.empty() || std::ranges::find(lists, name.text) != lists.end()) {
    return true;
  }
  store->issues.UnknownName("S120.no-record-list",
                            store->files.Find("ruleset.yaml"), name.span,
                            name.text, lists);
  return false;
}

std::optional<Layout> CompileSchema(const Manifest& manifest,
                                    RulesetStore* store) {
  const Source* source = store->schema_source.get();
  if (!NamesRecordList(manifest.list_member, store)) return std::nullopt;
  CompileFileSchema(store);
  std::string pointer;
  auto layout = ReadLayout(store->schema_document, source,
                           manifest.list_member.text, &pointer, &store->issues);
  if (!layout || !store->file_schema) return std::nullopt;
  store->record_schema = store->file_schema->At(pointer);
  if (store->record_schema) return layout;
  store->issues.Error("A122.no-record-schema", source, {}, {pointer});
  return std::nullopt;
}

std::string DigestOf(const RulesetStore& store) {
  FileSet all;
  for (const auto& file : store.files.files()) {
    all.Add(file->name(), std::string(file->text()));
  }
  all.Add(store.schema_source->name(),
          std::string(store.schema_source->text()));
  return all.Digest();
}

void Load(RulesetStore* store) {
  if (!ReadRulesetFiles(store)) return;
  auto loader = std::make_unique<RulesetLoader>(store->files);
  const auto manifest = loader->ReadManifest(&store->issues);
  if (!manifest || !ReadSchemaFile(*manifest, store)) return;
  auto layout = CompileSchema(*manifest, store);
  if (!layout) return;
  // Beside the loading, which waits for the lexicon at its end.
  std::future<std::string> digest = std::async(DigestOf, std::cref(*store));
  store->ruleset = loader->Load(std::move(*layout), &store->issues);
  if (!store->ruleset) return;
  const auto freed =
      std::async([rest = std::move(loader)]() mutable { rest.reset(); });
  store->program = Compile(*store->ruleset, &store->issues);
  store->ruleset->digest = digest.get();
  if (store->program != nullptr) {
    store->program->ruleset_digest = store->ruleset->digest;
    store->tables = std::make_unique<TableSetup>(store->program->layout,
                                                 store->ruleset->language,
                                                 store->program->redaction);
    store->tables->ruleset_id = store->ruleset->id;
    store->tables->ruleset_version = store->ruleset->version;
  }
}

}  // namespace

std::string FindRuleset(const std::string& chosen) {
  if (!chosen.empty()) return chosen;
  const char* environment = std::getenv("SIGTE_RULES");
  if (environment != nullptr && *environment != '\0') return environment;
  return FindShippedRuleset();
}

std::string ShippedRuleset(const std::string& name) {
  std::vector<fs::path> folders;
  for (const fs::path& root : ShippedRoots()) {
    folders.push_back(root / "rules" / name);
  }
  return FirstThatExists(folders);
}

std::vector<std::string> ShippedRulesets() {
  std::vector<std::string> names;
  for (const fs::path& root : ShippedRoots()) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / "rules", error)) {
      std::error_code ignored;
      if (!fs::exists(entry.path() / "ruleset.yaml", ignored)) continue;
      names.push_back(entry.path().filename().string());
    }
    if (!names.empty()) break;
  }
  std::ranges::sort(names);
  return names;
}

std::string FindSchema(const std::string& folder, const std::string& name) {
  std::vector<fs::path> paths = SchemaFolders(folder);
  for (fs::path& path : paths) path /= name;
  return FirstThatExists(paths);
}

std::vector<std::string> SchemaNames() {
  std::vector<std::string> names;
  for (const fs::path& root : ShippedRoots()) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / "schemas", error)) {
      const std::string name = entry.path().filename().string();
      if (!name.ends_with(kSchemaEnding)) continue;
      names.push_back(name.substr(0, name.size() - kSchemaEnding.size()));
    }
    if (!names.empty()) break;
  }
  std::ranges::sort(names);
  return names;
}

std::vector<Redaction> FindHidden(const std::string& chosen) {
  std::vector<Redaction> hidden;
  const std::string first = FindRuleset(chosen);
  const std::string shipped = FindShippedRuleset();
  for (const std::string& folder : {first, shipped}) {
    if (folder.empty() || (!hidden.empty() && folder == first)) continue;
    std::string why;
    auto text = ReadFile((fs::path(folder) / "ruleset.yaml").string(), &why);
    if (!text) continue;
    FileSet files;
    files.Add("ruleset.yaml", std::move(*text));
    IssueList ignored;  // whoever uses the ruleset is told
    const auto manifest = RulesetLoader(files).ReadManifest(&ignored);
    if (manifest) hidden.push_back(manifest->redaction);
  }
  return hidden;
}

std::unique_ptr<RulesetStore> LoadRulesetStore(const std::string& folder) {
  auto store = std::make_unique<RulesetStore>();
  store->folder = folder;
  if (folder.empty()) {
    store->issues.Error("A123.no-ruleset", nullptr, {},
                        {SIGTE_SHIPPED_RULESET});
  } else {
    Load(store.get());
  }
  store->issues.Sort();
  return store;
}

const RulesetStore* OpenRuleset(const std::string& chosen, Lang lang) {
  static auto* const opened = new std::vector<std::unique_ptr<RulesetStore>>();
  auto store = LoadRulesetStore(FindRuleset(chosen));
  if (store->ready()) {
    HideInTelling({store->program->redaction});
    return opened->emplace_back(std::move(store)).get();
  }
  std::string text = IssuesText(store->issues, lang);
  text += Message(lang, "app.ruleset-refused", {store->folder}) + "\n";
  WriteError(text);
  return nullptr;
}

}  // namespace sigte
