// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/app/output.h"
#include "engine/app/settings.h"
#include "engine/base/issue.h"
#include "engine/base/redaction.h"

/// What a run tells people of faults: fitted to the terminal, no more than can
/// be read, and once where to read more.
namespace sigte {

/// To be called once, before anything is told.
void StartTelling(const Settings& settings);

/// From now on nothing that is told shows these numbers whole. The places of
/// what is hidden stay.
void HideInTelling(std::vector<Redaction> hidden);

/// `text` as it may be told.
std::string AsTold(std::string text);

/// How many things a list may show: Settings::max_findings, or all.
std::size_t MostTold(const Settings& settings);

/// `issue` with its line, caret and help, and below it MoreText. Empty where
/// the issue is that output cannot be written because its reader left, if that
/// ends the process (process.h).
std::string IssueText(const Issue& issue, Lang lang);

/// All of `issues` that are told, the worst first, and how many are not.
std::string IssuesText(const IssueList& issues, Lang lang);

/// The same without the command that tells more.
std::string FittedIssue(const Issue& issue, Lang lang);

/// What to do, where the message itself has no help, and "= mere: sigte explain
/// R102", the first time that its code is told in this run; else empty.
std::string MoreText(const Issue& issue, Lang lang);

/// That `output`, which goes to `path` (empty or "-": standard output), cannot
/// be written. `why` says it where the output itself is sound.
Issue WriteFault(const Output& output, const std::string& path,
                 const std::string& why = {});

/// Brings standard output to its end and gives `code`; else tells that it could
/// not be written and gives the code for failure.
int Delivered(Output* output, int code);

/// Says on standard error what is wrong.
void TellAll(const IssueList& issues, Lang lang);

/// Tells of one error of no file, and gives the code for failure.
int TellFailure(MessageKey key, std::vector<LocalText> args, Lang lang);

}  // namespace sigte
