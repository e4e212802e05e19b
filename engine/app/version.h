// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/app/settings.h"

namespace sigte {

/// The program's own version: "0.1.0".
std::string VersionNumber();

/// Prints the program's version and git revision, the ruleset's version with
/// its digest, and the versions of the libraries that results rest on; as text
/// or as one JSON object. A ruleset that cannot be used does not make it fail.
int RunVersion(const Settings& settings, bool json);

}  // namespace sigte
