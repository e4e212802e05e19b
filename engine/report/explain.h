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

/// Everything a person may want to know of a rule. `examples` are its examples
/// as text, a line each (may be empty).
std::string ExplainRule(const Program& program, std::uint32_t rule,
                        std::string_view examples, Lang lang, bool color,
                        std::size_t width = 100);

/// One record: verdict, every reason with at most `most` pieces of evidence,
/// questions, findings. `line_columns` are shown of a source line.
std::string ExplainDecision(const Decision& decision, const Program& program,
                            Lang lang, bool color, std::size_t width = 100,
                            std::size_t most = kUsualLimit,
                            std::size_t line_columns = kUsualLineColumns);

}  // namespace sigte
