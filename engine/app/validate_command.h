// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"

/// `sigte validate`: files against a JSON Schema.
namespace sigte {

int RunValidate(const Settings& settings, const ValidateOptions& options);

}  // namespace sigte
