// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/issue.h"
#include "engine/record/document.h"

/// The documents in a file: one of JSON or YAML, or one a line (NDJSON). Knows
/// nothing of what is in them.
namespace sigte {

enum class InstanceForm : std::uint8_t {
  kGuess,  ///< by the file's name and how its text begins
  kJson,
  kNdjson,
  kYaml,
};

/// One document, or a stretch of a file that should have been one. Valid during
/// the visit only.
class Instance {
 public:
  Instance(const std::string& file, std::size_t line, std::string_view text)
      : file_(&file), line_(line), text_(text) {}

  const std::string& file() const { return *file_; }
  /// The line that it begins on, from 1.
  std::size_t line() const { return line_; }
  /// Null where it could not be read; then `issues()` says why.
  const Document* document() const { return document_; }
  /// What was wrong with the text: errors, or a note beside a document.
  const IssueList& issues() const { return issues_; }
  /// The text with its lines numbered as in the file; made when first asked.
  const Source& source();

 private:
  friend class InstanceReader;

  const std::string* file_;
  std::size_t line_;
  std::string_view text_;
  const Document* document_ = nullptr;
  IssueList issues_;
  std::optional<Source> source_;
};

/// False: enough, stop.
using InstanceVisitor = std::function<bool(Instance&)>;

struct FileOutcome {
  bool stopped = false;       ///< the visitor said so
  std::size_t documents = 0;  ///< visited, unreadable ones included
  LocalText unreadable;       ///< why the file cannot be read (on); else empty
};

/// Visits every document of `path` ("-": standard input) in order. Memory holds
/// one document, or a block of lines.
FileOutcome VisitInstances(const std::string& path, InstanceForm form,
                           const InstanceVisitor& visit);

}  // namespace sigte
