// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <span>

#include "engine/app/invocation.h"
#include "engine/app/usage.h"

namespace sigte {

struct CommandRow;

/// `sigte hook …` and `sigte config`.
std::span<const CommandRow> HookCommands();

/// Checks what was typed for them; false after saying what is wrong.
bool ReadHookValues(Invocation* to, const Usage& usage);

}  // namespace sigte
