// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/issue.h"
#include "engine/read/json_reader.h"
#include "engine/record/document.h"
#include "engine/schema/schema.h"

/// The schemas that a run may use: those in the folders that the user names,
/// and those that come with the program. Nothing is ever fetched.
namespace sigte {

/// A schema's file, parsed. Immovable: schemas and issues point into it.
struct SchemaText {
  SchemaText(std::string name, std::string_view text);
  Source source;
  PaddedText padded;
  Document document;
  std::string uri;  ///< of its folder, where one was given; else empty
};

class SchemaLibrary {
 public:
  /// Takes in every .json file below a folder, under its `$id`. `argument` is
  /// "DIR", or "URI=DIR": then each file has URI and its path as well. A file
  /// with neither is known by its path alone. Adds an error for what cannot be
  /// read, and where two files have one `$id`.
  void AddFolder(const std::string& argument, IssueList* issues);

  /// The schema in the file `name`, or the shipped one of that name
  /// ("submission"). Null after adding an error.
  const SchemaText* Open(const std::string& name, IssueList* issues);

  /// What Schema::Compile asks; the library must outlive it.
  SchemaLookup Lookup();

 private:
  SchemaText* Load(const std::string& path, IssueList* issues);
  void AddFile(const std::string& path, const std::string& uri,
               IssueList* issues);
  void Enter(const std::string& uri, const SchemaText* text, bool is_id,
             IssueList* issues);
  void AddShipped();

  std::deque<SchemaText> texts_;
  std::map<std::string, SchemaText*> by_path_;  // canonical
  std::map<std::string, const SchemaText*, std::less<>> by_uri_;
  bool has_shipped_ = false;
};

}  // namespace sigte
