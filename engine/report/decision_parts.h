// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/base/json_writer.h"
#include "engine/base/messages.h"
#include "engine/evaluate/program.h"

/// Pieces of decisions as JSON that hang on the rules alone.
namespace sigte {

/// What a line says of a rule whatever the record.
struct RuleParts {
  std::string members;  ///< which rule it is: to its code
  std::string reason;   ///< of a reason: to the quote before its value
  std::string message;  ///< of a reason: from behind its causes to evidence
  std::string asker;    ///< of a question: to the value of its field
  std::string ask;      ///< of a question: its text, to its answers
  std::string finding;  ///< of a finding: to the quote before its effect
  std::string told;     ///< of a finding: from behind it to its field
};

RuleParts RulePartsOf(const CompiledRule& rule);

/// RuleParts::asker, ask and finding of what no rule asks or finds.
std::string AskerPart(std::string_view slug, std::string_view code);
std::string AskPart(const LocalText& text);
std::string FindingPart(std::string_view slug, std::string_view code);

/// A text as rows of NDJSON have it: {"da": …, "en": …}.
void WriteText(const LocalText& text, JsonWriter* json);

}  // namespace sigte
