// SPDX-License-Identifier: MPL-2.0

#include "engine/base/issue_hint.h"

#include <algorithm>
#include <string>

#include "engine/base/numbers.h"

namespace sigte {

LocalText IssueHint(const Issue& issue) {
  if (!issue.guess.empty()) {
    return Message("issue.did-you-mean", {issue.guess});
  }
  if (issue.known.empty()) return {};
  const std::size_t shown = std::min(issue.known.size(), kNamesShown);
  std::string names;
  for (std::size_t i = 0; i < shown; ++i) {
    names += (i == 0 ? "" : ", ") + issue.known[i];
  }
  const std::size_t more = issue.known.size() - shown;
  if (more == 0) return Message("issue.known", {names});
  return Message("issue.known-some", {names, CountText(more)});
}

}  // namespace sigte
