// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json_buffer.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/decision_parts.h"

/// Decisions as NDJSON, by schemas/decision.schema.json.
namespace sigte {

/// Writes decisions of one program, one line behind the other. What is the same
/// for every record is written once: of a rule when the writer is made, of a
/// leaf with the first evidence of it. One a thread.
class DecisionWriter {
 public:
  explicit DecisionWriter(const Program& program);  ///< borrowed

  /// Adds one line with its line break.
  void Append(const Decision& decision);
  /// The lines since Clear; until Append or Clear is called.
  std::string_view text() const { return lines_.text(); }
  void Clear() { lines_.Clear(); }

 private:
  /// Of evidence of a leaf.
  struct LeafParts {
    std::string compared;   ///< what most evidence of it is compared with
    std::string condition;  ///< from behind that to the quote before its value
    std::string both;       ///< `compared` as a string, and `condition`
    std::string source;     ///< from behind its span to the end
  };

  template <typename List, typename Put>
  void PutEach(const List& list, Put put);
  void PutHead(const Decision& decision);
  void PutReason(const Reason& reason);
  void PutObstacles(const Reason& reason);
  void PutEvidence(const Evidence& evidence);
  const LeafParts& PartsOf(const Evidence& evidence);
  void PutQuestion(const Question& question);
  void PutFinding(const Finding& finding);
  void PutFile(const std::string& file);
  void PutLocation(const Location& location);
  void PutOther(const OtherRecord& other);
  void PutStringOrNull(std::string_view text);
  void PutText(const LocalText& text);
  void PutRulings(const Decision& decision);

  const Program& program_;
  std::string group_key_;  ///< ,"name": or nothing
  bool group_is_number_ = false;
  std::string ruleset_;  ///< to the end of the line
  std::vector<RuleParts> rules_;
  std::vector<LeafParts> leaves_;  ///< by instruction; empty: not yet written
  LeafParts other_leaf_;
  std::string file_;                // of the last decision
  std::string file_text_ = "\"\"";  // the same, quoted
  JsonBuffer lines_;
};

/// The same for one decision: for a few of them only.
void AppendDecision(const Decision& decision, const Program& program,
                    std::string* out);

/// Which rules decided: {"id": …, "version": …, "digest": …}.
std::string RulesetJson(const Program& program);

}  // namespace sigte
