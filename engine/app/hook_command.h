// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"

namespace sigte {

/// `sigte hook`: what must not be committed, in few words; nothing where all is
/// well. 0: nothing blocks, 1: something does, 2: it could not be checked.
int RunHook(const Invocation& invocation);

}  // namespace sigte
