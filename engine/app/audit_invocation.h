#pragma once

#include <span>

#include "engine/app/command_row.h"

/// The command line of `sigte audit …`.
namespace sigte {

std::span<const CommandRow> AuditCommands();

/// Checks what was typed; false after having said what is wrong.
bool ReadAuditValues(AuditOptions* to, const Usage& usage);

}  // namespace sigte
