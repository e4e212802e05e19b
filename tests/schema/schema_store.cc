// SPDX-License-Identifier: MPL-2.0

#include "tests/schema/schema_store.h"

#include <fstream>
#include <sstream>

#include "gtest/gtest.h"

namespace sigte {

const SchemaStore::Entry& SchemaStore::Parse(const std::string& name,
                                             std::string_view text) {
  Entry& entry = entries_.emplace_back(name, text);
  IssueList issues;
  EXPECT_TRUE(reader_.Read(entry.padded.text(), &entry.source, 0,
                           &entry.document, &issues))
      << (issues.empty() ? name : Format(issues.issues().front(), Lang::kEn));
  return entry;
}

const SchemaStore::Entry& SchemaStore::ParseFile(
    const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return Parse(file.string(), text.str());
}

void SchemaStore::ParseUnderId(const std::string& name, std::string_view text) {
  const Entry& entry = Parse(name, text);
  const NodeIndex id = entry.document.Member(Document::kRoot, "$id");
  by_uri_[std::string(entry.document[id].text)] = &entry;
}

void SchemaStore::AddFolder(const std::filesystem::path& folder,
                            const std::string& base) {
  for (const auto& file :
       std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".json") continue;
    const std::string name =
        std::filesystem::relative(file.path(), folder).generic_string();
    by_uri_[base + name] = &ParseFile(file.path());
  }
}

void SchemaStore::AddMetaschema() {
  const std::filesystem::path folder =
      std::filesystem::path(SIGTE_SOURCE_DIR) / "schemas/metaschema";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".json") continue;
    const Entry& entry = ParseFile(file.path());
    const NodeIndex id = entry.document.Member(Document::kRoot, "$id");
    by_uri_[std::string(entry.document[id].text)] = &entry;
  }
}

SchemaLookup SchemaStore::Lookup() const {
  return [this](std::string_view uri, const Source** source) {
    const auto it = by_uri_.find(uri);
    if (it == by_uri_.end()) return static_cast<const Document*>(nullptr);
    *source = &it->second->source;
    return &it->second->document;
  };
}

}  // namespace sigte
