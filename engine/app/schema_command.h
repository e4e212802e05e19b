// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/app/settings.h"

/// `sigte schema`: the schemas that come with the program.
namespace sigte {

/// Prints the schema, or, where `name` is empty, what there is.
int RunSchema(const Settings& settings, const std::string& name);

}  // namespace sigte
