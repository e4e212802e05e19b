// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/app/ruleset_store.h"
#include "engine/app/settings.h"
#include "engine/base/issue.h"
#include "engine/read/json_reader.h"
#include "engine/record/document.h"

/// One expression → its value, with or without a record to ask.
namespace sigte {

/// A record for expressions, as somebody wrote it.
struct AskedRecord {
  const Document* document = nullptr;
  NodeIndex node = kNoNode;  ///< an object
  /// Its text, in which values and names that no record can have are shown.
  /// Null: they are told without their place.
  const Source* source = nullptr;
};

class ExpressionRunner {
 public:
  explicit ExpressionRunner(const Settings& settings);  ///< borrowed

  /// The value as people read it: true, false, unknown, or a literal. Without a
  /// record no field has an answer. nullopt after adding an issue, whose source
  /// is `source`, or, with `failed()`, when there is no ruleset to say what the
  /// names mean (that was said).
  std::optional<std::string> Run(const Source& source,
                                 const std::optional<AskedRecord>& record,
                                 IssueList* issues);

  bool failed() const { return failed_; }

 private:
  bool LoadRules();

  const Settings& settings_;
  PaddedText no_members_;                // the record of those who give none
  Document nothing_;                     // … read
  const RulesetStore* store_ = nullptr;  // read when it is first asked
  bool failed_ = false;
};

}  // namespace sigte
