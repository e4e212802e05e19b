// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"
#include "engine/app/settings.h"

namespace sigte {

/// `sigte explain`: a rule, a message's code, or one record's decision.
int RunExplain(const Settings& settings, const ExplainOptions& options);

}  // namespace sigte
