// SPDX-License-Identifier: MPL-2.0

// Issues as people read them. One function formats them all.
#include "engine/base/issue.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/base/caret.h"
#include "engine/base/issue_hint.h"
#include "engine/base/issue_report.h"
#include "engine/base/nearest.h"
#include "engine/base/spelled.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

std::string SeverityName(Severity severity, Lang lang) {
  switch (severity) {
    case Severity::kNote: return Message(lang, "issue.note");
    case Severity::kWarning: return Message(lang, "issue.warning");
    case Severity::kError: break;
  }
  return Message(lang, "issue.error");
}

std::string Hint(const Issue& issue, Lang lang) {
  const LocalText hint = IssueHint(issue);
  return hint.empty() ? "" : "; " + hint.In(lang);
}

std::string Location(const Issue& issue) {
  if (issue.source == nullptr) return "";
  const Place place = issue.source->PlaceOf(issue.span.begin);
  return Printable(issue.source->path()) + ":" + std::to_string(place.line) +
         ":" + std::to_string(place.column) + ": ";
}

std::string CodeMark(MessageKey key) {
  const std::string_view code = CodeOf(key.name());
  if (code.empty()) return "";
  return " [" + std::string(code) + " " + std::string(SlugOf(key.name())) + "]";
}

std::string NearestIn(Lang lang, std::string_view name,
                      const std::vector<LocalText>& known) {
  std::vector<std::string_view> names;
  for (const LocalText& text : known) names.emplace_back(text.In(lang));
  return std::string(Nearest(name, names));
}

std::string HelpLine(const Issue& issue, Lang lang) {
  const std::string help = MessageHelp(lang, issue.message, issue.args);
  if (help.empty()) return "";
  return NoteLine(issue, Message(lang, "issue.help") + ": " + Printable(help));
}

}  // namespace

// Of what a full list cannot hold, the fact that it was there is kept: there is
// code that looks whether a list has grown.
void IssueList::Add(Issue issue) {
  if (issue.severity == Severity::kError) ++errors_;
  if (issues_.size() >= kMostIssuesKept) {
    issue = {"issue.one-not-kept", issue.severity, {}, nullptr, {}, {}, {}};
  }
  issues_.push_back(std::move(issue));
}

void IssueList::Error(MessageKey message, const Source* source, Span span,
                      std::vector<LocalText> args) {
  Add({message, Severity::kError, std::move(args), source, span, {}, {}});
}

void IssueList::UnknownName(MessageKey message, const Source* source, Span span,
                            std::string_view name,
                            const std::vector<std::string>& known) {
  Add(UnknownNameIssue(message, source, span, name, known));
}

void IssueList::UnknownTitle(MessageKey message, std::string name,
                             std::vector<LocalText> known) {
  LocalText guess(NearestIn(Lang::kDa, name, known),
                  NearestIn(Lang::kEn, name, known));
  for (std::string& none : guess.in) {
    if (none.empty()) none = guess.in[&none == &guess.in[0] ? 1 : 0];
  }
  Issue issue{message, Severity::kError, {name}, nullptr, {}, guess, {}};
  if (guess.empty()) issue.known = std::move(known);
  Add(std::move(issue));
}

void IssueList::Sort() {
  const auto key = [](const Issue& issue) {
    // What was not kept goes last, so that a copy of the list drops none more.
    return std::tuple(!IsKept(issue), !issue.is_cause,
                      issue.source == nullptr
                          ? std::string_view()
                          : std::string_view(issue.source->name()),
                      issue.span.begin, issue.span.end);
  };
  std::ranges::stable_sort(issues_, {}, key);
}

std::string Format(const Issue& issue, Lang lang) {
  return FormatIssue(issue, {lang, kUsualLineColumns});
}

std::string FormatIssue(const Issue& issue, const IssueStyle& style) {
  const Lang lang = style.lang;
  const auto hide = [&](std::string text) {
    return Hidden(std::move(text), style.hidden);
  };
  std::string out =
      hide(Location(issue) + SeverityName(issue.severity, lang) + ": " +
           Spelled(hide(Message(lang, issue.message, issue.args) +
                        Hint(issue, lang))) +
           CodeMark(issue.message) + "\n");
  if (issue.source != nullptr) {
    out +=
        CaretLines(*issue.source, issue.span, style.line_columns, style.hidden);
  }
  return out + hide(HelpLine(issue, lang));
}

std::string NoteLine(const Issue& issue, std::string_view note) {
  const std::size_t line = issue.source == nullptr
                               ? 1
                               : issue.source->PlaceOf(issue.span.begin).line;
  return std::string(CaretGutter(line), ' ') + "= " + std::string(note) + "\n";
}

std::string CaretLines(const Source& source, Span span) {
  return CaretLines(source, span, kUsualLineColumns, {});
}

std::string CaretLines(std::string_view line, std::size_t line_number,
                       Span span) {
  return CaretLines(line, line_number, span, kUsualLineColumns);
}

}  // namespace sigte
