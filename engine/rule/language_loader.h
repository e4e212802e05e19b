// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rule/yaml_reader.h"
#include "engine/text/folding.h"
#include "engine/text/language.h"

namespace sigte {

inline constexpr std::string_view kLanguageFile = "language.yaml";

/// How the language of the texts is read.
/// The words of an optional list, each of which must be one word once folded.
std::vector<std::string> LoadWords(YamlReader* reader, YamlMap* map,
                                   std::string_view key, const Folder& folder,
                                   MessageKey fault = "R320.bad-word");

Language LoadLanguage(const Source& source, const YamlNode& root,
                      IssueList* issues);

}  // namespace sigte
