// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/invocation.h"

namespace sigte {

/// `sigte hook install`: git's pre-commit hook for those who do without
/// pre-commit. Never touches a hook that somebody else made.
int RunHookInstall(const Invocation& invocation);

/// `sigte hook uninstall`: removes ours, and only ours.
int RunHookUninstall(const Invocation& invocation);

}  // namespace sigte
