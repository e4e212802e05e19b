// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/decide/decision.h"
#include "engine/report/words.h"

/// Pieces of text that the report and `explain` share. Each ends in a line
/// break, or is empty.
namespace sigte {

/// A rule that decided: title, message, at most `most` pieces of evidence with
/// the submitter's line and a caret, and the rule file that says so.
std::string ReasonBlock(const Reason& reason, const Decision& decision,
                        std::size_t most, const Voice& voice);

/// A question, what each answer leads to, and who asks.
std::string QuestionBlock(const Question& question, const Voice& voice);

/// The other record that a check asks about; empty where it names none.
std::string OtherLine(const Question& question, const Decision& decision,
                      const Voice& voice);

/// Whether the message names the column beside which it stands: its heading
/// need not be said once more.
bool NamesColumn(std::string_view message, std::string_view heading);

/// "file:line:column: severity: message [code slug]", line, caret and help;
/// `record` is told where it is not empty.
std::string FindingBlock(const Finding& finding, std::string_view file,
                         std::size_t line, std::string_view record,
                         const Voice& voice);

/// What to do about `code`, where its message has no help, and where more about
/// it is told. Empty where `code` is.
std::string MoreLine(std::string_view code, const Voice& voice);

}  // namespace sigte
