// SPDX-License-Identifier: MPL-2.0

// Numbers that can be read in two ways: in a table as people write them, in
// JSON as "1.000", which is one, but may have been meant as a thousand.

#include <algorithm>
#include <utility>

#include "engine/app/screener.h"
#include "engine/base/decimal.h"
#include "engine/base/messages.h"
#include "engine/base/numbers.h"
#include "engine/record/number_bounds.h"
#include "engine/table/number_text.h"

namespace sigte {
namespace {

constexpr MessageKey kTwoReadings = "D356.two-readings";

Value ValueOf(const std::string& number, FieldType type) {
  const auto exact = Decimal::Parse(number);
  if (!exact) return Value::Unknown(kError);
  if (type == FieldType::kDecimal) return Value::Dec(*exact);
  const auto whole = exact->ToInt();
  return whole ? Value::Int(*whole) : Value::Unknown(kError);
}

bool IsOutside(const Field& field, const std::string& number) {
  const auto exact = Decimal::Parse(number);
  return !exact || !BoundsOf(field).Hold(*exact);
}

// "1.000", but not "1.0" or "751.00": three digits behind a point, all zeros,
// which nobody needs who means one.
bool EndsInAGroup(std::string_view written) {
  return written.size() > 4 && written.ends_with(".000");
}

}  // namespace

FieldReadings Screener::ReadingsOf(const OpenReading& open,
                                   const Refuses& refuses) const {
  const Field& field = program_.layout[open.field];
  FieldReadings readings;
  readings.field = open.field;
  readings.code = CodeOf(open.told.name());
  readings.slug = SlugOf(open.told.name());
  std::vector<LocalText> args;
  for (const std::string& number : open.numbers) {
    args.push_back(args.empty() ? UngroupedText(number) : SecondNumber(open));
    readings.readings.push_back(
        {number, ValueOf(number, field.type), refuses(number)});
  }
  args.push_back(field.unit);
  readings.ask = open.told == kTwoReadings
                     ? Message("decide.two-readings-ask", args)
                     : Message("decide.two-units-ask", args);
  return readings;
}

// Keys of records and closed values are names, not amounts.
std::vector<FieldIndex> Screener::NumberFields(const Layout& layout) {
  std::vector<FieldIndex> numbers;
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    const bool is_number = layout[i].type == FieldType::kInt ||
                           layout[i].type == FieldType::kDecimal;
    if (is_number && !layout[i].is_list && layout[i].choices.empty() &&
        i != layout.id && i != layout.group) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

std::vector<OpenReading> Screener::OpenNumbers(const Record& record) const {
  std::vector<OpenReading> open;
  for (const FieldIndex i : number_fields_) {
    const Slot& slot = record[i];
    if (slot.node == kNoNode ||
        document_[slot.node].kind != NodeKind::kNumber ||
        !EndsInAGroup(document_[slot.node].text)) {
      continue;
    }
    std::string rest;
    std::vector<std::string> numbers =
        NumbersIn(document_[slot.node].text, &rest);
    if (numbers.size() < 2 || !rest.empty()) continue;
    open.push_back({i, document_.SpanOf(slot.node), std::move(numbers)});
  }
  return open;
}

void Screener::TellOpen(const std::vector<OpenReading>& open, FileState* state,
                        std::vector<Finding>* findings) {
  for (const OpenReading& one : open) {
    const std::string_view written = document_[record_[one.field].node].text;
    Issue issue = MakeIssue(kTwoReadings, Severity::kWarning,
                            {written, UngroupedText(one.numbers[0]),
                             UngroupedText(one.numbers[1])});
    issue.span = one.span;
    findings->push_back(FindingAt(issue, state));
    findings->back().field = program_.layout[one.field].name;
  }
}

std::vector<FieldReadings> Screener::NumberReadings(
    const std::vector<OpenReading>& open) const {
  std::vector<FieldReadings> all;
  for (const OpenReading& one : open) {
    const Field& field = program_.layout[one.field];
    all.push_back(ReadingsOf(one, [&](const std::string& number) {
      return IsOutside(field, number);
    }));
  }
  return all;
}

void Screener::LeaveOpen(const std::vector<OpenReading>& open, Record* record) {
  for (const OpenReading& one : open) {
    record->Set(one.field, Value::Unknown(kQuestion));
  }
}

}  // namespace sigte
