// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/base/source.h"

/// Faults in what people wrote: data, collected with their place, so that one
/// run shows them all.
namespace sigte {

enum class Severity : std::uint8_t { kNote, kWarning, kError };

struct Issue {
  MessageKey message;  ///< its code and wording
  Severity severity = Severity::kError;
  std::vector<LocalText> args;
  const Source* source = nullptr;  ///< not owned; null: no text in particular
  Span span;
  LocalText guess;               ///< the nearest known name, if one is close
  std::vector<LocalText> known;  ///< said when there is no guess
  bool is_cause = false;         ///< others may follow from it: goes first
};

class IssueList {
 public:
  void Add(Issue issue);
  /// An error about a stretch of `source`.
  void Error(MessageKey message, const Source* source, Span span,
             std::vector<LocalText> args = {});
  /// An error about a name that is none of `known`; offers the nearest.
  void UnknownName(MessageKey message, const Source* source, Span span,
                   std::string_view name,
                   const std::vector<std::string>& known);
  /// The same where the known names are titles, each in the reader's language.
  /// Offers the nearest of that language; else the nearest of the other, as the
  /// writer may have spelt it.
  void UnknownTitle(MessageKey message, std::string name,
                    std::vector<LocalText> known);

  const std::vector<Issue>& issues() const { return issues_; }
  bool has_errors() const { return errors_ > 0; }
  bool empty() const { return issues_.empty(); }

  /// What others follow from first; by source name, then place; stable.
  void Sort();

 private:
  std::vector<Issue> issues_;
  std::size_t errors_ = 0;
};

/// The issue as a person reads it:
///
///     r.yaml:3:3: error: unknown key 'sevrity'; did you mean 'severity'? [R102
///     unknown-key]
///         3 |   sevrity: error
///           |   ^~~~~~~
///           = help: …
///
/// (the first three on one line) ending in a line break.
std::string Format(const Issue& issue, Lang lang);

/// The line of `source` that `span` begins in with a caret under it, two lines
/// as in Format above. Long lines are cut around the caret. Control characters
/// are made harmless.
std::string CaretLines(const Source& source, Span span);
/// The same for one line of a stream: `line_number` from 1; `span` counts bytes
/// from the beginning of `line`.
std::string CaretLines(std::string_view line, std::size_t line_number,
                       Span span);

}  // namespace sigte
