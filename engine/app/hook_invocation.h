#pragma once

#include <span>

#include "engine/app/command_row.h"

namespace sigte {

/// `sigte hook …` and `sigte config`.
std::span<const CommandRow> HookCommands();

/// Checks what was typed for them; false after saying what is wrong.
bool ReadHookValues(Invocation* to, const Usage& usage);

}  // namespace sigte
