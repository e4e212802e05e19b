// SPDX-License-Identifier: MPL-2.0

// What is told where there is no record: a list of none, and what is something
// else.

#include <utility>

#include "engine/app/record_look.h"
#include "engine/app/screener.h"
#include "engine/base/numbers.h"
#include "engine/decide/wording.h"

namespace sigte {

// As written, private numbers hidden; empty where the file does not say. Fills
// record_ with what stands once for all records.
std::string Screener::GroupOfFile(NodeIndex file) {
  const FieldIndex index = program_.layout.group;
  if (file == kNoNode || index == kNoField) return {};
  Fill(kNoNode, file, &record_);
  const NodeIndex node = record_[index].node;
  if (node == kNoNode || document_[node].kind == NodeKind::kNull) return {};
  std::string group(record_.Written(index));
  program_.redaction.Apply(&group);
  return group;
}

void Screener::TellEmpty(FileState* state) {
  const NodeIndex list = RecordList();
  const bool is_empty = list != kNoNode && state->of_all.empty() &&
                        document_[list].kind == NodeKind::kArray &&
                        document_[list].count == 0;
  if (!is_empty || !state->sink->empty) return;
  const std::string group = GroupOfFile(Document::kRoot);
  if (!group.empty()) state->sink->empty(group, record_);
}

// A record that is none: nothing can be said of it but where it stands, and
// whose it is where its file says so.
void Screener::TellUnreadable(std::size_t offset, std::vector<Finding> findings,
                              FileState* state, NodeIndex file) {
  Decision decision;
  decision.group = GroupOfFile(file);
  places_.Turn(state->text, state->origin);
  decision.file = state->origin.file;
  program_.redaction.Apply(&decision.file);
  decision.line = places_.LineOf(offset);
  decision.verdict = Verdict::kInvalid;
  for (Finding& finding : findings) {
    decision.findings.push_back(std::move(finding));
  }
  state->sink->decision(decision, nullptr);
}

// Once for the file that begins with it.
void Screener::TellOwnOutput(FileState* state) {
  Issue issue = MakeIssue("D177.own-output", Severity::kError);
  issue.span = {0, 1};
  state->sink->file_finding(FindingAt(issue, state));
}

// Of what is no record but something else that we know, one thing is told, and
// not which fields it lacks and has too many of.
bool Screener::TellNoRecord(NodeIndex node, FileState* state) {
  const RecordLook look = LookOfRecord(document_, node, program_.layout);
  if (look == RecordLook::kRecord) return false;
  const bool is_own = look == RecordLook::kDecision;
  Issue issue = MakeIssue("D177.own-output", Severity::kError);
  if (!is_own) {
    const std::string& name = program_.layout.list_member;
    const Node& list = document_[document_.Member(node, name)];
    issue = MakeIssue("D176.submission-for-record", Severity::kError,
                      {name, CountText(list.count)});
  }
  Finding finding = FindingAtBegin(std::move(issue), node, state);
  if (is_own && state->own_output_line > 0) {
    finding.of_file = true;  // and has its place: reports tell the two as one
    finding.location->place = {state->own_output_line, 1};
  }
  // Nobody submitted what we wrote.
  TellUnreadable(document_[node].begin, {std::move(finding)}, state,
                 is_own ? kNoNode : node);
  return true;
}

}  // namespace sigte
