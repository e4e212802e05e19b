// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"
#include "engine/app/usage.h"

/// What was typed, read as what it means.
namespace sigte {

/// Fills in the rest of `*to` from its texts; false after saying on standard
/// error what makes no sense.
bool ReadValues(Invocation* to, const Usage& usage);

}  // namespace sigte
