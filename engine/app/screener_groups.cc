// SPDX-License-Identifier: MPL-2.0

// The first pass: what the checks that look at other records count.

#include "engine/app/screener.h"

namespace sigte {

void Screener::Gather(const Job& job, Groups* groups) {
  const auto input = static_cast<std::uint32_t>(job.input);
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
  groups->NameInput(input, job.file, {});
  places_.Forget();
  const auto gather = [&](NodeIndex node, NodeIndex file) {
    RunPlace place{input, 1, 1};
    if (groups->names_members()) place = PlaceOf(node, job);
    GatherRecord(node, file, place, groups);
  };
  if (job.kind == JobKind::kRecord) {
    gather(Document::kRoot, kNoNode);
  } else {
    ForEachRecord(gather);
  }
}

void Screener::GatherLines(const Job& job, Groups* groups) {
  RunPlace place{static_cast<std::uint32_t>(job.input), 0, 1};
  groups->NameInput(place.input, job.file, {});
  std::size_t offset = 0;
  std::size_t number = job.block.first_line;
  std::string_view line;
  IssueList ignored;
  for (; NextLine(job.text(), &offset, &line); ++number) {
    if (!json_.Read(line, nullptr, 0, &document_, &ignored)) continue;
    // Before a line's record there is nothing but blanks.
    place.line = static_cast<std::uint32_t>(number);
    place.column = document_[Document::kRoot].begin + 1;
    GatherRecord(Document::kRoot, kNoNode, place, groups);
  }
}

// As the second pass finds it.
RunPlace Screener::PlaceOf(NodeIndex node, const Job& job) {
  Location begin;
  const std::size_t offset = document_[node].begin;
  places_.Turn(document_.text(), {job.file, 1, nullptr, nullptr});
  places_.ShowLines(false);
  places_.Locate({offset, offset + 1}, &begin);
  places_.ShowLines(true);
  return {static_cast<std::uint32_t>(job.input),
          static_cast<std::uint32_t>(begin.place.line),
          static_cast<std::uint32_t>(begin.place.column)};
}

void Screener::GatherRecord(NodeIndex node, NodeIndex file,
                            const RunPlace& place, Groups* groups) {
  if (document_[node].kind != NodeKind::kObject) return;
  counted_.Fill(document_, node, file);
  OpenNumbers::LeaveOpen(open_numbers_.In(counted_), &counted_);
  OpenNumbers::LeaveOpen(open_numbers_.InListsOf(counted_), &counted_);
  GatherFilled(place, groups);
}

void Screener::GatherFilled(const RunPlace& place, Groups* groups) {
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
