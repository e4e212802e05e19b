// SPDX-License-Identifier: MPL-2.0

#include "engine/app/line_members.h"

#include <algorithm>
#include <utility>

#include "engine/base/issue_hint.h"

namespace sigte {

void WarnOfUnreadMembers(const Document& line,
                         const std::vector<std::string>& known,
                         const Source* source, IssueList* issues) {
  const Node& root = line[Document::kRoot];
  if (root.kind != NodeKind::kObject) return;
  for (NodeIndex at = Document::kRoot + 1; at < root.next;
       at = line[at + 1].next) {
    const std::string name(line[at].text);
    if (std::ranges::find(known, name) != known.end()) continue;
    Issue issue = UnknownNameIssue("D178.unread-member", source,
                                   line.SpanOf(at), name, known);
    issue.severity = Severity::kWarning;
    issues->Add(std::move(issue));
  }
}

}  // namespace sigte
