// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

#include "engine/audit/entries.h"
#include "engine/decide/ruling_book.h"
#include "engine/evaluate/program.h"

/// Rulings as the audit log tells of them.
namespace sigte {

/// Those that decided in a run and those that no longer do, in the order of
/// their files; `states` by ruling. What waits for approval, what a later one
/// stands for, and what the rule says by itself has not lapsed and is left out.
std::vector<audit::RulingFact> RulingFactsOf(
    const RulingBook& book, const std::vector<RulingState>& states,
    const Program& program);

}  // namespace sigte
