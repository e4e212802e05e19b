// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

/// Files read as a whole: a ruleset's folder, or strings in a test.
namespace sigte {

/// Named texts, sorted by name. Names are relative paths with '/' ("laws.yaml",
/// "terms/language.yaml").
class FileSet {
 public:
  /// A later text of the same name replaces the earlier.
  void Add(std::string name, std::string text, std::string path = "");

  /// Null when there is none of that name.
  const Source* Find(std::string_view name) const;

  const std::vector<std::unique_ptr<Source>>& files() const { return files_; }

  /// SHA-256 over every name and text, so that any changed byte shows.
  std::string Digest() const;

 private:
  std::vector<std::unique_ptr<Source>> files_;
};

/// The bytes of one file, or nullopt with `*why` the system's words for it.
std::optional<std::string> ReadFile(const std::string& path, std::string* why);

/// Every file below `folder` that `is_wanted` by its own name, without folders;
/// names are relative to `folder`. Hidden folders (.git) are left out. nullopt
/// when the folder or such a file cannot be read, or what has its name is no
/// regular file. Folders with an ending are asked for too.
std::optional<FileSet> ReadFolder(
    const std::string& folder,
    const std::function<bool(std::string_view)>& is_wanted, std::string* why);

}  // namespace sigte
