// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"
#include "engine/app/settings.h"

namespace sigte {

/// `sigte screen`: decides every record of the named files.
int RunScreen(const Settings& settings, const ScreenOptions& options);

}  // namespace sigte
