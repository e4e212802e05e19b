// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"

namespace sigte {

/// `sigte config`: every setting as it holds, and where it comes from.
int RunConfig(const Invocation& invocation);

}  // namespace sigte
