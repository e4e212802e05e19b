// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>

#include "engine/app/invocation.h"
#include "engine/app/usage.h"

/// What holds in the end: flags before variables before `.sigte.yaml` before
/// defaults; and where each setting comes from.
namespace sigte {

/// Finds the one configuration of the invocation's inputs, and settles with it
/// what was not typed. False after saying what is wrong: a fault in the file,
/// inputs of different configurations, another version that is asked for.
bool Configure(Invocation* invocation, const Usage& usage);

/// The same with the file `path`; empty: with none.
bool ConfigureWith(const std::string& path, Invocation* invocation,
                   const Usage& usage);

}  // namespace sigte
