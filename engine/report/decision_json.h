// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/base/json_writer.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"

/// Decisions as NDJSON, by schemas/decision.schema.json.
namespace sigte {

/// Writes decisions of one program. What is the same for every record is
/// written once, when it is made; immutable after that, so threads may share
/// it.
class DecisionWriter {
 public:
  explicit DecisionWriter(const Program& program);  ///< borrowed

  /// Appends one line with its line break.
  void Append(const Decision& decision, std::string* out) const;

 private:
  void AppendHead(const Decision& decision, JsonWriter* json) const;
  void AppendReason(const Reason& reason, std::string* out) const;

  const Program& program_;
  std::string group_key_;
  bool group_is_number_ = false;
  std::string ruleset_;               ///< an object
  std::vector<std::string> reasons_;  ///< by rule: the members rule, code, kind
  std::vector<std::string> messages_;   ///< by rule: an object
  std::vector<std::string> questions_;  ///< by rule: the members rule, code
  std::vector<std::string> asks_;       ///< by rule: an object
};

/// The same for one decision: for a few of them only.
void AppendDecision(const Decision& decision, const Program& program,
                    std::string* out);

/// Which rules decided: {"id": …, "version": …, "digest": …}.
std::string RulesetJson(const Program& program);

/// A text as rows of NDJSON have it: {"da": …, "en": …}.
void WriteText(const LocalText& text, JsonWriter* json);

}  // namespace sigte
