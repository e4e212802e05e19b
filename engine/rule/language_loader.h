// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/yaml_tree.h"
#include "engine/text/language.h"

namespace sigte {

inline constexpr std::string_view kLanguageFile = "language.yaml";

/// How the language of the texts is read.
Language LoadLanguage(const Source& source, const YamlNode& root,
                      IssueList* issues);

}  // namespace sigte
