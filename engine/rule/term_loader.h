// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {

inline constexpr std::string_view kTermFolder = "terms/";

/// Adds the terms of one file. `Lexicon::Build` judges what stands in them.
void LoadTerms(const Source& source, const YamlNode& root, Ruleset* ruleset,
               IssueList* issues);

}  // namespace sigte
