// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

/// The rulesets that a log keeps, so that anybody can run them again.
namespace sigte {

/// Where a log keeps its own copy of the ruleset of this digest.
std::string KeptRuleset(const std::string& log_folder,
                        const std::string& digest);

/// Whether that copy is there, and is of this digest: all of its files, and no
/// others.
bool IsKeptWhole(const std::string& log_folder, const std::string& digest);

}  // namespace sigte
