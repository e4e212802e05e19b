// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/base/messages.h"
#include "engine/base/numbers.h"
#include "engine/report/summary.h"

namespace sigte {

/// The totals in one line, for standard error.
std::string SummaryLine(const Summary& summary, Lang lang);

}  // namespace sigte
