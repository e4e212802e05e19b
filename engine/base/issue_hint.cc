// SPDX-License-Identifier: MPL-2.0

#include "engine/base/issue_hint.h"

#include <algorithm>
#include <string>

#include "engine/base/nearest.h"
#include "engine/base/numbers.h"

namespace sigte {

void SuggestName(std::string_view name, const std::vector<std::string>& known,
                 Issue* issue) {
  SuggestName(name, known, known, issue);
}

void SuggestName(std::string_view name,
                 const std::vector<std::string>& spellings,
                 const std::vector<std::string>& meant, Issue* issue) {
  issue->guess = {};
  issue->known.clear();
  const std::string_view nearest = Nearest(name, spellings);
  if (!nearest.empty()) {
    // What bears this very name was refused; that is told where it stands.
    if (nearest == name) return;
    const auto at = std::ranges::find(spellings, nearest) - spellings.begin();
    issue->guess = meant[static_cast<std::size_t>(at)];
    return;
  }
  for (const std::string& one : meant) {
    if (issue->known.empty() || !(issue->known.back() == one)) {
      issue->known.emplace_back(one);
    }
  }
}

Issue UnknownNameIssue(MessageKey message, const Source* source, Span span,
                       std::string_view name,
                       const std::vector<std::string>& known) {
  Issue issue{message, Severity::kError, {name}, source, span, {}, {}};
  SuggestName(name, known, &issue);
  return issue;
}

LocalText IssueHint(const Issue& issue) {
  if (!issue.guess.empty()) {
    return Message("issue.did-you-mean", {issue.guess});
  }
  if (issue.known.empty()) return {};
  const std::size_t shown = std::min(issue.known.size(), kNamesShown);
  LocalText names;
  for (std::size_t i = 0; i < shown; ++i) {
    for (std::size_t l = 0; l < names.in.size(); ++l) {
      names.in[l].append(i == 0 ? "" : ", ").append(issue.known[i].in[l]);
    }
  }
  const std::size_t more = issue.known.size() - shown;
  if (more == 0) return Message("issue.known", {names});
  return Message("issue.known-some", {names, CountText(more)});
}

}  // namespace sigte
