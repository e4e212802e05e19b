// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/messages.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/text_report.h"

/// One rule, or one record's decision, in full.
namespace sigte {

/// The rule with that code or id, or kNoIndex.
std::uint32_t FindRule(const Program& program, std::string_view code_or_id);

/// What only the rule file says of a rule, as lines; each may be empty.
struct RuleAsWritten {
  std::string holds;     ///< holds_when or fails_when
  std::string unclear;   ///< unclear_when
  std::string group;     ///< the fields of group_by
  std::string examples;  ///< a line each
};

/// Everything a person may want to know of a rule.
std::string ExplainRule(const Program& program, std::uint32_t rule,
                        const RuleAsWritten& written, Lang lang, bool color,
                        std::size_t width = 100);

/// One record: verdict, every reason with at most `most` pieces of evidence,
/// questions, findings. `line_columns` are shown of a source line;
/// `expressions` as in Voice.
std::string ExplainDecision(const Decision& decision, const Program& program,
                            Lang lang, bool color, std::size_t width = 100,
                            std::size_t most = kUsualLimit,
                            std::size_t line_columns = kUsualLineColumns,
                            bool expressions = true);

}  // namespace sigte
