// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {

/// Adds the rules of one file. Conditions are parsed, not checked: that takes
/// all rules (rule_checks.h). A rule with a fault is kept if it has a name, so
/// that what names it is no second fault; false when one had to be left out.
bool LoadRules(const Source& source, const YamlNode& root, Ruleset* ruleset,
               IssueList* issues);

}  // namespace sigte
