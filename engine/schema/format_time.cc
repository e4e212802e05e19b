// SPDX-License-Identifier: MPL-2.0

// Formats of dates and times.
#include <array>
#include <optional>

#include "engine/base/ascii.h"
#include "engine/schema/format_rules.h"

namespace sigte::schema {
namespace {

// Takes exactly `digits` digits off the text.
std::optional<int> TakeNumber(std::string_view* text, std::size_t digits) {
  if (text->size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!IsDigit((*text)[i])) return std::nullopt;
    value = value * 10 + ((*text)[i] - '0');
  }
  text->remove_prefix(digits);
  return value;
}

bool TakeSign(std::string_view* text, char sign) {
  if (!text->starts_with(sign)) return false;
  text->remove_prefix(1);
  return true;
}

int DaysIn(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Minutes east of UTC; nullopt where no zone stands.
std::optional<int> TakeZone(std::string_view* text) {
  if (TakeSign(text, 'Z') || TakeSign(text, 'z')) return 0;
  const bool east = text->starts_with('+');
  if (!east && !text->starts_with('-')) return std::nullopt;
  text->remove_prefix(1);
  const std::optional<int> hours = TakeNumber(text, 2);
  if (!hours || *hours > 23 || !TakeSign(text, ':')) return std::nullopt;
  const std::optional<int> minutes = TakeNumber(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return (east ? 1 : -1) * (*hours * 60 + *minutes);
}

bool TakeFraction(std::string_view* text) {
  if (!TakeSign(text, '.')) return true;
  if (text->empty() || !IsDigit(text->front())) return false;
  while (!text->empty() && IsDigit(text->front())) text->remove_prefix(1);
  return true;
}

// One or more digits and one of the designators, in their order.
bool TakeParts(std::string_view* text, std::string_view designators,
               std::size_t* parts) {
  std::size_t next = 0;
  std::size_t last = std::string_view::npos;
  while (!text->empty() && IsDigit(text->front())) {
    while (!text->empty() && IsDigit(text->front())) text->remove_prefix(1);
    if (text->empty()) return false;
    const std::size_t at = designators.find(text->front(), next);
    // Neighbours only: "1Y2D" leaves out the months.
    const bool skips = last != std::string_view::npos && at != last + 1;
    if (at == std::string_view::npos || skips) return false;
    text->remove_prefix(1);
    last = at;
    next = at + 1;
    ++*parts;
  }
  return true;
}

}  // namespace

bool IsDate(std::string_view text) {
  const std::optional<int> year = TakeNumber(&text, 4);
  if (!year || !TakeSign(&text, '-')) return false;
  const std::optional<int> month = TakeNumber(&text, 2);
  if (!month || *month < 1 || *month > 12 || !TakeSign(&text, '-')) {
    return false;
  }
  const std::optional<int> day = TakeNumber(&text, 2);
  return day && *day >= 1 && *day <= DaysIn(*year, *month) && text.empty();
}

bool IsTime(std::string_view text) {
  const std::optional<int> hour = TakeNumber(&text, 2);
  if (!hour || *hour > 23 || !TakeSign(&text, ':')) return false;
  const std::optional<int> minute = TakeNumber(&text, 2);
  if (!minute || *minute > 59 || !TakeSign(&text, ':')) return false;
  const std::optional<int> second = TakeNumber(&text, 2);
  if (!second || *second > 60 || !TakeFraction(&text)) return false;
  const std::optional<int> zone = TakeZone(&text);
  if (!zone || !text.empty()) return false;
  // Leap seconds come at midnight UTC only.
  const int utc = ((*hour * 60 + *minute - *zone) % 1440 + 1440) % 1440;
  return *second < 60 || utc == 23 * 60 + 59;
}

bool IsDateTime(std::string_view text) {
  if (text.size() < 11 || (text[10] != 'T' && text[10] != 't')) return false;
  return IsDate(text.substr(0, 10)) && IsTime(text.substr(11));
}

bool IsDuration(std::string_view text) {
  if (!TakeSign(&text, 'P')) return false;
  std::size_t dates = 0;
  std::size_t times = 0;
  if (text.ends_with('W')) {
    return TakeParts(&text, "W", &dates) && dates == 1 && text.empty();
  }
  if (!TakeParts(&text, "YMD", &dates)) return false;
  if (text.empty()) return dates > 0;
  return TakeSign(&text, 'T') && TakeParts(&text, "HMS", &times) && times > 0 &&
         text.empty();
}

}  // namespace sigte::schema
