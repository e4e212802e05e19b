// SPDX-License-Identifier: MPL-2.0

// Days of the calendar as rulesets write them.

#include "engine/base/date.h"

#include <algorithm>
#include <array>

#include "engine/base/ascii.h"

namespace sigte {
namespace {

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

int DaysIn(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

bool IsIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
    if (!IsDigit(text[i])) return false;
  }
  const int year = Number(text.substr(0, 4));
  const int month = Number(text.substr(5, 2));
  const int day = Number(text.substr(8, 2));
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 &&
         day <= DaysIn(year, month);
}

std::int64_t DayNumber(std::string_view date) {
  const int year = Number(date.substr(0, 4));
  const int month = Number(date.substr(5, 2));
  const std::int64_t before = year - 1;
  std::int64_t days =
      before * 365 + before / 4 - before / 100 + before / 400 - 719162;
  for (int m = 1; m < month; ++m) days += DaysIn(year, m);
  return days + Number(date.substr(8, 2)) - 1;
}

std::string YearAfter(std::string_view date) {
  const int year = Number(date.substr(0, 4)) + 1;
  if (year > 9999) return std::string(date);
  std::string next = std::to_string(year);
  next.insert(0, 4 - next.size(), '0');
  next += date.substr(4);
  if (!IsIsoDate(next)) next.replace(8, 2, "28");
  return next;
}

}  // namespace sigte
