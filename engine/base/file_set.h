// SPDX-License-Identifier: MPL-2.0

#pragma once

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

/// Every regular file below `folder` whose name ends in one of `endings`, which
/// are in small letters, in any letter case; names are relative to `folder`.
/// Hidden files and folders are left out. nullopt when the folder or one of
/// its files cannot be read.
std::optional<FileSet> ReadFolder(const std::string& folder,
                                  const std::vector<std::string>& endings,
                                  std::string* why);

}  // namespace sigte
