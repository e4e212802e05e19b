// SPDX-License-Identifier: MPL-2.0

// Faults of reading and of the schema as findings about a record.

#include "engine/base/issue_hint.h"
#include "engine/decide/decider.h"
#include "engine/decide/places.h"

namespace sigte {
namespace {

Finding::Effect EffectOf(Severity severity) {
  switch (severity) {
    case Severity::kNote: return Finding::Effect::kNote;
    case Severity::kWarning: return Finding::Effect::kQuestion;
    case Severity::kError: return Finding::Effect::kReject;
  }
  return Finding::Effect::kReject;
}

// The words that Format (base/issue.h) prints of an issue.
LocalText WordingOf(const Issue& issue) {
  LocalText text = Message(issue.message, issue.args);
  const LocalText hint = IssueHint(issue);
  if (hint.empty()) return text;
  for (std::size_t i = 0; i < text.in.size(); ++i) {
    text.in[i] += "; " + hint.in[i];
  }
  return text;
}

LocalText HelpOf(const Issue& issue) {
  return {MessageHelp(Lang::kDa, issue.message, issue.args),
          MessageHelp(Lang::kEn, issue.message, issue.args)};
}

}  // namespace

std::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kInclude: return "include";
    case Verdict::kExclude: return "exclude";
    case Verdict::kBorderline: return "borderline";
    case Verdict::kInvalid: return "invalid";
  }
  return "invalid";
}

std::string_view EffectName(Finding::Effect effect) {
  switch (effect) {
    case Finding::Effect::kReject: return "reject";
    case Finding::Effect::kQuestion: return "question";
    case Finding::Effect::kNote: return "note";
  }
  return "reject";
}

Finding FindingOf(const Issue& issue, const RecordOrigin& origin,
                  std::string_view text) {
  Finding finding;
  finding.code = CodeOf(issue.message.name());
  finding.slug = SlugOf(issue.message.name());
  finding.effect = EffectOf(issue.severity);
  finding.message = WordingOf(issue);
  finding.help = HelpOf(issue);
  Places places;
  places.Turn(text, origin);
  places.Locate(issue.span, &finding.location.emplace());
  return finding;
}

}  // namespace sigte
