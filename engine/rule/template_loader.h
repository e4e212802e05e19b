// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {

/// The manifest's `template`: what a questionnaire made from it says and holds.
TemplateText LoadTemplate(YamlReader* reader, const YamlNode& node);

}  // namespace sigte
