// SPDX-License-Identifier: MPL-2.0

#include "engine/app/open_numbers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/app/job.h"
#include "engine/base/numbers.h"
#include "engine/table/number_text.h"

namespace sigte {
namespace {

// "1.000", but not "1.0" or "751.00": three digits behind a point, all zeros,
// which nobody needs who means one.
bool EndsInAGroup(std::string_view written) {
  return written.size() > 4 && written.ends_with(".000");
}

}  // namespace

// Keys of records and closed values are names, not amounts.
OpenNumbers::OpenNumbers(const Layout& layout) : layout_(layout) {
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    const bool is_number = layout[i].type == FieldType::kInt ||
                           layout[i].type == FieldType::kDecimal;
    if (is_number && layout[i].choices.empty() && i != layout.id &&
        i != layout.group) {
      fields_.push_back(i);
    }
  }
  std::ranges::stable_partition(
      fields_, [&](FieldIndex field) { return !layout[field].is_list; });
}

std::vector<OpenReading> OpenNumbers::In(const Record& record) const {
  std::vector<OpenReading> open;
  for (const FieldIndex field : fields_) {
    const NodeIndex node = record[field].node;
    if (node == kNoNode) continue;
    const Document& document = *record.document();
    if (!layout_[field].is_list) {
      Add(field, node, document, &open);
      continue;
    }
    if (document[node].kind != NodeKind::kArray) continue;
    for (NodeIndex item = node + 1; item < document[node].next;
         item = document[item].next) {
      Add(field, item, document, &open);
    }
  }
  return open;
}

void OpenNumbers::Add(FieldIndex field, NodeIndex node,
                      const Document& document,
                      std::vector<OpenReading>* open) {
  const Node& written = document[node];
  if (written.kind != NodeKind::kNumber || !EndsInAGroup(written.text)) return;
  std::string rest;
  std::vector<std::string> numbers = NumbersIn(written.text, &rest);
  if (numbers.size() < 2 || !rest.empty()) return;
  open->push_back({field, document.SpanOf(node), std::move(numbers)});
}

Issue OpenNumbers::IssueOf(const OpenReading& open, const Record& record,
                           Severity severity) {
  const std::string_view written = record.document()->text().substr(
      open.span.begin, open.span.end - open.span.begin);
  Issue issue = MakeIssue("D356.two-readings", severity,
                          {written, UngroupedText(open.numbers[0]),
                           UngroupedText(open.numbers[1])});
  issue.span = open.span;
  return issue;
}

void OpenNumbers::LeaveOpen(const std::vector<OpenReading>& open,
                            Record* record) {
  for (const OpenReading& one : open) {
    record->Set(one.field, Value::Unknown(kQuestion));
  }
}

}  // namespace sigte
