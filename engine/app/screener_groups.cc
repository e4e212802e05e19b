// SPDX-License-Identifier: MPL-2.0

// The first pass: what the checks that look at other records count.

#include "engine/app/record_look.h"
#include "engine/app/screener.h"

namespace sigte {

void Screener::Gather(const Job& job, Groups* groups) {
  places_.Forget();
  IssueList ignored;
  switch (job.kind) {
    case JobKind::kUnreadable:
    case JobKind::kLongLine: return;
    case JobKind::kTable: GatherTable(job, groups); return;
    case JobKind::kLines: GatherLines(job, groups); return;
    case JobKind::kRecord:
    case JobKind::kSubmission: break;
  }
  if (!json_.Read(job.text(), nullptr, 0, &document_, &ignored)) return;
  const RecordOrigin origin{job.file, 1, nullptr, nullptr,
                            static_cast<std::uint32_t>(job.input)};
  groups->NameInput(origin.input, job.file, {});
  const auto gather = [&](NodeIndex node, NodeIndex file) {
    GatherRecord(node, file, origin, groups);
  };
  if (job.kind == JobKind::kRecord) {
    gather(Document::kRoot, kNoNode);
  } else {
    ForEachRecord(gather);
  }
}

void Screener::GatherLines(const Job& job, Groups* groups) {
  RecordOrigin origin{job.file, job.block.first_line, nullptr, nullptr,
                      static_cast<std::uint32_t>(job.input)};
  groups->NameInput(origin.input, job.file, {});
  std::size_t offset = 0;
  std::string_view line;
  IssueList ignored;
  for (; NextLine(job.text(), &offset, &line); ++origin.first_line) {
    if (!json_.Read(line, nullptr, 0, &document_, &ignored)) continue;
    GatherRecord(Document::kRoot, kNoNode, origin, groups);
  }
}

void Screener::GatherRecord(NodeIndex node, NodeIndex file,
                            const RecordOrigin& origin, Groups* groups) {
  if (document_[node].kind != NodeKind::kObject) return;
  Fill(node, file, &counted_);
  if (IsOther(node)) return;
  OpenNumbers::LeaveOpen(open_numbers_.In(counted_), &counted_);
  GatherFilled(node, origin, groups);
}

// What TellNoRecord tells of. It has none of a record's own fields but the id:
// where there is one, the names need not be looked at.
bool Screener::IsOther(NodeIndex node) const {
  const Layout& layout = program_.layout;
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    if (counted_[i].node == kNoNode || layout[i].of_group) continue;
    if (i != layout.id) return false;
  }
  return LookOfRecord(document_, node, layout) != RecordLook::kRecord;
}

void Screener::GatherFilled(NodeIndex node, const RecordOrigin& origin,
                            Groups* groups) {
  RunPlace place;
  if (groups->names_members()) {
    places_.Turn(document_.text(), origin);
    place = places_.RecordAt(document_[node].begin);
  }
  if (!gathers_fields_) {
    groups->Gather(counted_, decider_.evaluator().EvaluateForGroups(counted_),
                   place);
    return;
  }
  for (const GroupQuery& query : program_.group_queries) {
    if (query.operand == kNoIndex) continue;
    field_values_.Put(query.operand,
                      counted_[program_.code[query.operand].a].value);
  }
  groups->Gather(counted_, field_values_, place);
}

}  // namespace sigte
