// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/review_session.h"
#include "engine/app/settings.h"

namespace sigte {

/// Walks what waits for people; gives the exit code.
int RunReview(const Settings& settings, const ReviewOptions& options);

}  // namespace sigte
