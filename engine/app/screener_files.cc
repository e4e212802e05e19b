// SPDX-License-Identifier: MPL-2.0

// What the schema says of a submission around its records.

#include <cstring>

#include "engine/app/fault_field.h"
#include "engine/app/screener.h"
#include "engine/base/messages.h"

namespace sigte {
namespace {

// A member too many is no fault of the records; all else about a file is.
bool ConcernsRecords(const SchemaFault& fault) { return fault.key == kNoNode; }

// "'list' is missing", in the words for a list that may be empty.
Issue InWordsOfLists(const SchemaFault& fault, const Layout& layout) {
  Issue issue = fault.issue;
  const bool lacks_list =
      fault.keyword == "required" && !issue.args.empty() &&
      issue.args.front().In(Lang::kEn) == layout.list_member;
  if (!lacks_list) return issue;
  issue.message = "D171.no-list";
  issue.args.resize(1);
  return issue;
}

// The submission with its list of records blanked, so that every place in it
// stays and the records are left to be checked one by one.
PaddedText WithoutRecords(std::string_view text, const Node& list) {
  std::string rest(text);
  if (list.kind == NodeKind::kArray && list.end >= list.begin + 2) {
    const std::size_t inside = list.begin + 1U;
    std::memset(rest.data() + inside, ' ', list.end - 1U - inside);
  }
  return PaddedText(rest);
}

}  // namespace

// What the schema says of the file and of its list, and of a record only where
// it stands: "no two alike", "if the year is 2020, then each …".
void Screener::CheckFile(FileState* state) {
  const Layout& layout = program_.layout;
  if (document_[Document::kRoot].kind == NodeKind::kArray &&
      layout.group != kNoField) {
    Issue issue = MakeIssue("D173.nobodys-list", Severity::kError,
                            {layout[layout.group].name, layout.list_member});
    issue.span = document_.SpanOf(Document::kRoot);
    state->sink->file_finding(FindingAt(issue, state));
    return;
  }
  if (file_checker_.IsValid(document_)) return;
  const NodeIndex list = RecordList();
  const bool has_records =
      list != kNoNode && document_[list].kind == NodeKind::kArray;
  NodeIndex record = has_records ? list + 1 : kNoNode;
  bool cut = false;
  for (const SchemaFault& fault : WithoutFollowers(
           file_checker_.Faults(document_, Document::kRoot, nullptr, &cut))) {
    const bool of_record =
        has_records && fault.node > list && fault.node < document_[list].next;
    if (!of_record) {
      if (!cut) FileFault(fault, document_, state);
      continue;
    }
    // They come in the order of the document.
    while (document_[record].next <= fault.node) {
      record = document_[record].next;
    }
    if (!record_checker_.IsValid(document_, record)) continue;  // tells itself
    Finding finding = FindingAt(fault.issue, state);
    finding.field = FieldOfFault(fault, document_, record, program_.layout);
    state->of_record[record].push_back(std::move(finding));
  }
  if (cut) CheckAroundRecords(list, state);
}

// Where the records alone have more faults than are told.
void Screener::CheckAroundRecords(NodeIndex list, FileState* state) {
  const PaddedText rest =
      WithoutRecords(state->text, list == kNoNode ? Node{} : document_[list]);
  Document file;
  IssueList issues;
  if (!json_.Read(rest.text(), nullptr, 0, &file, &issues)) return;
  bool cut = false;
  for (const SchemaFault& fault : WithoutFollowers(
           file_checker_.Faults(file, Document::kRoot, nullptr, &cut))) {
    FileFault(fault, file, state);
  }
}

void Screener::FileFault(const SchemaFault& fault, const Document& file,
                         FileState* state) {
  Finding finding = FindingAt(InWordsOfLists(fault, program_.layout), state);
  finding.field = FieldOfFault(fault, file, Document::kRoot, program_.layout);
  state->sink->file_finding(finding);
  if (!ConcernsRecords(fault)) return;
  finding.of_file = true;
  state->of_all.push_back(std::move(finding));
}

}  // namespace sigte
