// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/review_queue.h"
#include "engine/app/review_session.h"
#include "engine/app/settings.h"

namespace sigte {

/// Asks a person at a terminal, question by question, until all are answered or
/// the person has had enough. False where the terminal cannot be written to.
bool ReviewAtTerminal(const Settings& settings, const ReviewOptions& options,
                      const RulesetStore& store, const RulingShelf& shelf,
                      const ReviewQueue& queue, ReviewSession* session);

}  // namespace sigte
