// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/report/summary.h"
#include "engine/report/words.h"

namespace sigte {

/// The sum of the known amounts; "?" where none of them is known, empty where
/// the ruleset has no amounts.
std::string SumWords(const SummaryCell& cell, const Voice& voice);

/// Group × verdict with counts and amounts, side by side where there is room,
/// else one below the other, else a block a group; with the total. Numbers are
/// never cut.
std::string SummaryTable(const Summary& summary, const Voice& voice);

}  // namespace sigte
