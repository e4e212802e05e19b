// SPDX-License-Identifier: MPL-2.0

// What is told and asked of numbers that can be read in two ways: in a table as
// people write them, in JSON those of open_numbers.h.

#include <utility>

#include "engine/app/screener.h"
#include "engine/base/decimal.h"
#include "engine/base/messages.h"
#include "engine/base/numbers.h"
#include "engine/record/number_bounds.h"

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

// A list has no place for a question: what is open in it is an error.
void Screener::TellOpen(const std::vector<OpenReading>& open, FileState* state,
                        std::vector<Finding>* findings) {
  for (const OpenReading& one : open) {
    const Severity severity = program_.layout[one.field].is_list
                                  ? Severity::kError
                                  : Severity::kWarning;
    findings->push_back(
        FindingAt(OpenNumbers::IssueOf(one, record_, severity), state));
    findings->back().field = program_.layout[one.field].name;
  }
}

std::vector<FieldReadings> Screener::NumberReadings(
    const std::vector<OpenReading>& open) const {
  std::vector<FieldReadings> all;
  for (const OpenReading& one : open) {
    const Field& field = program_.layout[one.field];
    if (field.is_list) continue;
    all.push_back(ReadingsOf(one, [&](const std::string& number) {
      return IsOutside(field, number);
    }));
  }
  return all;
}

}  // namespace sigte
