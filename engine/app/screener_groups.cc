// SPDX-License-Identifier: MPL-2.0

// The first pass: what the checks that look at other records count.

#include "engine/app/screener.h"

namespace sigte {

void Screener::Gather(const Job& job, Groups* groups) {
  IssueList ignored;
  if (job.kind == JobKind::kTable) {
    GatherTable(job, groups);
    return;
  }
  if (job.kind == JobKind::kLines) {
    std::size_t offset = 0;
    std::string_view line;
    while (NextLine(job.text(), &offset, &line)) {
      if (json_.Read(line, nullptr, 0, &document_, &ignored)) {
        GatherRecord(Document::kRoot, kNoNode, groups);
      }
    }
    return;
  }
  if (job.kind == JobKind::kRecord) {
    if (json_.Read(job.text(), nullptr, 0, &document_, &ignored)) {
      GatherRecord(Document::kRoot, kNoNode, groups);
    }
    return;
  }
  if (job.kind != JobKind::kSubmission ||
      !json_.Read(job.text(), nullptr, 0, &document_, &ignored)) {
    return;
  }
  ForEachRecord([&](NodeIndex node, NodeIndex file) {
    GatherRecord(node, file, groups);
  });
}

void Screener::GatherRecord(NodeIndex node, NodeIndex file, Groups* groups) {
  if (document_[node].kind != NodeKind::kObject) return;
  counted_.Fill(document_, node, file);
  LeaveOpen(OpenNumbers(counted_), &counted_);
  GatherFilled(groups);
}

void Screener::GatherFilled(Groups* groups) {
  if (!gathers_fields_) {
    groups->Gather(counted_, decider_.evaluator().EvaluateForGroups(counted_));
    return;
  }
  for (const GroupQuery& query : program_.group_queries) {
    if (query.operand == kNoIndex) continue;
    field_values_.Put(query.operand,
                      counted_[program_.code[query.operand].a].value);
  }
  groups->Gather(counted_, field_values_);
}

}  // namespace sigte
