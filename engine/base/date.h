#pragma once

#include <string_view>

namespace sigte {

/// Whether `text` is a day of the calendar as ISO 8601 writes it: "2019-07-01".
bool IsIsoDate(std::string_view text);

}  // namespace sigte
