// SPDX-License-Identifier: MPL-2.0

// The pipeline of one thread: parse, check against the schema, decide.

#include "engine/app/screener.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

#include "engine/app/fault_field.h"
#include "engine/app/record_look.h"
#include "engine/base/messages.h"
#include "engine/base/numbers.h"
#include "engine/decide/wording.h"
#include "engine/evaluate/group_needs.h"

namespace sigte {
namespace {

constexpr std::string_view kBlanks = " \t\r";

// True when every group query rests on fields alone.
bool QueriesOnlyFields(const Program& program) {
  return std::ranges::all_of(
      program.group_queries, [&](const GroupQuery& query) {
        return query.operand == kNoIndex ||
               program.code[query.operand].op == Opcode::kField;
      });
}

}  // namespace

Screener::Screener(const RulesetStore& store, const DecideOptions& options)
    : program_(*store.program),
      tables_(*store.tables),
      open_numbers_(program_.layout),
      options_(options),
      record_(program_.layout),
      counted_(program_.layout),
      file_checker_(*store.file_schema),
      record_checker_(*store.record_schema),
      decider_(program_),
      gathers_fields_(QueriesOnlyFields(program_)) {
  if (gathers_fields_) field_values_ = Values(program_.code.size());
  counted_.ReadOnly(FieldsForGroups(program_));
}

bool Screener::Screen(const Job& job, const Groups* groups,
                      const ScreenSink& sink) {
  places_.Forget();
  decider_.ForgetText();
  FileState state{
      {job.file, 1, nullptr, nullptr, static_cast<std::uint32_t>(job.input)},
      job.text(),
      &sink,
      groups};
  state.own_output_line = job.own_output_line;
  for (const Issue& issue : job.issues) {
    // About the file as such: it has no place in its text.
    Finding finding = FindingOf(issue, state.origin, {});
    finding.location.reset();
    HidePrivate(program_, &finding);
    sink.file_finding(finding);
  }
  for (const TableRemark& remark : job.remarks) TellRemark(remark, &state);
  switch (job.kind) {
    case JobKind::kTable: ScreenTable(job, &state); return !job.cut_short;
    case JobKind::kUnreadable: return false;
    case JobKind::kSubmission: return ScreenSubmission(&state);
    case JobKind::kLines: ScreenLines(job, &state); return true;
    case JobKind::kRecord: ScreenLine(job.text(), &state); return true;
    case JobKind::kLongLine:
      state.origin.first_line = job.block.first_line;
      state.text = {};
      TellUnreadable(
          0,
          {FindingAt(MakeIssue("D163.line-too-long", Severity::kError),
                     &state)},
          &state);
      return true;
  }
  return false;
}

void Screener::ScreenLines(const Job& job, FileState* state) {
  const std::string_view text = job.text();
  std::size_t offset = 0;
  std::size_t number = job.block.first_line;
  std::string_view line;
  for (; NextLine(text, &offset, &line); ++number) {
    if (line.find_first_not_of(kBlanks) == std::string_view::npos) continue;
    state->origin.first_line = number;
    state->text = line;
    if (number == job.own_output_line) TellOwnOutput(state);
    ScreenLine(line, state);
  }
}

void Screener::ScreenLine(std::string_view line, FileState* state) {
  if (ReadLine(line, state)) ScreenRecord(Document::kRoot, kNoNode, state);
}

bool Screener::ReadLine(std::string_view line, FileState* state) {
  IssueList issues;
  if (json_.Read(line, nullptr, 0, &document_, &issues,
                 state->origin.first_line)) {
    return true;
  }
  std::vector<Finding> findings;
  for (const Issue& issue : issues.issues()) {
    findings.push_back(FindingAt(issue, state));
  }
  TellUnreadable(0, std::move(findings), state);
  return false;
}

bool Screener::ScreenSubmission(FileState* state) {
  IssueList issues;
  if (!json_.Read(state->text, nullptr, 0, &document_, &issues)) {
    for (const Issue& issue : issues.issues()) {
      state->sink->file_finding(FindingAt(issue, state));
    }
    return false;
  }
  if (IsOwnReport(document_, program_.layout)) {
    state->sink->file_finding(
        FindingAtBegin(MakeIssue("D177.own-output", Severity::kError),
                       Document::kRoot, state));
    return false;
  }
  const bool is_record = IsRecordAlone(document_, program_.layout);
  if (!is_record && !IsBareList()) {
    CheckFile(state);
    TellEmpty(state);
  }
  const NodeIndex list = RecordList();
  ElementPlace element;
  // A key stands right before its value.
  if (list != kNoNode && !IsBareList()) element.list_key = list - 1;
  ForEachRecord([&](NodeIndex node, NodeIndex file) {
    if (!is_record) state->element = element;
    ScreenRecord(node, file, state);
    ++element.position;
  });
  // What it has to report cannot be found, and may be a great deal.
  return is_record ||
         (list != kNoNode && document_[list].kind == NodeKind::kArray);
}

// A list with nothing around it: its records are as those of a stream.
bool Screener::IsBareList() const {
  const Node& root = document_[Document::kRoot];
  return root.kind == NodeKind::kArray && root.count > 0;
}

// The list of records, or kNoNode.
NodeIndex Screener::RecordList() const {
  if (IsBareList()) return Document::kRoot;
  if (document_[Document::kRoot].kind != NodeKind::kObject) return kNoNode;
  return document_.Member(Document::kRoot, program_.layout.list_member);
}

void Screener::ForEachRecord(
    const std::function<void(NodeIndex, NodeIndex)>& use) {
  if (IsRecordAlone(document_, program_.layout)) {
    use(Document::kRoot, kNoNode);
    return;
  }
  const NodeIndex list = RecordList();
  if (list == kNoNode || document_[list].kind != NodeKind::kArray) return;
  const NodeIndex file = IsBareList() ? kNoNode : Document::kRoot;
  if (file != kNoNode) {
    shared_ = SharedNodes(program_.layout, document_, file);
    shared_file_ = file;
  }
  for (NodeIndex node = list + 1; node < document_[list].next;
       node = document_[node].next) {
    use(node, file);
  }
  shared_file_ = kNoNode;
}

// Whoever writes a file may give it as many members as it has records: it is
// not looked through for each of them.
NodeIndex Screener::OfFile(NodeIndex file, FieldIndex field) const {
  if (file == shared_file_) return shared_[field];
  return document_.Member(file, program_.layout[field].name);
}

void Screener::Fill(NodeIndex node, NodeIndex file, Record* record) const {
  if (file != kNoNode && file == shared_file_) {
    record->Fill(document_, node, shared_);
  } else {
    record->Fill(document_, node, file);
  }
}

void Screener::ScreenRecord(NodeIndex node, NodeIndex file, FileState* state) {
  std::vector<Finding> faults = RecordFaults(node, file, state);
  if (!faults.empty() && TellNoRecord(node, state)) return;
  if (document_[node].kind != NodeKind::kObject) {
    TellUnreadable(document_[node].begin, std::move(faults), state, file);
    return;
  }
  Fill(node, file, &record_);
  if (!faults.empty()) KeepUnread(node, file);
  const std::vector<OpenReading> open = open_numbers_.In(record_);
  const std::vector<FieldReadings> readings = NumberReadings(open);
  TellOpen(open, state, &faults);
  OpenNumbers::LeaveOpen(open, &record_);
  state->origin.readings = &readings;
  DecideRecord(std::move(faults), state);
  state->origin.readings = nullptr;
}

void Screener::DecideRecord(std::vector<Finding> faults, FileState* state) {
  const bool rejected = std::ranges::any_of(faults, [](const Finding& fault) {
    return fault.effect == Finding::Effect::kReject;
  });
  if (rejected) {
    record_.ForgetUnlisted();
  } else {
    AddUnheldNumbers(state, &faults);
  }
  decider_.Decide(record_, state->origin, std::move(faults), state->groups,
                  options_, &decision_);
  if (!state->is_record) {
    decision_.findings.EraseIf(
        [](const Finding& finding) { return finding.rule != kNoIndex; });
  }
  if (state->has_strays) DropFollowers(*state->origin.row);
  if (state->origin.row != nullptr) PlaceBlanks(*state->origin.row);
  state->sink->decision(decision_, &record_);
}

std::vector<Finding> Screener::RecordFaults(NodeIndex node, NodeIndex file,
                                            FileState* state) {
  std::vector<Finding> findings = state->of_all;
  if (const auto own = state->of_record.find(node);
      own != state->of_record.end()) {
    std::ranges::move(own->second, std::back_inserter(findings));
  }
  for (const SchemaFault& fault : SchemaFaultsOf(node, state, &findings)) {
    findings.push_back(FindingAt(fault.issue, state));
    findings.back().field =
        FieldOfFault(fault, document_, node, program_.layout);
  }
  AddContradictions(node, file, state, &findings);
  const Layout& layout = program_.layout;
  if (document_[node].kind == NodeKind::kObject && LacksGroup(node, file)) {
    findings.push_back(
        FindingAtBegin(MakeIssue("D164.no-group", Severity::kError,
                                 {layout[layout.group].name}),
                       node, state));
  }
  return findings;
}

Finding Screener::FindingAtBegin(Issue issue, NodeIndex node,
                                 FileState* state) {
  issue.span = {document_[node].begin, document_[node].begin + 1U};
  return FindingAt(issue, state);
}

// Adds to `findings` where more is wrong with a record than is told of one.
std::vector<SchemaFault> Screener::SchemaFaultsOf(
    NodeIndex node, FileState* state, std::vector<Finding>* findings) {
  if (record_checker_.IsValid(document_, node)) return {};
  bool cut = false;
  const auto faults =
      record_checker_.Faults(document_, node, nullptr, &cut,
                             state->element ? &*state->element : nullptr);
  if (cut) {
    findings->push_back(
        FindingAtBegin(MakeIssue("D174.more-faults", Severity::kError,
                                 {CountText(faults.size())}),
                       node, state));
  }
  return WithoutFollowers(faults);
}

// What no slot has, so that it can be sent back: members that are no field's,
// and what stands for the file where the record says otherwise.
void Screener::KeepUnread(NodeIndex node, NodeIndex file) {
  std::vector<UnreadValue> unread;
  const auto keep = [&](std::string_view heading, NodeIndex value) {
    const Node& written = document_[value];
    const Span span = document_.SpanOf(value);
    const bool is_text = written.kind == NodeKind::kString;
    unread.push_back(
        {std::string(heading), program_.layout.Find(heading),
         std::string(is_text ? written.text
                             : document_.text().substr(span.begin,
                                                       span.end - span.begin)),
         written.kind == NodeKind::kNumber});
  };
  for (NodeIndex key = node + 1; key < document_[node].next;
       key = document_[key + 1].next) {
    const std::string_view name = document_[key].text;
    if (program_.layout.Find(name) == kNoField) keep(name, key + 1);
  }
  for (FieldIndex i = 0; i < program_.layout.size(); ++i) {
    const Field& field = program_.layout[i];
    if (!field.of_group || file == kNoNode) continue;
    const NodeIndex shared = OfFile(file, i);
    const NodeIndex own = document_.Member(node, field.name);
    if (shared != kNoNode && own != kNoNode) keep(field.name, shared);
  }
  record_.SetUnread(std::move(unread));
}

// What stands once for a file may stand with a record too, but not otherwise.
void Screener::AddContradictions(NodeIndex node, NodeIndex file,
                                 FileState* state,
                                 std::vector<Finding>* findings) {
  if (file == kNoNode || document_[node].kind != NodeKind::kObject) return;
  for (FieldIndex i = 0; i < program_.layout.size(); ++i) {
    const Field& field = program_.layout[i];
    if (!field.of_group) continue;
    const NodeIndex own = document_.Member(node, field.name);
    const NodeIndex shared = OfFile(file, i);
    if (own == kNoNode || shared == kNoNode) continue;
    const auto written = [&](NodeIndex index) {
      const Span span = document_.SpanOf(index);
      return state->text.substr(span.begin, span.end - span.begin);
    };
    if (written(own) == written(shared)) continue;
    Issue issue = MakeIssue(
        "D175.differs-from-file", Severity::kError,
        {field.name, std::string(written(own)), std::string(written(shared))});
    issue.span = document_.SpanOf(own);
    findings->push_back(FindingAt(issue, state));
    findings->back().field = field.name;
  }
}

// The schema has nothing against a number of 23 digits, but no slot holds it.
void Screener::AddUnheldNumbers(FileState* state,
                                std::vector<Finding>* findings) {
  record_.ForEachUnheld([&](FieldIndex field, NodeIndex node) {
    const std::string& name = program_.layout[field].name;
    Issue issue = MakeIssue("D168.unheld-value", Severity::kError, {name});
    issue.span = document_.SpanOf(node);
    findings->push_back(FindingAt(issue, state));
    findings->back().field = name;
  });
}

// Places along one text are worked out from one another; FindingOf would begin
// at the text's start each time.
Finding Screener::FindingAt(const Issue& issue, FileState* state) {
  Finding finding = FindingOf(issue, state->origin, {});
  places_.Turn(state->text, state->origin);
  places_.Locate(issue.span, &finding.location.emplace());
  HidePrivate(program_, &finding);
  return finding;
}

}  // namespace sigte
