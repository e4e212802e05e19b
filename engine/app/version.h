#pragma once

#include <string>

#include "engine/app/settings.h"

namespace sigte {

/// The program's own version: "0.1.0".
std::string VersionNumber();

/// Prints the program's version, the ruleset's with its digest, and those of
/// the libraries that results rest on.
int RunVersion(const Settings& settings);

/// Prints a schema that comes with the program; without a name, their names.
int RunSchema(const Settings& settings, const std::string& name);

}  // namespace sigte
