// SPDX-License-Identifier: MPL-2.0

// Numbers of cells, and the ways in which they can be read.
#include <algorithm>
#include <utility>

#include "engine/base/blank.h"
#include "engine/base/decimal.h"
#include "engine/base/numbers.h"
#include "engine/table/cell_target.h"
#include "engine/table/number_text.h"

namespace sigte {
namespace {

constexpr const char* kThousand = "1000";

// The number that its format shows.
std::string Shown(const TableCell& cell) {
  auto number = Decimal::Parse(cell.number);
  const auto thousand = Decimal::Parse(kThousand);
  for (std::uint32_t i = 0; i < cell.thousands && number; ++i) {
    number = Decimal::Divide(*number, *thousand);
  }
  return number ? number->ToString() : cell.number;
}

// What the format shows beside it.
std::string Words(const TableCell& cell) {
  return std::string(Trimmed(cell.beside));
}

// "101290****", as a reply hides a number: the digits left are another one.
bool HasStarredDigits(std::string_view text) {
  const std::size_t star = text.find('*');
  const std::size_t last = text.find_last_of("0123456789");
  return star != text.npos && last != text.npos;
}

}  // namespace

LocalText SecondNumber(const OpenReading& open) {
  const LocalText number = UngroupedText(open.numbers[1]);
  return open.rounded ? Message("table.rounded", {number}) : number;
}

// A percentage in a field that counts something else is no number of it, and
// neither is a number that its format shows in another unit: as a text.
void CellValues::WriteNumber(const Target& to) const {
  if (to.cell.kind == CellKind::kNumber) {
    const UnitNames& units = units_[to.field];
    const UnitWord unit = units.Beside(to.cell.beside);
    if (to.cell.text != to.cell.number && !units.is_percent()) {
      AppendString(to.cell.text, to.line);
    } else if (unit == UnitWord::kOther) {
      AppendString(Shown(to.cell) + " " + Words(to.cell), to.line);
    } else if (to.cell.thousands > 0) {
      WriteScaled(to);
    } else {
      if (!to.cell.stored.empty()) {
        to.Say("D391.binary-noise", Severity::kNote,
               {UngroupedText(to.cell.stored), UngroupedText(to.cell.number)});
      }
      WriteReadings(to, unit, {to.cell.number});
    }
    return;
  }
  if (to.cell.kind == CellKind::kDate && !to.cell.number.empty()) {
    to.Say("D355.date-for-number", Severity::kError,
           {to.cell.text, UngroupedText(to.cell.number)});
  }
  if (to.cell.kind == CellKind::kText) {
    WriteNumberText(to);
  } else {
    AppendString(to.cell.text, to.line);
  }
}

// A format may show thousands of what is stored. Where the field's unit is just
// as many of a plain one, it is asked which of the two was meant.
void CellValues::WriteScaled(const Target& to) const {
  const UnitNames& units = units_[to.field];
  const std::string shown = Shown(to.cell);
  OpenReading open{to.field, {}, {to.cell.number}, "D379.scaled-number"};
  if (to.cell.thousands == 1 && units.many() == kThousand) {
    open.numbers.push_back(units.FromPlain(to.cell.number, &open.rounded));
  }
  const std::vector<LocalText> args = {UngroupedText(shown),
                                       UngroupedText(to.cell.number)};
  if (shown == to.cell.number) {
    *to.line += shown;
  } else if (open.numbers.size() == 1 || open.numbers[1].empty()) {
    to.Say(open.told, Severity::kError, args);
    AppendString(shown + " (" + to.cell.number + ")", to.line);
  } else {
    // In a copy without the format it is the question of the two units.
    TableCell copied = to.cell;
    copied.text += " " + units.plain().In(Lang::kDa);
    Ask(to, copied, args, std::move(open));
  }
}

void CellValues::WriteNumberText(const Target& to) const {
  const UnitNames& units = units_[to.field];
  const std::string_view whole = Trimmed(to.cell.text);
  const std::string_view text = units.WithoutOwn(whole);
  std::string rest;
  const auto numbers = NumbersIn(text, &rest);
  UnitWord unit = units.Beside(rest);
  if (numbers.empty() || unit == UnitWord::kOther) {
    if (WriteMarker(to, to.cell.text)) return;
    if (HasStarredDigits(whole)) {
      to.Say("D392.starred-number", Severity::kError, {to.cell.text});
    }
    AppendString(to.cell.text, to.line);
    return;
  }
  if (text.size() < whole.size()) unit = UnitWord::kOwn;
  const std::size_t open = to.record->readings.size();
  WriteReadings(to, unit, numbers);
  if (!to.how.from_text && to.record->readings.size() == open) {
    to.Say("D357.number-as-text", Severity::kNote,
           {to.cell.text, UngroupedText(numbers.front())});
  }
}

// A number of the plain unit may have been meant in it, or in the field's own.
// ("1.250" in the other way is a thousandth, too.)
void CellValues::WriteReadings(const Target& to, UnitWord unit,
                               std::vector<std::string> numbers) const {
  const UnitNames& units = units_[to.field];
  const bool by_unit = unit == UnitWord::kPlain ||
                       (to.how.in_plain_unit && unit != UnitWord::kOwn);
  OpenReading open{to.field, {}, std::move(numbers)};
  if (by_unit) {
    open.numbers.resize(1);
    open.numbers.push_back(
        units.FromPlain(open.numbers.front(), &open.rounded));
    open.told = "D374.two-units";
  }
  const bool one = open.numbers.size() == 1 || open.numbers[1].empty() ||
                   open.numbers[0] == open.numbers[1];
  if (one) {
    *to.line += open.numbers.front();
    return;
  }
  std::vector<LocalText> args = {to.cell.text, UngroupedText(open.numbers[0]),
                                 SecondNumber(open)};
  if (!by_unit) return Ask(to, to.cell, std::move(args), std::move(open));
  // With its unit, so that it is the same question wherever it is copied to.
  TableCell shown = to.cell;
  if (shown.kind == CellKind::kNumber || unit == UnitWord::kNone) {
    shown.text +=
        " " +
        (unit == UnitWord::kPlain ? Words(shown) : units.plain().In(Lang::kDa));
  }
  args.front() = shown.text;
  args.insert(args.end(), {layout_[to.field].unit, units.plain()});
  Ask(to, shown, std::move(args), std::move(open));
}

// Writes the first number with room for any of them.
void CellValues::Ask(const Target& to, const TableCell& shown,
                     std::vector<LocalText> args, OpenReading open) {
  const std::size_t begin = to.line->size();
  *to.line += open.numbers.front();
  std::size_t longest = 0;
  for (const std::string& number : open.numbers) {
    longest = std::max(longest, number.size());
  }
  to.line->resize(begin + longest, ' ');
  Target{to.field, shown, to.how, to.line, to.record}.Say(
      open.told, Severity::kWarning, std::move(args));
  open.span = {begin, to.line->size()};
  to.record->readings.push_back(std::move(open));
}

}  // namespace sigte
