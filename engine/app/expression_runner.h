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
};

class ExpressionRunner {
 public:
  explicit ExpressionRunner(const Settings& settings) : settings_(settings) {}

  /// The value as people read it: true, false, unknown, or a literal. nullopt
  /// after adding an issue, whose source is `source`, or, with `failed()`, when
  /// there is no ruleset to ask a record with (that was said).
  std::optional<std::string> Run(const Source& source,
                                 const std::optional<AskedRecord>& record,
                                 IssueList* issues);

  bool failed() const { return failed_; }

 private:
  bool LoadRules();

  const Settings& settings_;
  std::unique_ptr<RulesetStore> store_;  // read when a record first asks for it
  bool failed_ = false;
};

}  // namespace sigte
