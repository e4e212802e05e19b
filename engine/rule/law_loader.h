// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {

inline constexpr std::string_view kLawFile = "laws.yaml";

/// The marks of citations and the laws. `LawCatalogue::Build` judges dates,
/// sections and names.
std::vector<LawSource> LoadLaws(const Source& source, const YamlNode& root,
                                const Language& language, CitationMarks* marks,
                                IssueList* issues);

}  // namespace sigte
