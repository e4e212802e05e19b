// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/report/output_format.h"

/// The reportingDescriptors of a SARIF run (SARIF 2.1.0 section 3.49).
namespace sigte {

/// Of a rule of the ruleset.
std::string RuleDescriptor(const CompiledRule& rule, const Program& program,
                           Lang lang);
/// Of a message of ours, or of a verdict that no rule explains. `message` is
/// what stands in for a description where the catalogue has no such code.
std::string CodeDescriptor(std::string_view code, std::string_view slug,
                           std::string_view message, Lang lang);

}  // namespace sigte
