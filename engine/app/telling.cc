// SPDX-License-Identifier: MPL-2.0

#include "engine/app/telling.h"

#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/process.h"
#include "engine/app/terminal_size.h"
#include "engine/base/explanations.h"
#include "engine/base/issue_report.h"
#include "engine/base/numbers.h"
#include "engine/base/system_words.h"
#include "engine/report/text_report.h"

namespace sigte {
namespace {

// Of the run: it tells all that it tells to the same people.
struct Teller {
  std::mutex mutex;
  std::size_t most = kUsualLimit;  // 0: all
  std::size_t line_columns = kUsualLineColumns;
  std::vector<Redaction> hidden;
  std::set<std::string, std::less<>> explained;  // codes
};

Teller& TheTeller() {
  static Teller teller;
  return teller;
}

bool IsReaderGone(const Issue& issue) {
  const bool is_unwritten =
      issue.message == MessageKey("A113.cannot-write") ||
      issue.message == MessageKey("A115.cannot-write-all");
  return is_unwritten && Output::reader_left() && EndsWithClosedPipe();
}

}  // namespace

void StartTelling(const Settings& settings) {
  SetSystemLanguage(settings.lang);
  Teller& teller = TheTeller();
  const std::scoped_lock lock(teller.mutex);
  teller.most = settings.max_findings;
  teller.explained.clear();
  const TerminalSize out = SizeOf(STDOUT_FILENO);
  teller.line_columns = LineColumns(out.known ? out : SizeOf(STDERR_FILENO), 0);
}

void HideInTelling(std::vector<Redaction> hidden) {
  Teller& teller = TheTeller();
  const std::scoped_lock lock(teller.mutex);
  teller.hidden = std::move(hidden);
}

std::string AsTold(std::string text) {
  return Hidden(std::move(text), TheTeller().hidden);
}

std::size_t MostTold(const Settings& settings) {
  return settings.max_findings == 0 ? kNoLimit : settings.max_findings;
}

std::string MoreText(const Issue& issue, Lang lang) {
  const std::string_view code = CodeOf(issue.message.name());
  if (code.empty()) return {};
  Teller& teller = TheTeller();
  const std::scoped_lock lock(teller.mutex);
  if (!teller.explained.emplace(code).second) return {};
  const std::string_view what_to_do = WhatToDo(code, lang);
  std::string text;
  if (!what_to_do.empty()) {
    text = NoteLine(
        issue, Message(lang, "issue.help") + ": " + std::string(what_to_do));
  }
  return text + NoteLine(issue, Message(lang, "issue.more") +
                                    ": sigte explain " + std::string(code));
}

std::string FittedIssue(const Issue& issue, Lang lang) {
  const Teller& teller = TheTeller();
  return FormatIssue(issue, {lang, teller.line_columns, teller.hidden});
}

std::string IssueText(const Issue& issue, Lang lang) {
  if (IsReaderGone(issue)) return {};
  return FittedIssue(issue, lang) + MoreText(issue, lang);
}

std::string IssuesText(const IssueList& issues, Lang lang) {
  const IssueReport report =
      ReportIssues(issues, TheTeller().most, lang,
                   [&](const Issue& issue) { return IssueText(issue, lang); });
  if (report.covered == report.count) return report.text;
  const bool all = TheTeller().most == 0;
  return report.text +
         (all ? Message(lang, "issue.not-kept",
                        {CountText(report.count - report.covered)})
              : Message(lang, "issue.shown-of",
                        {CountText(report.told), CountText(report.count)})) +
         "\n";
}

Issue WriteFault(const Output& output, const std::string& path,
                 const std::string& why) {
  const bool is_standard = path.empty() || path == "-";
  return {output.left_part() ? MessageKey("A115.cannot-write-all")
                             : MessageKey("A113.cannot-write"),
          Severity::kError,
          {is_standard ? "<stdout>" : path, why.empty() ? output.error() : why},
          nullptr,
          {},
          {},
          {}};
}

int Delivered(Output* output, int code) {
  if (output->Finish()) return code;
  WriteError(IssueText(WriteFault(*output, ""), SystemLanguage()));
  return kExitFailed;
}

void TellAll(const IssueList& issues, Lang lang) {
  std::string text;
  for (const Issue& issue : issues.issues()) text += IssueText(issue, lang);
  if (!text.empty()) WriteError(text);
}

int TellFailure(MessageKey key, std::vector<LocalText> args, Lang lang) {
  IssueList issues;
  issues.Error(key, nullptr, {}, std::move(args));
  TellAll(issues, lang);
  return kExitFailed;
}

}  // namespace sigte
