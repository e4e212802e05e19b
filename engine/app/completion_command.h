// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/app/settings.h"

/// `sigte completion`: what a shell needs to complete command lines.
namespace sigte {

/// `what` is a shell ("bash": its script is printed) or one of the lists that
/// the script asks for while somebody types: "codes" (rules and messages, for
/// explain), "schemas". Gives the exit code.
int RunCompletion(const Settings& settings, const std::string& what);

}  // namespace sigte
