#pragma once

#include <string>

#include "engine/app/settings.h"

namespace sigte {

/// The program's own version: "0.1.0".
std::string VersionNumber();

/// Prints the program's version, the ruleset's with its digest, and those of
/// the libraries that results rest on.
int RunVersion(const Settings& settings);

}  // namespace sigte
