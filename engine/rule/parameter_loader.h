// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {

inline constexpr std::string_view kParameterFile = "parameters.yaml";

/// Figures and tables, exact as they stand.
void LoadParameters(const Source& source, const YamlNode& root,
                    Ruleset* ruleset, IssueList* issues);

}  // namespace sigte
