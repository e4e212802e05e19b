// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>
#include <vector>

#include "engine/record/ruling.h"
#include "engine/rule/yaml_reader.h"

/// The closed lists of the manifest that rulings choose from.
namespace sigte {

/// A list of {`key`: code, title: {da, en}}: reasons, or bodies.
void LoadNamedCodes(YamlReader* reader, const YamlNode& node,
                    std::string_view key, std::vector<NamedCode>* codes);

}  // namespace sigte
