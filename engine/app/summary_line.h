#pragma once

#include <cstdint>
#include <string>

#include "engine/base/messages.h"
#include "engine/report/summary.h"

namespace sigte {

/// A number with its digits grouped, for messages.
LocalText CountText(std::uint64_t n);

/// The totals in one line, for standard error.
std::string SummaryLine(const Summary& summary, Lang lang);

}  // namespace sigte
