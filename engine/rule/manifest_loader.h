// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/loader.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {

inline constexpr std::string_view kManifestFile = "ruleset.yaml";

/// The keys that concern the schema, and every key that there should not be.
Manifest ReadManifestRoot(const Source& source, const YamlNode& root,
                          IssueList* issues);

/// All of the manifest. Sets the layout's roles and markers; the layout must
/// stand in `ruleset`. The scope formula is parsed, not checked.
void LoadManifest(const Source& source, const YamlNode& root, Ruleset* ruleset,
                  IssueList* issues);

}  // namespace sigte
