// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <vector>

#include "engine/app/review_queue.h"
#include "engine/app/review_session.h"
#include "engine/app/settings.h"

namespace sigte {

/// Writes the queue in the form that was asked for, where it was asked for.
/// False where that cannot be done: it was said.
bool ListQueue(const Settings& settings, const ReviewOptions& options,
               const RulesetStore& store, const RulingShelf& shelf,
               const ReviewQueue& queue, const std::vector<ReviewItem>& items);

}  // namespace sigte
