// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sigte {

/// Whether `text` is a day of the calendar as ISO 8601 writes it: "2019-07-01".
bool IsIsoDate(std::string_view text);

/// The number of the day, such that neighbouring days have neighbouring
/// numbers; 1970-01-01 is 0. `date` must be one by IsIsoDate.
std::int64_t DayNumber(std::string_view date);

/// The same day a year later; 29 February becomes the 28th. Of the year 9999
/// the day itself.
std::string YearAfter(std::string_view date);

}  // namespace sigte
