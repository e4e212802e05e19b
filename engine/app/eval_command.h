// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"
#include "engine/app/settings.h"

namespace sigte {

/// `sigte eval`: prints the value of one expression, or of a file of them.
int RunEval(const Settings& settings, const EvalOptions& options);

}  // namespace sigte
