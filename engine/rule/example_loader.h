// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/rule/ruleset.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {

/// The `examples:` of one rule: records of the layout's fields, each value
/// checked to be one that the field may have.
std::vector<Example> LoadExamples(YamlReader* reader, const YamlNode& node,
                                  const Layout& layout, bool over_group);

}  // namespace sigte
