// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "engine/base/source.h"
#include "engine/read/json_reader.h"
#include "engine/record/document.h"
#include "engine/schema/schema.h"

/// Documents that tests hand to schemas.
namespace sigte {

/// Parsed texts that stay where they are; fails the test on bad JSON.
class SchemaStore {
 public:
  struct Entry {
    Entry(std::string name, std::string_view text)
        : source(std::move(name), std::string(text)), padded(text) {}
    Source source;
    PaddedText padded;
    Document document;
  };

  const Entry& Parse(const std::string& name, std::string_view text);

  /// The same, and it is found under its `$id`.
  void ParseUnderId(const std::string& name, std::string_view text);

  /// Every .json file below `folder` under `base` and its path.
  void AddFolder(const std::filesystem::path& folder, const std::string& base);
  /// The metaschema's files, each under its `$id`.
  void AddMetaschema();

  SchemaLookup Lookup() const;

 private:
  const Entry& ParseFile(const std::filesystem::path& file);

  JsonReader reader_;
  std::deque<Entry> entries_;
  std::map<std::string, const Entry*, std::less<>> by_uri_;
};

}  // namespace sigte
