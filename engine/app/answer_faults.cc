// SPDX-License-Identifier: MPL-2.0

#include "engine/app/answer_faults.h"

#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/base/issue_report.h"
#include "engine/base/numbers.h"

namespace sigte {

void AnswerFaults::Tell(const Issue& issue, const std::string& place) {
  Kind& kind = kinds_[std::string(issue.message.name())];
  kind.last = place.empty() ? PlaceOfIssue(issue) : place;
  const bool all = settings_.max_findings == 0;
  if (++kind.count > kAlikeTold && !all) return;
  Write((place.empty() ? place : place + ": ") +
        IssueText(issue, settings_.lang));
}

void AnswerFaults::End() const {
  if (settings_.max_findings == 0) return;
  for (const auto& [name, kind] : kinds_) {
    if (kind.count <= kAlikeTold) continue;
    Write(Message(settings_.lang, "review.more-of-kind",
                  {std::string(CodeOf(name)),
                   CountText(kind.count - kAlikeTold), kind.last}) +
          "\n");
  }
}

void AnswerFaults::Write(std::string text) const {
  redaction_.Apply(&text);
  WriteError(text);
}

}  // namespace sigte
