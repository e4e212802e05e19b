// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <span>

#include "engine/app/invocation.h"
#include "engine/app/usage.h"

/// The command line of `sigte audit …`.
namespace sigte {

struct CommandRow;

std::span<const CommandRow> AuditCommands();

/// Checks what was typed; false after having said what is wrong.
bool ReadAuditValues(AuditOptions* to, const Usage& usage);

}  // namespace sigte
